import { localeOfId, rootLocale } from './locales.ts';
import type { Locale } from '../domain/shared/index.ts';

/**
 * The address of a handbook page as it must stand in the HTML: `path` is root-relative as authors write it
 * (`/methode/4-opbouwen/#anker`), `base` the folder the site is published in. Other addresses come back unchanged.
 */
export function siteHref(path: string, base: string, locale: Locale = rootLocale): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const prefix = locale === rootLocale ? '' : `/${locale}`;
  return `${base.replace(/\/$/, '')}${prefix}${path}`;
}

/** The part of a Markdown syntax tree element that the plugin reads and writes. */
interface LinkElement {
  properties?: Record<string, unknown>;
}
interface LinkContext<Node> {
  setProperty(node: Node, name: string, value: string): void;
}

/**
 * Markdown plugin that gives root-relative links in `content/docs` the folder the site is published in and the
 * language of the page, so that authors write one form that works everywhere.
 */
export function siteLinks(base: string) {
  return ({ fileURL }: { fileURL?: URL | undefined }) => {
    const id = decodeURIComponent(fileURL?.pathname ?? '').split('/content/docs/')[1] ?? '';
    return {
      name: 'site-links',
      element: {
        filter: ['a'],
        visit<Node extends LinkElement>(node: Node, context: LinkContext<Node>): void {
          const href = node.properties?.['href'];
          if (typeof href === 'string') {
            context.setProperty(node, 'href', siteHref(href, base, localeOfId(id)));
          }
        },
      },
    };
  };
}
