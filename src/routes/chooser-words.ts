import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { makeView } from '../../components/chooser/make-view.ts';
import type { Words } from '../../components/chooser/view.ts';
import type { Locale } from '../domain/shared/index.ts';
import { chooserMaterial } from '../site/chooser-material.ts';
import { siteHref } from '../site/links.ts';
import { publishedLocales } from '../site/locales.ts';
import { base } from '../site/publishing.ts';
import { textsOf } from '../site/texts.ts';

/** `/keuzehulp/<chooser>/<language>.json`: what the rules say and rest on, for who has answered a question. */
export const getStaticPaths = (async () => {
  const choosers = await getCollection('choosers');
  return publishedLocales.flatMap((locale) =>
    choosers.map(({ id }) => ({ params: { chooser: id, locale } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  const { model, sources, evidence } = makeView(
    await chooserMaterial(params['chooser'] ?? '', {
      strings: await textsOf(locale),
      locale,
      href: (path) => siteHref(path, base, locale),
    }),
  );
  return Response.json({ model, sources, evidence } satisfies Words);
};
