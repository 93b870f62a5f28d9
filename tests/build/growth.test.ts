import { describe, expect, it } from 'vitest';
import { MOST_IN_MENU } from '../../src/site/route-data.ts';
import { sections } from '../../src/site/sidebar.ts';
import { builtPages, isHandbookPage, SITES } from './site.ts';

const [site] = SITES;
if (!site) throw new Error('No site to check.');
const pages = builtPages(site).filter(isHandbookPage);
const paths = new Set(pages.map(({ path }) => path));

/** Pages of other sections that a page may name around its text: one per section, home, before and after, and what the foot leads to. */
const MOST_OTHERS = sections.length + 6;
/** Bytes that a further page may cost the other pages of its section. */
const MOST_PER_PAGE = 160;

/** The section in whose menu a page stands. */
function sectionOf(path: string): string | undefined {
  const slug = path.slice(1, -1);
  const named = sections.find(({ slugs = [], more = [] }) => [...slugs, ...more].includes(slug));
  return (named ?? sections.find(({ directory }) => path.startsWith(`/${directory}/`)))?.directory;
}

/** What stands around the text of a page, in every form: links, data, scripts. */
function frameOf(html: string): string {
  const from = html.indexOf('<div class="sl-markdown-content"');
  const to = html.indexOf('</main>');
  return from < 0 || to < from ? html : html.slice(0, from) + html.slice(to);
}

/** The pages of other sections whose address stands around the text of a page. */
function othersIn(path: string, html: string): string[] {
  const named = new Set([...frameOf(html).matchAll(/\/(?:[a-z0-9-]+\/)*/g)].map(([found]) => found));
  return [...named].filter((other) => paths.has(other) && sectionOf(other) !== sectionOf(path));
}

describe('what stands around the text of a page', () => {
  it('names a fixed number of pages of other sections, however many there are', () => {
    expect(pages.length).toBeGreaterThan(5 * MOST_OTHERS);
    const counts = pages.map(({ path, html }) => ({ path, others: othersIn(path, html).length }));
    // One link per other section at least: the check does look at the menu.
    expect(Math.min(...counts.map(({ others }) => others))).toBeGreaterThanOrEqual(sections.length - 1);
    expect(counts.filter(({ others }) => others > MOST_OTHERS)).toEqual([]);
  });

  it('grows by a line of the menu for a further page of its own section, as long as all of them stand in it', () => {
    for (const { path, dom } of pages) {
      const own = dom.querySelectorAll('#starlight__sidebar ul ul li');
      const bytes = own.reduce((sum, item) => sum + item.toString().length, 0);
      expect.soft(own.length, path).toBeLessThanOrEqual(MOST_IN_MENU + 1);
      if (own.length > 0) expect.soft(bytes / own.length, path).toBeLessThanOrEqual(MOST_PER_PAGE);
    }
  });
});
