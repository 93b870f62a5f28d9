import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsBetween, rootOf, soundOf, stemOf, wordsOf } from '../../../src/domain/search/index.ts';

describe('words of a text', () => {
  test.each([
    ['Mini-cluster', ['minicluster', 'mini', 'cluster']],
    ['coördinatie', ['coordinatie']],
    ['de firma’s', ['de', 'firma']],
    ['B.V. / vzw', ['bv', 'b', 'v', 'vzw']],
    ['', []],
    ['“Élection”, œuvre', ['election', 'oeuvre']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('any text gives folded words and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('forms of one word share a stem', () => {
  test.each([
    ['bezwaar', 'bezwaren'],
    ['bedrijf', 'bedrijven'],
    ['groep', 'groepen'],
    ['fiche', 'fiches'],
    ['huis', 'huizen'],
    ['verantwoordelijkheid', 'verantwoordelijkheden'],
    ['vennoot', 'vennoten'],
    ['werf', 'werven'],
    ['techniek', 'technieken'],
  ])('%s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test.each([
    ['charter', 'chauffeur'],
    ['impact', 'import'],
    ['fase', 'fax'],
    ['eigen', 'eeig'],
  ])('%s and %s do not', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('kinds of one word share a root', () => {
  test.each([
    ['verzekering', 'verzekeren'],
    ['verzekert', 'verzekeren'],
    ['groepje', 'groep'],
    ['gestopt', 'stoppen'],
    ['beslist', 'beslissen'],
    ['werkte', 'werken'],
    ['haakt', 'haken'],
  ])('%s and %s', (one, other) => {
    expect(rootOf(stemOf(one))).toBe(rootOf(stemOf(other)));
  });

  test.each([
    ['vergadering', 'vergoeding'],
    ['kring', 'kracht'],
    ['geld', 'lid'],
  ])('%s and %s do not', (one, other) => {
    expect(rootOf(stemOf(one))).not.toBe(rootOf(stemOf(other)));
  });
});

test.each([
  ['cubeco', 'kubeko'],
  ['organisatie', 'organizatie'],
  ['wij', 'wei'],
])('%s sounds like %s', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other));
});

describe('typing errors', () => {
  test.each([
    ['brainstrom', 'brainstorm', 1],
    ['opbowen', 'opbouwen', 1],
    ['kat', 'kous', 3],
    ['', 'ab', 2],
    ['gelijk', 'gelijk', 0],
  ])('between %s and %s: %i', (one, other, errors) => {
    expect(errorsBetween(one, other, 5)).toBe(errors);
  });

  test('are as many in both directions, none only for the same word, and never more than asked for plus one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        const errors = errorsBetween(one, other, most);
        expect(errors).toBe(errorsBetween(other, one, most));
        expect(errors === 0).toBe(one === other);
        expect(errors).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});
