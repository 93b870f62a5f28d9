import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import type { Names, ResultLabels } from '../../components/search/search-dialog.ts';
import {
  askedWords,
  thesaurusBeside,
  type Entry,
  type Kind,
  type Vocabulary,
} from '../domain/search/index.ts';
import { found, textIn, type Locale, type LocalizedText } from '../domain/shared/index.ts';
import { findEntry } from '../site/find-entry.ts';
import { siteHref } from '../site/links.ts';
import { localeOfId, pathOfId, publishedLocales, rootLocale } from '../site/locales.ts';
import { base } from '../site/publishing.ts';
import { textsOf } from '../site/texts.ts';

/** `/zoeken/<language>.json`: everything that search finds by its name, with the words readers use for it. */
export const getStaticPaths = (() =>
  publishedLocales.map((locale) => ({ params: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  const { stopWords, weakWords, synonyms, thesaurus, asked } = found(
    await getEntry('search', locale),
    `zoekwoorden “${locale}”`,
  ).data;
  const words = { stopWords, weakWords, synonyms };
  const entries = withQuestions(
    [...(await pages(locale)), ...(await terms(locale)), ...(await recommendations(locale))],
    new Map(Object.entries(asked).map(([path, phrases]) => [urlOf(path, locale), phrases])),
    words,
  );
  // A word that a page has meanwhile means that page, so the thesaurus travels without it.
  const vocabulary: Vocabulary = { ...words, thesaurus: thesaurusBeside(entries, thesaurus) };
  const names: Names = { entries, vocabulary, labels: await labelsIn(locale) };
  return new Response(JSON.stringify(names));
};

async function labelsIn(locale: Locale): Promise<ResultLabels> {
  const t = await textsOf(locale);
  return {
    all: t['search.all'],
    didYouMean: t['search.didYouMean'],
    filter: t['search.filter'],
    kinds: {
      phase: t['search.kind.phase'],
      technique: t['search.kind.technique'],
      sheet: t['search.kind.sheet'],
      tool: t['search.kind.tool'],
      'legal-form': t['search.kind.legalForm'],
      case: t['search.kind.case'],
      term: t['search.kind.term'],
      recommendation: t['search.kind.recommendation'],
      page: t['search.kind.page'],
    },
    many: t['search.many'],
    more: t['search.more'],
    none: t['search.none'],
    one: t['search.one'],
    section: t['search.section'],
  };
}

const FOLDERS: [folder: RegExp, kind: Kind][] = [
  [/^fiches\//, 'sheet'],
  [/^hulpmiddelen\//, 'tool'],
];

async function pages(locale: Locale): Promise<Entry[]> {
  const docs = await getCollection(
    'docs',
    ({ id, data }) => !data.draft && localeOfId(id) === locale && pathOfId(id) !== '/404/',
  );
  const entries = await Promise.all(docs.map((page) => toEntry(page, locale)));
  return withoutRepeatedHeadings(entries);
}

/** Puts with each entry what readers ask of it. Fails on an address that is not there, so that none is left behind. */
function withQuestions(
  entries: Entry[],
  asked: ReadonlyMap<string, string[]>,
  vocabulary: Pick<Vocabulary, 'stopWords' | 'weakWords'>,
): Entry[] {
  const known = new Set(entries.map(({ url }) => url));
  const unknown = [...asked.keys()].filter((url) => !known.has(url));
  if (unknown.length > 0) throw new Error(`zoekwoorden bij een onbekend adres: ${unknown.join(', ')}`);
  return entries.map((entry) => {
    const phrases = asked.get(entry.url);
    if (!phrases) return entry;
    return { ...entry, asked: askedWords(phrases, vocabulary, [entry.title, ...entry.aliases]) };
  });
}

function urlOf(path: string, locale: Locale): string {
  const [page = '', anchor] = path.split('#');
  return siteHref(`/${page === '' ? '' : `${page}/`}${anchor ? `#${anchor}` : ''}`, base, locale);
}

/** A heading that stands on every page of a kind (“Draaiboek”) tells nothing about one of them. */
function withoutRepeatedHeadings(entries: Entry[]): Entry[] {
  const times = new Map<string, number>();
  for (const [text] of entries.flatMap(({ headings }) => headings))
    times.set(text, (times.get(text) ?? 0) + 1);
  return entries.map((entry) => ({
    ...entry,
    headings: entry.headings.filter(([text]) => (times.get(text) ?? 0) < OFTEN),
  }));
}
const OFTEN = 4;

async function toEntry(page: CollectionEntry<'docs'>, locale: Locale): Promise<Entry> {
  const slug = locale === rootLocale ? page.id : page.id.slice(locale.length + 1);
  const { headings } = await render(page);
  const { kind, title, aliases } = await nameOf(page, slug, locale);
  return {
    kind,
    title,
    url: siteHref(pathOfId(page.id), base, locale),
    gist: page.data.description ?? '',
    aliases,
    headings: [
      ...headings
        .filter(({ depth }) => depth <= 3)
        .map(({ text, slug: anchor }): [string, string] => [text, anchor]),
      ...(await itemsOn(page, slug, locale)),
    ],
  };
}

/** What a page lists from data: every rule, amount, worksheet or agenda is a heading of it, though its text has none. */
async function itemsOn(
  { body = '' }: CollectionEntry<'docs'>,
  slug: string,
  locale: Locale,
): Promise<Entry['headings']> {
  switch (slug) {
    case 'rechtsvormen/regels-voor-elke-werf': {
      const { grounds } = found(await getEntry('choosers', 'rechtsvorm'), 'keuzehulp rechtsvorm').data;
      return grounds
        .filter(({ id }) => body.includes(`'${id}'`))
        .map(({ id, title }) => [textIn(title, locale), id]);
    }
    case 'rechtsvormen/bedragen':
      return (await getCollection('amounts')).flatMap(({ data }) =>
        data.entries.map(({ id, label }): [string, string] => [textIn(label, locale), id]),
      );
    case 'fiches/werkbladen':
      return (await getCollection('worksheets')).map(({ id, data }) => [textIn(data.title, locale), id]);
    case 'hulpmiddelen/agenda':
      return (await getCollection('agendas')).map(({ id, data }) => [
        textIn(data.name, locale),
        `agenda-${id}`,
      ]);
    default:
      return [];
  }
}

/** What kind of page it is and what it is called, also in other languages and in former days. */
async function nameOf(
  { data }: CollectionEntry<'docs'>,
  slug: string,
  locale: Locale,
): Promise<Pick<Entry, 'kind' | 'title' | 'aliases'>> {
  if (data.phase) {
    const { name, number } = found(await getEntry('phases', data.phase), `fase “${data.phase}”`).data;
    const title = `${(await textsOf(locale))['phase.phase']} ${number}: ${textIn(name, locale)}`;
    return { kind: 'phase', title, aliases: others(name, title) };
  }
  if (data.technique) {
    const { name, aliases } = found(
      await getEntry('techniques', data.technique),
      `techniek “${data.technique}”`,
    ).data;
    return {
      kind: 'technique',
      title: data.title,
      aliases: [...others(name, data.title), ...Object.values(aliases).flat()],
    };
  }
  if (data.case) {
    const { name, sector, region } = found(await getEntry('cases', data.case), `case “${data.case}”`).data;
    // Readers remember a trade or a country sooner than the name of a group.
    const told = [sector, region].map((text) => textIn(text, locale));
    return { kind: 'case', title: data.title, aliases: [...others(name, ''), ...told] };
  }
  const form =
    slug.startsWith('rechtsvormen/') && (await findEntry('legal-forms', slug.slice('rechtsvormen/'.length)));
  if (form) {
    return {
      kind: 'legal-form',
      title: data.title,
      aliases: [...others(form.data.name, data.title), ...form.data.aliases],
    };
  }
  const kind = FOLDERS.find(([folder]) => folder.test(slug))?.[1] ?? 'page';
  return { kind, title: data.title, aliases: [] };
}

async function terms(locale: Locale): Promise<Entry[]> {
  return (await getCollection('glossary')).map(({ id, data }) => ({
    kind: 'term',
    title: textIn(data.name, locale),
    url: siteHref(`/begrippen/#${id}`, base, locale),
    gist: textIn(data.definition, locale),
    aliases: [...others(data.name, textIn(data.name, locale)), ...data.abbreviations],
    headings: [],
  }));
}

async function recommendations(locale: Locale): Promise<Entry[]> {
  return (await getCollection('recommendations')).map(({ id, data }) => ({
    kind: 'recommendation',
    title: textIn(data.title, locale),
    url: siteHref(`/achtergrond/aanbevelingen/#${id}`, base, locale),
    gist: textIn(data.gist, locale),
    aliases: [],
    headings: [],
  }));
}

function others(names: LocalizedText, shown: string): string[] {
  return [...new Set(Object.values(names) as string[])].filter((name) => name !== shown);
}
