import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, fromSymbols, isSymbols, plain, toSymbols } from '../../../src/domain/round/symbols.ts';
import { replaced, symbols, SYMBOLS } from './models.ts';

const character = fc.oneof(
  fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
  fc.constantFrom('é', 'ß', '😀', '𝟙', '\ud800'),
);

describe('a number in symbols', () => {
  test('comes back as it was, in at least as many symbols as asked', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 32n ** 30n }), fc.nat(40), (value, length) => {
        const text = toSymbols(value, length);
        expect(fromSymbols(text)).toBe(value);
        expect(isSymbols(text, Math.max(length, text.length))).toBe(true);
      }),
    );
  });

  test.each([
    [0n, 1, '0'],
    [0n, 3, '000'],
    [31n, 1, 'z'],
    [32n, 1, '10'],
    [32n, 4, '0010'],
    [1023n, 2, 'zz'],
  ])('%s in %s symbols is %s', (value, length, text) => {
    expect(toSymbols(value, length)).toBe(text);
  });

  test('is none when one symbol is not ours', () => {
    for (const other of ['u', 'i', 'l', 'o', 'A', '-', ' ', 'é', '𝟙'])
      expect(fromSymbols(`0${other}0`)).toBeNull();
  });
});

describe('text made of our symbols', () => {
  test('is told by each of its characters and by its length', () => {
    fc.assert(
      fc.property(symbols(6), fc.nat(5), character, (text, at, by) => {
        expect(isSymbols(text, 6)).toBe(true);
        expect(isSymbols(text, 5)).toBe(false);
        expect(isSymbols(text, 7)).toBe(false);
        expect(isSymbols(replaced(text, at, by), 6)).toBe([...SYMBOLS].includes(by));
      }),
    );
  });
});

describe('typed text', () => {
  test('is read in capitals, with look-alikes and with anything between', () => {
    expect(plain(' oO0-iIlL1 – ab.CD\t(e) ')).toBe('00011111abcde');
    expect(plain('u')).toBe('u');
    expect(plain('…–"')).toBe('');
  });

  test('of our symbols stays what it is', () => {
    fc.assert(
      fc.property(symbols(20), (text) => {
        expect(plain(text)).toBe(text);
        expect(plain(text.toUpperCase())).toBe(text);
      }),
    );
  });
});

describe('a digest', () => {
  test('is of the length asked and the same each time', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(3 as const, 6 as const), (text, length) => {
        expect(isSymbols(digest(text, length), length)).toBe(true);
        expect(digest(text, length)).toBe(digest(text, length));
      }),
    );
  });

  test('shows any one changed symbol, and any two that changed places, however far apart', () => {
    fc.assert(
      fc.property(
        symbols(50),
        fc.nat(49),
        fc.nat(49),
        fc.constantFrom(...SYMBOLS),
        fc.constantFrom(3 as const, 6 as const),
        (text, one, other, by, length) => {
          const changed = replaced(text, one, by);
          expect(digest(changed, length) === digest(text, length)).toBe(changed === text);
          const swapped = replaced(replaced(text, one, text[other]!), other, text[one]!);
          expect(digest(swapped, length) === digest(text, length)).toBe(swapped === text);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('spreads texts over all there is room for', () => {
    const short = new Set(Array.from({ length: 32_749 }, (_, at) => digest(`ronde ${at}`, 3)));
    // Of n texts over n places, 1 − 1/e of the places are taken.
    expect(short.size / 32_749).toBeGreaterThan(0.6);
    const long = new Set(Array.from({ length: 5000 }, (_, at) => digest(`ronde ${at}`, 6)));
    expect(long.size).toBe(5000);
  });

  // Codes and files that people hold depend on it.
  test('never changes', () => {
    expect(digest('abc', 3)).toMatchInlineSnapshot(`"2qc"`);
    expect(digest('abc', 6)).toMatchInlineSnapshot(`"13yjxf"`);
  });
});
