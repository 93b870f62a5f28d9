import { describe, expect, it } from 'vitest';
import { START_LIST } from '../../src/domain/assessment/index.ts';
import {
  encodeInvitation,
  encodeSubmission,
  overview,
  readLines,
  roundItems,
  toCode,
  toRoundText,
} from '../../src/domain/round/index.ts';
import { assessment } from '../unit/assessment/models.ts';
import { member, ROUND } from '../unit/round/models.ts';
import { FIRMS, laterOf, manyRounds, ROUNDS, steps } from './rounds.ts';

/** Counts every read of a property of `value` and of what is in it: what work costs, whatever the machine does. */
function counted<T extends object>(value: T): { readonly value: T; readonly reads: () => number } {
  let reads = 0;
  const seen = new WeakMap<object, object>();
  const wrap = <O extends object>(object: O): O => {
    const known = seen.get(object);
    if (known) return known as O;
    const proxy = new Proxy(object, {
      get(target, key, receiver) {
        reads++;
        const part: unknown = Reflect.get(target, key, receiver);
        return typeof part === 'object' && part !== null ? wrap(part) : part;
      },
    });
    seen.set(object, proxy);
    return proxy;
  };
  return { value: wrap(value), reads: () => reads };
}

/** Reads that a step takes for so many rounds. */
function readsOf(name: string, rounds: number): number {
  const { value, reads } = counted(manyRounds(rounds));
  steps[name]?.(value);
  return reads();
}

describe('200 rounds of 12 firms', () => {
  const answers = ROUNDS * FIRMS * assessment.items.length;

  // Twice the rounds, twice the work: nothing is compared each with each.
  it.each(Object.keys(steps))('take twice as much work as 100: %s', (name) => {
    const ratio = readsOf(name, ROUNDS) / readsOf(name, ROUNDS / 2);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });

  it('have each answer read a few times at most', () => {
    // Not at all where nothing has to be told apart: the later revision is.
    expect(readsOf('merge', ROUNDS)).toBeLessThan(answers);
    expect(readsOf('summarise', ROUNDS)).toBeLessThan(3 * answers);
    expect(readsOf('overview', ROUNDS)).toBeLessThan(8 * answers);
  });

  it('read the model in proportion to their number', () => {
    const reads = [ROUNDS / 2, ROUNDS].map((rounds) => {
      const model = counted(assessment);
      overview(model.value, manyRounds(rounds));
      return model.reads();
    });
    expect((reads[1] ?? 0) / (reads[0] ?? 1)).toBeLessThan(2.1);
  });

  it('are read from pasted lines with work in proportion to their number', () => {
    const readsFor = (firms: number): number => {
      const { value: model, reads } = counted(assessment);
      const lines = Array.from({ length: firms }, (_, at) => encodeSubmission(assessment, member(at)));
      expect(Object.keys(readLines(model, ROUND, {}, lines.join('\n')).collected)).toHaveLength(firms);
      return reads();
    };
    expect(readsFor(200) / readsFor(100)).toBeLessThan(2.1);
  });
});

describe('what has to pass by hand, screen or storage', () => {
  const rounds = START_LIST.flatMap((start) => {
    const route = assessment.routes[start];
    return Array.from({ length: 2 ** route.length - 1 }, (_, at) => ({
      ...ROUND,
      start,
      phases: route.filter((_phase, bit) => (at + 1) & (1 << bit)),
    }));
  });

  it('is a short link for an invitation, and one for a submission that fits a QR code read from a phone', () => {
    for (const round of rounds) {
      expect(encodeInvitation(round).length).toBeLessThanOrEqual(40);
      expect(encodeSubmission(assessment, member(1, round)).length).toBeLessThanOrEqual(80);
    }
  });

  it('is a code of at most twelve groups of four, and of fewer for fewer items', () => {
    const lengths = rounds.map((round) => ({
      items: roundItems(assessment, round).length,
      groups: toCode(assessment, round, member(1, round)).split('-').length,
    }));
    expect(Math.max(...lengths.map(({ groups }) => groups))).toBeLessThanOrEqual(12);
    for (const { items, groups } of lengths)
      expect(groups).toBeLessThanOrEqual(Math.ceil((14 + items * 0.5615) / 4));
  });

  it('is a file of at most 20 kB for a round, so that a browser keeps hundreds', () => {
    for (const state of manyRounds(3)) {
      expect(toRoundText(state).length).toBeLessThan(20_000);
      expect(toRoundText({ ...state, collected: laterOf(state.collected) }).length).toBeLessThan(20_000);
    }
  });
});
