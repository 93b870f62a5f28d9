import { siteHref } from './links.ts';
import { localeOfId } from './locales.ts';
import { stringsOf } from './strings.ts';

/** The part of a Markdown syntax tree element that the plugins read and write. */
interface Element {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
  children: unknown[];
}
interface Context {
  setProperty(node: Element, name: string, value: string): void;
}

/** What a plugin is told of the file it works on. */
interface Source {
  fileURL?: URL | undefined;
}

const localeOfFile = (file: URL | undefined) =>
  localeOfId(decodeURIComponent(file?.pathname ?? '').split('/content/docs/')[1] ?? '');

/**
 * Markdown plugin that gives root-relative links in `content/docs` the folder the site is published in and the
 * language of the page, so that authors write one form that works everywhere.
 */
export function siteLinks(base: string) {
  return ({ fileURL }: Source) => {
    const locale = localeOfFile(fileURL);
    return {
      name: 'site-links',
      element: {
        filter: ['a'],
        visit(node: Element, context: Context): void {
          const { href } = node.properties;
          if (typeof href === 'string') {
            context.setProperty(node, 'href', siteHref(href, base, locale));
          }
        },
      },
    };
  };
}

/** The text in a part of the tree. */
function textOf(node: unknown): string {
  const { value = '', children = [] } = node as { value?: string; children?: unknown[] };
  return value + children.map(textOf).join('');
}

/** The headers of a table, in the order in which they stand. */
function headersOf(node: unknown): string[] {
  const { tagName, children = [] } = node as Partial<Element>;
  return tagName === 'th' ? [textOf(node).trim()] : children.flatMap(headersOf);
}

/**
 * Markdown plugin that puts tables in a frame that scrolls sideways, by keyboard too, where they do not fit. A frame is
 * called after the headers of its table, so that who hears a page can tell one table from another.
 */
export function scrollableTables({ fileURL }: Source) {
  const strings = stringsOf(localeOfFile(fileURL));
  return {
    name: 'scrollable-tables',
    element: {
      filter: ['table'],
      visit(node: Element): Element {
        const properties = {
          class: 'table-scroll',
          role: 'group',
          'aria-label': [strings['table.label'], headersOf(node).filter(Boolean).join(', ')]
            .filter(Boolean)
            .join(': '),
          tabindex: '0',
          'data-hint': strings['table.scrollHint'],
        };
        return { type: 'element', tagName: 'div', properties, children: [node] };
      },
    },
  };
}
