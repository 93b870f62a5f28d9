/** Small random choosers, and the plain way to reckon with them: go through every way to answer what is unknown. */
import fc from 'fast-check';
import type { Entry } from '../../../src/domain/chooser/codec.ts';
import { type Answers, UNKNOWN } from '../../../src/domain/chooser/condition.ts';
import type { Verdict } from '../../../src/domain/chooser/evaluate.ts';
import type { CodecModel, Model, ModelRule } from '../../../src/domain/chooser/model.ts';
import type { Importance } from '../../../src/domain/chooser/reach.ts';
import type { Condition } from '../../../src/domain/chooser/schema.ts';

export const WEIGHTS = [1, 2, 4] as const;

// Random models.

/** Numbers that `build` turns into a condition on the questions of a model. */
interface Raw {
  readonly kind: 'in' | 'all' | 'any' | 'not';
  readonly question: number;
  readonly values: readonly number[];
  readonly parts: readonly Raw[];
}

const { raw } = fc.letrec<{ raw: Raw; leaf: Raw; deep: Raw }>((tie) => ({
  leaf: fc.record({
    kind: fc.constant('in' as const),
    question: fc.nat(99),
    values: fc.array(fc.nat(99), { minLength: 1, maxLength: 2 }),
    parts: fc.constant([]),
  }),
  deep: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const, 'not' as const),
    question: fc.constant(0),
    values: fc.constant([]),
    parts: fc.array(tie('raw'), { minLength: 1, maxLength: 3 }),
  }),
  raw: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('deep')),
}));

type Questions = Model['questions'];

function build(questions: Questions, { kind, question, values, parts }: Raw): Condition {
  if (kind === 'in') {
    const asked = questions[question % questions.length]!;
    const ids = values.map((value) => asked.values[value % asked.values.length]!.id);
    return { kind, question: asked.id, values: [...new Set(ids)] };
  }
  const of = parts.map((part) => build(questions, part));
  return kind === 'not' ? { kind, condition: of[0]! } : { kind, of };
}

const NOTHING: Condition = { kind: 'all', of: [] };

/** A condition on these questions; once in a while one that always holds. */
export function conditionOn(questions: Questions): fc.Arbitrary<Condition> {
  return fc.oneof(
    { weight: 9, arbitrary: raw.map((numbers) => build(questions, numbers)) },
    { weight: 1, arbitrary: fc.constant(NOTHING) },
  );
}

const named = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${name}-${index}` }));

interface RawRule {
  readonly kind: ModelRule['kind'];
  readonly options: readonly number[];
  readonly when: Condition;
  readonly criterion: number;
  readonly weight: number;
  readonly stop: boolean;
}

function rule(
  raw: RawRule,
  index: number,
  options: Model['options'],
  criteria: Model['criteria'],
): ModelRule {
  const base = {
    id: `regel-${index}`,
    options: [...new Set(raw.options.map((option) => options[option % options.length]!.id))],
    when: raw.when,
  };
  const { kind, weight, stop } = raw;
  if (kind === 'weigh')
    return { ...base, kind, criterion: criteria[raw.criterion % criteria.length]!.id, weight };
  return kind === 'warn' ? { ...base, kind, stop } : { ...base, kind };
}

/** Up to four questions, four options, two steps, three criteria and ten rules. */
export const smallModel: fc.Arbitrary<CodecModel> = fc
  .record({
    sizes: fc.array(fc.constantFrom(2, 2, 3), { minLength: 1, maxLength: 4 }),
    criteria: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ sizes, criteria }) => {
    const questions = sizes.map((size, index) => ({ id: `vraag-${index}`, values: named('waarde', size) }));
    const when = conditionOn(questions);
    return fc.record({
      questions: fc.constant(questions),
      criteria: fc.constant(named('criterium', criteria)),
      options: fc.array(fc.subarray(['nu', 'later'], { minLength: 1 }), { minLength: 2, maxLength: 4 }),
      stages: fc.tuple(...['nu', 'later'].map((id) => stageOf(id, when))),
      rules: fc.array(
        fc.record({
          kind: fc.constantFrom<ModelRule['kind'][]>(
            'weigh',
            'weigh',
            'weigh',
            'exclude',
            'exclude',
            'duty',
            'warn',
            'refer',
          ),
          options: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
          when,
          criterion: fc.nat(9),
          weight: fc.constantFrom(-2, -1, 1, 2),
          stop: fc.boolean(),
        }),
        { maxLength: 10 },
      ),
    });
  })
  .map(({ questions, criteria, options: steps, stages, rules }) => {
    const options = steps.map((stages, index) => ({ id: `optie-${index}`, stages }));
    return {
      letter: 'k',
      version: 1,
      questions,
      criteria,
      options,
      stages,
      rules: rules.map((raw, index) => rule(raw, index, options, criteria)),
      codec: {
        1: {
          questions: questions.map(({ id, values }) => ({ id, values: values.map((value) => value.id) })),
          criteria: criteria.map(({ id }) => id),
        },
      },
    };
  });

function stageOf(id: string, when: fc.Arbitrary<Condition>): fc.Arbitrary<Model['stages'][number]> {
  const trigger = fc.record({
    when: fc.oneof({ weight: 4, arbitrary: when }, { weight: 1, arbitrary: fc.constant(undefined) }),
    points: fc.integer({ min: 1, max: 2 }),
  });
  return fc
    .record({ threshold: fc.nat(3), triggers: fc.array(trigger, { maxLength: 3 }) })
    .map(({ threshold, triggers }) => ({
      id,
      threshold,
      triggers: triggers.map((one, index) => ({ ...one, id: `${id}-aanleiding-${index}` })),
    }));
}

/** Answers to some of the questions of `model`, "don't know" among them. */
export function answersTo(model: Model): fc.Arbitrary<Answers> {
  const places = model.questions.length;
  return fc.array(fc.nat(59), { minLength: places, maxLength: places }).map((picks) => {
    const answers: Record<string, string> = {};
    for (const [index, { id, values }] of model.questions.entries()) {
      const choices = [...values.map((value) => value.id), UNKNOWN, undefined];
      const answer = choices[picks[index]! % choices.length];
      if (answer !== undefined) answers[id] = answer;
    }
    return answers;
  });
}

/** Importance of some criteria; what is normal is left out, as the tools do. */
export function importanceOf(model: Model): fc.Arbitrary<Importance> {
  const places = model.criteria.length;
  return fc
    .array(fc.constantFrom(...WEIGHTS), { minLength: places, maxLength: places })
    .map((weights) =>
      Object.fromEntries(
        model.criteria.flatMap(({ id }, index) => (weights[index] === 2 ? [] : [[id, weights[index]!]])),
      ),
    );
}

/** Whatever a reader can have filled in. */
export function entryOf(model: CodecModel): fc.Arbitrary<Entry> {
  return fc.record({ answers: answersTo(model), importance: importanceOf(model) });
}

export interface Scenario extends Entry {
  readonly model: CodecModel;
}

/** A model, answers and importance. */
export const scenario: fc.Arbitrary<Scenario> = smallModel.chain((model) =>
  fc.record({ model: fc.constant(model), answers: answersTo(model), importance: importanceOf(model) }),
);

// The plain way.

/** Whether a condition holds when every question is answered. */
export function isTrue(condition: Condition, answers: Answers): boolean {
  switch (condition.kind) {
    case 'in':
      return condition.values.includes(answers[condition.question]!);
    case 'all':
      return condition.of.every((part) => isTrue(part, answers));
    case 'any':
      return condition.of.some((part) => isTrue(part, answers));
    case 'not':
      return !isTrue(condition.condition, answers);
  }
}

/** Every way to answer what is unknown. */
export function completions(model: Model, answers: Answers): readonly Answers[] {
  return model.questions.reduce<Answers[]>(
    (all, { id, values }) => {
      const given = answers[id];
      const choices = given === undefined || given === UNKNOWN ? values.map((value) => value.id) : [given];
      return all.flatMap((one) => choices.map((choice) => ({ ...one, [id]: choice })));
    },
    [{}],
  );
}

/** Whether a rule excludes an option when everything is known. */
export function isOut(model: Model, complete: Answers, option: string): boolean {
  return model.rules.some(
    ({ kind, options, when }) => kind === 'exclude' && options.includes(option) && isTrue(when, complete),
  );
}

/** The score of an option when everything is known, in half points. */
export function scoreOf(model: Model, complete: Answers, importance: Importance, option: string): number {
  return model.rules.reduce(
    (sum, one) =>
      one.kind === 'weigh' && one.options.includes(option) && isTrue(one.when, complete)
        ? sum + one.weight * (importance[one.criterion] ?? 2)
        : sum,
    0,
  );
}

export type Order = 'ahead' | 'level' | 'behind' | 'both-out';

/** How `a` stands towards `b` when everything is known. */
export function orderIn(
  model: Model,
  complete: Answers,
  importance: Importance,
  a: string,
  b: string,
): Order {
  const [aOut, bOut] = [isOut(model, complete, a), isOut(model, complete, b)];
  if (aOut && bOut) return 'both-out';
  if (aOut || bOut) return aOut ? 'behind' : 'ahead';
  const difference = scoreOf(model, complete, importance, a) - scoreOf(model, complete, importance, b);
  return difference > 0 ? 'ahead' : difference < 0 ? 'behind' : 'level';
}

/** The options of a step. */
export function serving(model: Model, stage: string): readonly string[] {
  return model.options.flatMap(({ id, stages }) => (stages.includes(stage) ? [id] : []));
}

/** What comes first in a step, by its definition. */
export function plainVerdict(model: Model, answers: Answers, importance: Importance, stage: string): Verdict {
  const worlds = completions(model, answers);
  const orders = (a: string, b: string) => worlds.map((world) => orderIn(model, world, importance, a, b));
  const alive = serving(model, stage).filter((id) => worlds.some((world) => !isOut(model, world, id)));
  if (alive.length === 0) return { kind: 'none' };
  const rivals = (id: string) => alive.filter((other) => other !== id);

  const leader = alive.find(
    (id) =>
      worlds.every((world) => !isOut(model, world, id)) &&
      rivals(id).every((other) => orders(id, other).every((order) => order === 'ahead')),
  );
  if (leader !== undefined) return { kind: 'leads', option: leader };

  const options = alive.filter((id) =>
    rivals(id).every((other) => orders(other, id).some((order) => order !== 'ahead')),
  );
  const isTie =
    options.length > 1 &&
    options.every((a) => options.every((b) => a === b || orders(a, b).every((order) => order === 'level')));
  return { kind: isTie ? 'tie' : 'depends', options };
}

/** The open questions that decide between the candidates of a step, each with the number of pairs it turns. */
export function plainDecisive(
  model: Model,
  answers: Answers,
  importance: Importance,
  stage: string,
): ReadonlyMap<string, number> {
  const verdict = plainVerdict(model, answers, importance, stage);
  if (verdict.kind !== 'depends') return new Map();
  const { options } = verdict;
  const pairs = options.flatMap((a, at) => options.slice(at + 1).map((b) => [a, b] as const));
  const worlds = completions(model, answers);
  const counts = model.questions.map(({ id, values }) => {
    const given = answers[id];
    if (given !== undefined && given !== UNKNOWN) return [id, 0] as const;
    const turns = (outcome: (world: Answers) => unknown): boolean =>
      worlds.some((world) => new Set(values.map((value) => outcome({ ...world, [id]: value.id }))).size > 1);
    // Where one option is left, what decides is whether it is out.
    const turned =
      options.length === 1
        ? Number(turns((world) => isOut(model, world, options[0]!)))
        : pairs.filter(([a, b]) => turns((world) => orderIn(model, world, importance, a, b))).length;
    return [id, turned] as const;
  });
  return new Map(counts.filter(([, turned]) => turned > 0));
}
