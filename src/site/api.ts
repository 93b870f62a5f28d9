import { getCollection } from 'astro:content';
import { type ApiCollection, inLanguage, type NamedSource } from '../domain/api/index.ts';
import { pageOf, type PermalinkKind } from '../domain/permalink/index.ts';
import { found, type Locale } from '../domain/shared/index.ts';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { absoluteUrl, livePermalinks, versionsOf } from './permalinks.ts';

/** The licence of all texts. */
export const LICENCE = 'https://creativecommons.org/licenses/by-sa/4.0/';

/** Where the items of each file come from: their collection, and the kind of their permanent links. */
const COLLECTIONS = {
  techniques: { collection: 'techniques', kind: 'technique' },
  phases: { collection: 'phases', kind: 'phase' },
  cases: { collection: 'cases', kind: 'case' },
  terms: { collection: 'glossary', kind: 'term' },
} as const satisfies Record<ApiCollection, { collection: string; kind: PermalinkKind }>;

/** Names of the files, in the order in which they are told about. */
export const API_COLLECTIONS = Object.keys(COLLECTIONS) as ApiCollection[];

/** Address of the file of a collection, as authors write links. */
export function apiPath(name: ApiCollection, locale: Locale): string {
  return `/api/${locale}/${name}.json`;
}

/** Address of the schema of such a file, as authors write links. */
export function apiSchemaPath(name: ApiCollection): string {
  return `/api/schema/${name}.json`;
}

/** The file of a collection in one language. */
export async function apiFile(name: ApiCollection, locale: Locale): Promise<Record<string, unknown>> {
  const { collection, kind } = COLLECTIONS[name];
  const links = new Map(
    (await livePermalinks()).filter((link) => link.kind === kind).map((link) => [link.item, link]),
  );
  const sources = new Map<string, NamedSource>(
    (await getCollection('sources')).map(({ id, data }) => [
      id,
      { id, title: data.title, url: absoluteUrl(`/bronnen/#${id}`, locale) },
    ]),
  );
  const items = (await getCollection(collection)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    $schema: absoluteUrl(apiSchemaPath(name)),
    title: nl['site.title'],
    licence: LICENCE,
    language: locale,
    items: await Promise.all(
      items.map(async ({ id, data }) => {
        const link = found(links.get(id), `vaste link voor “${id}” (${kind})`);
        const version = (await versionsOf(link.id)).at(-1);
        return {
          id,
          permalink: absoluteUrl(`/q/${link.id}/`),
          url: absoluteUrl(pageOf(link), locale),
          licence: LICENCE,
          ...(version && { version: version.version, date: version.date }),
          ...('definition' in data && { names: data.name }),
          ...(inLanguage(data, locale, sources) as Record<string, unknown>),
        };
      }),
    ),
  };
}
