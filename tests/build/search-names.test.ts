import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../components/search/search-dialog.ts';
import { KINDS } from '../../src/domain/search/index.ts';
import { builtPages, isHandbookPage, SITES } from './site.ts';

describe.each(SITES.map((site) => [site.name, site] as const))('names to search, site %s', (_name, site) => {
  const { entries } = JSON.parse(readFileSync(join(site.dist, 'zoeken/nl.json'), 'utf8')) as Names;
  const kindOf = new Map(entries.map(({ url, kind }) => [url, kind]));

  it('hold every page of the handbook, with what it is about', () => {
    const pages = builtPages(site)
      .filter((page) => isHandbookPage(page) && page.path !== '/404.html')
      .map(({ path }) => site.base + path.slice(1));
    expect(pages.filter((url) => !kindOf.has(url))).toEqual([]);
    expect(entries.filter(({ gist }) => gist === '').map(({ url }) => url)).toEqual([]);
  });

  it('say of each what it is', () => {
    expect([...new Set(kindOf.values())].sort()).toEqual([...KINDS].sort());
    for (const [folder, kind] of [
      ['methode/4-opbouwen', 'phase'],
      ['fiches/visgeraamte', 'technique'],
      ['fiches/fiche-1', 'sheet'],
      ['cases/kubeko', 'case'],
      ['hulpmiddelen/agenda', 'tool'],
      ['rechtsvormen/bv', 'legal-form'],
    ] as const)
      expect.soft(kindOf.get(`${site.base}${folder}/`), folder).toBe(kind);
  });
});
