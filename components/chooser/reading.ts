import {
  type Answers,
  type Cited,
  type Condition,
  isKnown,
  type LocalRule,
  type OptionResult,
  questionsOf,
  type Result,
  type StageResult,
  type Truth,
  type Verdict,
} from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { listed, nameIn, optionNames, optionOf, ruleOf, type View } from './view.ts';

/** A rule in force or possibly so, with its words. */
export interface Spoken {
  readonly rule: LocalRule;
  readonly isSure: boolean;
}

/** The rules that are cited, with their words. */
export function spoken(view: View, cited: readonly Cited[]): Spoken[] {
  return cited.map(({ rule, holds }) => ({ rule: ruleOf(view, rule), isSure: holds === 'yes' }));
}

/** Rules of one kind that speak of an option. Stop signs stand apart, before all options. */
export function spokenOf(view: View, { rules }: OptionResult, kind: LocalRule['kind']): Spoken[] {
  return spoken(view, rules).filter(({ rule }) => rule.kind === kind && !(rule.kind === 'warn' && rule.stop));
}

/** What speaks for or against an option, with its weight of −2 to +2. */
export interface Reason extends Spoken {
  readonly weight: number;
  /** Name of the criterion it counts for. */
  readonly criterion: string;
  readonly criterionId: string;
}

/** Everything that speaks for or against an option, in the order of the criteria. */
export function reasonsOf(view: View, option: OptionResult): Reason[] {
  const { criteria } = view.model;
  return spoken(view, option.rules)
    .flatMap(({ rule, isSure }) =>
      rule.kind === 'weigh'
        ? [
            {
              rule,
              isSure,
              weight: rule.weight,
              criterion: nameIn(criteria, rule.criterion),
              criterionId: rule.criterion,
            },
          ]
        : [],
    )
    .sort(
      (a, b) =>
        criteria.findIndex(({ id }) => id === a.criterionId) -
        criteria.findIndex(({ id }) => id === b.criterionId),
    );
}

/** The sign of a weight and, for who does not see it, the key of its words. */
export function signOf(weight: number): { sign: string; key: 'for.2' | 'for.1' | 'against.1' | 'against.2' } {
  if (weight >= 2) return { sign: '++', key: 'for.2' };
  if (weight > 0) return { sign: '+', key: 'for.1' };
  return weight <= -2 ? { sign: '−−', key: 'against.2' } : { sign: '−', key: 'against.1' };
}

/** Half points as points with their sign: "+1,5". (Written out: a formatter of the browser costs a slow phone 60 ms.) */
export function pointsText({ labels }: View, halfPoints: number): string {
  const sign = halfPoints > 0 ? '+' : halfPoints < 0 ? '−' : '';
  return sign + String(Math.abs(halfPoints) / 2).replace('.', labels['decimal']);
}

/** The score of an option in words: "+2" or "+2 tot +4". */
export function scoreText(view: View, { lo, hi }: { readonly lo: number; readonly hi: number }): string {
  if (lo === hi) return pointsText(view, lo);
  return fill(view.labels['score.range'], { lo: pointsText(view, lo), hi: pointsText(view, hi) });
}

/** Questions without a known answer that a condition hangs on. */
export function openIn(answers: Answers, condition: Condition): string[] {
  return questionsOf(condition).filter((question) => !isKnown(answers, question));
}

/** Options that stand in front in a step: the one that leads, or all that still can. */
export function frontOf({ verdict }: StageResult): readonly string[] {
  if (verdict.kind === 'none') return [];
  return verdict.kind === 'leads' ? [verdict.option] : verdict.options;
}

/** A verdict in one sentence. */
export function verdictText(view: View, verdict: Verdict): string {
  const { labels } = view;
  switch (verdict.kind) {
    case 'none':
      return labels['verdict.none'];
    case 'leads':
      return fill(labels['verdict.leads'], { option: optionOf(view, verdict.option).name });
    default: {
      const word = verdict.kind === 'tie' ? 'and' : 'or';
      const options = listed(view, optionNames(view, verdict.options), word);
      return fill(labels[`verdict.${verdict.kind}`], { options });
    }
  }
}

/** What comes first in a step; the last one left does not fit best, it is only left. */
export function stageText(view: View, { verdict, options }: StageResult): string {
  const left = options.filter(({ status }) => status !== 'excluded');
  return verdict.kind === 'leads' && left.length === 1 && options.length > 1
    ? fill(view.labels['verdict.only'], { option: optionOf(view, verdict.option).name })
    : verdictText(view, verdict);
}

/** Whether a step is due, in words. */
export function dueText({ labels }: View, due: Truth): string {
  return labels[`due.${due}`];
}

/** The option that the reader works out per step; null where none is picked. */
export type Picks = Readonly<Record<string, string | null>>;

/** The options that lead steps that are, or may be, due. */
export function leadersOf({ stages }: Result): Picks {
  return Object.fromEntries(
    stages.map(({ stage, due, verdict }) => [
      stage,
      verdict.kind === 'leads' && due !== 'no' ? verdict.option : null,
    ]),
  );
}

/** What comes along with a picked option, by topic. */
export interface Agreement {
  readonly stage: string;
  readonly option: string;
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly duties: readonly Spoken[];
  }[];
}

/** What is to be settled for the picked options. A duty that two of them bring stands under the first. */
export function agreementsOf(view: View, { stages }: Result, picks: Picks): Agreement[] {
  const told = new Set<string>();
  return stages.flatMap(({ stage, options }) => {
    const option = options.find((one) => one.option === picks[stage]);
    if (!option) return [];
    const duties = spokenOf(view, option, 'duty').filter(({ rule }) => !told.has(rule.id));
    for (const { rule } of duties) told.add(rule.id);
    const topics = view.model.topics.flatMap(({ id, name }) => {
      const own = duties.filter(({ rule }) => rule.topic === id);
      return own.length > 0 ? [{ id, name, duties: own }] : [];
    });
    return [{ stage, option: option.option, topics }];
  });
}

/** The list of what is to be settled as plain text, to paste into a charter. */
export function agreementsText(view: View, agreements: readonly Agreement[], date: string): string {
  const { labels, model } = view;
  const lines = agreements.flatMap(({ stage, option, topics }) => [
    '',
    `${nameIn(model.stages, stage)} – ${optionOf(view, option).name}`,
    ...topics.flatMap(({ name, duties }) => [
      '',
      name,
      ...duties.map(
        ({ rule, isSure }) => `- ${rule.text}${isSure ? '' : ` (${labels['agreements.unsure']})`}`,
      ),
    ]),
  ]);
  const head = fill(labels['agreements.head'], { name: view.name, date });
  return [labels['agreements.title'], head, ...lines, '', model.notice, ''].join('\n');
}
