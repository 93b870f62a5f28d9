import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Answers,
  type CodecModel,
  evaluate,
  type Gate,
  type ModelItem,
} from '../../../src/domain/assessment/index.ts';
import {
  type Agreements,
  type Collected,
  groupAnswers,
  groupResult,
  type ItemSummary,
  type Round,
  roundItems,
  summarise,
  talkFirst,
  withoutScarce,
} from '../../../src/domain/round/index.ts';
import { assessment, modelItem, modelOf } from '../assessment/models.ts';
import { byId, collection, group, member, ROUND } from './models.ts';

const ANSWERS: readonly (Answer | undefined)[] = ['0', '1', '2', '3', 'u', 'n', undefined];

/** A model of one item, with a round of it. */
const one = (part: Partial<ModelItem> = {}): CodecModel =>
  modelOf([modelItem({ id: 'vraag', phase: '1-een', naAllowed: true, ...part })]);
const oneRound: Round = { ...ROUND, phases: ['1-een'] };

/** How a group with these answers to one item sums up; `-` is an answer left open. */
function sumUp(answers: string, part: Partial<ModelItem> = {}): ItemSummary {
  const given = [...answers].map((answer) => (answer === '-' ? {} : { vraag: answer as Answer }));
  return summarise(one(part), oneRound, group(oneRound, ...given))[0]!;
}

/** All groups of up to `most` members, as text, in every order. */
function groupsOf(most: number): string[] {
  let longest = [''];
  const all = [''];
  for (let size = 1; size <= most; size++) {
    longest = longest.flatMap((text) => [...'0123un-'].map((answer) => text + answer));
    all.push(...longest);
  }
  return all;
}

/** The rule for groups as it is written down, counted out. */
function gateByRule(answers: string, isCoordinator: boolean): Gate {
  const has = (kind: string) => [...answers].filter((answer) => kind.includes(answer)).length;
  const [below, inPlace, notKnown, not] = [has('01'), has('23'), has('u-'), has('n')];
  if (below > 0) return 'missing';
  if (inPlace === 0) return not > 0 && notKnown === 0 ? 'met' : 'unproven';
  if (isCoordinator) return 'met';
  return notKnown / (inPlace + notKnown) <= 1 / 3 + 1e-9 ? 'met' : 'unproven';
}

const WORST_FIRST: readonly Gate[] = ['missing', 'unproven', 'met'];
const rank = (gate: Gate) => WORST_FIRST.indexOf(gate);

describe('the counts of an item', () => {
  test('add up to the members, whatever they answered', () => {
    fc.assert(
      fc.property(collection, ({ model, round, collected }) => {
        const submissions = Object.values(collected);
        const summaries = summarise(model, round, collected);
        expect(summaries.map(({ item }) => item)).toEqual(roundItems(model, round).map(({ id }) => id));
        for (const { item, phase, kind, levels, unknown, notApplicable, open } of summaries) {
          const [l0, l1, l2, l3] = levels;
          expect(l0 + l1 + l2 + l3 + unknown + notApplicable + open).toBe(submissions.length);
          const tally = ANSWERS.map(
            (answer) => submissions.filter(({ answers }) => answers[item] === answer).length,
          );
          expect([l0, l1, l2, l3, unknown, notApplicable, open]).toEqual(tally);
          const { id, ...facts } = model.items.find((other) => other.id === item)!;
          expect({ id, phase: facts.phase, kind: facts.kind }).toEqual({ id: item, phase, kind });
        }
      }),
    );
  });

  test('do not depend on the order of the members, nor does anything else', () => {
    fc.assert(
      fc.property(collection, ({ model, round, collected }) => {
        const turned = Object.fromEntries(Object.entries(collected).reverse());
        expect(summarise(model, round, turned)).toEqual(summarise(model, round, collected));
      }),
    );
    for (const answers of groupsOf(4))
      expect(sumUp(answers)).toEqual(sumUp([...answers].sort().reverse().join('')));
  });

  test('leave out answers to items outside the round', () => {
    const narrow: Round = { ...ROUND, phases: ['2-interesseren'] };
    const summaries = summarise(assessment, narrow, byId([member(1), member(2)]));
    expect(new Set(summaries.map(({ phase }) => phase))).toEqual(new Set(['2-interesseren']));
  });

  test('take "does not apply", where it is no longer possible, for an answer left open', () => {
    expect(sumUp('nn2', { naAllowed: false })).toMatchObject({ notApplicable: 0, open: 2, gate: 'unproven' });
    expect(sumUp('nnn', { naAllowed: false })).toMatchObject({ notApplicable: 0, open: 3, gate: 'unproven' });
    expect(sumUp('nnn')).toMatchObject({ notApplicable: 3, open: 0, gate: 'met' });
  });

  test('take an item that came in a later version for one left open', () => {
    const [item] = summarise(one(), oneRound, group(oneRound, { vraag: '2' }, { ouder: '2' }));
    expect(item).toMatchObject({ levels: [0, 0, 1, 0], open: 1, gate: 'unproven' });
  });
});

describe('the gate of a group', () => {
  test.each<[string, Gate, string]>([
    ['', 'unproven', 'nobody answered'],
    ['2', 'met', 'one has it in place'],
    ['222', 'met', 'all have it in place'],
    ['2331', 'missing', 'one knows it is not in place'],
    ['0', 'missing', 'nothing was begun'],
    ['1uuuu', 'missing', 'one knows it is not, the others do not know'],
    ['1nnn', 'missing', 'one knows it is not, for the others it does not apply'],
    ['22u', 'met', 'exactly a third does not know'],
    ['222u', 'met', 'a quarter does not know'],
    ['22uu', 'unproven', 'half does not know'],
    ['22222uuu', 'unproven', 'three of eight do not know'],
    ['22222-uu', 'unproven', 'what is left open counts as not known'],
    ['22-', 'met', 'exactly a third left it open'],
    ['2-----', 'unproven', 'one of six answered'],
    ['u', 'unproven', 'nobody knows'],
    ['---', 'unproven', 'all left it open'],
    ['nnn', 'met', 'it applies to nobody'],
    ['nn-', 'unproven', 'it applies to nobody who answered, but somebody did not'],
    ['nnu', 'unproven', 'of those it may apply to nobody knows'],
    ['2nnn', 'met', 'the one it applies to has it in place'],
    ['2nu', 'unproven', 'who it does not apply to does not count in the third'],
  ])('with %j is %s: %s', (answers, gate) => {
    expect(sumUp(answers).gate).toBe(gate);
  });

  test.each<[string, Gate, string]>([
    ['2uuuuu', 'met', 'the one answer that is needed says it is'],
    ['2-----', 'met', 'the others left it open'],
    ['1uuuuu', 'missing', 'the one answer says it is not'],
    ['uuuuuu', 'unproven', 'the coordinator does not know either'],
    ['21u', 'missing', 'two answered, one says it is not'],
  ])('with %j of what the coordinator knows is %s: %s', (answers, gate) => {
    expect(sumUp(answers, { answeredBy: 'coordinator' }).gate).toBe(gate);
  });

  test('follows the rule in every group of up to five', () => {
    const sorted = new Set(groupsOf(5).map((answers) => [...answers].sort().join('')));
    for (const answers of sorted) {
      expect(sumUp(answers).gate, answers).toBe(gateByRule(answers, false));
      expect(sumUp(answers, { answeredBy: 'coordinator' }).gate, answers).toBe(gateByRule(answers, true));
    }
  });

  const members = fc.array(fc.constantFrom(...'0123un-'), { maxLength: 12 }).map((all) => all.join(''));
  const by = fc.constantFrom('everyone' as const, 'coordinator' as const);

  test('follows the rule in larger groups too', () => {
    fc.assert(
      fc.property(members, by, (answers, answeredBy) => {
        expect(sumUp(answers, { answeredBy }).gate).toBe(gateByRule(answers, answeredBy === 'coordinator'));
      }),
      { numRuns: 500 },
    );
  });

  test('does not get better by a member who does not know, does not answer or drops in: missing stays missing', () => {
    fc.assert(
      fc.property(members, by, fc.constantFrom('u', '-'), (answers, answeredBy, extra) => {
        const before = sumUp(answers, { answeredBy }).gate;
        const after = sumUp(answers + extra, { answeredBy }).gate;
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
        if (before === 'missing') expect(after).toBe('missing');
      }),
      { numRuns: 500 },
    );
  });

  test('does not get worse by a higher answer', () => {
    fc.assert(
      fc.property(members, by, fc.nat(11), (answers, answeredBy, at) => {
        const old = answers[at];
        fc.pre(old !== undefined && '012'.includes(old));
        const before = rank(sumUp(answers, { answeredBy }).gate);
        for (let level = Number(old) + 1; level <= 3; level++) {
          const raised = answers.slice(0, at) + String(level) + answers.slice(at + 1);
          expect(rank(sumUp(raised, { answeredBy }).gate)).toBeGreaterThanOrEqual(before);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a group sees differently', () => {
  test.each<[string, Partial<ItemSummary>]>([
    ['222', { spread: 0, divergent: false, agreed: true, nobodyKnows: false }],
    ['223', { spread: 1, divergent: false, agreed: true }],
    ['12', { spread: 1, divergent: false, agreed: false }],
    ['13', { spread: 2, divergent: true, agreed: false }],
    ['02', { spread: 2, divergent: true }],
    ['0123', { spread: 3, divergent: true }],
    ['11', { spread: 0, divergent: false, agreed: false }],
    ['22u', { spread: 0, divergent: true, agreed: false }],
    ['222u', { divergent: false, agreed: false }],
    ['2uu', { divergent: true }],
    ['uuu', { divergent: false, agreed: false, nobodyKnows: true }],
    ['uu-', { divergent: false, nobodyKnows: true }],
    ['nuu', { divergent: true, agreed: false, nobodyKnows: false }],
    ['nnn', { divergent: false, agreed: false, nobodyKnows: false }],
    ['2nn', { divergent: false, agreed: true }],
    ['22-', { divergent: false, agreed: true }],
    ['2--', { divergent: false, agreed: false }],
    ['---', { divergent: false, agreed: false, nobodyKnows: false }],
    ['', { spread: 0, divergent: false, agreed: false, nobodyKnows: false }],
  ])('in %j is %o', (answers, expected) => {
    expect(sumUp(answers)).toMatchObject(expected);
  });

  test('does not include that members do not know what only the coordinator can', () => {
    expect(sumUp('2uu', { answeredBy: 'coordinator' })).toMatchObject({ divergent: false, agreed: false });
    expect(sumUp('13', { answeredBy: 'coordinator' })).toMatchObject({ divergent: true });
  });

  test('is at most one of: divergent by doubt alone, agreed, known to nobody; in every group of up to four', () => {
    for (const answers of groupsOf(4)) {
      const { divergent, agreed, nobodyKnows, spread, levels, unknown, gate } = sumUp(answers);
      const known = [...answers].filter((answer) => /\d/.test(answer)).map(Number);
      expect(spread).toBe(known.length === 0 ? 0 : Math.max(...known) - Math.min(...known));
      const knowing = levels.reduce((sum, members) => sum + members, 0);
      const isDoubted = unknown > 0 && unknown / (knowing + unknown) >= 1 / 3 - 1e-9;
      const isAlone = knowing === 0 && !answers.includes('n');
      expect(divergent, answers).toBe(spread >= 2 || (isDoubted && !isAlone));
      expect(nobodyKnows, answers).toBe(unknown > 0 && isAlone);
      expect(agreed, answers).toBe(gate === 'met' && knowing > 0 && unknown === 0);
      expect(divergent && nobodyKnows).toBe(false);
      expect(agreed && nobodyKnows).toBe(false);
    }
  });
});

describe('what to talk about first', () => {
  const items = [
    modelItem({ id: 'kan-ver', phase: '1-een', kind: 'could' }),
    modelItem({ id: 'hoort-dichter', phase: '1-een', kind: 'should' }),
    modelItem({ id: 'hoort-ver', phase: '1-een', kind: 'should' }),
    modelItem({ id: 'poort-twijfel', phase: '1-een' }),
    modelItem({ id: 'poort-meer-twijfel', phase: '1-een' }),
    modelItem({ id: 'poort-eens', phase: '1-een' }),
    modelItem({ id: 'poort-dichter', phase: '1-een' }),
    modelItem({ id: 'poort-ver', phase: '1-een' }),
    modelItem({ id: 'poort-ver-ook', phase: '1-een' }),
  ];
  const columns: Record<string, string> = {
    'kan-ver': '0033',
    'hoort-dichter': '1133',
    'hoort-ver': '0223',
    'poort-twijfel': '222uu',
    'poort-meer-twijfel': '22uuu',
    'poort-eens': '2222',
    'poort-dichter': '0022',
    'poort-ver': '0333',
    'poort-ver-ook': '0123',
  };
  const answersOf = (at: number): Answers =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([id, column]) => (column[at] ? [[id, column[at] as Answer]] : [])),
    );

  test('is what diverges: gates, then the widest spread, then the most doubt, then the order of asking', () => {
    const collected = group(oneRound, ...[0, 1, 2, 3, 4].map(answersOf));
    const talk = talkFirst(summarise(modelOf(items), oneRound, collected));
    expect(talk.map(({ item }) => item)).toEqual([
      'poort-ver',
      'poort-ver-ook',
      'poort-dichter',
      'poort-meer-twijfel',
      'poort-twijfel',
      'kan-ver',
      'hoort-ver',
      'hoort-dichter',
    ]);
  });

  test('is sorted so in any group, and leaves the summaries in their order', () => {
    fc.assert(
      fc.property(collection, ({ model, round, collected }) => {
        const summaries = summarise(model, round, collected);
        const order = summaries.map(({ item }) => item);
        const talk = talkFirst(summaries);
        expect(summaries.map(({ item }) => item)).toEqual(order);
        expect(new Set(talk)).toEqual(new Set(summaries.filter(({ divergent }) => divergent)));
        const keys = talk.map(({ kind, spread, unknown, item }) => [
          kind === 'gate' ? 0 : 1,
          -spread,
          -unknown,
          order.indexOf(item),
        ]);
        const sorted = keys.toSorted(
          (a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]! || a[3]! - b[3]!,
        );
        expect(keys).toEqual(sorted);
      }),
    );
  });
});

describe('answers too few to show', () => {
  test('are left out by item, and the others stay', () => {
    const model = modelOf(['een', 'twee', 'drie'].map((id) => modelItem({ id, phase: '1-een' })));
    const collected = group(
      oneRound,
      { een: '0', twee: '1', drie: 'u' },
      { een: '2', twee: '3', drie: '2', ouder: '1' },
      { een: '3' },
    );
    const kept = Object.values(withoutScarce(model, oneRound, collected));
    expect(kept.map(({ answers }) => answers)).toEqual([
      { een: '0' },
      { een: '2', ouder: '1' },
      { een: '3' },
    ]);
  });

  test('leave every item with none or at least three, and change nothing but answers', () => {
    fc.assert(
      fc.property(collection, ({ model, round, collected }) => {
        const kept = withoutScarce(model, round, collected);
        expect(Object.keys(kept)).toEqual(Object.keys(collected));
        for (const { id } of roundItems(model, round)) {
          const before = Object.values(collected).filter(({ answers }) => answers[id] !== undefined).length;
          const after = Object.values(kept).filter(({ answers }) => answers[id] !== undefined).length;
          expect(after).toBe(before < 3 ? 0 : before);
        }
        for (const [id, { answers, ...rest }] of Object.entries(kept)) {
          const { answers: all, ...same } = collected[id]!;
          expect(rest).toEqual(same);
          expect(all).toMatchObject(answers);
        }
      }),
    );
  });
});

describe('the profile of a group', () => {
  const profileOf = (answers: string, agreements: Agreements = {}, part: Partial<ModelItem> = {}) =>
    groupAnswers([sumUp(answers, part)], agreements)['vraag'];

  test.each<[string, Answer]>([
    ['2', '2'],
    ['333', '3'],
    ['223', '2'],
    ['013', '0'],
    ['1uuu', '1'],
    ['22u', '2'],
    ['2uu', 'u'],
    ['2---', 'u'],
    ['uuu', 'u'],
    ['---', 'u'],
    ['', 'u'],
    ['nnn', 'n'],
    ['nnu', 'u'],
    ['n3', '3'],
  ])('of %j is %s', (answers, profile) => {
    expect(profileOf(answers)).toBe(profile);
  });

  test('is what the group agreed, whatever its members answered', () => {
    for (const answers of ['', '222', '013', 'uuu', 'nnn'])
      for (const answer of ['0', '1', '2', '3', 'u', 'n'] as const)
        expect(profileOf(answers, { vraag: { answer, note: '' } })).toBe(answer);
    expect(profileOf('222', { andere: { answer: '0', note: '' } })).toBe('2');
  });

  test('holds every item of the round, and a gate is met, missing or open in it as it is for the group', () => {
    fc.assert(
      fc.property(collection, ({ model, round, collected }) => {
        const summaries = summarise(model, round, collected);
        const answers = groupAnswers(summaries, {});
        expect(Object.keys(answers)).toEqual(roundItems(model, round).map(({ id }) => id));
        for (const { item, gate } of summaries) {
          const answer = answers[item]!;
          const read = answer === 'u' ? 'unproven' : answer === '0' || answer === '1' ? 'missing' : 'met';
          expect(read).toBe(gate);
        }
      }),
    );
  });

  test('of a group where all say the same is that, and its place that of each firm', () => {
    fc.assert(
      fc.property(collection, fc.integer({ min: 1, max: 4 }), ({ model, round, collected }, size) => {
        const first = Object.values(collected)[0];
        fc.pre(first !== undefined);
        const same: Collected = byId(
          Array.from({ length: size }, (_, at) => ({ ...first, id: `m0000${at}` })),
        );
        const answers = groupAnswers(summarise(model, round, same), {});
        for (const { id } of roundItems(model, round)) expect(answers[id]).toBe(first.answers[id] ?? 'u');
        const { earliest, latest, decisive, phases } = groupResult(model, round, answers);
        const routes = { ...model.routes, [round.start]: round.phases };
        expect({ earliest, latest, decisive, phases }).toEqual(
          (({ earliest, latest, decisive, phases }) => ({ earliest, latest, decisive, phases }))(
            evaluate({ ...model, routes }, round.start, first.answers),
          ),
        );
      }),
    );
  });
});

describe('the place of a group', () => {
  const model = modelOf([
    modelItem({ id: 'een', phase: '1-een' }),
    modelItem({ id: 'twee', phase: '2-twee' }),
    modelItem({ id: 'drie', phase: '3-drie' }),
  ]);
  const round: Round = { ...ROUND, phases: ['1-een', '2-twee', '3-drie'] };
  const placeOf = (rows: readonly string[], phases = round.phases, agreements: Agreements = {}) => {
    const given = rows.map((row) => ({ een: row[0], twee: row[1], drie: row[2] }) as Answers);
    const part = { ...round, phases };
    const answers = groupAnswers(summarise(model, part, group(part, ...given)), agreements);
    const { earliest, latest, phases: results } = groupResult(model, part, answers);
    return [earliest, latest, results.map(({ phase }) => phase)];
  };

  test.each([
    ['all the same', ['222', '222', '222'], '3-drie', '3-drie', 'x'],
    ['all in place', ['222', '333', '232'], 'done', 'done', ''],
    ['one who has not begun', ['222', '022', '222'], '1-een', '1-een', ''],
    ['doubt about the second', ['222', '2u2', '2u2'], '2-twee', 'done', ''],
    ['doubt about the second and the third missing', ['222', '2u2', '2u0'], '2-twee', '3-drie', ''],
    ['one of four in doubt', ['222', '222', '222', 'uuu'], 'done', 'done', ''],
    ['nobody', [], '1-een', 'done', ''],
  ])('with %s is as reckoned by hand', (_what, rows, earliest, latest, mark) => {
    const given = mark === 'x' ? rows.map((row) => `${row.slice(0, 2)}1`) : rows;
    expect(placeOf(given)).toEqual([earliest, latest, round.phases]);
  });

  test('counts the phases of the round only, in the order of the route', () => {
    expect(placeOf(['012'], ['2-twee', '3-drie'])).toEqual(['2-twee', '2-twee', ['2-twee', '3-drie']]);
    expect(placeOf(['012'], ['3-drie'])).toEqual(['done', 'done', ['3-drie']]);
    expect(placeOf(['201'], ['3-drie', '2-twee'])).toEqual(['2-twee', '2-twee', ['2-twee', '3-drie']]);
    expect(placeOf(['222'], ['9-weg', '1-een'])).toEqual(['done', 'done', ['1-een']]);
  });

  test('follows what was agreed', () => {
    const agreed: Agreements = { een: { answer: '2', note: '' }, twee: { answer: '1', note: 'te vroeg' } };
    expect(placeOf(['022', '222'], round.phases, agreed)).toEqual(['2-twee', '2-twee', round.phases]);
  });

  test('leaves the model as it was', () => {
    const before = structuredClone(model);
    placeOf(['222'], ['1-een']);
    expect(model).toEqual(before);
  });
});
