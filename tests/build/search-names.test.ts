import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

  it('hold every page that a question of a reader should give', () => {
    const queries = parse(readFileSync(join(import.meta.dirname, '../search/queries.nl.yaml'), 'utf8')) as {
      ask: string;
      want: string | string[];
    }[];
    const wanted = new Set(queries.flatMap(({ want }) => want));
    expect([...wanted].filter((url) => !kindOf.has(site.base + url.slice(1)))).toEqual([]);
  });

  it('hold what a page lists from data, with the place on the page', () => {
    const headingsOf = (path: string) =>
      new Map(entries.find(({ url }) => url === site.base + path)?.headings.map(([text, at]) => [at, text]));
    for (const [path, anchor, text] of [
      ['rechtsvormen/regels-voor-elke-werf/', 'r25a', 'Wet-Breyne'],
      ['rechtsvormen/bedragen/', 'nv-kapitaal', 'Kleinste kapitaal van een NV'],
      ['fiches/werkbladen/', 'meetblad', 'Meetblad na een werf'],
      ['hulpmiddelen/agenda/', 'agenda-infosessie', 'Infosessie'],
    ] as const) {
      expect.soft(headingsOf(path).get(anchor), path).toBe(text);
      const html = readFileSync(join(site.dist, path, 'index.html'), 'utf8');
      expect.soft(html, `${path}#${anchor}`).toMatch(new RegExp(`id="?${anchor}["\\s>]`));
    }
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
