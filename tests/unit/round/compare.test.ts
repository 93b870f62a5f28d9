import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../../src/domain/assessment/index.ts';
import { compareRounds, type Round, roundItems, targetProgress } from '../../../src/domain/round/index.ts';
import { answersTo, assessment, modelItem, modelOf } from '../assessment/models.ts';
import { modelAndRound, ROUND } from './models.ts';

const profile = fc.dictionary(
  fc.constantFrom('een', 'twee', 'drie', 'vier', 'constructor', 'toString'),
  fc.constantFrom<Answer>('0', '1', '2', '3', 'u', 'n'),
);

describe('two rounds of a group', () => {
  test('are compared item by item, by id, in the order of the later one', () => {
    const before: Answers = { weg: '2', een: '0', twee: '3', drie: 'u', vier: '2', vijf: '1' };
    const after: Answers = { vijf: 'n', vier: '2', drie: '2', nieuw: '1', twee: '1', een: '3' };
    expect(compareRounds(before, after)).toEqual({
      changes: [
        { item: 'vijf', before: '1', after: 'n', direction: 'other' },
        { item: 'vier', before: '2', after: '2', direction: 'same' },
        { item: 'drie', before: 'u', after: '2', direction: 'other' },
        { item: 'twee', before: '3', after: '1', direction: 'down' },
        { item: 'een', before: '0', after: '3', direction: 'up' },
      ],
      added: ['nieuw'],
      retired: ['weg'],
    });
  });

  test('have each item in exactly one of the three lists', () => {
    fc.assert(
      fc.property(profile, profile, (before, after) => {
        const { changes, added, retired } = compareRounds(before, after);
        const listed = [...changes.map(({ item }) => item), ...added, ...retired];
        expect(listed.toSorted()).toEqual(
          [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(),
        );
        for (const change of changes)
          expect([change.before, change.after]).toEqual([before[change.item], after[change.item]]);
      }),
    );
  });

  test('change the other way round when they are turned', () => {
    const turned = { up: 'down', down: 'up', same: 'same', other: 'other' } as const;
    fc.assert(
      fc.property(profile, profile, (before, after) => {
        const forth = compareRounds(before, after);
        const back = compareRounds(after, before);
        expect(back.added.toSorted()).toEqual(forth.retired.toSorted());
        for (const { item, direction } of forth.changes)
          expect(back.changes.find((change) => change.item === item)?.direction).toBe(turned[direction]);
        expect(compareRounds(after, after).changes.every(({ direction }) => direction === 'same')).toBe(true);
      }),
    );
  });

  test.each<[Answer, Answer, string]>([
    ['1', '2', 'up'],
    ['3', '0', 'down'],
    ['u', 'u', 'same'],
    ['n', 'n', 'same'],
    ['u', 'n', 'other'],
    ['0', 'u', 'other'],
    ['n', '3', 'other'],
  ])('from %s to %s is %s', (before, after, direction) => {
    expect(compareRounds({ een: before }, { een: after }).changes[0]?.direction).toBe(direction);
  });

  test('do not take what every object has for an item', () => {
    const bare = JSON.parse('{"__proto__":"2","constructor":"1"}') as Answers;
    expect(compareRounds({}, bare)).toEqual({
      changes: [],
      added: ['__proto__', 'constructor'],
      retired: [],
    });
    expect(compareRounds(bare, {})).toEqual({
      changes: [],
      added: [],
      retired: ['__proto__', 'constructor'],
    });
  });
});

describe("progress to the group's own target", () => {
  const model = modelOf([
    modelItem({ id: 'poort', phase: '1-een' }),
    modelItem({ id: 'poort-twee', phase: '1-een' }),
    modelItem({ id: 'hoort', phase: '1-een', kind: 'should' }),
    modelItem({ id: 'kan', phase: '1-een', kind: 'could', naAllowed: true }),
    modelItem({ id: 'later', phase: '2-twee' }),
    modelItem({ id: 'anders', phase: '3-drie' }),
  ]);
  const round: Round = { ...ROUND, phases: ['1-een', '2-twee'] };
  const answers: Answers = { poort: '2', 'poort-twee': '1', hoort: '3', kan: 'n', later: 'u', anders: '3' };

  test('counts what is in place of what the target asks and applies', () => {
    expect(targetProgress(model, round, answers, { '1-een': 'gates', '2-twee': 'all' })).toEqual([
      { phase: '1-een', target: 'gates', inPlace: 1, of: 2 },
      { phase: '2-twee', target: 'all', inPlace: 0, of: 1 },
    ]);
    expect(targetProgress(model, round, answers, { '1-een': 'all' })).toEqual([
      { phase: '1-een', target: 'all', inPlace: 2, of: 3 },
    ]);
  });

  test('is nothing for phases without a target or outside the round', () => {
    expect(targetProgress(model, round, answers, { '3-drie': 'gates' })).toEqual([]);
    expect(targetProgress(model, round, answers, {})).toEqual([]);
  });

  test('never counts more in place than there is, and asks no more of the gates than of all', () => {
    const scene = modelAndRound.chain(({ model, round }) =>
      fc.record({ model: fc.constant(model), round: fc.constant(round), answers: answersTo(model) }),
    );
    fc.assert(
      fc.property(scene, ({ model, round, answers }) => {
        const of = (target: 'gates' | 'all') =>
          targetProgress(
            model,
            round,
            answers,
            Object.fromEntries(round.phases.map((phase) => [phase, target])),
          );
        const [gates, all] = [of('gates'), of('all')];
        expect(all.map(({ phase }) => phase)).toEqual(round.phases);
        for (const [at, progress] of all.entries()) {
          const gate = gates[at]!;
          expect(gate.inPlace).toBeLessThanOrEqual(gate.of);
          expect(progress.inPlace).toBeLessThanOrEqual(progress.of);
          expect(gate.of).toBeLessThanOrEqual(progress.of);
          expect(gate.inPlace).toBeLessThanOrEqual(progress.inPlace);
        }
        const applicable = roundItems(model, round).filter(({ id }) => answers[id] !== 'n').length;
        expect(all.reduce((sum, progress) => sum + progress.of, 0)).toBe(applicable);
      }),
    );
  });

  test('is complete when all is in place', () => {
    const full = Object.fromEntries(assessment.items.map(({ id }) => [id, '2' as const]));
    for (const { inPlace, of } of targetProgress(assessment, ROUND, full, { '4-opbouwen': 'all' }))
      expect(inPlace).toBe(of);
  });
});
