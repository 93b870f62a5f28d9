import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedItems, type Entry, START_LIST, toSavedText } from '../../../src/domain/assessment/index.ts';
import {
  addSubmission,
  encodeSubmission,
  GIVEN,
  makeSubmission,
  readMemberFile,
  type Round,
  roundItems,
  withGiven,
} from '../../../src/domain/round/index.ts';
import { toCsv } from '../../../src/domain/shared/index.ts';
import { answersTo, assessment, entryOf } from '../assessment/models.ts';
import { anyText, ROUND, roundOf } from './models.ts';

/** The table that the phase test lets a reader save. */
function tableOf({ start, answers }: Entry): string[][] {
  const rows = askedItems(assessment, start ?? 'new').map(({ id, phase, kind }) => [
    phase.slice(0, 1),
    id,
    kind,
    `Hebben we "dat"; en\nnog iets, of niet?`,
    answers[id] ?? '',
    answers[id] === undefined ? 'Niet ingevuld' : '=2 of 3',
  ]);
  return [['Fase', 'id', 'Poort', 'Vraag', 'code', 'Antwoord'], ...rows];
}

const entry: Entry = { start: 'new', answers: { bestaansreden: '2', 'voorbeelden-gevonden': 'u' } };
const read = (text: string, round = ROUND) => readMemberFile(assessment, round, text);
const started = fc.constantFrom(...START_LIST).chain((start) =>
  fc.record({
    entry: fc.record({ start: fc.constant(start), answers: answersTo(assessment) }),
    round: roundOf(assessment),
  }),
);

describe("a member's file of the phase test", () => {
  test('gives the answers to the items of the round and no others', () => {
    fc.assert(
      fc.property(started, ({ entry: { start, answers }, round }) => {
        const submission = read(toSavedText(assessment, { start, answers }, '2026-11-22'), round);
        const items = roundItems(assessment, round).filter(({ id }) => answers[id] !== undefined);
        expect(submission).toEqual({
          id: expect.stringMatching(/^f[0-9a-z]{5}$/) as string,
          round: round.id,
          revision: 0,
          version: assessment.version,
          start,
          answers: Object.fromEntries(items.map(({ id }) => [id, answers[id]])),
        });
      }),
    );
  });

  test('is the same submission as JSON and as CSV, whichever the separator and the line ends', () => {
    fc.assert(
      fc.property(started, ({ entry: { answers }, round }) => {
        const entry = { start: round.start, answers };
        const json = read(toSavedText(assessment, entry), round);
        const csv = toCsv(tableOf(entry));
        expect(read(csv, round)).toEqual(json);
        expect(read(csv.replaceAll('\r\n', '\n').slice(1), round)).toEqual(json);
        const quoted = tableOf(entry).map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));
        for (const separator of [',', '\t'])
          expect(read(quoted.map((row) => row.join(separator)).join('\r'), round)).toEqual(json);
      }),
    );
  });

  test('keeps its columns where a question has a comma and no quotes around it', () => {
    const table = tableOf(entry).map((row) =>
      row.map((cell, at) => (at === 3 ? 'Weten we wie, wat en hoe?' : cell)),
    );
    expect(toCsv(table)).not.toContain('"');
    expect(read(toCsv(table))).toEqual(read(toSavedText(assessment, entry)));
  });

  test('counts once, however often it is dropped; another member counts too', () => {
    const one = read(toSavedText(assessment, entry))!;
    const same = read(toSavedText(assessment, entry, '2026-12-01'))!;
    const other = read(
      toSavedText(assessment, { ...entry, answers: { ...entry.answers, bestaansreden: '1' } }),
    )!;
    const { collected } = addSubmission(ROUND, {}, one);
    expect(addSubmission(ROUND, collected, same).outcome).toBe('known');
    expect(addSubmission(ROUND, collected, other).outcome).toBe('new');
  });

  test('of two members who differ only outside the round are two', () => {
    const narrow: Round = { ...ROUND, phases: ['8-groeien'] };
    const one = read(toSavedText(assessment, entry), narrow)!;
    const other = read(toSavedText(assessment, { start: 'new', answers: { bestaansreden: '3' } }), narrow)!;
    expect(one.answers).toEqual(other.answers);
    expect(one.id).not.toBe(other.id);
  });

  test('of a group that starts elsewhere says so', () => {
    for (const text of [
      toSavedText(assessment, { ...entry, start: 'formal' }),
      toCsv(tableOf({ ...entry, start: 'formal' })),
    ])
      expect(addSubmission(ROUND, {}, read(text)!).outcome).toBe('other-start');
  });

  test('that was made smaller by hand is taken for the start of the round', () => {
    const table = toCsv([['id', 'code'], ['bestaansreden', '3'], ['niets', '2'], ['kernvragen'], []]);
    for (const start of START_LIST) {
      const round = { ...ROUND, start, phases: assessment.routes[start] };
      expect(read(table, round)).toMatchObject({ start, answers: { bestaansreden: '3' } });
    }
  });

  test('with more items than any start is asked is taken for the start of the round', () => {
    const table = toCsv([['id', 'code'], ...assessment.items.map(({ id }) => [id, '2'])]);
    for (const start of START_LIST) {
      const round = { ...ROUND, start, phases: assessment.routes[start] };
      expect(read(table, round)?.start).toBe(start);
    }
  });

  test('with as many items as another start is asked, but not the same, is taken for the start of the round', () => {
    const count = askedItems(assessment, 'formal').length;
    const table = toCsv([['id', 'code'], ...assessment.items.slice(0, count).map(({ id }) => [id, '2'])]);
    expect(read(table)?.start).toBe('new');
  });

  test('gives no answer that its item does not allow', () => {
    const strict = assessment.items.find(({ naAllowed }) => !naAllowed)!.id;
    const loose = roundItems(assessment, ROUND).find(({ naAllowed }) => naAllowed)!.id;
    const answers = { [strict]: 'n', [loose]: 'n' } as const;
    for (const text of [
      toSavedText(assessment, { start: 'new', answers }),
      toCsv([['id', 'code'], ...Object.entries(answers)]),
    ])
      expect(read(text)?.answers).toEqual({ [loose]: 'n' });
    expect(
      read(
        toCsv([
          ['id', 'code'],
          [strict, '4'],
          [loose, 'Ja'],
        ]),
      )?.answers,
    ).toEqual({});
  });

  test.each([
    ['nothing', ''],
    ['words', 'Dag Piet'],
    ['a list', '[]'],
    ['JSON cut off', toSavedText(assessment, entry, '2026-11-22').slice(0, -20)],
    ['a file of something else', '{"kind":"mini-cluster/keuze","answers":{}}'],
    ['a file without a start', toSavedText(assessment, { ...entry, start: null })],
    ['a table of something else', 'naam;code\r\nJan;2\r\n'],
    [
      'a table without the column of the ids',
      toCsv([
        ['item', 'code'],
        ['bestaansreden', '2'],
      ]),
    ],
    [
      'a table without the column of the answers',
      toCsv([
        ['id', 'aantal'],
        ['bestaansreden', '2'],
      ]),
    ],
    ['a table without rows', toCsv([['id', 'code']])],
    [
      'a table of other items',
      toCsv([
        ['id', 'code'],
        ['uit-de-toekomst', '2'],
      ]),
    ],
  ])('is none: %s', (_what, text) => {
    expect(read(text)).toBeNull();
  });

  test('of a member of the round counts once with its link, also from another start; of another round it does not', () => {
    const id = 'abcdef';
    const answers = { bestaansreden: '2', 'oproep-gedaan': '1' } as const;
    const given = makeSubmission(assessment, ROUND, { id, revision: 2, answers });
    const own: Entry = { start: ROUND.start === 'new' ? 'formal' : 'new', answers };
    const fragment = encodeSubmission(assessment, given);
    const json = withGiven(toSavedText(assessment, own, '2026-11-22'), fragment);
    const csv = toCsv([...tableOf({ start: ROUND.start, answers }), ['', GIVEN, '', '', fragment, '']]);
    for (const text of [json, csv]) {
      expect(read(text)).toEqual(given);
      const { collected } = addSubmission(ROUND, {}, given);
      expect(addSubmission(ROUND, collected, read(text)!).outcome).toBe('known');
      expect(read(text, { ...ROUND, id: 'zzzzzz' })?.id).toMatch(/^f/);
      expect(read(text.replace(fragment, fragment.slice(0, -1)))?.id).toMatch(/^f/);
    }
  });

  test('that was changed by hand after it was saved gives what it says now, by the same member', () => {
    const answers = { bestaansreden: '2' } as const;
    const given = makeSubmission(assessment, ROUND, { id: 'abcdef', revision: 0, answers });
    const saved = toSavedText(assessment, { start: ROUND.start, answers: { bestaansreden: '1' } });
    const changed = read(withGiven(saved, encodeSubmission(assessment, given)));
    expect(changed).toMatchObject({ id: 'abcdef', answers: { bestaansreden: '1' } });
  });

  test('never throws, whatever the text, and holds nothing but answers to the round', () => {
    const ids = fc.constantFrom(
      ...assessment.items.map(({ id }) => id),
      'id',
      'code',
      '__proto__',
      'constructor',
      '"',
    );
    const cells = fc.oneof(ids, fc.constantFrom('0', '1', '2', '3', 'u', 'n', ''), fc.string());
    const tables = fc
      .array(fc.array(cells, { maxLength: 4 }), { maxLength: 8 })
      .map((rows) => toCsv([['id', 'code'], ...rows]));
    const bad = fc
      .array(fc.array(cells), { maxLength: 4 })
      .map((rows) => rows.map((row) => row.join(';')).join('\n'));
    const texts = fc.oneof(anyText, fc.json(), tables, bad);
    fc.assert(
      fc.property(texts, (text) => {
        const submission = read(text);
        const items = roundItems(assessment, ROUND);
        for (const [id, answer] of Object.entries(submission?.answers ?? {})) {
          const item = items.find((one) => one.id === id)!;
          expect(['0', '1', '2', '3', 'u', ...(item.naAllowed ? ['n'] : [])]).toContain(answer);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('as JSON goes with any entry, also one without a start', () => {
    fc.assert(
      fc.property(entryOf(assessment), (any) => {
        expect(read(toSavedText(assessment, any)) === null).toBe(any.start === null);
      }),
    );
  });
});
