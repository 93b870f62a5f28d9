import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, firstSentence, listInWords, textIn } from '../../../src/domain/shared/text.ts';

describe('filling in a label', () => {
  test.each<[string, string, Record<string, string | number>, string]>([
    ['every name gets its value', 'fase {n}: {name}', { n: 4, name: 'Opbouwen' }, 'fase 4: Opbouwen'],
    [
      'a name may hold hyphens and digits',
      '{ubo-boete-min} {a2}',
      { 'ubo-boete-min': '50 euro', a2: 1 },
      '50 euro 1',
    ],
    [
      'a name with other signs is no name',
      '{a b} {a.b} {} {é}',
      { 'a b': 1, 'a.b': 1, '': 1, é: 1 },
      '{a b} {a.b} {} {é}',
    ],
    ['a name may come back', '{n} en {n}', { n: 0 }, '0 en 0'],
    ['a name without a value shows', 'fase {n}', {}, 'fase {n}'],
    ['an empty value is a value', 'a{x}b', { x: '' }, 'ab'],
    ['a value is never filled in itself', '{a}', { a: '{b}', b: 'fout' }, '{b}'],
    ['signs of a replacement pattern stay', '{a}', { a: '$& $1 $$' }, '$& $1 $$'],
    ['values without a place are left out', 'niets', { a: 'x' }, 'niets'],
  ])('%s', (_rule, template, values, text) => {
    expect(fill(template, values)).toBe(text);
  });

  test('only given values are filled in, not what every object has', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']) {
      expect(fill(`{${name}}`, {})).toBe(`{${name}}`);
    }
  });

  test('text between the names stays as it is', () => {
    const plain = fc.string().filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(plain, plain, fc.oneof(fc.string(), fc.integer()), (before, after, value) => {
        expect(fill(`${before}{x}${after}`, { x: value })).toBe(`${before}${value}${after}`);
      }),
    );
  });
});

describe('a text in a language', () => {
  test('is the translation where there is one, else the Dutch', () => {
    const text = { nl: 'groep', fr: 'groupe' };
    expect([textIn(text, 'nl'), textIn(text, 'fr'), textIn(text, 'en')]).toEqual([
      'groep',
      'groupe',
      'groep',
    ]);
  });
});

describe('a list of names in words', () => {
  test('is what a formatter of the browser says, in Dutch and French', () => {
    const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 6 });
    const words = [
      ['nl', 'conjunction', 'en'],
      ['nl', 'disjunction', 'of'],
      ['fr', 'conjunction', 'et'],
      ['fr', 'disjunction', 'ou'],
    ] as const;
    fc.assert(
      fc.property(names, fc.constantFrom(...words), (list, [lang, type, word]) => {
        expect(listInWords(list, word)).toBe(new Intl.ListFormat(lang, { type }).format(list));
      }),
    );
  });
});

describe('the first sentence', () => {
  test.each([
    ['Laat het stil. Wie wil, noteert.', 'Laat het stil.'],
    ['Lees voor: doel, taken. Zeg dat er 3.5 uur is.', 'Lees voor: doel, taken.'],
    ['Vraag: “Wie begint?” Volg dan de kring.', 'Vraag: “Wie begint?”'],
    ['Wacht 2.5 minuten of langer. Ga door', 'Wacht 2.5 minuten of langer.'],
    ['Zonder punt', 'Zonder punt'],
    ['', ''],
  ])('of “%s” is “%s”', (text, expected) => expect(firstSentence(text)).toBe(expected));

  test('takes the next one along where it says too little', () => {
    expect(firstSentence('Ga rond. Ieder zegt één ding. Noteer alles.', 20)).toBe(
      'Ga rond. Ieder zegt één ding.',
    );
    expect(firstSentence('Kort.', 20)).toBe('Kort.');
  });

  test('is always a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (text, least) => text.startsWith(firstSentence(text, least))),
    );
  });
});
