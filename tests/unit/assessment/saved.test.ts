import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnswer } from '../../../src/domain/assessment/codec.ts';
import { fromSavedText, SAVED_KIND, toSavedText } from '../../../src/domain/assessment/saved.ts';
import { START_LIST } from '../../../src/domain/assessment/starts.ts';
import { anyModel, assessment, entryOf } from './models.ts';

/** The text of a saved file with these fields in place of the usual ones. */
function savedText(fields: Record<string, unknown>): string {
  return JSON.stringify({ kind: SAVED_KIND, version: 1, start: 'new', answers: {}, ...fields });
}

describe('a saved text', () => {
  const saved = anyModel.chain((model) =>
    fc.record({
      model: fc.constant(model),
      entry: entryOf(model),
      savedOn: fc.constantFrom(undefined, '2026-03-01'),
    }),
  );

  test('opens with exactly what went in, from storage and from a file', () => {
    fc.assert(
      fc.property(saved, ({ model, entry, savedOn }) => {
        expect(fromSavedText(model, toSavedText(model, entry, savedOn))).toEqual({
          ok: true,
          entry,
          ignored: [],
        });
      }),
    );
  });

  test('holds the answers, the start, the version and, in a file, the date', () => {
    const entry = { start: 'formal', answers: { bestaansreden: '2' } } as const;
    const text = toSavedText(assessment, entry, '2026-03-01');
    expect(JSON.parse(text)).toEqual({
      kind: 'mini-cluster/fasetest',
      version: assessment.version,
      savedOn: '2026-03-01',
      ...entry,
    });
    expect(text).toContain('\n  "answers"');
    expect(JSON.parse(toSavedText(assessment, entry))).not.toHaveProperty('savedOn');
  });
});

describe('any text', () => {
  test('never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue().map((answers) => savedText({ answers })),
      fc
        .dictionary(fc.constantFrom('kind', 'version', 'start', 'answers'), fc.jsonValue())
        .map((fields) => savedText(fields)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const loaded = fromSavedText(assessment, text);
        if (!loaded.ok) expect(['unreadable', 'foreign']).toContain(loaded.reason);
        else expect(Object.values(loaded.entry.answers).every(isAnswer)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps every answer it understands or may understand later, and names every id it does not use', () => {
    const ids = fc.oneof(
      fc.constantFrom(...assessment.items.map(({ id }) => id)),
      fc.constantFrom('weg', '', '__proto__', 'constructor', 'toString', '0'),
    );
    const values = fc.oneof(
      fc.constantFrom<unknown>('0', '1', '2', '3', 'u', 'n'),
      fc.constantFrom<unknown>('4', '', 'nu', 0, 2, null, true, [], ['2'], {}),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, values)), (pairs) => {
        // Built as text: an object literal would swallow "__proto__".
        const given = new Map(pairs);
        const fields = [...given].map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`);
        const text = `{"kind":"${SAVED_KIND}","start":"new","answers":{${fields.join(',')}}}`;
        const isValid = ([id, value]: [string, unknown]) => {
          const item = assessment.items.find((other) => other.id === id);
          return item !== undefined && isAnswer(value) && (value !== 'n' || item.naAllowed);
        };
        const loaded = fromSavedText(assessment, text);
        if (!loaded.ok) throw new Error(loaded.reason);
        const isOfLater = ([id, value]: [string, unknown]) =>
          !assessment.items.some((other) => other.id === id) && isAnswer(value) && /^[a-z0-9-]+$/.test(id);
        const kept = [...given].filter((pair) => isValid(pair) || isOfLater(pair));
        const other = [...given].filter((pair) => !isValid(pair)).map(([id]) => id);
        expect(loaded.entry).toEqual({ start: 'new', answers: Object.fromEntries(kept) });
        expect(loaded.ignored.toSorted()).toEqual(other.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['nothing', '', 'unreadable'],
    ['no JSON', '{"kind"', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['null', 'null', 'unreadable'],
    ['a file of something else', '{"kind":"mini-cluster/keuze","answers":{}}', 'foreign'],
    ['a file without a kind', '{"answers":{}}', 'foreign'],
    ['our file without answers', JSON.stringify({ kind: SAVED_KIND }), 'unreadable'],
    ['our file with a list of answers', savedText({ answers: ['2'] }), 'unreadable'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(fromSavedText(assessment, text)).toEqual({ ok: false, reason });
  });

  test('a start that does not exist leaves the start open and keeps the answers', () => {
    for (const start of ['oud', 'toString', 1, null, ['new'], undefined]) {
      const text = savedText({ start, answers: { bestaansreden: '1' } });
      expect(fromSavedText(assessment, text)).toEqual({
        ok: true,
        entry: { start: null, answers: { bestaansreden: '1' } },
        ignored: [],
      });
    }
  });

  test.each(START_LIST)('the start "%s" is kept', (start) => {
    expect(fromSavedText(assessment, savedText({ start }))).toMatchObject({ entry: { start } });
  });

  test('a file of another version opens as far as this version understands it', () => {
    const text = savedText({ version: 9, answers: { bestaansreden: '3', 'uit-de-toekomst': '2' } });
    expect(fromSavedText(assessment, text)).toEqual({
      ok: true,
      // The answer it does not know stays, so that saving again does not lose it.
      entry: { start: 'new', answers: { bestaansreden: '3', 'uit-de-toekomst': '2' } },
      ignored: ['uit-de-toekomst'],
    });
  });
});
