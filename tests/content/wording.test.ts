import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesUnder, pages, root } from './load.ts';
import { packRuns, RUN, runsOf, sourceRuns, wordsOf } from './source-runs.ts';

/** Names and titles that may be long and the same as in a source. */
const EXEMPT = [
  'Sustainable Futures for Enterprise Centres',
  'Dispositif Opérationnel de Rénovation énergétique des Maisons Individuelles',
];

/** All text in a data file, one string per field. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
const prose = [
  ...pages().map(({ path, body, front }) => ({
    path,
    text: `${textsIn(front).join('\n')}\n${body.replace(/<[^>]*>/g, ' ')}`,
  })),
  // Titles of publications stand in content/sources as published.
  ...filesUnder(join(root, 'content'), /\.yaml$/)
    .filter((file) => !file.includes('/sources/'))
    .map((file) => ({
      path: file.slice(root.length + 1),
      text: textsIn(parse(readFileSync(file, 'utf8'))).join('\n'),
    })),
];

describe('our own words', () => {
  it(`share no run of ${RUN} words with a source`, () => {
    const known = sourceRuns();
    expect(known.size).toBeGreaterThan(15_000);
    const shared = prose.flatMap(({ path, text }) => {
      const own = EXEMPT.reduce((rest, name) => rest.replaceAll(name, ' '), text);
      const words = wordsOf(own);
      return runsOf(words)
        .filter(({ fingerprint }) => known.has(fingerprint))
        .map(({ at }) => `${path}: ${words.slice(at, at + RUN).join(' ')}`);
    });
    expect(shared).toEqual([]);
  });

  it('are recognised when they are not our own', () => {
    const source = 'De groep zoekt samen een naam voor de mini-cluster en stemt daarna over de voorstellen.';
    const packed = packRuns([source]);
    const [first] = runsOf(wordsOf(`Eerst iets anders. ${source}`)).filter(({ fingerprint }) =>
      packed.includes(fingerprint, 'hex'),
    );
    expect(first?.at).toBe(3);
  });
});

/** Vowel groups of a Dutch word, close enough to its syllables to compare texts. */
const syllables = (word: string): number =>
  Math.max((word.match(/[aeiouyàáâäèéêëìíîïòóôöùúûü]+/g) ?? []).length, 1);

/** Reading ease by Flesch–Douma, made for Dutch: 60–70 is plain, below 40 hard. */
function readingEase(text: string): number {
  const sentences = text.split(/[.!?:;]\s|\n{2,}/).filter((sentence) => wordsOf(sentence).length > 2);
  const words = sentences.flatMap(wordsOf);
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 206.84 - 0.93 * (words.length / sentences.length) - 77 * (total / words.length);
}

describe('reading level', () => {
  /** Running text of a page: no headings, tables, code, imports or components. */
  const running = (body: string): string =>
    body
      .replace(/```[\s\S]*?```/g, '')
      .replace(/^(import |#|\||<|export ).*$/gm, '')
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/<[^>]*>|[[\]*_`]/g, '');
  const measured = pages()
    .map(({ path, body }) => ({ path, text: running(body) }))
    .filter(({ text }) => wordsOf(text).length > 100)
    .map(({ path, text }) => ({ path, ease: readingEase(text), words: wordsOf(text).length }))
    .sort((a, b) => a.ease - b.ease);

  it('of every page is reported, and none is hard to read', () => {
    mkdirSync(join(root, '.reports'), { recursive: true });
    const lines = measured.map(
      ({ path, ease, words }) => `${ease.toFixed(0).padStart(4)}  ${String(words).padStart(5)}  ${path}`,
    );
    writeFileSync(
      join(root, '.reports/reading-level.txt'),
      `ease  words  page (Flesch–Douma)\n${lines.join('\n')}\n`,
    );
    expect(measured.length).toBeGreaterThan(50);
    expect(measured.filter(({ ease }) => ease < 55)).toEqual([]);
  });

  it('tells plain from hard', () => {
    const plain = 'De groep praat. Ieder lid zegt wat het denkt. Dan kiest u samen wie het werk doet.';
    const hard =
      'De implementatie van organisatorische samenwerkingsovereenkomsten veronderstelt voorafgaandelijke beleidsmatige consultatie, onverminderd administratiefrechtelijke verantwoordelijkheden.';
    expect(readingEase(plain)).toBeGreaterThan(70);
    expect(readingEase(hard)).toBeLessThan(20);
  });
});
