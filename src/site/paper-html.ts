/** Where a page of the handbook stands in a document that holds several. */
export interface Place {
  /** Anchor of the page in the document, put before its own ids: `methode-4-opbouwen`. */
  readonly anchor: string;
  /** How many levels deeper its headings are than on the page itself. */
  readonly deeper: number;
  /** The address a link must have in the document. */
  readonly resolve: (href: string) => string;
}

/** The anchor of a page in a document: `methode/4-opbouwen` → `methode-4-opbouwen`. */
export function anchorOf(page: string): string {
  return page.replaceAll('/', '-');
}

/** The id, in a document, of what has `id` on its own page. */
export function idInDocument(anchor: string, id: string): string {
  return `${anchor}--${id}`;
}

/**
 * Links of a page in a document: to what the document holds they become links within it, to the rest of the site the
 * whole address. `anchors` are the anchors of the pages it holds; a page held as a sheet has no places within.
 */
export function resolver(options: {
  /** Anchor per page id. */
  anchors: ReadonlyMap<string, string>;
  /** Page ids held as a sheet. */
  sheets?: ReadonlySet<string>;
  /** Folder the site is published in. */
  base: string;
  /** Address of the site. */
  site: string;
}): (href: string) => string {
  const { anchors, sheets = new Set(), base, site } = options;
  return (href) => {
    if (!href.startsWith('/') || href.startsWith('//')) return href;
    const [path = '', place] = href.split('#', 2);
    const page = path.slice(base.length).replace(/\/$/, '') || 'index';
    const anchor = path.startsWith(base) && !path.includes('?') ? anchors.get(page) : undefined;
    if (!anchor) return new URL(href, site).href;
    return `#${place && !sheets.has(page) ? idInDocument(anchor, place) : anchor}`;
  };
}

const LISTS_OF_IDS = /\s(for|headers|aria-labelledby|aria-describedby|aria-controls|aria-owns)="([^"]*)"/g;

/**
 * The HTML of a page as it goes into a document: without scripts, tools for the screen and cards that open, with ids
 * that are the page's own in the document, and with links that lead somewhere from paper. The HTML is what the build
 * itself renders, so attributes stand in double quotes and nothing here has to read HTML of strangers.
 */
export function toPaper(html: string, { anchor, deeper, resolve }: Place): string {
  return (
    html
      .replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
      .replaceAll(/<astro-island\b[^>]*>.*?<\/astro-island>/gs, '')
      .replaceAll(/<span popover\b[^>]*>.*?<\/span>/gs, '')
      .replaceAll(/<button\b[^>]*\bclass="term"[^>]*>(.*?)<\/button>/gs, '<span class="term">$1</span>')
      .replaceAll(/<a class="sl-anchor-link"[^>]*>.*?<\/a>/gs, '')
      .replaceAll(/<form\b[^>]*>.*?<\/form>/gs, '')
      // What is wider than a phone scrolls there in a frame, which stays in reach of the keyboard.
      .replaceAll(/(<div\b[^>]*\srole="group"[^>]*>)|\stabindex="0"/g, (_, frame?: string) => frame ?? '')
      .replaceAll(/\sid="([^"]+)"/g, (_, id: string) => ` id="${idInDocument(anchor, id)}"`)
      .replaceAll(
        LISTS_OF_IDS,
        (_, name: string, ids: string) =>
          ` ${name}="${ids
            .split(' ')
            .map((id) => idInDocument(anchor, id))
            .join(' ')}"`,
      )
      .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${idInDocument(anchor, id)})`)
      .replaceAll(/\shref="([^"]*)"/g, (_, href: string) => {
        if (href.startsWith('#')) return ` href="#${idInDocument(anchor, href.slice(1))}"`;
        const resolved = resolve(href);
        // Print shows where a link leads; not where that is this site, which the paper names already.
        return ` href="${resolved}"${resolved === href || resolved.startsWith('#') ? '' : ' data-own-site'}`;
      })
      .replaceAll(/<(\/?)h([1-6])\b/g, (_, slash: string, level: string) => {
        return `<${slash}h${Math.min(6, Number(level) + deeper)}`;
      })
  );
}
