import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import type { Locale } from '../domain/shared/index.ts';
import { siteHref } from './links.ts';
import { publishedLocales, rootLocale } from './locales.ts';
import { base } from './publishing.ts';

/**
 * Finishes what is built in the other languages than the root's: what stands in for a translation leads on in the language
 * of the reader, a heading is found by its anchor in the root language too, and a page that is not there is told so in the
 * language, by the `404.html` in its folder.
 */
export function translations(): AstroIntegration {
  return {
    name: 'translations',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const locale of publishedLocales.filter((one) => one !== rootLocale)) {
          const folder = new URL(`${locale}/`, dir);
          if (existsSync(new URL('404/index.html', folder))) {
            renameSync(new URL('404/index.html', folder), new URL('404.html', folder));
            rmdirSync(new URL('404/', folder));
          }
          const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
          for (const name of names.filter((one) => one.endsWith('.html'))) {
            const file = new URL(name.replaceAll('\\', '/'), folder);
            const html = readFileSync(file, 'utf8');
            const original = new URL(name.replaceAll('\\', '/'), dir);
            const made = existsSync(original)
              ? withAnchorsOf(keptInLanguage(html, locale), readFileSync(original, 'utf8'))
              : html;
            if (made !== html) writeFileSync(file, made);
          }
        }
      },
    },
  };
}

/**
 * A built page of a language; when its text is in another one, its links lead to the pages in the language of the reader. The
 * text was made once, for the root language.
 */
export function keptInLanguage(html: string, locale: Locale): string {
  const [from, to] = [html.search(/<main\b/), html.lastIndexOf('</main>')];
  const text = html.slice(from, to);
  if (from < 0 || to < from || /^<main\b[^>]*? lang="(\w+)"/.exec(text)?.[1] === locale) return html;
  const kept = text.replaceAll(/(<a\b[^>]*? href=")([^"]+)"/g, (_, before: string, href: string) => {
    const path = `/${href.slice(base.length)}`;
    const leadsOut = !href.startsWith(base) || path.startsWith(`/${locale}/`);
    return `${before}${leadsOut ? href : siteHref(path, base, locale)}"`;
  });
  return html.slice(0, from) + kept + html.slice(to);
}

const HEADING = /<(h[2-6])\b[^>]*? id="([^"]+)"[^>]*>/g;

/**
 * A translated page whose headings also have the anchors of `original`, the same page in the root language: data and pages that
 * are not translated name those. A page with other headings than the original keeps its own only.
 */
export function withAnchorsOf(html: string, original: string): string {
  const headings = (page: string) => [...page.matchAll(HEADING)];
  const [own, others] = [headings(html), headings(original)];
  const levels = (all: RegExpMatchArray[]): string => all.map(([, level]) => level).join();
  if (levels(own) !== levels(others)) return html;
  const taken = new Set(own.map(([, , id]) => id));
  let at = 0;
  return html.replaceAll(HEADING, (heading) => {
    const [, , id = ''] = others[at++] ?? [];
    return taken.has(id) ? heading : `${heading}<span id="${id}"></span>`;
  });
}
