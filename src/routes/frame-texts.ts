import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import type { FrameTexts } from '../browser/frame-texts.ts';
import { publishedLocales } from '../site/locales.ts';

/** `/teksten/<language>.json`: what the frame says only when a reader searches or a new version is there. */
export const getStaticPaths = (() =>
  publishedLocales.map((locale) => ({ params: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const t = { ...nl, ...((await getEntry('i18n', String(params['locale'])))?.data as Partial<typeof nl>) };
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
