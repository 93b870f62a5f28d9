import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { base, site } from './publishing.ts';
import { localeOfId, publishedLocales, rootLocale } from './locales.ts';
import { isInjected } from './routes.ts';

/** The page that lists all links to elsewhere; its own links are not counted. */
export const LINKS_PAGE = '/over/externe-links/';

/** A page that links to an address. */
interface LinkingPage {
  /** Address on the site. */
  href: string;
  title: string;
}

/** The addresses outside the site that a page links to, each once, in the order of the page. */
export function externalAddresses(html: string, own = site): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="(https?:\/\/[^"]+)"/g)].map(([, href = '']) =>
    decoded(href),
  );
  return [...new Set(found)].filter((href) => new URL(href).origin !== new URL(own).origin);
}

/** The list of links, with the pages that link to each address in its place (`<span data-linked-from="…">`). */
export function withLinkingPages(html: string, pages: ReadonlyMap<string, readonly LinkingPage[]>): string {
  return html.replaceAll(
    /(<span data-linked-from="([^"]+)"[^>]*>)<\/span>/g,
    (_, open: string, address: string) => {
      const links = pages.get(decoded(address)) ?? [];
      return `${open}${links.map(({ href, title }) => `<a href="${href}">${title}</a>`).join(', ')}</span>`;
    },
  );
}

/** Writes in the list of links which pages of the handbook link to each address: only the built pages know all of them. */
export function externalLinks(): AstroIntegration {
  return {
    name: 'external-links',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.html'))
          .map((name) => `/${name.split(sep).join('/')}`)
          .sort();
        // The list of a language names the pages of that language.
        for (const locale of publishedLocales) {
          const list = `${locale === rootLocale ? '' : `/${locale}`}${LINKS_PAGE}index.html`;
          const pages = new Map<string, LinkingPage[]>();
          for (const name of all.filter((one) => localeOfId(one.slice(1)) === locale && one !== list)) {
            const path = name.replace(/index\.html$/, '');
            if (isInjected(path)) continue;
            const html = readFileSync(join(folder, name), 'utf8');
            const title = (/<title>([^<]*?) \| /.exec(html)?.[1] ?? path).trim();
            for (const address of externalAddresses(html))
              pages.set(address, [...(pages.get(address) ?? []), { href: base + path.slice(1), title }]);
          }
          const file = join(folder, list);
          writeFileSync(file, withLinkingPages(readFileSync(file, 'utf8'), pages));
        }
      },
    },
  };
}

/** An attribute as it was before it was written as HTML. */
function decoded(attribute: string): string {
  return attribute.replaceAll(/&(?:amp|#38|#x26);/g, '&');
}
