import type { APIRoute } from 'astro';
import { type ApiCollection, apiJsonSchema } from '../../domain/api/schema.ts';
import { API_COLLECTIONS } from '../../site/api.ts';

export function getStaticPaths() {
  return API_COLLECTIONS.map((collection) => ({ params: { collection } }));
}

/** The JSON Schema of the files of a collection. */
export const GET: APIRoute = ({ params }) =>
  Response.json(apiJsonSchema(params['collection'] as ApiCollection));
