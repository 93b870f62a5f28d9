import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { base } from './publishing.ts';

/**
 * Pages and files that are not a page of content/docs: their address, and the file in src/routes that makes them. Those with
 * `[...language]` are made in every language, the others once.
 */
export const routes: { pattern: string; entrypoint: string }[] = [
  { pattern: '/[...language]/offline/', entrypoint: './src/routes/offline.astro' },
  { pattern: '/[...language]/manifest.webmanifest', entrypoint: './src/routes/manifest.ts' },
  { pattern: '/zoeken/[locale].json', entrypoint: './src/routes/search-names.ts' },
  { pattern: '/teksten/[locale].json', entrypoint: './src/routes/frame-texts.ts' },
  { pattern: '/keuzehulp/[chooser]/[locale].json', entrypoint: './src/routes/chooser-words.ts' },
  { pattern: '/q/[id]/', entrypoint: './src/routes/q/[id].astro' },
  { pattern: '/q/[id]/delen/', entrypoint: './src/routes/q/share.astro' },
  { pattern: '/q/[id]/qr.svg', entrypoint: './src/routes/q/qr.svg.ts' },
  { pattern: '/q/[id]/qr.png', entrypoint: './src/routes/q/qr.png.ts' },
  { pattern: '/api/[language]/[collection].json', entrypoint: './src/routes/api/items.json.ts' },
  { pattern: '/api/schema/[collection].json', entrypoint: './src/routes/api/schema.json.ts' },
  { pattern: '/feed.xml', entrypoint: './src/routes/feed.xml.ts' },
  { pattern: '/llms.txt', entrypoint: './src/routes/llms.txt.ts' },
  {
    pattern: '/[...language]/hulpmiddelen/technieken.json',
    entrypoint: './src/routes/hulpmiddelen/technieken.json.ts',
  },
  { pattern: '/afdrukken/techniek/[id]/', entrypoint: './src/routes/afdrukken/techniek/[id].astro' },
  { pattern: '/afdrukken/fase/[id]/', entrypoint: './src/routes/afdrukken/fase/[id].astro' },
  { pattern: '/afdrukken/pakket/[id]/', entrypoint: './src/routes/afdrukken/pakket/[id].astro' },
  { pattern: '/afdrukken/vergadering/[id]/', entrypoint: './src/routes/afdrukken/vergadering/[id].astro' },
  { pattern: '/afdrukken/technieken/', entrypoint: './src/routes/afdrukken/technieken.astro' },
  { pattern: '/afdrukken/vragenlijst/[id]/', entrypoint: './src/routes/afdrukken/vragenlijst/[id].astro' },
  { pattern: '/afdrukken/kaarten/', entrypoint: './src/routes/afdrukken/kaarten/index.astro' },
  { pattern: '/afdrukken/kaarten/per-stuk/', entrypoint: './src/routes/afdrukken/kaarten/per-stuk.astro' },
  { pattern: '/afdrukken/documenten.json', entrypoint: './src/routes/afdrukken/documenten.json.ts' },
  { pattern: '/afdrukken/handboek/', entrypoint: './src/routes/afdrukken/handboek.astro' },
  { pattern: '/afdrukken/werkblad/[id]/', entrypoint: './src/routes/afdrukken/werkblad/[id].astro' },
  { pattern: '/afdrukken/werkblad/[id].docx', entrypoint: './src/routes/afdrukken/werkblad/[id].docx.ts' },
];

/** What a page has in its head that search engines have to leave alone. */
const NOT_LISTED = /<meta name="robots" content="noindex"/;

/**
 * Adds `routes` to the site, gives every page its language and addresses (`Astro.locals`), and keeps what is not for
 * search engines (print pages, permanent links, stand-ins for missing translations) out of the sitemap, which Starlight writes
 * of everything.
 */
export function injectedRoutes(): AstroIntegration {
  return {
    name: 'injected-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute, addMiddleware }) => {
        for (const route of routes) injectRoute(route);
        addMiddleware({ order: 'pre', entrypoint: new URL('./page-locals.ts', import.meta.url) });
      },
      'astro:build:done': ({ dir }) => {
        for (const name of readdirSync(dir).filter((file) => /^sitemap-\d+\.xml$/.test(file))) {
          const file = new URL(name, dir);
          const isListed = (path: string): boolean =>
            !NOT_LISTED.test(readFileSync(new URL(`.${path}index.html`, dir), 'utf8'));
          writeFileSync(file, listedOnly(readFileSync(file, 'utf8'), isListed));
        }
      },
    },
  };
}

/** At the beginning of a pattern: made in every language, the root language without a prefix. */
const PER_LANGUAGE = '/[...language]';

/** Whether an address, without the folder of the site (`/q/fase-4/`), is one that `routes` makes. */
export function isInjected(path: string): boolean {
  return routes.some(({ pattern }) => fits(pattern, path));
}

/** Whether an address of `routes` is made once, for readers of every language. */
export function isMadeOnce(path: string): boolean {
  return routes.some(({ pattern }) => !pattern.startsWith(PER_LANGUAGE) && fits(pattern, path));
}

/** Whether a file of `routes` is made in every language. */
export function isPerLanguage(path: string): boolean {
  return routes.some(({ pattern }) => pattern.startsWith(PER_LANGUAGE) && fits(pattern, path));
}

function fits(pattern: string, path: string): boolean {
  const any = pattern.replace(PER_LANGUAGE, '').replaceAll(/\[\w+\]/g, '[^/]+');
  return new RegExp(`^(?:/[a-z]{2})?${any}$`).test(path);
}

/** A sitemap without the pages that are not for search engines, also where another page names them as its translation. */
export function listedOnly(sitemap: string, isListed: (path: string) => boolean): string {
  const keeps = (address: string): boolean => isListed(`/${new URL(address).pathname.slice(base.length)}`);
  return sitemap
    .replaceAll(/<url><loc>([^<]*)<\/loc>.*?<\/url>/g, (entry, address: string) =>
      keeps(address) ? entry : '',
    )
    .replaceAll(/<xhtml:link [^>]*?href="([^"]*)"[^>]*\/>/g, (link, address: string) =>
      keeps(address) ? link : '',
    );
}
