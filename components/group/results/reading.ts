import {
  type Answers,
  DONE,
  IN_PLACE,
  type LocalAssessment,
  type LocalItem,
  type Result,
} from '../../../src/domain/assessment/index.ts';
import {
  type Agenda,
  type Agreement,
  type Comparison,
  compareRounds,
  FEWEST_SHOWN,
  groupAnswers,
  groupResult,
  type ItemSummary,
  proposeAgenda,
  type RoundState,
  summarise,
  talkFirst,
  type TalkItem,
  withoutScarce,
} from '../../../src/domain/round/index.ts';
import type { GroupTechnique, GroupView } from '../view.ts';

/** One item with what the group answered and agreed. */
export interface ItemReading {
  readonly item: LocalItem;
  readonly summary: ItemSummary;
  /** Whether too few members answered it to show anything of their answers. Its summary is then empty. */
  readonly isHidden: boolean;
  readonly agreement: Agreement | undefined;
}

/** All that the views of a round show. */
export interface GroupReading {
  /** Members whose form is in. */
  readonly members: number;
  /** Whether there are enough of them to show anything that follows from their answers. */
  readonly isShown: boolean;
  /** Items of the round in the order of asking. */
  readonly items: readonly ItemReading[];
  /** One profile of the group; what was agreed goes before what was answered. */
  readonly answers: Answers;
  readonly result: Result;
  /** The result without what was agreed. */
  readonly asAnswered: Result;
  /** What to talk about first, in order. */
  readonly talk: readonly ItemReading[];
  /** What all who answered have in place. */
  readonly shared: readonly ItemReading[];
  readonly nobodyKnows: readonly ItemReading[];
  readonly hidden: readonly ItemReading[];
  /** Number of items with an agreed value. */
  readonly agreed: number;
}

/** Reads a round for the views. */
export function readGroup(model: LocalAssessment, state: RoundState): GroupReading {
  const { round, agreements } = state;
  const collected = withoutScarce(model, round, state.collected);
  const members = Object.keys(collected).length;
  const summaries = summarise(model, round, collected);
  const byId = new Map(model.items.map((item) => [item.id, item]));
  const items = summaries.flatMap((summary): ItemReading[] => {
    const item = byId.get(summary.item);
    // What too few answered looks as if nobody did.
    const isHidden = summary.open === members;
    return item ? [{ item, summary, isHidden, agreement: agreements[item.id] }] : [];
  });
  const readings = new Map(items.map((reading) => [reading.item.id, reading]));
  const answers = groupAnswers(summaries, agreements);
  return {
    members,
    isShown: members >= FEWEST_SHOWN,
    items,
    answers,
    result: groupResult(model, round, answers),
    asAnswered: groupResult(model, round, groupAnswers(summaries, {})),
    talk: talkFirst(summaries).flatMap(({ item }) => readings.get(item) ?? []),
    shared: items.filter(({ summary }) => summary.agreed),
    nobodyKnows: items.filter(({ summary }) => summary.nobodyKnows),
    hidden: items.filter(({ isHidden }) => isHidden),
    agreed: items.filter(({ agreement }) => agreement !== undefined).length,
  };
}

/** How to talk about an item in a group of this size. */
export interface TalkPlan {
  readonly id: string;
  /** A question to read aloud. */
  readonly question: string;
  readonly technique: string;
  readonly minutes: number;
  /** Technique meant for the item, where the group is too small for it; else null. */
  readonly instead: GroupTechnique | null;
  /** Whether its minutes are fewer than the whole sheet takes. */
  readonly isShort: boolean;
}

/** Technique for a group that is too small for the one meant. */
const FALLBACK = 'kringgesprek';

export function planTalk({ talk, techniques }: GroupView, item: string, members: number): TalkPlan | null {
  const meant = talk[item];
  if (!meant) return null;
  const first = techniques[meant.technique];
  const isTooSmall = first !== undefined && members < first.peopleMin && meant.technique !== FALLBACK;
  const technique = isTooSmall ? FALLBACK : meant.technique;
  return {
    id: item,
    question: meant.question,
    technique,
    minutes: meant.minutes,
    instead: isTooSmall ? first : null,
    isShort: meant.minutes < (techniques[technique]?.minutesMin ?? 0),
  };
}

/** Whether the group still has to settle an item: nothing agreed, or agreed that it does not know. */
function isUnsettled({ agreement }: ItemReading): boolean {
  return agreement === undefined || agreement.answer === 'u';
}

/**
 * What belongs on the next agenda: what is still seen differently, then what the group can work on now; of both what
 * is needed to go on before the rest.
 */
export function agendaItems(
  view: GroupView,
  { talk, items, result, members }: GroupReading,
): readonly TalkPlan[] {
  const differing = talk.filter(isUnsettled).map(({ item }) => item.id);
  const gates = new Set(items.filter(({ item }) => item.kind === 'gate').map(({ item }) => item.id));
  const all = [...new Set([...differing, ...result.nextSteps])];
  return [...all.filter((id) => gates.has(id)), ...all.filter((id) => !gates.has(id))].flatMap(
    (id) => planTalk(view, id, members) ?? [],
  );
}

/** The proposal for a meeting of so many minutes. */
export function agendaOf(view: GroupView, reading: GroupReading, minutes: number): Agenda {
  return proposeAgenda(agendaItems(view, reading) satisfies readonly TalkItem[], minutes);
}

/** Lengths of meeting to choose from, minutes. */
export const MEETINGS = [60, 90, 150] as const;

/**
 * What changed between two rounds of a group. What the model of today no longer has counts as retired, if a member
 * answered it then.
 */
export function compareStates(model: LocalAssessment, before: RoundState, after: RoundState): Comparison {
  const known = new Set(model.items.map(({ id }) => id));
  const gone = (model.codec[before.round.version] ?? []).filter(
    (id) =>
      !known.has(id) && Object.values(before.collected).some(({ answers }) => answers[id] !== undefined),
  );
  const left: Answers = Object.fromEntries(gone.map((id) => [id, 'u']));
  return compareRounds({ ...readGroup(model, before).answers, ...left }, readGroup(model, after).answers);
}

/** Where a place stands on the route: the number of phases before it. */
export function stationOf(route: readonly string[], place: string): number {
  return place === DONE ? route.length : route.indexOf(place);
}

/** Whether an answer counts as in place. */
export function isInPlace(answer: string | undefined): boolean {
  return Number(answer) >= IN_PLACE;
}
