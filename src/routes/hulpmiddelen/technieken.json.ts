import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { localizeTechnique } from '../../domain/technique/index.ts';
import { languagePaths } from '../../site/locales.ts';

export const getStaticPaths = languagePaths;

/** All techniques with their scripts, for the tools that fetch them once somebody works with them. */
export const GET: APIRoute = async ({ locals }) =>
  Response.json(
    (await getCollection('techniques')).map(({ id, data }) => localizeTechnique(id, data, locals.locale)),
  );
