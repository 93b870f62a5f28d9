import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Answers,
  askedItems,
  DONE,
  evaluate,
  type Gate,
  type Model,
  type ModelItem,
  type Place,
  type Result,
} from '../../../src/domain/assessment/evaluate.ts';
import type { Start } from '../../../src/domain/assessment/schema.ts';
import {
  answersTo,
  assessment,
  isUnknown,
  knownAnswers,
  modelItem,
  modelOf,
  scenario,
  type Scenario,
} from './models.ts';

const RUNS = { numRuns: 200 };

/** Runs `check` on random scenarios, over small random models and the published one. */
function always(check: (scenario: Scenario) => void): void {
  fc.assert(fc.property(scenario, check), RUNS);
}

function placeNumber(model: Model, start: Start, place: Place): number {
  return place === DONE ? model.routes[start].length : model.routes[start].indexOf(place);
}

/** Earliest and latest place as numbers on the route. */
function range(model: Model, { start, earliest, latest }: Result): [number, number] {
  return [placeNumber(model, start, earliest), placeNumber(model, start, latest)];
}

const LEVELS = ['0', '1', '2', '3'] as const;
const isLevel = (answer: Answer | undefined): answer is '0' | '1' | '2' | '3' => /^[0-3]$/.test(answer ?? '');
const isUnmet = (answer: Answer | undefined): boolean => answer === '0' || answer === '1';
const isInPlace = (answer: Answer | undefined): boolean => answer === '2' || answer === '3';
const GATE_RANK: Record<Gate, number> = { missing: 0, unproven: 1, met: 2 };

/** Pairs [what rests, on what], direct and indirect, by adding pairs until none is new. */
function restsOn(items: readonly ModelItem[]): Set<string> {
  const ids = new Set(items.map((item) => item.id));
  const pairs = new Set(items.flatMap(({ id, requires }) => requires.map((required) => `${id} ${required}`)));
  for (let before = -1; before !== pairs.size;) {
    before = pairs.size;
    for (const pair of [...pairs]) {
      const [above = '', middle = ''] = pair.split(' ');
      for (const below of ids) {
        if (ids.has(middle) && pairs.has(`${middle} ${below}`)) pairs.add(`${above} ${below}`);
      }
    }
  }
  return pairs;
}

/** The answers with every unknown asked item at `answer`. */
function fillUnknown({ model, start, answers }: Scenario, answer: Answer): Answers {
  const filled = { ...answers };
  for (const { id } of askedItems(model, start)) if (isUnknown(filled[id])) filled[id] = answer;
  return filled;
}

describe('position', () => {
  const items = [
    modelItem({ id: 'a', phase: '1-een' }),
    modelItem({ id: 'b', phase: '2-twee' }),
    modelItem({ id: 'hulp', phase: '2-twee', kind: 'should' }),
    modelItem({ id: 'c', phase: '3-drie' }),
  ];
  const model = modelOf(items);

  test.each<[string, Answers, Place, Place, string[]]>([
    ['nothing is known: anywhere', {}, '1-een', DONE, ['a', 'b', 'c']],
    ['level 1 is not in place', { a: '1', b: '3', c: '3' }, '1-een', '1-een', []],
    ['level 2 is in place', { a: '2', b: '1', c: '3' }, '2-twee', '2-twee', []],
    [
      'items that are no gate do not hold back',
      { a: '2', b: '2', hulp: '0', c: '0' },
      '3-drie',
      '3-drie',
      [],
    ],
    ['don’t know counts as unknown', { a: '2', b: 'u', c: '0' }, '2-twee', '3-drie', ['b']],
    ['what does not apply does not hold back', { a: '2', b: 'n', c: '2' }, DONE, DONE, []],
    ['an unknown after a missing gate decides nothing', { a: '0', b: 'u', c: 'u' }, '1-een', '1-een', []],
    ['an unknown last gate leaves "done" open', { a: '2', b: '2', c: 'u' }, '3-drie', DONE, ['c']],
  ])('%s', (_rule, answers, earliest, latest, decisive) => {
    expect(evaluate(model, 'new', answers)).toMatchObject({ earliest, latest, decisive });
  });

  test('a phase without gates never holds back', () => {
    const free = modelOf([modelItem({ id: 'a', phase: '1-een', kind: 'could' })]);
    expect(evaluate(free, 'new', { a: '0' }).earliest).toBe(DONE);
  });

  test('earliest takes every unknown as not begun, latest as fully there', () => {
    always((given) => {
      const { model, start, answers } = given;
      const result = evaluate(model, start, answers);
      const none = evaluate(model, start, fillUnknown(given, '0'));
      const all = evaluate(model, start, fillUnknown(given, '3'));
      expect(range(model, result)).toEqual([range(model, none)[0], range(model, all)[1]]);
      expect([none.latest, all.latest]).toEqual([none.earliest, all.earliest]);
    });
  });

  test('earliest never lies beyond latest', () => {
    always(({ model, start, answers }) => {
      const [earliest, latest] = range(model, evaluate(model, start, answers));
      expect(earliest).toBeLessThanOrEqual(latest);
    });
  });

  test('raising a level never lowers the position, worsens a gate or lowers progress', () => {
    always(({ model, start, answers }) => {
      const before = evaluate(model, start, answers);
      for (const { id } of askedItems(model, start)) {
        for (const higher of LEVELS) {
          const level = answers[id];
          if (!isLevel(level) || level >= higher) continue;
          const after = evaluate(model, start, { ...answers, [id]: higher });
          const places = range(model, after).map((place, end) => place - range(model, before)[end]!);
          const parts = after.phases.flatMap((phase, index) => {
            const old = before.phases[index]!;
            return [GATE_RANK[phase.gate] - GATE_RANK[old.gate], phase.lo - old.lo, phase.hi - old.hi];
          });
          expect(Math.min(...places, ...parts), `${id} to ${higher}`).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test('an unknown made known keeps position and progress inside the old range', () => {
    always(({ model, start, answers }) => {
      const before = evaluate(model, start, answers);
      const ranges = (result: Result) => [
        range(model, result),
        ...[...result.phases, ...result.factors].map(({ lo, hi }) => [lo, hi] as const),
      ];
      for (const item of askedItems(model, start).filter(({ id }) => isUnknown(answers[id]))) {
        for (const answer of knownAnswers(item)) {
          const after = ranges(evaluate(model, start, { ...answers, [item.id]: answer }));
          const inside = ranges(before).every(([lo, hi], at) => lo <= after[at]![0] && after[at]![1] <= hi);
          expect(inside, `${item.id} known as ${answer}`).toBe(true);
        }
      }
    });
  });

  test('an unknown item is decisive if and only if some known answer changes the position', () => {
    always(({ model, start, answers }) => {
      const result = evaluate(model, start, answers);
      const deciding = askedItems(model, start).filter(
        (item) =>
          isUnknown(answers[item.id]) &&
          knownAnswers(item).some((answer) => {
            const other = evaluate(model, start, { ...answers, [item.id]: answer });
            return other.earliest !== result.earliest || other.latest !== result.latest;
          }),
      );
      expect(result.decisive).toEqual(deciding.map((item) => item.id));
    });
  });

  test('the position is a range if and only if something is decisive', () => {
    always(({ model, start, answers }) => {
      const { earliest, latest, decisive } = evaluate(model, start, answers);
      expect(decisive.length > 0).toBe(earliest !== latest);
    });
  });
});

describe('gates and progress', () => {
  test('a gate is missing when one item is surely not there, else unproven when one is unknown, else met', () => {
    always(({ model, start, answers }) => {
      for (const phase of evaluate(model, start, answers).phases) {
        const own = askedItems(model, start).filter((item) => item.phase === phase.phase);
        const gates = own.filter((item) => item.kind === 'gate').map((item) => item.id);
        const missing = gates.filter((id) => isUnmet(answers[id]));
        const open = gates.filter((id) => isUnknown(answers[id]));
        const gate = missing.length > 0 ? 'missing' : open.length > 0 ? 'unproven' : 'met';
        expect(phase).toMatchObject({ gate, missing, open });
      }
    });
  });

  test('lo takes every unknown as 0 and hi as 3, over what applies', () => {
    always((given) => {
      const { model, start, answers } = given;
      const parts = (result: Result) => [...result.phases, ...result.factors];
      const none = parts(evaluate(model, start, fillUnknown(given, '0')));
      const all = parts(evaluate(model, start, fillUnknown(given, '3')));
      for (const [index, { lo, hi }] of parts(evaluate(model, start, answers)).entries()) {
        expect([lo, hi]).toEqual([none[index]!.lo, all[index]!.hi]);
        expect([lo, hi]).toEqual([none[index]!.hi, all[index]!.lo]);
        expect(0 <= lo && lo <= hi && hi <= 1).toBe(true);
      }
    });
  });

  test('progress is counted in levels', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      modelItem({ id, phase: '1-een', kind: 'should', naAllowed: true }),
    );
    const { phases } = evaluate(modelOf(items), 'new', { a: '1', b: '2', c: '3', d: 'u', e: 'n' });
    expect(phases).toEqual([
      {
        phase: '1-een',
        gate: 'met',
        missing: [],
        open: [],
        applicable: 4,
        known: 3,
        inPlace: 2,
        lo: 6 / 12,
        hi: 9 / 12,
      },
    ]);
  });

  test('an item that does not apply counts as if the model did not have it', () => {
    always(({ model, start, answers }) => {
      const items = model.items.filter((item) => answers[item.id] !== 'n');
      const withItems = evaluate(model, start, answers);
      const without = evaluate({ ...model, items }, start, answers);
      expect(withItems.phases).toEqual(without.phases);
      expect(withItems.factors.filter(({ applicable }) => applicable > 0)).toEqual(
        // A side of working together that is asked about stays listed, though nothing of it applies.
        without.factors.toSorted(
          (a, b) =>
            withItems.factors.findIndex(({ factor }) => factor === a.factor) -
            withItems.factors.findIndex(({ factor }) => factor === b.factor),
        ),
      );
      expect([withItems.earliest, withItems.latest]).toEqual([without.earliest, without.latest]);
      expect(withItems.decisive).toEqual(without.decisive);
    });
  });

  test('every asked item counts in exactly one phase and one side of working together', () => {
    always(({ model, start, answers }) => {
      const { phases, factors, asked } = evaluate(model, start, answers);
      const applying = asked - askedItems(model, start).filter(({ id }) => answers[id] === 'n').length;
      for (const parts of [phases, factors]) {
        expect(parts.reduce((sum, { applicable }) => sum + applicable, 0)).toBe(applying);
      }
    });
  });
});

describe('next steps', () => {
  /** The order that the page promises, worked out apart from the code. */
  function expectedSteps({ model, start, answers }: Scenario): string[] {
    const items = askedItems(model, start);
    const asked = new Set(items.map((item) => item.id));
    const rests = restsOn(items);
    const opens = ({ id }: ModelItem) =>
      items.filter(
        (other) =>
          rests.has(`${other.id} ${id}`) && !isInPlace(answers[other.id]) && answers[other.id] !== 'n',
      ).length;
    const kinds = ['gate', 'should', 'could'];
    const keyOf = (item: ModelItem) => [
      kinds.indexOf(item.kind),
      -opens(item),
      item.effort,
      items.indexOf(item),
    ];
    const route = model.routes[start];
    const here = placeNumber(model, start, evaluate(model, start, answers).latest);
    return items
      .filter(({ id, phase }) => isUnmet(answers[id]) && route.indexOf(phase) <= here)
      .filter(({ requires }) =>
        requires.every((id) => !asked.has(id) || isInPlace(answers[id]) || answers[id] === 'n'),
      )
      .map((item) => ({ id: item.id, key: keyOf(item) }))
      .sort((a, b) => {
        const differing = a.key.findIndex((value, index) => value !== b.key[index]);
        return (a.key[differing] ?? 0) - (b.key[differing] ?? 0);
      })
      .slice(0, 5)
      .map(({ id }) => id);
  }

  test('are the first five, in the promised order, of what is missing up to the present phase while its basis is there', () => {
    always((given) => {
      expect(evaluate(given.model, given.start, given.answers).nextSteps).toEqual(expectedSteps(given));
    });
  });

  test('are at most five, known not to be there, and with everything they directly rest on in place', () => {
    always(({ model, start, answers }) => {
      const items = new Map(askedItems(model, start).map((item) => [item.id, item]));
      const { nextSteps } = evaluate(model, start, answers);
      expect(nextSteps.length).toBeLessThanOrEqual(5);
      for (const id of nextSteps) {
        expect(answers[id]).toMatch(/^[01]$/);
        for (const required of items.get(id)!.requires.filter((other) => items.has(other))) {
          expect(answers[required]).toMatch(/^[23n]$/);
        }
      }
    });
  });

  test('lie in the phases up to the latest possible place', () => {
    always(({ model, start, answers }) => {
      const { latest, nextSteps } = evaluate(model, start, answers);
      const phases = askedItems(model, start).filter(({ id }) => nextSteps.includes(id));
      const last = Math.max(-1, ...phases.map(({ phase }) => model.routes[start].indexOf(phase)));
      expect(last).toBeLessThanOrEqual(placeNumber(model, start, latest));
    });
  });

  test('there is always one while a gate is missing, nothing is unknown and items rest on earlier ones only', () => {
    always((given) => {
      const order = given.model.items.map(({ id }) => id);
      const items = given.model.items.map((item, index) => ({
        ...item,
        requires: item.requires.filter((id) => order.indexOf(id) < index),
      }));
      const { latest, nextSteps } = evaluate({ ...given.model, items }, given.start, fillUnknown(given, '3'));
      expect(nextSteps.length > 0 || latest === DONE).toBe(true);
    });
  });

  const step = (id: string, part: Partial<ModelItem> = {}) => modelItem({ id, phase: '1-een', ...part });

  test.each<[string, ModelItem[], Answers, string[]]>([
    ['what is unknown is no step', [step('a'), step('b')], { a: 'u' }, []],
    [
      'what rests on something missing waits',
      [step('a'), step('b', { requires: ['a'] })],
      { a: '1', b: '0' },
      ['a'],
    ],
    [
      'what rests on something unknown waits',
      [step('a'), step('b', { requires: ['a'] })],
      { a: 'u', b: '0' },
      [],
    ],
    [
      'what rests on something that does not apply need not wait',
      [step('a', { naAllowed: true }), step('b', { requires: ['a'] })],
      { a: 'n', b: '0' },
      ['b'],
    ],
    [
      'what rests on something this start is not asked need not wait',
      [step('a', { starts: ['formal'] }), step('b', { requires: ['a'] })],
      { b: '0' },
      ['b'],
    ],
    [
      'what opens something indirectly counts',
      [
        step('x'),
        step('y', { requires: ['x'] }),
        step('a'),
        step('b', { requires: ['a'] }),
        step('c', { requires: ['b'] }),
      ],
      { x: '0', a: '0' },
      ['a', 'x'],
    ],
    [
      'what is in place or does not apply is not opened',
      [
        step('x'),
        step('y', { requires: ['x'], naAllowed: true }),
        step('z', { requires: ['x'] }),
        step('a'),
        step('b', { requires: ['a'] }),
      ],
      { x: '0', y: 'n', z: '2', a: '0' },
      ['a', 'x'],
    ],
    [
      'what comes after the phase the group is in waits',
      [step('a'), modelItem({ id: 'b', phase: '2-twee' })],
      { a: '0', b: '0' },
      ['a'],
    ],
  ])('%s', (_rule, items, answers, nextSteps) => {
    expect(evaluate(modelOf(items), 'new', answers).nextSteps).toEqual(nextSteps);
  });

  test('gates come first, then what unlocks most, then the least work, then the order of asking', () => {
    const model = modelOf([
      modelItem({ id: 'helpt', phase: '1-een', kind: 'could', effort: 1 }),
      modelItem({ id: 'zwaar', phase: '1-een', effort: 3 }),
      modelItem({ id: 'licht', phase: '1-een', effort: 1 }),
      modelItem({ id: 'ook-licht', phase: '1-een', effort: 1 }),
      modelItem({ id: 'basis', phase: '1-een', effort: 3 }),
      modelItem({ id: 'hoort', phase: '1-een', kind: 'should', effort: 1 }),
      modelItem({ id: 'later', phase: '2-twee', requires: ['basis'] }),
    ]);
    const answers = Object.fromEntries(model.items.map(({ id }) => [id, '0' as const]));
    expect(evaluate(model, 'new', answers).nextSteps).toEqual([
      'basis',
      'licht',
      'ook-licht',
      'zwaar',
      'hoort',
    ]);
  });
});

describe('what stands on nothing, and what is to be found out', () => {
  test('an item is ahead if and only if it is there and something it rests on is known not to be', () => {
    always(({ model, start, answers }) => {
      const items = askedItems(model, start);
      const rests = restsOn(items);
      const expected = items
        .filter(({ id }) => isInPlace(answers[id]))
        .map(({ id }) => ({
          item: id,
          missing: items
            .map((other) => other.id)
            .filter((other) => rests.has(`${id} ${other}`) && isUnmet(answers[other])),
        }))
        .filter(({ missing }) => missing.length > 0);
      const ahead = evaluate(model, start, answers).ahead.map(({ item, missing }) => ({
        item,
        missing: items.map(({ id }) => id).filter((id) => missing.includes(id)),
      }));
      expect(ahead).toEqual(expected);
    });
  });

  test('"don’t know" is to be found out, gates first; what is still open is not', () => {
    always(({ model, start, answers }) => {
      const unknown = askedItems(model, start).filter(({ id }) => answers[id] === 'u');
      const gatesFirst = unknown.toSorted((a, b) => Number(b.kind === 'gate') - Number(a.kind === 'gate'));
      expect(evaluate(model, start, answers).findOut).toEqual(gatesFirst.map(({ id }) => id));
    });
  });
});

describe('which answers count', () => {
  test('the order in which the answers were given plays no role', () => {
    const shuffled = scenario.chain((given) =>
      fc.record({
        given: fc.constant(given),
        keys: fc.shuffledSubarray(Object.keys(given.answers), {
          minLength: Object.keys(given.answers).length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given: { model, start, answers }, keys }) => {
        const same = Object.fromEntries(keys.map((key) => [key, answers[key]!]));
        expect(evaluate(model, start, same)).toEqual(evaluate(model, start, answers));
      }),
      RUNS,
    );
  });

  test('only what this start is asked counts, and every answer to it is counted', () => {
    always(({ model, start, answers }) => {
      const asked = askedItems(model, start).filter(({ id }) => answers[id] !== undefined);
      const only = Object.fromEntries(asked.map(({ id }) => [id, answers[id]!]));
      const result = evaluate(model, start, answers);
      expect(result).toEqual(evaluate(model, start, only));
      expect(result).toMatchObject({ asked: askedItems(model, start).length, answered: asked.length });
    });
  });

  test('a start is asked the items that name it, in the phases on its route', () => {
    const model: Model = {
      routes: { new: ['1-een', '2-twee'], informal: ['2-twee'], formal: ['2-twee'] },
      items: [
        modelItem({ id: 'a', phase: '1-een' }),
        modelItem({ id: 'b', phase: '2-twee', starts: ['new', 'formal'] }),
        modelItem({ id: 'c', phase: '2-twee' }),
      ],
    };
    const asked = (start: Start) => askedItems(model, start).map(({ id }) => id);
    expect([asked('new'), asked('informal'), asked('formal')]).toEqual([['a', 'b', 'c'], ['c'], ['b', 'c']]);
  });

  test('evaluating changes neither model nor answers', () => {
    fc.assert(
      fc.property(answersTo(assessment), (answers) => {
        const before = JSON.stringify([assessment, answers]);
        evaluate(assessment, 'new', answers);
        expect(JSON.stringify([assessment, answers])).toBe(before);
      }),
      { numRuns: 10 },
    );
  });
});
