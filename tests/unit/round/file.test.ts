import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodecModel, isAnswer } from '../../../src/domain/assessment/index.ts';
import {
  type Agreement,
  type Collected,
  fromRoundText,
  mergeRounds,
  type Round,
  type RoundState,
  type Target,
  toRoundText,
} from '../../../src/domain/round/index.ts';
import { ROUND_KIND } from '../../../src/domain/round/file.ts';
import { assessment } from '../assessment/models.ts';
import { anyText, byId, collectedOf, member, modelAndRound, ROUND, stateOf } from './models.ts';

/** Keys that every object has: harmless in a file, and dropped. */
const TREACHEROUS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

function fullState(model: CodecModel, round: Round): fc.Arbitrary<RoundState> {
  const ids = model.items.map(({ id }) => id);
  const loose = new Set(model.items.flatMap(({ id, naAllowed }) => (naAllowed ? [id] : [])));
  return fc.record({
    round: fc.constant(round),
    collected: collectedOf(model, round),
    agreements: fc
      .dictionary(
        fc.constantFrom(...ids, 'van-later'),
        fc.record({
          answer: fc.constantFrom('0', '1', '2', '3', 'u', 'n'),
          note: fc.string({ maxLength: 200 }),
        }),
      )
      .map((all) =>
        Object.fromEntries(
          Object.entries(all as Record<string, Agreement>).filter(
            ([id, { answer }]) => answer !== 'n' || loose.has(id) || id === 'van-later',
          ),
        ),
      ),
    names: fc.dictionary(fc.constantFrom('aaaaaa', 'bbbbbb', 'onbekend'), anyText),
    targets: fc.dictionary(fc.constantFrom(...round.phases), fc.constantFrom<Target>('gates', 'all')),
    label: anyText,
    date: fc.constantFrom('', '2026-11-22', '2024-02-29', '2000-02-29', '1999-12-31'),
  });
}

const state = modelAndRound.chain(({ model, round }) =>
  fc.record({ model: fc.constant(model), state: fullState(model, round) }),
);

const STATE: RoundState = {
  ...stateOf(ROUND, [member(1), member(2), member(3)]),
  agreements: { bestaansreden: { answer: '2', note: 'Zo zien we het alle drie.' } },
  names: { m00001: 'Dakwerken Peeters & zonen' },
  targets: { '4-opbouwen': 'gates' },
  label: 'Renovatie Noord',
};

/** The text of that round with other fields. */
function textWith(fields: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(toRoundText(STATE)) as object), ...fields });
}
const load = (text: string) => fromRoundText(assessment, text);
function loaded(text: string): RoundState {
  const result = load(text);
  if (!result.ok) throw new Error(result.reason);
  return result.state;
}

describe('a saved round', () => {
  test('opens with exactly what went in: answers, agreements with their notes, names, targets, label and day', () => {
    fc.assert(
      fc.property(state, ({ model, state: saved }) => {
        expect(fromRoundText(model, toRoundText(saved))).toEqual({ ok: true, state: saved, lost: [] });
      }),
      { numRuns: 200 },
    );
    expect(loaded(toRoundText(STATE))).toEqual(STATE);
  });

  test('tells what it is and in which form', () => {
    expect(JSON.parse(toRoundText(STATE))).toMatchObject({ kind: 'mini-cluster/groepsronde', schema: 1 });
    expect(ROUND_KIND).toBe('mini-cluster/groepsronde');
  });

  test('keeps the phases in the order of the route, and only those on it', () => {
    const phases = ['8-groeien', '9-anders', '4-opbouwen', 7];
    expect(loaded(textWith({ round: { ...ROUND, phases } })).round.phases).toEqual([
      '4-opbouwen',
      '8-groeien',
    ]);
  });

  test('cuts far too long texts', () => {
    const long = 'a'.repeat(3000);
    const { label, names, agreements } = loaded(
      textWith({
        label: long,
        names: { m00001: long },
        agreements: { bestaansreden: { answer: '2', note: long } },
      }),
    );
    expect([label, names['m00001'], agreements['bestaansreden']?.note].map((text) => text?.length)).toEqual([
      2000, 2000, 2000,
    ]);
  });

  test('of an older version keeps answers to items that are gone', () => {
    const old = { ...member(1), answers: { weg: '2', bestaansreden: '1' } as const };
    const next = { ...assessment, version: 2, codec: { ...assessment.codec, 2: assessment.codec['1']! } };
    expect(fromRoundText(next, toRoundText(stateOf(ROUND, [old])))).toMatchObject({
      ok: true,
      lost: [],
      state: { round: { version: 1 }, collected: { [old.id]: old } },
    });
  });
});

describe('a text that is no sound round', () => {
  test.each([
    ['nothing', '', 'unreadable'],
    ['JSON cut off', toRoundText(STATE).slice(0, -30), 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['null', 'null', 'unreadable'],
    ['a file of the phase test', '{"kind":"mini-cluster/fasetest","answers":{}}', 'foreign'],
    ['a file without a kind', '{"round":{}}', 'foreign'],
    ['one without a round', textWith({ round: undefined }), 'unreadable'],
    ['a round that is a text', textWith({ round: 'k3m9qz' }), 'unreadable'],
    ['a round without a good id', textWith({ round: { ...ROUND, id: 'K3M9QZ' } }), 'unreadable'],
    ['a round with a number for an id', textWith({ round: { ...ROUND, id: 123456 } }), 'unreadable'],
    ['a round with an unknown start', textWith({ round: { ...ROUND, start: 'oud' } }), 'unreadable'],
    ['a round without phases', textWith({ round: { ...ROUND, phases: [] } }), 'unreadable'],
    ['a round with unknown phases', textWith({ round: { ...ROUND, phases: ['9-weg'] } }), 'unreadable'],
    [
      'a round with phases that are no list',
      textWith({ round: { ...ROUND, phases: '4-opbouwen' } }),
      'unreadable',
    ],
    ['a round of version 0', textWith({ round: { ...ROUND, version: 0 } }), 'unreadable'],
    ['a round of version 1.5', textWith({ round: { ...ROUND, version: 1.5 } }), 'unreadable'],
    ['a round of version "1"', textWith({ round: { ...ROUND, version: '1' } }), 'unreadable'],
    ['a round without submissions', textWith({ collected: undefined }), 'unreadable'],
    ['a round with a list of submissions', textWith({ collected: [member(1)] }), 'unreadable'],
    ['a round of a later version', textWith({ round: { ...ROUND, version: 2 } }), 'newer'],
    ['a later form of file', textWith({ schema: 2 }), 'newer'],
  ])('is told apart: %s', (_what, text, reason) => {
    expect(load(text)).toEqual({ ok: false, reason });
  });

  test('never makes it throw, and never gives what is no answer', () => {
    const fields = fc.dictionary(
      fc.constantFrom(
        'kind',
        'schema',
        'round',
        'collected',
        'agreements',
        'names',
        'targets',
        'label',
        'date',
      ),
      fc.oneof(fc.jsonValue(), fc.constant(ROUND), fc.constant(STATE.collected)),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fields.map(textWith),
      fields.map((all) => JSON.stringify(all)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = load(text);
        if (!result.ok) {
          expect(['unreadable', 'foreign', 'newer']).toContain(result.reason);
          return;
        }
        const { collected, agreements } = result.state;
        for (const { answers } of Object.values(collected))
          expect(Object.values(answers).every(isAnswer)).toBe(true);
        for (const { answer, note } of Object.values(agreements))
          expect([isAnswer(answer), typeof note]).toEqual([true, 'string']);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a round that was damaged in part', () => {
  test('keeps every sound submission and names every other', () => {
    const good = member(1);
    const bad: Record<string, unknown> = {
      zz: good,
      uuuuuu: good,
      AAAAAA: good,
      aaaaa1: null,
      aaaaa2: 'x',
      aaaaa3: { ...good, answers: null },
      aaaaa4: { ...good, answers: ['2'] },
      aaaaa5: { ...good, revision: 1.5 },
      aaaaa6: { ...good, revision: -1 },
      aaaaa7: { ...good, revision: 32 },
      aaaaa8: { ...good, revision: '1' },
      aaaaa9: { ...good, version: 0 },
      aaaab0: { ...good, version: 1.5 },
      aaaab1: { ...good, version: '1' },
      aaaab2: { ...good, round: 'zzzzzz' },
      aaaab3: { ...good, start: 'formal' },
      aaaab4: { ...good, round: undefined },
      constructor: good,
    };
    const mixed = { ...bad, [good.id]: good, m00002: { ...member(2), revision: 31 } };
    const result = load(textWith({ collected: mixed }));
    expect(result).toMatchObject({
      ok: true,
      state: { collected: { [good.id]: good, m00002: { ...member(2), revision: 31 } } },
    });
    expect(result.ok && Object.keys(result.state.collected).toSorted()).toEqual(['m00001', 'm00002']);
    expect(result.ok && result.lost.toSorted()).toEqual(Object.keys(bad).toSorted());
  });

  test('keeps every sound one whatever the others turned into', () => {
    const scene = fc.record({
      good: collectedOf(assessment, ROUND),
      bad: fc.dictionary(fc.string(), fc.jsonValue()),
    });
    fc.assert(
      fc.property(scene, ({ good, bad }) => {
        const result = load(textWith({ collected: { ...bad, ...good } }));
        if (!result.ok) throw new Error(result.reason);
        expect(result.state.collected).toMatchObject(good);
        const keys = Object.keys({ ...bad, ...good });
        expect([...Object.keys(result.state.collected), ...result.lost].toSorted()).toEqual(keys.toSorted());
      }),
    );
  });

  test('keeps of a submission the answers that are answers', () => {
    const answers = { bestaansreden: '2', kernvragen: '4', ander: 3, nog: null, later: 'u' };
    expect(
      loaded(textWith({ collected: { m00001: { ...member(1), answers } } })).collected['m00001']?.answers,
    ).toEqual({ bestaansreden: '2', later: 'u' });
  });

  test('keeps of agreements, names and targets what it understands', () => {
    const strict = assessment.items.find(({ naAllowed }) => !naAllowed)!.id;
    const loose = assessment.items.find(({ naAllowed }) => naAllowed)!.id;
    const { agreements, names, targets, label } = loaded(
      textWith({
        agreements: {
          [strict]: { answer: 'n', note: 'kan niet' },
          [loose]: { answer: 'n', note: 5 },
          'van-later': { answer: 'n', note: 'x' },
          bestaansreden: { answer: '7', note: '' },
          kernvragen: 'ja',
          ander: null,
        },
        names: { m00001: 'Jan', m00002: 5, m00003: null },
        targets: { '4-opbouwen': 'all', '5-concreet-uitwerken': 'alles', '8-groeien': 1 },
        label: 7,
      }),
    );
    expect({ agreements, names, targets, label }).toEqual({
      agreements: { [loose]: { answer: 'n', note: '' }, 'van-later': { answer: 'n', note: 'x' } },
      names: { m00001: 'Jan' },
      targets: { '4-opbouwen': 'all' },
      label: '',
    });
    for (const nothing of [null, 'x', [], 3])
      expect(loaded(textWith({ agreements: nothing, names: nothing, targets: nothing }))).toMatchObject({
        agreements: {},
        names: {},
        targets: {},
      });
  });

  test.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2026-12-31', true],
    ['2026-01-01', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-01-32', false],
    ['22-11-2026', false],
    ['2026-11-22T10:00', false],
    ['x2026-11-22', false],
    [20261122, false],
    [null, false],
  ])('has the day %s: %s', (date, isKept) => {
    expect(loaded(textWith({ date })).date).toBe(isKept ? date : '');
  });

  test('is not led astray by keys that every object has', () => {
    for (const key of TREACHEROUS) {
      const evil = (value: unknown) => `{${JSON.stringify(key)}:${JSON.stringify(value)},"m00001":"Jan"}`;
      const agreement = { answer: '2', note: 'x' };
      const text = `{"kind":"${ROUND_KIND}","schema":1,"round":${JSON.stringify(ROUND)},
        "collected":{${JSON.stringify(key)}:${JSON.stringify(member(1))},
          "m00002":${JSON.stringify({ ...member(2), answers: null }).replace('"answers":null', `"answers":${evil('2')}`)}},
        "agreements":${evil(agreement)},"names":${evil('Piet')},"targets":${evil('all')}}`;
      const result = load(text);
      if (!result.ok) throw new Error(result.reason);
      expect(result.lost).toEqual([key]);
      const { collected, agreements, names, targets } = result.state;
      for (const record of [collected, collected['m00002']!.answers, agreements, names, targets]) {
        expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
        expect(Object.hasOwn(record, key)).toBe(false);
      }
      expect(names).toEqual({ m00001: 'Jan' });
      expect(({} as Record<string, unknown>)['answer']).toBeUndefined();
      expect(loaded(toRoundText(result.state))).toEqual(result.state);
    }
  });
});

describe('two files of one round', () => {
  const other: RoundState = {
    ...stateOf(ROUND, [{ ...member(1), revision: 2 }, member(4)]),
    agreements: {
      bestaansreden: { answer: '1', note: 'Toch niet.' },
      'kern-beslist': { answer: '3', note: '' },
    },
    names: { m00004: 'Elektro Janssens', m00001: 'Dakwerken Peeters' },
    targets: { '8-groeien': 'all', '4-opbouwen': 'all' },
    date: '2026-12-01',
  };

  test('become one: all answers, and for the rest what the second says before the first', () => {
    expect(mergeRounds(STATE, other)).toEqual({
      round: ROUND,
      collected: byId([{ ...member(1), revision: 2 }, member(2), member(3), member(4)]),
      agreements: other.agreements,
      names: { m00001: 'Dakwerken Peeters', m00004: 'Elektro Janssens' },
      targets: { '4-opbouwen': 'all', '8-groeien': 'all' },
      label: 'Renovatie Noord',
      date: '2026-12-01',
    });
    expect(mergeRounds(other, STATE)).toMatchObject({
      agreements: { bestaansreden: { answer: '2' }, 'kern-beslist': { answer: '3' } },
      label: 'Renovatie Noord',
      date: '2026-11-22',
    });
    expect(mergeRounds(STATE, { ...other, date: '' }).date).toBe('2026-11-22');
  });

  test('lose no submission, in either order, and change nothing when they are the same', () => {
    const two = fc.record({ a: fullState(assessment, ROUND), b: fullState(assessment, ROUND) });
    fc.assert(
      fc.property(two, ({ a, b }) => {
        const ids = (...all: Collected[]) => [...new Set(all.flatMap((one) => Object.keys(one)))].sort();
        expect(ids(mergeRounds(a, b).collected)).toEqual(ids(a.collected, b.collected));
        expect(mergeRounds(a, b).collected).toEqual(mergeRounds(b, a).collected);
        expect(mergeRounds(a, a)).toEqual(a);
      }),
    );
  });
});
