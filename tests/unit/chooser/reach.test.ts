import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown } from '../../../src/domain/chooser/condition.ts';
import type { Model } from '../../../src/domain/chooser/model.ts';
import {
  canBeIn,
  canBeOut,
  NORMAL,
  ordersOf,
  type Range,
  rangeOf,
  type Term,
  termsOf,
  turns,
} from '../../../src/domain/chooser/reach.ts';
import type { Condition } from '../../../src/domain/chooser/schema.ts';
import {
  answersTo,
  completions,
  conditionOn,
  isOut,
  isTrue,
  scenario,
  scoreOf,
  smallModel,
} from './models.ts';

const RUNS = { numRuns: 500 };
const is = (question: string, ...values: string[]): Condition => ({ kind: 'in', question, values });

/** Terms over the questions of a small model, and answers to some of these. */
const cases = smallModel.chain((model) =>
  fc.record({
    model: fc.constant(model),
    answers: answersTo(model),
    terms: fc.array(
      fc.record({
        when: conditionOn(model.questions),
        points: fc.integer({ min: -4, max: 4 }),
        out: fc.constantFrom(0, 0, 0, 1, 2, 3),
      }),
      { maxLength: 8 },
    ),
  }),
);

/** What the terms come to when everything is known. */
function outcome(terms: readonly Term[], complete: Record<string, string>): { points: number; out: number } {
  const yes = terms.filter(({ when }) => isTrue(when, complete));
  return {
    points: yes.reduce((sum, { points }) => sum + points, 0),
    out: yes.reduce((sum, { out }) => sum | out, 0),
  };
}

/** The order of two options in such an outcome. */
function orderIn({ points, out }: { points: number; out: number }): string {
  if (out !== 0) return ['', 'behind', 'ahead', 'both-out'][out]!;
  return points > 0 ? 'ahead' : points < 0 ? 'behind' : 'level';
}

describe('what terms can come to', () => {
  test('is what the completions of the answers come to', () => {
    fc.assert(
      fc.property(cases, ({ model, answers, terms }) => {
        const found = completions(model, answers).map((complete) => outcome(terms, complete));
        const inside = found.filter(({ out }) => out === 0).map(({ points }) => points);
        expect(rangeOf(model, answers, terms)).toEqual({
          lo: Math.min(...inside),
          hi: Math.max(...inside),
          outs: found.reduce((sum, { out }) => sum | (1 << out), 0),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('allows exactly the orders of the completions, but that "level" may stand between ahead and behind', () => {
    fc.assert(
      fc.property(cases, ({ model, answers, terms }) => {
        const found = new Set(
          completions(model, answers).map((complete) => orderIn(outcome(terms, complete))),
        );
        if (found.has('ahead') && found.has('behind')) found.add('level');
        const told = new Set<string>(ordersOf(rangeOf(model, answers, terms)));
        if (told.has('ahead') && told.has('behind')) told.add('level');
        expect(told).toEqual(found);
      }),
      RUNS,
    );
  });

  test.each<[string, Range, string[]]>([
    ['more in any case', { lo: 1, hi: 3, outs: 1 }, ['ahead']],
    ['as much or more', { lo: 0, hi: 3, outs: 1 }, ['ahead', 'level']],
    ['as much in any case', { lo: 0, hi: 0, outs: 1 }, ['level']],
    ['as much or less', { lo: -1, hi: 0, outs: 1 }, ['level', 'behind']],
    ['less in any case', { lo: -2, hi: -1, outs: 1 }, ['behind']],
    ['more or less', { lo: -1, hi: 1, outs: 1 }, ['ahead', 'level', 'behind']],
    ['the first out', { lo: Infinity, hi: -Infinity, outs: 2 }, ['behind']],
    ['the second out', { lo: Infinity, hi: -Infinity, outs: 4 }, ['ahead']],
    ['both out', { lo: Infinity, hi: -Infinity, outs: 8 }, ['both-out']],
    ['more, or the second out', { lo: 1, hi: 1, outs: 5 }, ['ahead']],
    ['less, or the second out', { lo: -1, hi: -1, outs: 5 }, ['ahead', 'behind']],
  ])('orders: %s', (_what, range, orders) => {
    expect(ordersOf(range)).toEqual(orders);
  });

  test('counts rules that hang on one question together', () => {
    const model = { questions: [{ id: 'a', values: [{ id: 'x' }, { id: 'y' }] }] } as unknown as Model;
    const terms = [
      { when: is('a', 'x'), points: 3, out: 0 },
      { when: is('a', 'y'), points: 2, out: 0 },
    ];
    expect(rangeOf(model, {}, terms)).toEqual({ lo: 2, hi: 3, outs: 1 });
  });

  test('is the same when asked again, and when the same model has other answers', () => {
    fc.assert(
      fc.property(cases, ({ model, answers, terms }) => {
        const before = rangeOf(model, answers, terms);
        rangeOf(model, {}, terms);
        expect(rangeOf(model, answers, terms)).toEqual(before);
        expect(rangeOf(structuredClone(model), answers, structuredClone(terms))).toEqual(before);
      }),
    );
  });
});

describe('what the rules say', () => {
  test('of one option is its score and whether it is out', () => {
    fc.assert(
      fc.property(scenario, ({ model, importance }) => {
        for (const { id } of model.options) {
          const terms = termsOf(model, importance, id);
          for (const complete of completions(model, {})) {
            const isExcluded = isOut(model, complete, id);
            expect(outcome(terms, complete)).toEqual({
              points: scoreOf(model, complete, importance, id),
              out: Number(isExcluded),
            });
          }
          const range = rangeOf(model, {}, terms);
          const outs = completions(model, {}).map((complete) => isOut(model, complete, id));
          expect([canBeIn(range), canBeOut(range)]).toEqual([outs.includes(false), outs.includes(true)]);
        }
      }),
    );
  });

  test('of two options is the difference of their scores and which of them is out', () => {
    fc.assert(
      fc.property(scenario, ({ model, importance }) => {
        const [a, b] = [model.options[0]!.id, model.options[1]!.id];
        const terms = termsOf(model, importance, a, b);
        for (const complete of completions(model, {})) {
          expect(outcome(terms, complete)).toEqual({
            points: scoreOf(model, complete, importance, a) - scoreOf(model, complete, importance, b),
            out: Number(isOut(model, complete, a)) + 2 * Number(isOut(model, complete, b)),
          });
        }
      }),
    );
  });

  test('leaves out what counts for both options alike and what counts for neither', () => {
    const base = { when: is('a', 'x'), kind: 'weigh', criterion: 'tijd', weight: 1 } as const;
    const model = {
      rules: [
        { ...base, id: 'beide', options: ['een', 'twee'] },
        { ...base, id: 'ander', options: ['drie'] },
        { id: 'plicht', kind: 'duty', when: is('a', 'x'), options: ['een'] },
        { ...base, id: 'een', options: ['een', 'drie'], weight: 2 },
      ],
    } as unknown as Model;
    expect(termsOf(model, {}, 'een', 'twee')).toEqual([{ when: is('a', 'x'), points: 2 * NORMAL, out: 0 }]);
    expect(termsOf(model, { tijd: 4 }, 'twee', 'een')).toEqual([{ when: is('a', 'x'), points: -8, out: 0 }]);
  });
});

describe('a question', () => {
  test('turns the order when in some completion of the others the order depends on it alone', () => {
    const found: Record<string, number> = { true: 0, false: 0 };
    fc.assert(
      fc.property(cases, ({ model, answers, terms }) => {
        for (const { id, values } of model.questions.filter((question) => !isKnown(answers, question.id))) {
          const expected = completions(model, answers).some(
            (complete) =>
              new Set(values.map((value) => orderIn(outcome(terms, { ...complete, [id]: value.id })))).size >
              1,
          );
          expect(turns(model, answers, terms, id)).toBe(expected);
          found[String(expected)]! += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(...Object.values(found))).toBeGreaterThan(200);
  });

  test('that is answered turns nothing', () => {
    const model = { questions: [{ id: 'a', values: [{ id: 'x' }, { id: 'y' }] }] } as unknown as Model;
    const terms = [{ when: is('a', 'x'), points: 1, out: 0 }];
    expect(turns(model, {}, terms, 'a')).toBe(true);
    expect(turns(model, { a: 'x' }, terms, 'a')).toBe(false);
  });
});

describe('a large model', () => {
  /** Thirteen questions of four values, forty terms that each hang on one to three of them. */
  const questions = Array.from({ length: 13 }, (_, index) => ({
    id: `vraag-${index}`,
    values: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  }));
  const model = { questions } as unknown as Model;
  const terms = Array.from({ length: 40 }, (_, at): Term => {
    const one = is(`vraag-${at % 13}`, 'a', at % 2 ? 'b' : 'd');
    const two = is(`vraag-${(at + 2) % 13}`, 'b', 'c');
    const three: Condition = { kind: 'not', condition: is(`vraag-${(at + 1) % 13}`, 'd') };
    const of = [[one], [one], [one, two], [one, three, two]][at % 4]!;
    return {
      when: { kind: at % 3 ? 'all' : 'any', of },
      points: [4, -2, 2, -4, 8][at % 5]!,
      out: at % 10 === 9 ? (at % 20 === 9 ? 1 : 2) : 0,
    };
  });

  // There are 67 million completions. Seconds would mean that they are gone through one by one.
  test('is reckoned with in a moment', () => {
    const before = performance.now();
    const range = rangeOf(model, {}, terms);
    const turned = questions.filter(({ id }) => turns(model, {}, terms, id));
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(range.lo).toBeLessThan(range.hi);
    expect(turned).toHaveLength(13);
  });

  test('comes to nothing that a walk through many completions does not stay within', () => {
    const { lo, hi, outs } = rangeOf(model, {}, terms);
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 13, maxLength: 13 }), (picks) => {
        const complete = Object.fromEntries(picks.map((pick, at) => [`vraag-${at}`, 'abcd'[pick]!]));
        const { points, out } = outcome(terms, complete);
        expect(outs & (1 << out)).not.toBe(0);
        if (out !== 0) return;
        expect(points).toBeGreaterThanOrEqual(lo);
        expect(points).toBeLessThanOrEqual(hi);
      }),
      { numRuns: 2000 },
    );
  });
});
