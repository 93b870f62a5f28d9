import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/domain/assessment/index.ts';
import {
  groupAnswers,
  groupResult,
  overview,
  type Round,
  type RoundState,
  summarise,
  withoutScarce,
} from '../../../src/domain/round/index.ts';
import { assessment, modelItem, modelOf } from '../assessment/models.ts';
import { collectedOf, group, member, ROUND, roundOf, stateOf } from './models.ts';

const model = modelOf([
  modelItem({ id: 'een-a', phase: '1-een' }),
  modelItem({ id: 'een-b', phase: '1-een' }),
  modelItem({ id: 'een-c', phase: '1-een', kind: 'could' }),
  modelItem({ id: 'twee', phase: '2-twee' }),
]);

/** A group of `size` whose members all answer the four items so; `u` is don't know. */
function groupOf(id: string, row: string, size = 3, part: Partial<RoundState> = {}): RoundState {
  const round: Round = { ...ROUND, id, phases: ['1-een', '2-twee'] };
  const [a, b, c, d] = [...row];
  const answers = { 'een-a': a, 'een-b': b, 'een-c': c, twee: d } as Answers;
  const collected = group(round, ...Array.from({ length: size }, () => answers));
  return { ...stateOf(round, []), collected, label: `Groep ${id}`, ...part };
}

describe('many groups', () => {
  test('each have their own place, in the order in which they were given', () => {
    const { groups } = overview(model, [
      groupOf('aaaaaa', '2222'),
      groupOf('bbbbbb', '0222', 4),
      groupOf('cccccc', '2u20'),
    ]);
    expect(
      groups.map(({ id, label, date, members, result }) => [
        id,
        label,
        date,
        members,
        result.earliest,
        result.latest,
      ]),
    ).toEqual([
      ['aaaaaa', 'Groep aaaaaa', '2026-11-22', 3, 'done', 'done'],
      ['bbbbbb', 'Groep bbbbbb', '2026-11-22', 4, '1-een', '1-een'],
      ['cccccc', 'Groep cccccc', '2026-11-22', 3, '1-een', '2-twee'],
    ]);
  });

  test('are stuck on the gates that are missing where they are, most groups first, then in the order of asking', () => {
    const states = [
      groupOf('aaaaaa', '0000'),
      groupOf('bbbbbb', '2000'),
      groupOf('cccccc', '2200'),
      groupOf('dddddd', '2u20'),
      groupOf('eeeeee', '0u00'),
      groupOf('ffffff', '2222'),
    ];
    // The third stands in phase 2; the fourth may, and surely lacks what phase 2 needs.
    expect(overview(model, states).stuckOn).toEqual([
      { item: 'een-a', groups: 2 },
      { item: 'een-b', groups: 2 },
      { item: 'twee', groups: 2 },
    ]);
    expect(overview(model, [...states, groupOf('gggggg', '2221')]).stuckOn[0]).toEqual({
      item: 'twee',
      groups: 3,
    });
  });

  test('are stuck on what holds back a single one too', () => {
    expect(overview(model, [groupOf('aaaaaa', '2200')]).stuckOn).toEqual([{ item: 'twee', groups: 1 }]);
  });

  test('count what a group agreed', () => {
    const agreements = { 'een-a': { answer: '2', note: '' } } as const;
    const { groups, stuckOn } = overview(model, [groupOf('aaaaaa', '0222', 3, { agreements })]);
    expect(groups[0]?.result.latest).toBe('done');
    expect(stuckOn).toEqual([]);
  });

  test('say nothing that would tell who answered what', () => {
    const { groups, stuckOn } = overview(model, [groupOf('aaaaaa', '0000', 2)]);
    expect(groups[0]).toMatchObject({ members: 2, result: { earliest: '1-een', latest: 'done' } });
    expect(stuckOn).toEqual([]);
  });

  test('count a round that was loaded twice once: the later by date, else the last', () => {
    const old = groupOf('aaaaaa', '0222', 3, { date: '2026-01-01', label: 'oud' });
    const fresh = groupOf('aaaaaa', '2222', 4, { date: '2026-02-01', label: 'nieuw' });
    for (const states of [
      [old, fresh],
      [fresh, old],
    ]) {
      const { groups, stuckOn } = overview(model, states);
      expect(groups.map(({ label, members }) => [label, members])).toEqual([['nieuw', 4]]);
      expect(stuckOn).toEqual([]);
    }
    const same = { ...fresh, date: old.date };
    expect(overview(model, [old, same]).groups.map(({ label }) => label)).toEqual(['nieuw']);
    expect(overview(model, [same, old]).groups.map(({ label }) => label)).toEqual(['oud']);
  });

  test('without any give an empty overview, and a group without answers has all places open', () => {
    expect(overview(model, [])).toEqual({ groups: [], stuckOn: [] });
    const { groups, stuckOn } = overview(model, [groupOf('aaaaaa', '2222', 0)]);
    expect(groups[0]).toMatchObject({ members: 0, result: { earliest: '1-een', latest: 'done' } });
    expect(stuckOn).toEqual([]);
  });

  test('have the result that each has by itself, and no item is missed by more groups than there are', () => {
    const state = roundOf(assessment).chain((round) =>
      collectedOf(assessment, round).map((collected) => ({ ...stateOf(round, []), collected })),
    );
    fc.assert(
      fc.property(fc.uniqueArray(state, { maxLength: 5, selector: ({ round }) => round.id }), (states) => {
        const { groups, stuckOn } = overview(assessment, states);
        expect(groups.map(({ id }) => id)).toEqual(states.map(({ round }) => round.id));
        for (const [at, { round, collected }] of states.entries()) {
          const summaries = summarise(assessment, round, withoutScarce(assessment, round, collected));
          expect(groups[at]?.result).toEqual(groupResult(assessment, round, groupAnswers(summaries, {})));
        }
        const kinds = new Map(assessment.items.map(({ id, kind }) => [id, kind]));
        for (const { item, groups: count } of stuckOn) {
          expect(kinds.get(item)).toBe('gate');
          expect(count).toBeLessThanOrEqual(states.length);
        }
        expect(stuckOn.map(({ groups }) => groups)).toEqual(
          stuckOn.map(({ groups }) => groups).toSorted((a, b) => b - a),
        );
      }),
    );
  });

  test('of the published test are found by id', () => {
    const { groups } = overview(assessment, [stateOf(ROUND, [member(1), member(2), member(3)])]);
    expect(groups[0]?.id).toBe(ROUND.id);
    expect(groups[0]?.result.phases.map(({ phase }) => phase)).toEqual(ROUND.phases);
  });
});
