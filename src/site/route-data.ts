import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Locale } from '../domain/shared/index.ts';
import { siteHref } from './links.ts';
import { localeOfId, pathOfId, publishedLocales, rootLocale } from './locales.ts';
import { base } from './publishing.ts';
import { sections } from './sidebar.ts';

/** Most pages of its own section that the menu of a page lists. The largest section has 36. */
export const MOST_IN_MENU = 48;

type Head = StarlightRouteData['head'][number];
type Entry = StarlightRouteData['sidebar'][number];
type Group = Extract<Entry, { type: 'group' }>;
type Link = Extract<Entry, { type: 'link' }>;

/**
 * Runs for every page before it is rendered. Keeps a page's HTML independent of how many pages other sections
 * have, and pages that are only there as a stand-in for a missing translation out of search engines and our own search.
 */
export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  const translated = await pathsIn(context.locals.locale);
  route.sidebar = withLanguages(
    withLabels(
      flattenSections(route.sidebar),
      sections.map(({ directory }) => context.locals.t(`section.${directory}`)),
    ),
    (href) => translated.has(href),
  );
  context.locals.fullSidebar = route.sidebar;
  const { t, href } = context.locals;
  const contents = { label: t('search.contents'), href: href('/inhoud/'), isCurrent: false, attrs: {} };
  route.sidebar = keepNeighbours(keepCurrentSection(route.sidebar), {
    type: 'link',
    badge: undefined,
    ...contents,
  });
  for (const side of ['prev', 'next'] as const) {
    const link = route.pagination[side];
    if (link) route.pagination[side] = withLanguage(link, (address) => translated.has(address));
  }
  const isMissing = pathOfId(route.id) === '/404/';
  if (route.isFallback) {
    route.entry.data.pagefind = false;
    await speakRootLanguage(context.locals);
  }
  if (route.isFallback || isMissing)
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' });
  const languages = route.isFallback || isMissing ? [] : await languagesOf(pathOfId(route.id));
  route.head = withAlternates(route.head, languages);
  if (isMissing) route.head = withoutAddress(route.head);
});

/** The addresses of the pages that are there in a language in their own words. */
async function pathsIn(locale: Locale): Promise<Set<string>> {
  const { getCollection } = await import('astro:content');
  const own = (await getCollection('docs')).filter(({ id }) => localeOfId(id) === locale);
  return new Set(own.map(({ id }) => siteHref(pathOfId(id), base, locale)));
}

/** Texts of the frame around a page, which is in the language of the reader whatever the page is in. */
const OF_THE_FRAME =
  /^(?:skipLink|search|themeSelect|languageSelect|menuButton|sidebarNav|tableOfContents|i18n)\./;

/**
 * Has what stands in for a translation speak the root language as a whole: its text is in it, and labels in another one
 * between its sentences would be read out wrongly. The frame and the addresses keep the language of the reader.
 */
async function speakRootLanguage(locals: App.Locals): Promise<void> {
  const { textsOf } = await import('./texts.ts');
  const all = await textsOf(rootLocale);
  const own = locals.t;
  const t = (key: string, options?: object): string =>
    own(key as keyof typeof all, { ...options, ...(!OF_THE_FRAME.test(key) && { lng: rootLocale }) });
  locals.t = Object.assign(t, own, { all: () => all }) as typeof own;
  locals.locale = rootLocale;
}

/** The languages in which a page is there in its own words. */
async function languagesOf(path: string): Promise<Locale[]> {
  // Loaded here, so that the functions below can be tested without Astro.
  const { findEntry } = await import('./find-entry.ts');
  const own = path.slice(1, -1);
  const found = await Promise.all(
    publishedLocales.map((locale) =>
      findEntry('docs', (locale === rootLocale ? own : own ? `${locale}/${own}` : locale) || 'index'),
    ),
  );
  return publishedLocales.filter((_, index) => found[index]);
}

/**
 * The head with, of the links to other languages that Starlight writes, those that lead to a translation: not to a page that stands
 * in for one. A page in one language has none.
 */
export function withAlternates(head: readonly Head[], languages: readonly Locale[]): Head[] {
  const keeps = (language: string): boolean =>
    languages.length > 1 && (language === 'x-default' || languages.some((one) => one === language));
  return head.filter(({ attrs }) => {
    const language = attrs?.['hreflang'];
    return typeof language !== 'string' || keeps(language);
  });
}

/** The head of the page for what is not there, which stands at no address of its own. */
export function withoutAddress(head: readonly Head[]): Head[] {
  return head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical' && attrs?.['property'] !== 'og:url');
}

/** The sidebar with only the current section's pages; every other section becomes a link to its first page. */
export function keepCurrentSection(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    if (entry.type === 'link' || isCurrent(entry)) return entry;
    const first = firstLink(entry);
    // The section has its name in the language of the reader, whatever its first page has.
    return first
      ? { ...first, label: entry.label, isCurrent: false, attrs: { ...first.attrs, lang: undefined } }
      : entry;
  });
}

/**
 * The sidebar with at most `MOST_IN_MENU` pages of the current section, those around the current one and the first, and
 * then `contents`, which leads to all: otherwise a section of hundreds of pages stands whole in each of them.
 */
export function keepNeighbours(entries: readonly Entry[], contents: Link): Entry[] {
  return entries.map((entry) => {
    if (entry.type === 'link' || entry.entries.length <= MOST_IN_MENU) return entry;
    const at = entry.entries.findIndex((one) => (one.type === 'link' ? one.isCurrent : isCurrent(one)));
    const room = MOST_IN_MENU - 1;
    const from = Math.min(Math.max(at - Math.floor(room / 2), 1), entry.entries.length - room);
    const [first, ...near] = [...entry.entries.slice(0, 1), ...entry.entries.slice(from, from + room)];
    return { ...entry, entries: first ? [first, ...near, contents] : near };
  });
}

/** The sidebar with the pages of a section in one list: a folder in a section is an address, not a heading. */
export function flattenSections(entries: readonly Entry[]): Entry[] {
  const links = (entry: Entry): Link[] => (entry.type === 'link' ? [entry] : entry.entries.flatMap(links));
  return entries.map((entry) => (entry.type === 'link' ? entry : { ...entry, entries: links(entry) }));
}

/** The sections under their names in the language of the page; Starlight has them in the root language. */
export function withLabels(entries: readonly Entry[], labels: readonly string[]): Entry[] {
  return entries.map((entry, at) => ({ ...entry, label: labels[at] ?? entry.label }));
}

/** The menu with the language of each page that is not translated: its name is in the root language. */
export function withLanguages(entries: readonly Entry[], isTranslated: (href: string) => boolean): Entry[] {
  return entries.map((entry) =>
    entry.type === 'link'
      ? withLanguage(entry, isTranslated)
      : { ...entry, entries: withLanguages(entry.entries, isTranslated) as Group['entries'] },
  );
}

function withLanguage(link: Link, isTranslated: (href: string) => boolean): Link {
  return isTranslated(link.href) ? link : { ...link, attrs: { ...link.attrs, lang: rootLocale } };
}

function isCurrent(group: Group): boolean {
  return group.entries.some((entry) => (entry.type === 'link' ? entry.isCurrent : isCurrent(entry)));
}

function firstLink(group: Group): Link | undefined {
  for (const entry of group.entries) {
    const link = entry.type === 'link' ? entry : firstLink(entry);
    if (link) return link;
  }
  return undefined;
}
