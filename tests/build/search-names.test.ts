import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Names } from '../../components/search/search-dialog.ts';
import { indexNames, KINDS, searchNames, stemOf, varied, wordsOf } from '../../src/domain/search/index.ts';
import type { SearchWords } from '../../src/domain/search/schema.ts';
import { builtPages, isHandbookPage, SITES } from './site.ts';

const QUERIES = (
  parse(readFileSync(join(import.meta.dirname, '../search/queries.nl.yaml'), 'utf8')) as {
    ask: string;
    want: string | string[];
  }[]
).map(({ ask, want }) => ({ ask, want: [want].flat() }));

const namesOf = (site: (typeof SITES)[number]) =>
  JSON.parse(readFileSync(join(site.dist, 'zoeken/nl.json'), 'utf8')) as Names;

describe.each(SITES.map((site) => [site.name, site] as const))('names to search, site %s', (_name, site) => {
  const { entries } = namesOf(site);
  const kindOf = new Map(entries.map(({ url, kind }) => [url, kind]));

  it('hold every page of the handbook, with what it is about', () => {
    const pages = builtPages(site)
      .filter((page) => isHandbookPage(page) && page.path !== '/404.html')
      .map(({ path }) => site.base + path.slice(1));
    expect(pages.filter((url) => !kindOf.has(url))).toEqual([]);
    expect(entries.filter(({ gist }) => gist === '').map(({ url }) => url)).toEqual([]);
  });

  it('hold every page that a question of a reader should give', () => {
    const wanted = new Set(QUERIES.flatMap(({ want }) => want));
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

describe('the thesaurus', () => {
  const { thesaurus, synonyms } = parse(
    readFileSync(join(import.meta.dirname, '../../content/search/nl.yaml'), 'utf8'),
  ) as SearchWords;
  const { entries, vocabulary } = namesOf(SITES.find(({ base }) => base === '/')!);
  const stems = (text: string) => wordsOf(text).map(stemOf);
  const pairs = Object.entries(thesaurus).flatMap(([concept, words]) =>
    words.map((word) => [concept, word] as const),
  );

  it('reads every word as one that the handbook has', () => {
    const { known } = indexNames(entries, vocabulary);
    expect(
      Object.keys(thesaurus).filter((concept) => !stems(concept).every((stem) => known.has(stem))),
    ).toEqual([]);
  });

  it('reads no word as itself, and none that is in a name of the handbook or a synonym', () => {
    const named = new Set(entries.flatMap(({ title, aliases }) => [title, ...aliases]).flatMap(stems));
    const others = new Set(synonyms.flatMap(({ from }) => from).map((phrase) => stems(phrase).join(' ')));
    const wrong = pairs.filter(
      ([concept, word]) =>
        stems(word).join() === stems(concept).join() ||
        stems(word).every((stem) => named.has(stem)) ||
        others.has(stems(word).join(' ')),
    );
    expect(wrong).toEqual([]);
  });

  it('says every word once for the same thing', () => {
    const said = pairs.map(([concept, word]) => `${concept}: ${stems(word).join(' ')}`);
    expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
  });
});

it('names give the page of 95 of 100 questions among the first three, before any text is searched', () => {
  const { entries, vocabulary } = namesOf(SITES.find(({ base }) => base === '/')!);
  const index = indexNames(entries, vocabulary);
  const misses = QUERIES.flatMap(({ ask, want }) => {
    const found = varied(searchNames(index, ask)).map(({ entry }) => entry.url);
    return found.slice(0, 3).some((url) => want.includes(url)) ? [] : [`${ask} → ${found[0] ?? ''}`];
  });
  const share = 1 - misses.length / QUERIES.length;
  console.log(`search by names: ${QUERIES.length} questions, ${share.toFixed(3)} among the first three`);
  expect(QUERIES.length).toBeGreaterThanOrEqual(1470);
  expect(share, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
}, 240_000);
