import {
  type Answer,
  type Answers,
  evaluate,
  type Gate,
  IN_PLACE,
  type Model,
  type ModelItem,
  type Result,
} from '../assessment/index.ts';
import { type Round, roundItems } from './round.ts';
import type { Collected } from './submission.ts';

/** How the members answered one item. Counts, never a mean. */
export interface ItemSummary {
  readonly item: string;
  readonly phase: string;
  readonly kind: ModelItem['kind'];
  /** Members per level 0–3. */
  readonly levels: readonly [number, number, number, number];
  readonly unknown: number;
  readonly notApplicable: number;
  /** Members who left it open, or whose version of the assessment did not have it. */
  readonly open: number;
  /** Highest known level minus lowest, 0–3. */
  readonly spread: number;
  /** Levels two or more apart, or at least a third does not know while others do: talk about it. */
  readonly divergent: boolean;
  /** The group has it, and nobody does not know. */
  readonly agreed: boolean;
  /** Nobody who answered knows. */
  readonly nobodyKnows: boolean;
  /** Whether the group has it, by the rule for groups. */
  readonly gate: Gate;
}

/** Fewer answers than this and nothing is shown of them: it would tell who said what. */
export const FEWEST_SHOWN = 3;

/** The submissions without the answers to items that too few members answered to show anything that follows from them. */
export function withoutScarce(model: Model, round: Round, collected: Collected): Collected {
  const submissions = Object.entries(collected);
  const isScarce = ({ id }: ModelItem): boolean => {
    const given = submissions.filter(([, { answers }]) => answers[id] !== undefined).length;
    return given > 0 && given < FEWEST_SHOWN;
  };
  const scarce = new Set(
    roundItems(model, round)
      .filter(isScarce)
      .map(({ id }) => id),
  );
  if (scarce.size === 0) return collected;
  const common = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => !scarce.has(id)));
  return Object.fromEntries(
    submissions.map(([id, given]) => [id, { ...given, answers: common(given.answers) }]),
  );
}

/** How the members answered each item of the round, in the order of asking. */
export function summarise(model: Model, round: Round, collected: Collected): readonly ItemSummary[] {
  const submissions = Object.values(collected);
  return roundItems(model, round).map((item) =>
    summariseItem(
      item,
      submissions.map(({ answers }) => answers[item.id]),
    ),
  );
}

function summariseItem(item: ModelItem, answers: readonly (Answer | undefined)[]): ItemSummary {
  const count = (answer: Answer): number => answers.filter((given) => given === answer).length;
  const levels = [count('0'), count('1'), count('2'), count('3')] as const;
  const known = levels.flatMap((members, level) => (members > 0 ? [level] : []));
  const knowing = levels[0] + levels[1] + levels[2] + levels[3];
  const unknown = count('u');
  // "Does not apply" from a version that still allowed it says nothing now.
  const notApplicable = item.naAllowed ? count('n') : 0;
  const open = answers.length - knowing - unknown - notApplicable;
  const spread = known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
  // What only a coordinator can know is not made uncertain by members who do not know it.
  const alone = item.answeredBy === 'coordinator';
  const isDoubted = !alone && unknown > 0 && unknown * 3 >= knowing + unknown;
  const gate = gateOf(known, knowing, notApplicable, unknown + open, alone);
  return {
    item: item.id,
    phase: item.phase,
    kind: item.kind,
    levels,
    unknown,
    notApplicable,
    open,
    spread,
    divergent: spread >= 2 || (isDoubted && knowing + notApplicable > 0),
    agreed: gate === 'met' && knowing > 0 && unknown === 0,
    nobodyKnows: knowing + notApplicable === 0 && unknown > 0,
    gate,
  };
}

/**
 * The rule for groups. Missing: somebody knows it is not in place. Met: nobody does, and at most a third does not know;
 * of what a coordinator alone knows, one answer is enough; what applies to nobody is no hurdle. An answer left open
 * counts as not known, as it does for one firm.
 */
function gateOf(
  known: readonly number[],
  knowing: number,
  notApplicable: number,
  notKnowing: number,
  alone: boolean,
): Gate {
  if (known.some((level) => level < IN_PLACE)) return 'missing';
  const isMet =
    knowing === 0 ? notKnowing === 0 && notApplicable > 0 : alone || notKnowing * 3 <= knowing + notKnowing;
  return isMet ? 'met' : 'unproven';
}

/** What to talk about first: gates before the rest, then the widest spread, then the most don't-knows. */
export function talkFirst(summaries: readonly ItemSummary[]): readonly ItemSummary[] {
  const rank = ({ kind }: ItemSummary): number => (kind === 'gate' ? 0 : 1);
  return summaries
    .filter(({ divergent }) => divergent)
    .sort((a, b) => rank(a) - rank(b) || b.spread - a.spread || b.unknown - a.unknown);
}

/** What the group settled on for an item after talking, beside the originals. */
export interface Agreement {
  readonly answer: Answer;
  /** In the group's own words; stays in the file. */
  readonly note: string;
}
export type Agreements = Readonly<Record<string, Agreement>>;

/**
 * One profile of the group: what it agreed; else, where its gate is open, unknown; else the lowest level named, which
 * is what the group can rely on; and what applies to nobody does not apply.
 */
export function groupAnswers(summaries: readonly ItemSummary[], agreements: Agreements): Answers {
  const answers: Record<string, Answer> = {};
  for (const { item, levels, gate } of summaries) {
    const lowest = levels.findIndex((members) => members > 0);
    const shared = lowest === -1 ? 'n' : (String(lowest) as Answer);
    answers[item] = agreements[item]?.answer ?? (gate === 'unproven' ? 'u' : shared);
  }
  return answers;
}

/** Where the group stands, on the phases of its round only. */
export function groupResult(model: Model, round: Round, answers: Answers): Result {
  const phases = model.routes[round.start].filter((phase) => round.phases.includes(phase));
  return evaluate({ ...model, routes: { ...model.routes, [round.start]: phases } }, round.start, answers);
}
