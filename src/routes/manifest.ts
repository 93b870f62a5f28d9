import type { APIRoute } from 'astro';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { rootLocale } from '../site/locales.ts';
import { base } from '../site/publishing.ts';

/** `/manifest.webmanifest`: lets a browser keep the handbook among the reader's apps. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: nl['site.title'],
      short_name: nl['site.shortTitle'],
      description: nl['site.description'],
      lang: rootLocale,
      start_url: base,
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
