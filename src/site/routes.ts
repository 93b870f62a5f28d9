import type { AstroIntegration } from 'astro';

/** Pages and files that are not a page of content/docs: their address, and the file in src/routes that makes them. */
export const routes: { pattern: string; entrypoint: string }[] = [];

/** Adds `routes` to the site, and gives every one of them its language and addresses (`Astro.locals`). */
export function injectedRoutes(): AstroIntegration {
  return {
    name: 'injected-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute, addMiddleware }) => {
        for (const route of routes) injectRoute(route);
        addMiddleware({ order: 'pre', entrypoint: new URL('./page-locals.ts', import.meta.url) });
      },
    },
  };
}
