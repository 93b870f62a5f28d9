import { type Answers, holds, questionsOf, type Truth } from './condition.ts';
import type { Model, ModelRule } from './model.ts';
import {
  canBeIn,
  canBeOut,
  type Importance,
  type Order,
  ordersOf,
  type Range,
  rangeOf,
  termsOf,
} from './reach.ts';

/** Out by a rule; out or not depending on what is unknown; or in. */
export type Status = 'excluded' | 'open' | 'possible';

/** A rule in force, or possibly in force: `unknown` when it hangs on an unknown answer. */
export interface Cited {
  readonly rule: string;
  readonly holds: Exclude<Truth, 'no'>;
}

export interface OptionResult {
  readonly option: string;
  readonly status: Status;
  /** Rules that exclude it, or may. */
  readonly excludedBy: readonly Cited[];
  /** Every other rule that speaks of it and holds, or may. */
  readonly rules: readonly Cited[];
  /** Lowest and highest score over everything that is unknown while the option stays in; null when it is out. */
  readonly score: { readonly lo: number; readonly hi: number } | null;
}

/**
 * What comes first in a step. `leads`: one option beats every rival whatever the unknown answers turn out to be;
 * `tie`: nothing unknown matters and several stand equal; `depends`: the candidates that can still come first;
 * `none`: every option is excluded.
 */
export type Verdict =
  | { readonly kind: 'leads'; readonly option: string }
  | { readonly kind: 'tie' | 'depends'; readonly options: readonly string[] }
  | { readonly kind: 'none' };

export interface StageResult {
  readonly stage: string;
  /** Whether this step is due now. */
  readonly due: Truth;
  /** Triggers with a condition, and whether each holds. */
  readonly triggers: readonly { readonly trigger: string; readonly holds: Truth }[];
  /** Options of the step in the model's fixed order. */
  readonly options: readonly OptionResult[];
  readonly verdict: Verdict;
}

export interface Result {
  /** Rules that say: stop, settle this first. */
  readonly stops: readonly Cited[];
  readonly stages: readonly StageResult[];
}

/** What the options are worth for these answers and weights. Pure; the order of answers plays no role. */
export function evaluate(model: Model, answers: Answers, importance: Importance = {}): Result {
  const truths = new Map(model.rules.map((rule) => [rule.id, holds(rule.when, answers)]));
  const cite = (rules: readonly ModelRule[]): Cited[] =>
    rules.flatMap(({ id }) => {
      const truth = truths.get(id) ?? 'no';
      return truth === 'no' ? [] : [{ rule: id, holds: truth }];
    });
  return {
    stops: cite(model.rules.filter((rule) => rule.kind === 'warn' && rule.stop)),
    stages: model.stages.map((stage) => ({
      stage: stage.id,
      ...dueOf(model, stage, answers),
      options: optionsOf(model, stage.id).map((option): OptionResult => {
        const own = model.rules.filter((rule) => rule.options.includes(option));
        const range = rangeOf(model, answers, termsOf(model, importance, option));
        return {
          option,
          status: statusOf(range),
          excludedBy: cite(own.filter(({ kind }) => kind === 'exclude')),
          rules: cite(own.filter(({ kind }) => kind !== 'exclude')),
          score: range.lo > range.hi ? null : { lo: range.lo, hi: range.hi },
        };
      }),
      verdict: verdictOf(model, answers, importance, stage.id),
    })),
  };
}

/** Options that can serve a step, in the model's fixed order. */
export function optionsOf(model: Model, stage: string): readonly string[] {
  return model.options.filter(({ stages }) => stages.includes(stage)).map(({ id }) => id);
}

function statusOf(own: Range): Status {
  return !canBeOut(own) ? 'possible' : canBeIn(own) ? 'open' : 'excluded';
}

/** Whether an option is out, as far as the answers tell. */
export function statusIn(model: Model, answers: Answers, option: string): Status {
  return statusOf(rangeOf(model, answers, termsOf(model, {}, option)));
}

/** Whether a step is due now, and by which triggers. */
export function dueOf(
  model: Model,
  { threshold, triggers }: Model['stages'][number],
  answers: Answers,
): Pick<StageResult, 'due' | 'triggers'> {
  const asked = triggers.flatMap(({ id, when, points }) => (when ? [{ id, when, points, out: 0 }] : []));
  const { lo, hi } = rangeOf(model, answers, asked);
  return {
    due: lo >= threshold ? 'yes' : hi >= threshold ? 'unknown' : 'no',
    triggers: asked.map(({ id, when }) => ({ trigger: id, holds: holds(when, answers) })),
  };
}

/**
 * What comes first in a step. An option leads when, in every completion of the unknown answers, it is in and every
 * rival is behind it or out. Otherwise the candidates are the options that are not surely out and that no rival is
 * surely ahead of.
 */
export function verdictOf(model: Model, answers: Answers, importance: Importance, stage: string): Verdict {
  const ids = optionsOf(model, stage);
  const statuses = new Map(ids.map((id) => [id, statusIn(model, answers, id)]));
  const alive = ids.filter((id) => statuses.get(id) !== 'excluded');
  if (alive.length === 0) return { kind: 'none' };
  const known = new Map<string, readonly Order[]>();
  const orders = (a: string, b: string): readonly Order[] => {
    const key = `${a} ${b}`;
    const found = known.get(key) ?? ordersOf(rangeOf(model, answers, termsOf(model, importance, a, b)));
    known.set(key, found);
    known.set(`${b} ${a}`, found.map(reversed));
    return found;
  };

  const leader = alive.find(
    (id) =>
      statuses.get(id) === 'possible' &&
      alive.every((other) => other === id || orders(id, other).every((order) => order === 'ahead')),
  );
  if (leader !== undefined) return { kind: 'leads', option: leader };

  const candidates = alive.filter((id) =>
    alive.every((other) => other === id || orders(id, other).some((order) => order !== 'behind')),
  );
  const isTie =
    candidates.length > 1 &&
    candidates.every((a) =>
      candidates.every((b) => a === b || orders(a, b).every((order) => order === 'level')),
    );
  return { kind: isTie ? 'tie' : 'depends', options: candidates };
}

function reversed(order: Order): Order {
  return order === 'ahead' ? 'behind' : order === 'behind' ? 'ahead' : order;
}

/** What an answer to a question can do: computed from the rules, shown as "why we ask". */
export interface Use {
  /** Options it can exclude. */
  readonly excludes: readonly string[];
  /** Criteria it weighs in on. */
  readonly criteria: readonly string[];
  /** Whether it can raise a stop sign. */
  readonly stops: boolean;
  /** Steps it can make due. */
  readonly stages: readonly string[];
  /** Number of duties, warnings and referrals that hang on it. */
  readonly others: number;
}

/** What the rules and triggers do with a question. */
export function useOf(model: Model, question: string): Use {
  const using = model.rules.filter((rule) => questionsOf(rule.when).includes(question));
  const excluding = using.filter(({ kind }) => kind === 'exclude').flatMap(({ options }) => options);
  const weighing = using.flatMap((rule) => (rule.kind === 'weigh' ? [rule.criterion] : []));
  return {
    excludes: model.options.map(({ id }) => id).filter((id) => excluding.includes(id)),
    criteria: model.criteria.map(({ id }) => id).filter((id) => weighing.includes(id)),
    stops: using.some((rule) => rule.kind === 'warn' && rule.stop),
    stages: model.stages
      .filter(({ triggers }) => triggers.some(({ when }) => when && questionsOf(when).includes(question)))
      .map(({ id }) => id),
    others: using.filter((rule) => !['exclude', 'weigh'].includes(rule.kind)).length,
  };
}

/** Questions that can still make a difference: what hangs on them is not already settled by the other answers. */
export function relevantQuestions(model: Model, answers: Answers): readonly string[] {
  const conditions = [
    ...model.rules.map(({ when }) => when),
    ...model.stages.flatMap(({ triggers }) => triggers.flatMap(({ when }) => when ?? [])),
  ];
  return model.questions
    .map(({ id }) => id)
    .filter((id) => {
      const { [id]: _own, ...others } = answers;
      return conditions.some(
        (condition) => questionsOf(condition).includes(id) && holds(condition, others) === 'unknown',
      );
    });
}
