import type { APIRoute, GetStaticPaths } from 'astro';
import type { FrameTexts } from '../browser/frame-texts.ts';
import type { Locale } from '../domain/shared/index.ts';
import { publishedLocales } from '../site/locales.ts';
import { textsOf } from '../site/texts.ts';

/** `/teksten/<language>.json`: what the frame says only when a reader searches or a new version is there. */
export const getStaticPaths = (() =>
  publishedLocales.map((locale) => ({ params: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const t = await textsOf(params['locale'] as Locale);
  const texts: FrameTexts = {
    search: {
      close: t['search.cancelLabel'],
      contents: t['search.contents'],
      failed: t['search.failed'],
      hint: t['search.hint'],
      label: t['search.label'],
      placeholder: t['search.placeholder'],
    },
    version: {
      ready: t['offline.ready'],
      changed: t['offline.changed'],
      take: t['offline.take'],
      later: t['offline.later'],
    },
  };
  return new Response(JSON.stringify(texts));
};
