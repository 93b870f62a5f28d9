/** What would turn a result: open questions, other answers, other weights. Only those who have read the result ask for it. */
import { type Answers, holds, isKnown, type Truth } from './condition.ts';
import { dueOf, optionsOf, statusIn, type Verdict, verdictOf } from './evaluate.ts';
import type { Model } from './model.ts';
import { type Importance, ordersOf, rangeOf, termsOf, turns } from './reach.ts';

/**
 * The unknown questions that decide between the candidates of a step: there is a way to answer all other open
 * questions so that this one alone turns the order of two candidates – or, where one candidate is left, whether it
 * is out. Those that turn most pairs come first.
 */
export function decisive(
  model: Model,
  answers: Answers,
  importance: Importance,
  stage: string,
): readonly string[] {
  const verdict = verdictOf(model, answers, importance, stage);
  if (verdict.kind !== 'depends') return [];
  const { options } = verdict;
  const [only = ''] = options;
  const contests =
    options.length === 1
      ? [termsOf(model, importance, only).filter(({ out }) => out !== 0)]
      : options.flatMap((a, at) => options.slice(at + 1).map((b) => termsOf(model, importance, a, b)));
  return model.questions
    .filter(({ id }) => !isKnown(answers, id))
    .map(({ id }) => ({ id, turned: contests.filter((terms) => turns(model, answers, terms, id)).length }))
    .filter(({ turned }) => turned > 0)
    .sort((a, b) => b.turned - a.turned)
    .map(({ id }) => id);
}

/** One answer that would turn out differently. */
export interface Flip {
  readonly question: string;
  readonly value: string;
  /** What would come first then. */
  readonly verdict: Verdict;
}

/** Single changes of a given answer after which something else would come first in this step, while it stays due. */
export function flips(
  model: Model,
  answers: Answers,
  importance: Importance,
  stage: string,
): readonly Flip[] {
  const now = verdictOf(model, answers, importance, stage);
  return changes(model, answers, stage)
    .map(({ question, value }) => ({
      question,
      value,
      verdict: verdictOf(model, { ...answers, [question]: value }, importance, stage),
    }))
    .filter(({ verdict }) => !isSameVerdict(verdict, now));
}

/** Single changes of a given answer after which an option that is out of a step would be back, while it stays due. */
export function revivals(
  model: Model,
  answers: Answers,
  stage: string,
  option: string,
): readonly { readonly question: string; readonly value: string }[] {
  return changes(model, answers, stage).filter(
    ({ question, value }) => statusIn(model, { ...answers, [question]: value }, option) !== 'excluded',
  );
}

/** Other values for the known answers. One that makes the step fall away says nothing about its options. */
function changes(model: Model, answers: Answers, stage: string): { question: string; value: string }[] {
  const due = (given: Answers): Truth | undefined =>
    model.stages.filter(({ id }) => id === stage).map((one) => dueOf(model, one, given).due)[0];
  const isDue = due(answers) !== 'no';
  return model.questions.flatMap(({ id, values }) =>
    isKnown(answers, id)
      ? values
          .filter((value) => value.id !== answers[id])
          .filter((value) => !isDue || due({ ...answers, [id]: value.id }) !== 'no')
          .map((value) => ({ question: id, value: value.id }))
      : [],
  );
}

/** Whether two verdicts name the same options in the same role. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  if (a.kind === 'leads' || b.kind === 'leads') {
    return a.kind === 'leads' && b.kind === 'leads' && a.option === b.option;
  }
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  return a.kind === b.kind && a.options.join() === b.options.join();
}

/** Whether the option that leads a step does so under every weighting of the criteria. */
export interface Firmness {
  readonly firm: boolean;
  /** Changes of one criterion's importance after which something else comes first. */
  readonly turnedBy: readonly {
    readonly criterion: string;
    readonly importance: 1 | 2 | 4;
    readonly verdict: Verdict;
  }[];
}

/**
 * Does the lead survive other weightings? The difference between two options is linear in each importance, so it
 * is enough to try the corners: every criterion at half or double.
 */
export function firmness(
  model: Model,
  answers: Answers,
  importance: Importance,
  stage: string,
): Firmness | null {
  const now = verdictOf(model, answers, importance, stage);
  if (now.kind !== 'leads') return null;
  const rivals = optionsOf(model, stage).filter((id) => id !== now.option);
  const firm = rivals.every((rival) =>
    cornersFor(model, answers, now.option, rival).every((corner) =>
      ordersOf(rangeOf(model, answers, termsOf(model, corner, now.option, rival))).every(
        (order) => order === 'ahead',
      ),
    ),
  );
  const turnedBy = model.criteria.flatMap(({ id }) =>
    ([1, 2, 4] as const)
      .filter((value) => value !== (importance[id] ?? 2))
      .map((value) => ({
        criterion: id,
        importance: value,
        verdict: verdictOf(model, answers, { ...importance, [id]: value }, stage),
      }))
      .filter(({ verdict }) => !isSameVerdict(verdict, now)),
  );
  return { firm, turnedBy };
}

/**
 * The weightings under which the first option is least ahead of the second. A criterion that speaks for the first whatever
 * is unknown weighs least there, one that speaks against it most; only of one that can do both, each is tried.
 */
function cornersFor(model: Model, answers: Answers, first: string, second: string): readonly Importance[] {
  return model.criteria.reduce<readonly Importance[]>(
    (all, { id }) => {
      let [lo, hi] = [0, 0];
      for (const rule of model.rules) {
        if (rule.kind !== 'weigh' || rule.criterion !== id) continue;
        const truth = holds(rule.when, answers);
        const points =
          rule.weight * (Number(rule.options.includes(first)) - Number(rule.options.includes(second)));
        if (truth === 'yes' || (truth === 'unknown' && points < 0)) lo += points;
        if (truth === 'yes' || (truth === 'unknown' && points > 0)) hi += points;
      }
      const weights: readonly (1 | 4)[] = lo >= 0 ? [1] : hi <= 0 ? [4] : [1, 4];
      return all.flatMap((corner) => weights.map((weight) => ({ ...corner, [id]: weight })));
    },
    [{}],
  );
}
