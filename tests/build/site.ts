import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { localeOfId, rootLocale } from '../../src/site/locales.ts';
import { isInjected } from '../../src/site/routes.ts';
import { filesUnder, root } from '../content/load.ts';

/** A built page. */
export interface BuiltPage {
  /** Address under the site's base: `/methode/4-opbouwen/`. */
  path: string;
  file: string;
  html: string;
  dom: HTMLElement;
}

/** A built site: the folder it stands in and the folder it is published under. */
export interface Site {
  name: string;
  dist: string;
  base: string;
}

/** The site at the root of a host, and the same under a folder; `npm test` builds both. */
export const SITES: Site[] = [
  { name: 'at the root', dist: join(root, 'dist'), base: '/' },
  { name: 'under a folder', dist: join(root, '.reports/dist-handboek'), base: '/handboek/' },
];

/** All HTML pages of a site. Stops with a clear message when it has not been built. */
export function builtPages({ dist }: Site): BuiltPage[] {
  if (!existsSync(dist)) throw new Error(`${dist} is missing: run "npm test", or build it first.`);
  return filesUnder(dist, /\.html$/).map((file) => {
    const html = readFileSync(file, 'utf8');
    const path = `/${relative(dist, file).replaceAll('\\', '/')}`.replace(/index\.html$/, '');
    return { path, file, html, dom: parse(html, { comment: false }) };
  });
}

/** Whether a page is one of content/docs in the root language, and neither made by src/routes nor a translation. */
export function isHandbookPage({ path }: BuiltPage): boolean {
  return !isInjected(path) && localeOfId(path.slice(1)) === rootLocale;
}

/** Whether search engines may list a page. */
export function isIndexable({ dom }: BuiltPage): boolean {
  return !dom.querySelector('meta[name="robots"]')?.getAttribute('content')?.includes('noindex');
}

/** The file that an address on the site stands for, or null when nothing is there. */
export function fileOf(site: Site, address: string): string | null {
  const path = decodeURIComponent(address.split(/[?#]/)[0] ?? '');
  if (!path.startsWith(site.base)) return null;
  const inside = path.slice(site.base.length);
  const file = join(site.dist, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}
