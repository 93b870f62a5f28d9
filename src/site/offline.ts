import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { generateSW } from 'workbox-build';
import { base } from './publishing.ts';
import { publishedLocales, rootLocale } from './locales.ts';

/** Folders that are not kept on the reader's device beforehand: big, seldom read, or of use online only. */
const NOT_KEPT = [
  '_headers',
  'nginx-headers.conf',
  'social/**',
  'pdf/**',
  'q/*/delen/**',
  'q/*/*.{png,svg}',
  // Permanent links of what nobody holds as a printed sheet.
  'q/{aanbeveling,begrip,case,rechtsvorm}-*/**',
  'api/**',
  '**/*.docx',
  '**/*.map',
];
/** Print pages that repeat what the handbook has; the single sheets are kept. */
const REPEATED = ['handboek', 'technieken', 'kaarten', 'pakket'].map((name) => `afdrukken/${name}/**`);
const MEGABYTE = 1024 * 1024;

/**
 * Makes the service worker, `sw.js`: after one visit the root language with search and tools works without network;
 * other languages are kept page by page as they are read. A new version waits until the reader takes it
 * (`src/browser/offline.ts`). Runs last, because it takes the fingerprints of the finished files.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const others = publishedLocales.filter((locale) => locale !== rootLocale);
        const { count, size, warnings } = await generateSW({
          globDirectory: folder,
          globPatterns: ['**/*.{html,css,js,json,woff2,svg,png,webmanifest}', 'pagefind/**'],
          globIgnores: [...NOT_KEPT, ...REPEATED, ...others.map((locale) => `${locale}/{*.*,!(offline)/**}`)],
          swDest: `${folder}sw.js`,
          modifyURLPrefix: { '': base },
          maximumFileSizeToCacheInBytes: 4 * MEGABYTE,
          // Pagefind asks for its entry with the time in the address; tools keep choices there. One file serves all.
          // Only the version of a scanned print (`?v=`) does not: what changed since is asked of the network first.
          ignoreURLParametersMatching: [/^(?!v$)/],
          directoryIndex: 'index.html',
          cleanupOutdatedCaches: true,
          clientsClaim: true,
          skipWaiting: false,
          sourcemap: false,
          inlineWorkboxRuntime: true,
          runtimeCaching: [
            {
              urlPattern: ({ request, sameOrigin, url }) =>
                sameOrigin && request.mode === 'navigate' && /\/q\/[^/]+\/$/.test(url.pathname),
              handler: 'NetworkFirst',
              options: {
                cacheName: 'pages',
                networkTimeoutSeconds: 5,
                plugins: [
                  {
                    // Goes into the worker as text: it knows nothing of this file.
                    handlerDidError: async ({ request }) => {
                      const page = request.url.replace(/[?#].*$/, '');
                      const base = page.replace(/q\/[^/]+\/$/, '');
                      return (
                        (await caches.match(`${page}index.html`, { ignoreSearch: true })) ??
                        (await caches.match(`${base}offline/index.html`, { ignoreSearch: true }))
                      );
                    },
                  },
                ],
              },
            },
            {
              urlPattern: ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
              handler: 'NetworkFirst',
              options: {
                cacheName: 'pages',
                networkTimeoutSeconds: 5,
                expiration: { maxEntries: 300, purgeOnQuotaError: true },
                plugins: [
                  {
                    // Goes into the worker as text too.
                    handlerDidError: async ({ request }) => {
                      const { scope } = (globalThis as unknown as { registration: ServiceWorkerRegistration })
                        .registration;
                      const [language = ''] = /^[a-z]{2}\//.exec(request.url.slice(scope.length)) ?? [];
                      const find = async (folder: string) =>
                        caches.match(`${scope}${folder}offline/index.html`, { ignoreSearch: true });
                      return (await find(language)) ?? (await find(''));
                    },
                  },
                ],
              },
            },
            {
              urlPattern: ({ sameOrigin, url }) => sameOrigin && /\/(?:_astro|fr|en)\//.test(url.pathname),
              handler: 'StaleWhileRevalidate',
              options: { cacheName: 'files', expiration: { maxEntries: 300, purgeOnQuotaError: true } },
            },
          ],
        });
        warnings.forEach((warning) => logger.warn(warning));
        logger.info(`${count} files, ${(size / MEGABYTE).toFixed(1)} MB, kept for use without network.`);
      },
    },
  };
}
