import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FirstVisit, measureFirstVisits } from './first-visit.ts';

/**
 * Brotli bytes of a first visit without the font, per page. No phase page ever has more than 17,000 (docs/adr/0028). A figure goes
 * down with the page, never up without a reason in an ADR.
 */
const PHASES: Readonly<Record<string, number>> = {
  '/methode/1-zich-inspireren/': 15_250,
  '/methode/2-interesseren/': 15_150,
  '/methode/3-uitwisselen/': 16_000,
  '/methode/4-opbouwen/': 16_950,
  '/methode/5-concreet-uitwerken/': 16_900,
  '/methode/6-formaliseren/': 16_050,
  '/methode/7-communiceren/': 15_650,
  '/methode/8-groeien/': 16_600,
};
/** The frame with its table of contents, and text: what a tool is compared with. */
const PLAIN = '/methode/lessen/';
const PAGES: Readonly<Record<string, number>> = {
  '/': 10_500,
  ...PHASES,
  [PLAIN]: 12_900,
  '/fiches/brainstorm/': 15_600,
  '/fiches/beslissen-met-instemming/': 18_400,
  '/cases/rana-plaza/': 10_350,
  '/cases/kubeko/': 16_950,
  '/begrippen/': 27_100,
};
const TOOLS = [
  '/hulpmiddelen/fasetest/',
  '/hulpmiddelen/coordinatie/',
  '/hulpmiddelen/rechtsvorm/',
  '/hulpmiddelen/groep/',
  '/hulpmiddelen/agenda/',
  '/hulpmiddelen/draaien/',
  '/hulpmiddelen/besluit/',
];

/** Page, style, font; browsers ask for the icon and the manifest apart. */
const FILES = 3;

/** Bytes without the font, which is the same on every page and kept by the browser. */
const weight = ({ bytes }: FirstVisit): number => bytes.html + bytes.css + bytes.js + bytes.other;

describe('what a first visit fetches', () => {
  const visits = new Map<string, FirstVisit>();
  const at = (path: string): FirstVisit => {
    const visit = visits.get(path);
    if (!visit) throw new Error(`${path} was not measured.`);
    return visit;
  };

  beforeAll(async () => {
    const paths = [...Object.keys(PAGES), ...TOOLS];
    for (const visit of await measureFirstVisits(paths)) visits.set(visit.path, visit);
  }, 300_000);

  it('stays within the figure of each page without a tool', () => {
    for (const [path, most] of Object.entries(PAGES))
      expect.soft(weight(at(path)), path).toBeLessThanOrEqual(most);
  });

  it('is at most three files on a page without a tool: page, style, font', () => {
    for (const path of Object.keys(PAGES)) expect.soft(at(path).requests, path).toBeLessThanOrEqual(FILES);
  });

  it('has at most one font, of at most 30 kB', () => {
    for (const { path, bytes } of visits.values()) expect.soft(bytes.font, path).toBeLessThanOrEqual(30_000);
  });

  it('is no file of script on a page without a tool', () => {
    for (const path of Object.keys(PAGES)) expect.soft(at(path).scripts, path).toEqual({});
  });

  it('leaves search and its index alone', () => {
    for (const { path, scripts } of visits.values()) {
      expect
        .soft(
          Object.keys(scripts).filter((address) => /pagefind|search-dialog/.test(address)),
          path,
        )
        .toEqual([]);
    }
  });

  it.each(TOOLS.map((path) => [path]))('grows by at most 25 kB of script and style for %s', (path) => {
    const plain = at(PLAIN);
    const tool = at(path);
    const added = tool.bytes.js - plain.bytes.js + tool.bytes.css - plain.bytes.css;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(25_000);
  });
});

describe('search', () => {
  const dist = join(import.meta.dirname, '../../dist');
  const packed = (path: string): number => brotliCompressSync(readFileSync(join(dist, path))).length;

  it('fetches at most 80 kB from being opened to its first results', () => {
    const dialog = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('search-dialog'));
    expect(dialog.some((name) => name.endsWith('.js'))).toBe(true);
    const bytes = [...dialog.map((name) => `_astro/${name}`), 'zoeken/nl.json', 'teksten/nl.json'].map(
      packed,
    );
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(80_000);
  });
});
