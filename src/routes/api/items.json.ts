import type { APIRoute } from 'astro';
import type { ApiCollection } from '../../domain/api/index.ts';
import type { Locale } from '../../domain/shared/index.ts';
import { API_COLLECTIONS, apiFile } from '../../site/api.ts';
import { publishedLocales } from '../../site/locales.ts';

export function getStaticPaths() {
  return publishedLocales.flatMap((language) =>
    API_COLLECTIONS.map((collection) => ({ params: { language, collection } })),
  );
}

/** A collection of the handbook as data, in one language. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(await apiFile(params['collection'] as ApiCollection, params['language'] as Locale));
