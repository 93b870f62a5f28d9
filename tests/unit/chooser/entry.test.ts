import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/domain/chooser/condition.ts';
import { ENTRY, fromSavedText, toSavedText } from '../../../src/domain/chooser/entry.ts';
import type { CodecModel } from '../../../src/domain/chooser/model.ts';
import { entryOf, smallModel } from './models.ts';

const KIND = 'mini-cluster/proef';

/** A model of two questions and two criteria. */
const model: CodecModel = {
  letter: 'k',
  version: 3,
  questions: ['a', 'b'].map((id) => ({ id, values: [{ id: 'x' }, { id: 'y' }] })),
  criteria: [{ id: 'tijd' }, { id: 'geld' }],
  options: [],
  stages: [],
  rules: [],
  codec: {},
};

/** The text of a saved entry with these fields in place of the usual ones. */
function savedText(fields: Record<string, unknown>): string {
  return JSON.stringify({ kind: KIND, version: 3, answers: {}, importance: {}, ...fields });
}

describe('an entry', () => {
  test('is empty with neither answers nor weights', () => {
    expect(ENTRY.isEmpty(ENTRY.empty)).toBe(true);
    expect(ENTRY.isEmpty({ answers: { a: UNKNOWN }, importance: {} })).toBe(false);
    expect(ENTRY.isEmpty({ answers: {}, importance: { tijd: 1 } })).toBe(false);
  });

  test('is the same as another with the same answers and weights, in any order', () => {
    const entries = smallModel.chain((one) => fc.tuple(entryOf(one), entryOf(one)));
    fc.assert(
      fc.property(entries, ([a, b]) => {
        const sorted = (record: object) => JSON.stringify(Object.entries(record).toSorted());
        const isSame =
          sorted(a.answers) === sorted(b.answers) && sorted(a.importance) === sorted(b.importance);
        expect(ENTRY.isSame(a, b)).toBe(isSame);
        const answers = Object.fromEntries(Object.entries(a.answers).reverse());
        expect(ENTRY.isSame(a, { ...a, answers })).toBe(true);
      }),
    );
    const one = { answers: { a: 'x' }, importance: { tijd: 1 } } as const;
    expect(ENTRY.isSame(one, { ...one, importance: {} })).toBe(false);
    expect(ENTRY.isSame(one, { ...one, answers: {} })).toBe(false);
  });
});

describe('a saved text', () => {
  test('opens with exactly what went in', () => {
    const saved = smallModel.chain((one) => fc.record({ one: fc.constant(one), entry: entryOf(one) }));
    fc.assert(
      fc.property(saved, ({ one, entry }) => {
        expect(fromSavedText(KIND, one, toSavedText(KIND, one, entry))).toEqual({
          ok: true,
          entry,
          ignored: [],
        });
      }),
    );
  });

  test('holds the answers, the weights, the version and whose it is', () => {
    const entry = { answers: { a: 'x', b: UNKNOWN }, importance: { tijd: 4 } } as const;
    expect(JSON.parse(toSavedText(KIND, model, entry))).toEqual({ kind: KIND, version: 3, ...entry });
  });
});

describe('any text', () => {
  test('never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .tuple(fc.jsonValue(), fc.jsonValue())
        .map(([answers, importance]) => savedText({ answers, importance })),
      fc
        .dictionary(fc.constantFrom('kind', 'version', 'answers', 'importance'), fc.jsonValue())
        .map((fields) => savedText(fields)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const loaded = fromSavedText(KIND, model, text);
        if (!loaded.ok) expect(['unreadable', 'foreign']).toContain(loaded.reason);
        else {
          expect(Object.values(loaded.entry.answers).every((answer) => typeof answer === 'string')).toBe(
            true,
          );
          expect(Object.values(loaded.entry.importance).every((weight) => weight === 1 || weight === 4)).toBe(
            true,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps every answer it understands or may understand later, and names every question it does not use', () => {
    const ids = fc.constantFrom(
      'a',
      'b',
      'weg',
      'uit-later',
      '',
      'Hoofd',
      '-a',
      'a-',
      'é',
      '__proto__',
      'constructor',
    );
    const values = fc.constantFrom<unknown>(
      'x',
      'y',
      'u',
      'z',
      'nog-een',
      '',
      'X',
      'a b',
      0,
      null,
      true,
      [],
      ['x'],
      {},
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, values)), (pairs) => {
        // Built as text: an object literal would swallow "__proto__".
        const given = new Map(pairs);
        const fields = [...given].map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`);
        const text = `{"kind":"${KIND}","answers":{${fields.join(',')}}}`;
        const isOurs = (id: string) => id === 'a' || id === 'b';
        const isValid = ([id, value]: [string, unknown]) =>
          isOurs(id) && ['x', 'y', 'u'].some((one) => one === value);
        const isOfLater = ([id, value]: [string, unknown]) =>
          ['weg', 'uit-later', 'constructor'].includes(id) &&
          ['x', 'y', 'u', 'z', 'nog-een'].some((one) => one === value);
        const loaded = fromSavedText(KIND, model, text);
        if (!loaded.ok) throw new Error(loaded.reason);
        const kept = [...given].filter((pair) => isValid(pair) || isOfLater(pair));
        expect(loaded.entry).toEqual({ answers: Object.fromEntries(kept), importance: {} });
        expect(loaded.ignored.toSorted()).toEqual(
          [...given]
            .filter((pair) => !isValid(pair))
            .map(([id]) => id)
            .toSorted(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['nothing', '', 'unreadable'],
    ['no JSON', '{"kind"', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['null', 'null', 'unreadable'],
    ['a file of something else', '{"kind":"mini-cluster/fasetest","answers":{}}', 'foreign'],
    ['a file without a kind', '{"answers":{}}', 'foreign'],
    ['our file without answers', JSON.stringify({ kind: KIND }), 'unreadable'],
    ['our file with a list of answers', savedText({ answers: ['x'] }), 'unreadable'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(fromSavedText(KIND, model, text)).toEqual({ ok: false, reason });
  });

  test('keeps weights that differ from normal, of criteria it knows', () => {
    const weights = { tijd: 4, geld: 1 };
    expect(fromSavedText(KIND, model, savedText({ importance: weights }))).toMatchObject({
      entry: { importance: weights },
    });
    for (const importance of [
      { tijd: 2 },
      { tijd: 3 },
      { tijd: '4' },
      { zorg: 4 },
      ['4'],
      null,
      'tijd',
      undefined,
    ]) {
      expect(fromSavedText(KIND, model, savedText({ answers: { a: 'x' }, importance }))).toEqual({
        ok: true,
        entry: { answers: { a: 'x' }, importance: {} },
        ignored: [],
      });
    }
  });
});
