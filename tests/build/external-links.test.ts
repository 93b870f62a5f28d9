import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ExternalLink } from '../../src/domain/external-link/schema.ts';
import { LINKS_PAGE } from '../../src/site/external-links.ts';
import { site as host } from '../../src/site/publishing.ts';
import { root } from '../content/load.ts';
import { type BuiltPage, builtPages, fileOf, isHandbookPage, SITES } from './site.ts';

const listed = parse(readFileSync(join(root, 'content/external-links.yaml'), 'utf8')) as ExternalLink[];
/** Addresses outside the site that a page links to. */
const externals = ({ dom }: BuiltPage): string[] =>
  dom
    .querySelectorAll('a[href]')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /^(https?:)?\/\//.test(href) && !href.startsWith(`${host}/`));

describe.each(SITES)('links from the site $name to elsewhere', (site) => {
  const pages = builtPages(site);
  const used = new Set(pages.filter(({ path }) => !path.endsWith(LINKS_PAGE)).flatMap(externals));
  const page = pages.find(({ path }) => path === LINKS_PAGE);

  it('are all in content/external-links.yaml (npm run links:check -- --sync)', () => {
    const ids = new Set(listed.map(({ id }) => id));
    expect({
      notListed: [...used].filter((address) => !ids.has(address)),
      notUsed: [...ids].filter((address) => !used.has(address)),
    }).toEqual({ notListed: [], notUsed: [] });
    expect(ids.size).toBe(listed.length);
  });

  it('are listed with the pages they stand on', () => {
    const users = (address: string): string[] =>
      pages
        .filter((one) => isHandbookPage(one) && one.path !== LINKS_PAGE && externals(one).includes(address))
        .map(({ path }) => `${site.base}${path.slice(1)}`);
    const shown = new Map(
      page?.dom
        .querySelectorAll('[data-linked-from]')
        .map((place) => [
          place.getAttribute('data-linked-from'),
          place.querySelectorAll('a').map((link) => link.getAttribute('href') ?? ''),
        ]),
    );
    expect(shown.size).toBe(listed.length);
    for (const { id } of listed) {
      expect.soft(shown.get(id), id).toEqual(users(id));
      expect.soft(shown.get(id)?.length, id).toBeGreaterThan(0);
      expect
        .soft(
          shown.get(id)?.every((href) => fileOf(site, href)),
          id,
        )
        .toBe(true);
    }
  });

  it('say when they were last looked at, and that nobody did where that is so', () => {
    const rows = page?.dom.querySelectorAll('.external li').map(({ textContent }) => textContent) ?? [];
    expect(rows.filter((text) => text.includes('Nog niet nagekeken'))).toHaveLength(
      listed.filter(({ lastChecked }) => !lastChecked).length,
    );
    expect(rows.filter((text) => text.includes('Laatst nagekeken op'))).toHaveLength(
      listed.filter(({ lastChecked }) => lastChecked).length,
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(listed.filter(({ lastChecked = '' }) => lastChecked > today)).toEqual([]);
  });
});
