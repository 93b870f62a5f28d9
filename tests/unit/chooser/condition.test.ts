import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  given,
  holds,
  isKnown,
  questionsOf,
  UNKNOWN,
} from '../../../src/domain/chooser/condition.ts';
import type { Condition } from '../../../src/domain/chooser/schema.ts';
import { answersTo, completions, conditionOn, isTrue, smallModel } from './models.ts';

const is = (question: string, ...values: string[]): Condition => ({ kind: 'in', question, values });

/** A condition, answers to the questions it looks at, and the model that has them. */
const cases = smallModel.chain((model) =>
  fc.record({ model: fc.constant(model), when: conditionOn(model.questions), answers: answersTo(model) }),
);

describe('one question', () => {
  test.each<[string, Answers, string]>([
    ['one of the values', { a: 'x' }, 'yes'],
    ['another of the values', { a: 'y' }, 'yes'],
    ['a value that is not named', { a: 'z' }, 'no'],
    ['no answer', {}, 'unknown'],
    ['don’t know', { a: UNKNOWN }, 'unknown'],
    ['an answer to another question only', { b: 'x' }, 'unknown'],
  ])('%s', (_what, answers, truth) => {
    expect(holds(is('a', 'x', 'y'), answers)).toBe(truth);
    expect(isKnown(answers, 'a')).toBe(truth !== 'unknown');
  });
});

describe('several conditions', () => {
  const [yes, no, open] = [is('a', 'x'), is('a', 'y'), is('b', 'x')];
  const answers = { a: 'x' };

  test.each<[string, Condition[], string, string]>([
    ['none', [], 'yes', 'no'],
    ['one that holds', [yes], 'yes', 'yes'],
    ['one that does not', [no], 'no', 'no'],
    ['one that is open', [open], 'unknown', 'unknown'],
    ['one of each', [yes, open, no], 'no', 'yes'],
    ['one that holds and one that is open', [open, yes], 'unknown', 'yes'],
    ['one that does not hold and one that is open', [open, no], 'no', 'unknown'],
    ['two that hold', [yes, yes], 'yes', 'yes'],
    ['one that holds and one that does not', [yes, no], 'no', 'yes'],
  ])('%s', (_what, of, all, any) => {
    expect(holds({ kind: 'all', of }, answers)).toBe(all);
    expect(holds({ kind: 'any', of }, answers)).toBe(any);
  });

  test('the opposite of what is open is open', () => {
    expect([yes, no, open].map((condition) => holds({ kind: 'not', condition }, answers))).toEqual([
      'no',
      'yes',
      'unknown',
    ]);
  });
});

describe('any condition', () => {
  test('is never contradicted by what the unknown answers turn out to be', () => {
    fc.assert(
      fc.property(cases, ({ model, when, answers }) => {
        const truth = holds(when, answers);
        const found = new Set(completions(model, answers).map((complete) => isTrue(when, complete)));
        if (truth !== 'unknown') expect(found).toEqual(new Set([truth === 'yes']));
        // The other way round it may stay open although every completion agrees: "x or not x".
        if (found.size === 2) expect(truth).toBe('unknown');
      }),
      { numRuns: 1000 },
    );
  });

  test('is decided when everything is known', () => {
    fc.assert(
      fc.property(cases, ({ model, when, answers }) => {
        for (const complete of completions(model, answers)) {
          expect(holds(when, complete)).toBe(isTrue(when, complete) ? 'yes' : 'no');
        }
      }),
    );
  });

  test('stays as it is once decided, whatever is answered next', () => {
    fc.assert(
      fc.property(cases, ({ model, when, answers }) => {
        const truth = holds(when, answers);
        fc.pre(truth !== 'unknown');
        for (const { id, values } of model.questions.filter((question) => !isKnown(answers, question.id))) {
          for (const value of values) expect(holds(when, { ...answers, [id]: value.id })).toBe(truth);
        }
      }),
    );
  });

  test('leaves, once a question is answered, what says the same of the others and asks no more of that one', () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.nat(), ({ model, when }, at, place) => {
        const { id, values } = model.questions[at % model.questions.length]!;
        const value = values[place % values.length]!.id;
        const rest = given(when, id, value);
        if (typeof rest !== 'boolean') expect(questionsOf(rest)).not.toContain(id);
        for (const complete of completions(model, { [id]: value })) {
          expect(typeof rest === 'boolean' ? rest : isTrue(rest, complete)).toBe(isTrue(when, complete));
        }
        // What is decided for three-valued logic leaves nothing, and what leaves nothing is decided.
        expect(rest === true ? 'yes' : rest === false ? 'no' : 'unknown').toBe(holds(when, { [id]: value }));
      }),
      { numRuns: 500 },
    );
  });

  test('is left as it is by an answer to a question it does not look at', () => {
    const when: Condition = { kind: 'any', of: [is('a', 'x'), { kind: 'not', condition: is('b', 'y') }] };
    expect(given(when, 'c', 'x')).toEqual(when);
  });

  test('looks only at the questions it names, each once', () => {
    fc.assert(
      fc.property(cases, ({ model, when, answers }) => {
        const named = questionsOf(when);
        expect(new Set(named).size).toBe(named.length);
        expect(named.toSorted()).toEqual(
          model.questions
            .flatMap(({ id }) => (JSON.stringify(when).includes(`"${id}"`) ? [id] : []))
            .toSorted(),
        );
        const own = Object.fromEntries(Object.entries(answers).filter(([id]) => named.includes(id)));
        expect(holds(when, own)).toBe(holds(when, answers));
      }),
    );
  });
});
