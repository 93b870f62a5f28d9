import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FirstVisit, measureFirstVisits } from './first-visit.ts';

const PHASES = ['/methode/1-zich-inspireren/', '/methode/4-opbouwen/', '/methode/8-groeien/'];
const TOOLS = [
  '/hulpmiddelen/fasetest/',
  '/hulpmiddelen/coordinatie/',
  '/hulpmiddelen/rechtsvorm/',
  '/hulpmiddelen/groep/',
  '/hulpmiddelen/agenda/',
  '/hulpmiddelen/draaien/',
  '/hulpmiddelen/besluit/',
];

/** Page, style, script, font; browsers ask for the icon and the manifest apart. */
const FILES = 4;

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
    for (const visit of await measureFirstVisits(['/', ...PHASES, ...TOOLS])) visits.set(visit.path, visit);
  }, 60_000);

  it('stays small on pages without a tool', () => {
    expect.soft(weight(at('/'))).toBeLessThan(20_000);
    // A phase page carries the sheet it prints as, with its style and code: some 2.7 kB, and no file more.
    for (const path of PHASES) expect.soft(weight(at(path)), path).toBeLessThan(34_000);
  });

  it('is at most four files on a page without a tool: page, style, script, font', () => {
    for (const path of ['/', ...PHASES]) expect.soft(at(path).requests, path).toBeLessThanOrEqual(FILES);
  });

  it('has at most one font, of at most 30 kB', () => {
    for (const { path, bytes } of visits.values()) expect.soft(bytes.font, path).toBeLessThanOrEqual(30_000);
  });

  it('is script for the frame only on a page without a tool: search, theme, menu, table of contents', () => {
    for (const path of PHASES) {
      const { bytes, scripts } = at(path);
      expect.soft(bytes.js, path).toBeLessThan(3_500);
      expect
        .soft(
          Object.keys(scripts).filter((address) => /preact|PhaseTest|client|hooks/.test(address)),
          path,
        )
        .toEqual([]);
    }
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
    const phase = at(PHASES[0] ?? '');
    const tool = at(path);
    const added = tool.bytes.js - phase.bytes.js + tool.bytes.css - phase.bytes.css;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(25_000);
  });
});

describe('search', () => {
  const dist = join(import.meta.dirname, '../../dist');
  const packed = (path: string): number => brotliCompressSync(readFileSync(join(dist, path))).length;

  it('fetches at most 60 kB from being opened to its first results', () => {
    const dialog = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('search-dialog'));
    expect(dialog.some((name) => name.endsWith('.js'))).toBe(true);
    const bytes = [...dialog.map((name) => `_astro/${name}`), 'zoeken/nl.json'].map(packed);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
  });
});
