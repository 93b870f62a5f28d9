import { getCollection, getEntry } from 'astro:content';
import {
  isLive,
  pageOf,
  type Permalink,
  type PermalinkKind,
  permalinkPath,
} from '../domain/permalink/index.ts';
import type { RevisionVersion } from '../domain/revision/index.ts';
import { found, type Locale, textIn } from '../domain/shared/index.ts';
import { findEntry } from './find-entry.ts';
import { siteHref } from './links.ts';
import { rootLocale } from './locales.ts';
import { base, site } from './publishing.ts';

/** What paper and pages need of a permanent link. */
export interface PermalinkFacts {
  /** Id in the address, for people: `fase-4`. */
  id: string;
  /** Address as authors write links: `/q/fase-4/`. */
  path: string;
  /** Version of what is printed; 1 for what has no versions. */
  version: number;
  /** Day of that version (YYYY-MM-DD). */
  date: string;
  /** What stands in the QR code on paper: `/q/fase-4/?v=3`. */
  printedPath: string;
}

/** The permanent link of an item. Throws when the item has none: every item gets one in content/permalinks.yaml. */
export async function permalinkOf(kind: PermalinkKind, item: string): Promise<PermalinkFacts> {
  const link = (await livePermalinks()).find((one) => one.kind === kind && one.item === item);
  if (!link)
    throw new Error(`“${item}” (${kind}) heeft geen vaste link: voeg ze toe aan content/permalinks.yaml.`);
  const { version, date } = (await versionsOf(link.id)).at(-1) ?? { version: 1, date: link.since };
  return {
    id: link.id,
    path: permalinkPath(link.id),
    version,
    date,
    printedPath: permalinkPath(link.id, version),
  };
}

/** All permanent links, also those of items that moved or are gone. */
export async function allPermalinks(): Promise<Permalink[]> {
  return (await getCollection('permalinks')).map(({ data }) => data);
}

/** The permanent links that lead to an item. */
export async function livePermalinks(): Promise<Permalink[]> {
  return (await allPermalinks()).filter(isLive);
}

/** The permanent link of a page by its address without language (`/methode/4-opbouwen/`), if it has one. */
export async function permalinkOfPage(path: string): Promise<Permalink | undefined> {
  return (await livePermalinks()).find((link) => pageOf(link) === path);
}

/** The versions of what a permanent link leads to, the first one first; empty for what has none. */
export async function versionsOf(id: string): Promise<readonly RevisionVersion[]> {
  return (await findEntry('revisions', id))?.data.versions ?? [];
}

/** The name of an item in a language, with its number where readers know it by that: “4. Opbouwen”. */
export async function nameOf(link: Permalink, locale: Locale): Promise<string> {
  const { kind, item } = link;
  const what = `${kind} “${item}”`;
  switch (kind) {
    case 'phase': {
      const { number, name } = found(await getEntry('phases', item), what).data;
      return `${number}. ${textIn(name, locale)}`;
    }
    case 'recommendation': {
      const { number, title } = found(await getEntry('recommendations', item), what).data;
      return `${number}. ${textIn(title, locale)}`;
    }
    case 'technique':
      return textIn(found(await getEntry('techniques', item), what).data.name, locale);
    case 'case':
      return textIn(found(await getEntry('cases', item), what).data.name, locale);
    case 'term':
      return textIn(found(await getEntry('glossary', item), what).data.name, locale);
    case 'legal-form':
      return textIn(found(await getEntry('legal-forms', item), what).data.name, locale);
    case 'worksheet':
      return textIn(found(await getEntry('worksheets', item), what).data.title, locale);
    default:
      return titleOfPage(pageOf(link), locale);
  }
}

/** Title of a page by its address without language; of its Dutch one where there is no translation. */
async function titleOfPage(path: string, locale: Locale): Promise<string> {
  const id = path.split('#')[0]?.replaceAll(/^\/|\/$/g, '') ?? '';
  const translated = locale === rootLocale ? undefined : await findEntry('docs', `${locale}/${id}`);
  return found(translated ?? (await getEntry('docs', id)), `pagina “${path}”`).data.title;
}

/** The whole address of a page, for links and QR codes that leave the site: `https://…/q/fase-4/`. */
export function absoluteUrl(path: string, locale: Locale = rootLocale): string {
  return new URL(siteHref(path, base, locale), site).href;
}
