import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, holds, isKnown, questionsOf, UNKNOWN } from '../../../src/domain/chooser/condition.ts';
import {
  evaluate,
  optionsOf,
  relevantQuestions,
  type Result,
  useOf,
  type Verdict,
  verdictOf,
} from '../../../src/domain/chooser/evaluate.ts';
import { decisive, firmness, flips, isSameVerdict, revivals } from '../../../src/domain/chooser/turning.ts';
import type { Model, ModelRule } from '../../../src/domain/chooser/model.ts';
import type { Importance } from '../../../src/domain/chooser/reach.ts';
import type { Condition } from '../../../src/domain/chooser/schema.ts';
import {
  answersTo,
  completions,
  importanceOf,
  isOut,
  isTrue,
  orderIn,
  plainDecisive,
  plainVerdict,
  scenario,
  type Scenario,
  scoreOf,
  serving,
  WEIGHTS,
} from './models.ts';

const RUNS = { numRuns: 400 };

/** Runs `check` on random scenarios. */
function always(check: (scenario: Scenario) => void, runs = RUNS): void {
  alwaysFor(scenario, check, runs);
}

function alwaysFor(
  some: fc.Arbitrary<Scenario>,
  check: (scenario: Scenario) => void,
  runs: typeof RUNS,
): void {
  fc.assert(fc.property(some, check), runs);
}

const is = (question: string, ...values: string[]): Condition => ({ kind: 'in', question, values });
const ALWAYS: Condition = { kind: 'all', of: [] };

/** A small model of one step, for worked examples: questions a and b, each x or y; options een, twee, drie. */
function modelWith(rules: readonly ModelRule[], options = ['een', 'twee', 'drie']): Model {
  return {
    questions: ['a', 'b'].map((id) => ({ id, values: [{ id: 'x' }, { id: 'y' }] })),
    criteria: [{ id: 'tijd' }, { id: 'geld' }],
    options: options.map((id) => ({ id, stages: ['nu'] })),
    stages: [{ id: 'nu', threshold: 0, triggers: [] }],
    rules,
  };
}
let count = 0;
const exclude = (option: string, when: Condition): ModelRule => ({
  kind: 'exclude',
  id: `uit-${count++}`,
  options: [option],
  when,
});
const weigh = (option: string, weight: number, when: Condition = ALWAYS, criterion = 'tijd'): ModelRule => ({
  kind: 'weigh',
  id: `telt-${count++}`,
  options: [option],
  when,
  criterion,
  weight,
});

/** All option results by stage and option. */
const optionResults = (result: Result) =>
  new Map(
    result.stages.flatMap(({ stage, options }) =>
      options.map((one) => [`${stage} ${one.option}`, { stage, ...one }] as const),
    ),
  );

describe('an option', () => {
  test('is out, open or possible as the completions of the answers say', () => {
    always(({ model, answers }) => {
      const worlds = completions(model, answers);
      for (const { option, status } of optionResults(evaluate(model, answers)).values()) {
        const out = new Set(worlds.map((world) => isOut(model, world, option)));
        expect(status).toBe(out.size === 2 ? 'open' : out.has(true) ? 'excluded' : 'possible');
      }
    });
  });

  test('has for score exactly the lowest and highest one of the completions in which it is in', () => {
    always(({ model, answers, importance }) => {
      const worlds = completions(model, answers);
      for (const { option, score } of optionResults(evaluate(model, answers, importance)).values()) {
        const scores = worlds
          .filter((world) => !isOut(model, world, option))
          .map((world) => scoreOf(model, world, importance, option));
        expect(score).toEqual(
          scores.length === 0 ? null : { lo: Math.min(...scores), hi: Math.max(...scores) },
        );
      }
    });
  });

  test('cites each of its rules that holds or may, those that exclude apart', () => {
    always(({ model, answers }) => {
      for (const { option, excludedBy, rules } of optionResults(evaluate(model, answers)).values()) {
        const own = model.rules
          .filter(({ options }) => options.includes(option))
          .map((rule) => ({ rule, cited: { rule: rule.id, holds: holds(rule.when, answers) } }))
          .filter(({ cited }) => cited.holds !== 'no');
        const [outs, others] = [true, false].map((wanted) =>
          own.filter(({ rule }) => (rule.kind === 'exclude') === wanted).map(({ cited }) => cited),
        );
        expect(excludedBy).toEqual(outs);
        expect(rules).toEqual(others);
      }
    });
  });

  test('normally weighs two points per point of a rule, half as much and double where the reader says so', () => {
    const model = modelWith([weigh('een', 2), weigh('een', -1, ALWAYS, 'geld'), weigh('twee', 1)]);
    const scores = (importance?: Importance) =>
      evaluate(model, {}, importance).stages[0]!.options.map(({ score }) => score?.lo);
    expect(scores()).toEqual([2, 2, 0]);
    expect(scores({ tijd: 1 })).toEqual([0, 1, 0]);
    expect(scores({ tijd: 4, geld: 1 })).toEqual([7, 4, 0]);
  });
});

describe('a result', () => {
  test('names the steps and their options in the order of the model', () => {
    always(({ model, answers }) => {
      const { stages } = evaluate(model, answers);
      expect(stages.map(({ stage }) => stage)).toEqual(model.stages.map(({ id }) => id));
      for (const { stage, options } of stages) {
        expect(options.map(({ option }) => option)).toEqual(serving(model, stage));
        expect(optionsOf(model, stage)).toEqual(serving(model, stage));
      }
    });
  });

  test('names each stop sign that holds or may, and no other rule', () => {
    always(({ model, answers }) => {
      const expected = model.rules
        .filter((rule) => rule.kind === 'warn' && rule.stop && holds(rule.when, answers) !== 'no')
        .map((rule) => ({ rule: rule.id, holds: holds(rule.when, answers) }));
      expect(evaluate(model, answers).stops).toEqual(expected);
    });
  });

  test('says of a step whether the triggers with a condition make it due', () => {
    always(({ model, answers }) => {
      const worlds = completions(model, answers);
      for (const [index, { due, triggers }] of evaluate(model, answers).stages.entries()) {
        const stage = model.stages[index]!;
        const asked = stage.triggers.flatMap(({ when, ...rest }) => (when ? [{ when, ...rest }] : []));
        const found = new Set(
          worlds.map(
            (world) =>
              asked.filter(({ when }) => isTrue(when, world)).reduce((sum, { points }) => sum + points, 0) >=
              stage.threshold,
          ),
        );
        expect(due).toBe(found.size === 2 ? 'unknown' : found.has(true) ? 'yes' : 'no');
        expect(triggers).toEqual(asked.map(({ id, when }) => ({ trigger: id, holds: holds(when, answers) })));
      }
    });
  });

  test('is the same whatever the order of the answers', () => {
    always(({ model, answers, importance }) => {
      const reversed = Object.fromEntries(Object.entries(answers).reverse());
      expect(evaluate(model, reversed, importance)).toEqual(evaluate(model, answers, importance));
    });
  });

  test('is the same whatever the order of the rules, but for the order in which they are cited', () => {
    const sorted = (result: Result): unknown =>
      JSON.parse(
        JSON.stringify(result, (key, value: unknown) =>
          ['rules', 'excludedBy', 'stops'].includes(key)
            ? (value as { rule: string }[]).toSorted((a, b) => a.rule.localeCompare(b.rule))
            : value,
        ),
      );
    fc.assert(
      fc.property(
        scenario.chain((one) =>
          fc.record({
            one: fc.constant(one),
            rules: fc.shuffledSubarray([...one.model.rules], { minLength: one.model.rules.length }),
          }),
        ),
        ({ one: { model, answers, importance }, rules }) => {
          const shuffled = evaluate({ ...model, rules }, answers, importance);
          expect(sorted(shuffled)).toEqual(sorted(evaluate(model, answers, importance)));
        },
      ),
    );
  });

  test('comes out again from the rules it cites alone', () => {
    always(({ model, answers, importance }) => {
      const result = evaluate(model, answers, importance);
      const cited = new Set(
        [
          ...result.stops,
          ...result.stages.flatMap(({ options }) =>
            options.flatMap(({ excludedBy, rules }) => [...excludedBy, ...rules]),
          ),
        ].map(({ rule }) => rule),
      );
      const rules = model.rules.filter(({ id }) => cited.has(id));
      expect(evaluate({ ...model, rules }, answers, importance)).toEqual(result);
    });
  });

  test('does not change what it is made from', () => {
    always((one) => {
      const before = JSON.stringify(one);
      const { model, answers, importance } = one;
      evaluate(model, answers, importance);
      for (const { id } of model.stages) {
        decisive(model, answers, importance, id);
        flips(model, answers, importance, id);
        firmness(model, answers, importance, id);
      }
      expect(JSON.stringify(one)).toBe(before);
    });
  });

  test('treats "don’t know" as no answer', () => {
    always(({ model, answers, importance }) => {
      const known = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== UNKNOWN));
      expect(evaluate(model, known, importance)).toEqual(evaluate(model, answers, importance));
    });
  });
});

describe('what comes first', () => {
  test('is what the completions of the answers say', () => {
    const kinds = new Set<string>();
    always(
      ({ model, answers, importance }) => {
        for (const { stage, verdict } of evaluate(model, answers, importance).stages) {
          const expected = plainVerdict(model, answers, importance, stage);
          expect(verdict).toEqual(expected);
          expect(verdictOf(model, answers, importance, stage)).toEqual(expected);
          kinds.add(expected.kind);
        }
      },
      { numRuns: 1000 },
    );
    expect([...kinds].toSorted()).toEqual(['depends', 'leads', 'none', 'tie']);
  });

  test.each<[string, ModelRule[], Answers, Verdict]>([
    ['nothing is known of any', [], {}, { kind: 'tie', options: ['een', 'twee', 'drie'] }],
    ['one has more', [weigh('twee', 1)], {}, { kind: 'leads', option: 'twee' }],
    ['two have more', [weigh('een', 1), weigh('twee', 1)], {}, { kind: 'tie', options: ['een', 'twee'] }],
    [
      'the first is out',
      [weigh('een', 2), exclude('een', ALWAYS), weigh('drie', 1)],
      {},
      { kind: 'leads', option: 'drie' },
    ],
    ['all are out', ['een', 'twee', 'drie'].map((id) => exclude(id, ALWAYS)), {}, { kind: 'none' }],
    [
      'all but one are out',
      ['een', 'drie'].map((id) => exclude(id, ALWAYS)),
      {},
      { kind: 'leads', option: 'twee' },
    ],
    [
      'one may get more',
      [weigh('een', 1), weigh('twee', 2, is('a', 'x'))],
      {},
      { kind: 'depends', options: ['een', 'twee'] },
    ],
    [
      'one may at most draw level',
      [weigh('een', 1), weigh('twee', 1, is('a', 'x'))],
      {},
      { kind: 'depends', options: ['een', 'twee'] },
    ],
    [
      'what is open makes no difference',
      [weigh('een', 2), weigh('twee', 1, is('a', 'x'))],
      {},
      { kind: 'leads', option: 'een' },
    ],
    [
      'what is open counts for both alike',
      [weigh('een', 1), weigh('een', 2, is('a', 'x')), weigh('twee', 2, is('a', 'x'))],
      {},
      { kind: 'leads', option: 'een' },
    ],
    [
      'the first may be out',
      [weigh('een', 2), exclude('een', is('a', 'x')), weigh('twee', 1)],
      {},
      { kind: 'depends', options: ['een', 'twee'] },
    ],
    [
      'a rival that is only in where the first has more never comes first',
      [weigh('een', 1, is('a', 'x')), exclude('twee', is('a', 'y')), exclude('drie', ALWAYS)],
      {},
      { kind: 'leads', option: 'een' },
    ],
    [
      'two are out by turns, by one question',
      [exclude('een', is('a', 'x')), exclude('twee', is('a', 'y')), exclude('drie', ALWAYS)],
      {},
      { kind: 'depends', options: ['een', 'twee'] },
    ],
    [
      'two are out together or not at all, and else level',
      [exclude('een', is('a', 'x')), exclude('twee', is('a', 'x')), exclude('drie', ALWAYS)],
      {},
      { kind: 'depends', options: ['een', 'twee'] },
    ],
    [
      'one is left that may be out too',
      [exclude('een', is('a', 'x')), exclude('twee', ALWAYS), exclude('drie', ALWAYS)],
      {},
      { kind: 'depends', options: ['een'] },
    ],
    [
      'one is left that several rules together surely exclude',
      [
        exclude('een', is('a', 'x')),
        exclude('een', is('a', 'y')),
        exclude('twee', ALWAYS),
        exclude('drie', ALWAYS),
      ],
      {},
      { kind: 'none' },
    ],
  ])('when %s', (_when, rules, answers, verdict) => {
    expect(verdictOf(modelWith(rules), answers, {}, 'nu')).toEqual(verdict);
  });

  test('names options of the step only', () => {
    const model = modelWith([weigh('twee', 2)]);
    const options = model.options.map((option) => ({
      ...option,
      stages: option.id === 'twee' ? ['later'] : ['nu', 'later'],
    }));
    const stages = ['nu', 'later'].map((id) => ({ id, threshold: 0, triggers: [] }));
    const [now, later] = evaluate({ ...model, options, stages }, {}).stages;
    expect(now?.verdict).toEqual({ kind: 'tie', options: ['een', 'drie'] });
    expect(later?.verdict).toEqual({ kind: 'leads', option: 'twee' });
  });
});

describe('answering what was unknown', () => {
  /** A scenario, a question that is open in it, and the value given to it. */
  const refined = scenario
    .filter(({ model, answers }) => model.questions.some(({ id }) => !isKnown(answers, id)))
    .chain((before) =>
      fc
        .constantFrom(...before.model.questions.filter(({ id }) => !isKnown(before.answers, id)))
        .chain(({ id, values }) =>
          fc.record({
            before: fc.constant(before),
            after: fc.constantFrom(...values).map((value) => ({ ...before.answers, [id]: value.id })),
          }),
        ),
    );

  test('never brings back what is out, never puts out what is surely in, and narrows every score', () => {
    fc.assert(
      fc.property(refined, ({ before: { model, answers, importance }, after }) => {
        const earlier = optionResults(evaluate(model, answers, importance));
        for (const [key, { status, score }] of optionResults(evaluate(model, after, importance))) {
          const was = earlier.get(key)!;
          if (was.status !== 'open') expect(status).toBe(was.status);
          if (score) {
            expect(score.lo).toBeGreaterThanOrEqual(was.score!.lo);
            expect(score.hi).toBeLessThanOrEqual(was.score!.hi);
          }
        }
      }),
      RUNS,
    );
  });

  test('leaves a leader and a tie as they are, and lets no new candidate in', () => {
    fc.assert(
      fc.property(refined, ({ before: { model, answers, importance }, after }) => {
        for (const { id } of model.stages) {
          const was = verdictOf(model, answers, importance, id);
          const now = verdictOf(model, after, importance, id);
          if (was.kind !== 'depends') expect(now).toEqual(was);
          else if (now.kind === 'leads') expect(was.options).toContain(now.option);
          else if (now.kind !== 'none') expect(was.options).toEqual(expect.arrayContaining([...now.options]));
        }
      }),
      RUNS,
    );
  });

  test('leaves a step due, or not due, once that is settled', () => {
    fc.assert(
      fc.property(refined, ({ before: { model, answers }, after }) => {
        const now = evaluate(model, after).stages;
        for (const [index, { due }] of evaluate(model, answers).stages.entries()) {
          if (due !== 'unknown') expect(now[index]!.due).toBe(due);
        }
      }),
      RUNS,
    );
  });
});

describe('the questions that decide', () => {
  test('are those of which some completion shows it, most pairs first', () => {
    let found = 0;
    always(
      ({ model, answers, importance }) => {
        for (const { id } of model.stages) {
          const expected = plainDecisive(model, answers, importance, id);
          const order = [...expected].sort(([, a], [, b]) => b - a).map(([question]) => question);
          expect(decisive(model, answers, importance, id)).toEqual(order);
          found += order.length;
        }
      },
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(200);
  });

  test('are there whenever it depends, and never otherwise', () => {
    always(({ model, answers, importance }) => {
      for (const { id } of model.stages) {
        const verdict = verdictOf(model, answers, importance, id);
        expect(decisive(model, answers, importance, id).length > 0).toBe(verdict.kind === 'depends');
      }
    });
  });

  test('come in the order in which they are asked where they turn as many pairs', () => {
    const rules = [weigh('een', 1, is('b', 'x')), weigh('twee', 1, is('a', 'x')), exclude('drie', ALWAYS)];
    expect(decisive(modelWith(rules), {}, {}, 'nu')).toEqual(['a', 'b']);
  });

  test('come with the one that turns most pairs first', () => {
    const rules = [
      weigh('een', 1, is('a', 'x')),
      weigh('een', 1, is('b', 'x')),
      weigh('twee', -1, is('b', 'x')),
    ];
    // a turns een–twee and een–drie, b turns those and twee–drie.
    expect(decisive(modelWith(rules), {}, {}, 'nu')).toEqual(['b', 'a']);
  });

  test('where one candidate is left are those that can put it out', () => {
    const rules = [
      ...['twee', 'drie'].map((id) => exclude(id, ALWAYS)),
      exclude('een', is('b', 'x')),
      weigh('een', 2, is('a', 'x')),
    ];
    expect(decisive(modelWith(rules), {}, {}, 'nu')).toEqual(['b']);
  });
});

describe('what would flip it', () => {
  /** Every other value of every answered question. */
  const changes = ({ model, answers }: Scenario) =>
    model.questions
      .filter(({ id }) => isKnown(answers, id))
      .flatMap(({ id, values }) =>
        values
          .map((value) => ({ question: id, value: value.id }))
          .filter(({ value }) => value !== answers[id]),
      );

  /** Whether a change leaves a step that is or may be due so; a step that is not due loses nothing. */
  const keepsDue =
    ({ model, answers }: Parameters<Parameters<typeof always>[0]>[0], stage: string) =>
    ({ question, value }: { question: string; value: string }): boolean => {
      const due = (given: Answers): string | undefined =>
        evaluate(model, given).stages.find((one) => one.stage === stage)?.due;
      return due(answers) === 'no' || due({ ...answers, [question]: value }) !== 'no';
    };

  test('is every single change after which something else comes first, and what', () => {
    always((one) => {
      const { model, answers, importance } = one;
      for (const { id } of model.stages) {
        const now = plainVerdict(model, answers, importance, id);
        const expected = changes(one)
          .filter(keepsDue(one, id))
          .map((change) => ({
            ...change,
            verdict: plainVerdict(model, { ...answers, [change.question]: change.value }, importance, id),
          }))
          .filter(({ verdict }) => JSON.stringify(verdict) !== JSON.stringify(now));
        expect(flips(model, answers, importance, id)).toEqual(expected);
      }
    });
  });

  test('for an excluded option is every single change after which it is no longer surely out', () => {
    let found = 0;
    always((one) => {
      const { model, answers } = one;
      for (const { id, stages } of model.options) {
        const back = changes(one).filter(({ question, value }) =>
          completions(model, { ...answers, [question]: value }).some((world) => !isOut(model, world, id)),
        );
        for (const stage of stages) {
          const expected = back.filter(keepsDue(one, stage));
          expect(revivals(model, answers, stage, id)).toEqual(expected);
          found += expected.length;
        }
      }
    });
    expect(found).toBeGreaterThan(100);
  });

  test.each<[string, Verdict, Verdict, boolean]>([
    ['two that lead', { kind: 'leads', option: 'a' }, { kind: 'leads', option: 'a' }, true],
    ['two others that lead', { kind: 'leads', option: 'a' }, { kind: 'leads', option: 'b' }, false],
    [
      'one that leads and one that is left',
      { kind: 'leads', option: 'a' },
      { kind: 'depends', options: ['a'] },
      false,
    ],
    ['one that leads and none', { kind: 'leads', option: 'a' }, { kind: 'none' }, false],
    ['none twice', { kind: 'none' }, { kind: 'none' }, true],
    ['none and a tie', { kind: 'none' }, { kind: 'tie', options: ['a', 'b'] }, false],
    ['a tie of the same', { kind: 'tie', options: ['a', 'b'] }, { kind: 'tie', options: ['a', 'b'] }, true],
    ['a tie of others', { kind: 'tie', options: ['a', 'b'] }, { kind: 'tie', options: ['a', 'c'] }, false],
    [
      'a tie and a doubt',
      { kind: 'tie', options: ['a', 'b'] },
      { kind: 'depends', options: ['a', 'b'] },
      false,
    ],
    [
      'ids that run together',
      { kind: 'tie', options: ['a', 'bc'] },
      { kind: 'tie', options: ['ab', 'c'] },
      false,
    ],
  ])('compares %s', (_what, a, b, same) => {
    expect([isSameVerdict(a, b), isSameVerdict(b, a)]).toEqual([same, same]);
  });
});

describe('the lead under other weightings', () => {
  /** Every way to weigh the criteria. */
  const weightings = (model: Model): readonly Importance[] =>
    model.criteria.reduce<Importance[]>(
      (all, { id }) => all.flatMap((one) => WEIGHTS.map((weight) => ({ ...one, [id]: weight }))),
      [{}],
    );

  /** Two or three options that several criteria speak of, for and against, much of it in any case. */
  const weighty: fc.Arbitrary<Scenario> = fc
    .array(
      fc.record({
        option: fc.constantFrom('een', 'een', 'twee', 'drie'),
        weight: fc.constantFrom(-2, -1, 1, 2),
        criterion: fc.constantFrom('tijd', 'geld', 'zorg'),
        when: fc.constantFrom(ALWAYS, ALWAYS, ALWAYS, is('a', 'x'), is('b', 'x')),
      }),
      { minLength: 3, maxLength: 9 },
    )
    .chain((rules) => {
      const model = {
        ...modelWith(
          rules.map(({ option, weight, when, criterion }) => weigh(option, weight, when, criterion)),
        ),
        criteria: [{ id: 'tijd' }, { id: 'geld' }, { id: 'zorg' }],
        letter: 'k',
        version: 1,
        codec: {},
      };
      return fc.record({
        model: fc.constant(model),
        answers: answersTo(model),
        importance: importanceOf(model),
      });
    });
  const RUNS = { numRuns: 400 };

  test('is firm when it survives every one of them', () => {
    const found: Record<string, number> = { true: 0, false: 0 };
    alwaysFor(
      fc.oneof(scenario, weighty),
      ({ model, answers, importance }) => {
        for (const { id } of model.stages) {
          const now = plainVerdict(model, answers, importance, id);
          const told = firmness(model, answers, importance, id);
          if (now.kind !== 'leads') {
            expect(told).toBeNull();
            continue;
          }
          const survives = weightings(model).every((one) => {
            const verdict = plainVerdict(model, answers, one, id);
            return verdict.kind === 'leads' && verdict.option === now.option;
          });
          expect(told?.firm).toBe(survives);
          found[String(survives)]! += 1;
        }
      },
      RUNS,
    );
    expect(Math.min(...Object.values(found))).toBeGreaterThan(20);
  });

  test('is turned by the single changes after which something else comes first', () => {
    let turned = 0;
    alwaysFor(
      fc.oneof(scenario, weighty),
      ({ model, answers, importance }) => {
        for (const { id } of model.stages) {
          const now = plainVerdict(model, answers, importance, id);
          if (now.kind !== 'leads') continue;
          const expected = model.criteria.flatMap((criterion) =>
            WEIGHTS.filter((weight) => weight !== (importance[criterion.id] ?? 2))
              .map((weight) => ({
                criterion: criterion.id,
                importance: weight,
                verdict: plainVerdict(model, answers, { ...importance, [criterion.id]: weight }, id),
              }))
              .filter(({ verdict }) => JSON.stringify(verdict) !== JSON.stringify(now)),
          );
          expect(firmness(model, answers, importance, id)?.turnedBy).toEqual(expected);
          turned += expected.length;
        }
      },
      RUNS,
    );
    expect(turned).toBeGreaterThan(20);
  });

  test('may be lost under no single change and still not be firm', () => {
    const rules = [
      weigh('een', 2),
      weigh('een', 2, ALWAYS, 'geld'),
      weigh('twee', -1),
      weigh('twee', 1, ALWAYS, 'geld'),
      weigh('twee', 2, ALWAYS, 'geld'),
    ];
    const model = modelWith(rules, ['een', 'twee']);
    // tijd: een +3; geld: twee +1. Normal: 6 − 2; half tijd: 3 − 2; double geld: 6 − 4; both: 3 − 4.
    expect(firmness(model, {}, {}, 'nu')).toEqual({ firm: false, turnedBy: [] });
  });
});

describe('why we ask', () => {
  test('is told by the rules and triggers that look at the question', () => {
    always(({ model }) => {
      for (const { id: question } of model.questions) {
        const using = model.rules.filter(({ when }) => questionsOf(when).includes(question));
        const { excludes, criteria, stops, stages, others } = useOf(model, question);
        expect(excludes).toEqual(
          model.options.flatMap(({ id }) =>
            using.some(({ kind, options }) => kind === 'exclude' && options.includes(id)) ? [id] : [],
          ),
        );
        expect(criteria).toEqual(
          model.criteria.flatMap(({ id }) =>
            using.some((rule) => rule.kind === 'weigh' && rule.criterion === id) ? [id] : [],
          ),
        );
        expect(stops).toBe(using.some((rule) => rule.kind === 'warn' && rule.stop));
        expect(stages).toEqual(
          model.stages.flatMap(({ id, triggers }) =>
            triggers.some(({ when }) => when && questionsOf(when).includes(question)) ? [id] : [],
          ),
        );
        expect(others).toBe(using.filter(({ kind }) => kind !== 'exclude' && kind !== 'weigh').length);
      }
    });
  });
});

describe('a question that no longer matters', () => {
  test('changes nothing, whatever its answer', () => {
    let found = 0;
    always(({ model, answers, importance }) => {
      const relevant = relevantQuestions(model, answers);
      const result = evaluate(model, answers, importance);
      for (const { id, values } of model.questions.filter((question) => !relevant.includes(question.id))) {
        for (const answer of [...values.map((value) => value.id), UNKNOWN]) {
          expect(evaluate(model, { ...answers, [id]: answer }, importance)).toEqual(result);
        }
        found++;
      }
    });
    expect(found).toBeGreaterThan(40);
  });

  test('is every one on which nothing hangs that is still open without its answer', () => {
    always(({ model, answers }) => {
      const conditions = [
        ...model.rules.map(({ when }) => when),
        ...model.stages.flatMap(({ triggers }) => triggers.flatMap(({ when }) => (when ? [when] : []))),
      ];
      const expected = model.questions.flatMap(({ id }) => {
        const others = { ...answers, [id]: UNKNOWN };
        return conditions.some((when) => questionsOf(when).includes(id) && holds(when, others) === 'unknown')
          ? [id]
          : [];
      });
      expect(relevantQuestions(model, answers)).toEqual(expected);
    });
  });

  test('can be one whose answer is given, but not one that alone decides', () => {
    const model = modelWith([exclude('een', { kind: 'all', of: [is('a', 'x'), is('b', 'x')] })]);
    expect(relevantQuestions(model, { a: 'y', b: 'x' })).toEqual(['a']);
    expect(relevantQuestions(model, { a: 'y', b: 'y' })).toEqual([]);
    expect(relevantQuestions(model, { a: 'y' })).toEqual(['a']);
    expect(relevantQuestions(model, {})).toEqual(['a', 'b']);
  });
});

test('the pairs of a random model stand in every order', () => {
  const found = new Set<string>();
  always(({ model, answers, importance }) => {
    const [a, b] = model.options;
    for (const world of completions(model, answers))
      found.add(orderIn(model, world, importance, a!.id, b!.id));
  });
  expect([...found].toSorted()).toEqual(['ahead', 'behind', 'both-out', 'level']);
});
