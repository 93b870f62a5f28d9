import type { APIRoute } from 'astro';
import { languagePaths } from '../site/locales.ts';
import { base } from '../site/publishing.ts';
import { textsOf } from '../site/texts.ts';

export const getStaticPaths = languagePaths;

/** `/manifest.webmanifest`: lets a browser keep the handbook, in the reader's language, among the reader's apps. */
export const GET: APIRoute = async ({ locals: { locale, href } }) => {
  const t = await textsOf(locale);
  return new Response(
    JSON.stringify({
      name: t['site.title'],
      short_name: t['site.shortTitle'],
      description: t['site.description'],
      lang: locale,
      start_url: href('/'),
      scope: base,
      display: 'minimal-ui',
      background_color: '#f6f1e7',
      theme_color: '#f6f1e7',
      icons: [
        { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
        { src: `${base}icons/192.png`, sizes: '192x192', type: 'image/png' },
        { src: `${base}icons/512.png`, sizes: '512x512', type: 'image/png' },
        { src: `${base}icons/512-maskable.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }),
  );
};
