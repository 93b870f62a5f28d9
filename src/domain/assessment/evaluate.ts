import type { Factor, Item, Start } from './schema.ts';

/**
 * An answer to one item: level 0–3, `u` = don't know, `n` = does not apply. An item without an answer counts as
 * unknown, like `u`.
 */
export type Answer = '0' | '1' | '2' | '3' | 'u' | 'n';

/** Answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The part of an item that decides; texts play no role. */
export type ModelItem = Pick<
  Item,
  'id' | 'phase' | 'kind' | 'requires' | 'starts' | 'naAllowed' | 'answeredBy' | 'effort' | 'factor'
>;

/** The part of an assessment that decides. */
export interface Model {
  /** Phases that each start walks through, in order. */
  readonly routes: Readonly<Record<Start, readonly string[]>>;
  /** Items in the order in which they are asked. */
  readonly items: readonly ModelItem[];
}

/** A place on the route: a phase id, or `done` when the gates of all phases are met. */
export type Place = string;
export const DONE: Place = 'done';

/** Whether the gate items of a phase are all fulfilled (met), one surely is not (missing), or it is open (unproven). */
export type Gate = 'met' | 'missing' | 'unproven';

/** How much of something stands. `lo` counts every unknown as level 0, `hi` as level 3; both 0–1. */
export interface Progress {
  /** Items that apply. */
  readonly applicable: number;
  /** Of those, items with a known level. */
  readonly known: number;
  /** Of those, items at level 2 or 3. */
  readonly inPlace: number;
  readonly lo: number;
  readonly hi: number;
}

export interface PhaseResult extends Progress {
  readonly phase: string;
  readonly gate: Gate;
  /** Gate items that are surely not fulfilled. */
  readonly missing: readonly string[];
  /** Gate items whose answer is unknown. */
  readonly open: readonly string[];
}

export interface Result {
  readonly start: Start;
  /** Earliest possible place: every unknown taken as not begun. */
  readonly earliest: Place;
  /** Latest possible place: every unknown taken as fully there. Equal to `earliest` when nothing unknown matters. */
  readonly latest: Place;
  /** Unknown items that decide where between the two the group stands, in order of asking. */
  readonly decisive: readonly string[];
  readonly phases: readonly PhaseResult[];
  readonly factors: readonly (Progress & { readonly factor: Factor })[];
  /** Items in place while something they rest on is not, with those missing items. */
  readonly ahead: readonly { readonly item: string; readonly missing: readonly string[] }[];
  /** Up to five items to work on now. */
  readonly nextSteps: readonly string[];
  /** Items answered "don't know", gates first. */
  readonly findOut: readonly string[];
  /** Items asked and items answered (don't know and does not apply included). */
  readonly asked: number;
  readonly answered: number;
}

/** Level from which an item counts as in place: agreed and used. */
export const IN_PLACE = 2;
const FULL = 3;
const MOST_STEPS = 5;
const KIND_ORDER: Record<ModelItem['kind'], number> = { gate: 0, should: 1, could: 2 };

/** Items that a group with this start is asked: those of the phases on its route that name the start. */
export function askedItems(model: Model, start: Start): readonly ModelItem[] {
  const phases = model.routes[start];
  return model.items.filter((item) => phases.includes(item.phase) && item.starts.includes(start));
}

/** Level of an answer, or null when it is unknown or does not apply. */
function levelOf(answer: Answer | undefined): number | null {
  return answer === undefined || answer === 'u' || answer === 'n' ? null : Number(answer);
}

function isUnknown(answer: Answer | undefined): boolean {
  return answer === undefined || answer === 'u';
}

function isUnmet(answer: Answer | undefined): boolean {
  const level = levelOf(answer);
  return level !== null && level < IN_PLACE;
}

function isInPlace(answer: Answer | undefined): boolean {
  const level = levelOf(answer);
  return level !== null && level >= IN_PLACE;
}

/** Counts and range of a set of items. An item that does not apply is left out altogether. */
function measure(items: readonly ModelItem[], answers: Answers): Progress {
  const applicable = items.filter((item) => answers[item.id] !== 'n');
  const levels = applicable.map((item) => levelOf(answers[item.id]));
  const known = levels.filter((level) => level !== null);
  const sum = known.reduce((total, level) => total + level, 0);
  const most = applicable.length * FULL;
  return {
    applicable: applicable.length,
    known: known.length,
    inPlace: known.filter((level) => level >= IN_PLACE).length,
    lo: most === 0 ? 1 : sum / most,
    hi: most === 0 ? 1 : (sum + (applicable.length - known.length) * FULL) / most,
  };
}

function assessPhase(phase: string, items: readonly ModelItem[], answers: Answers): PhaseResult {
  const own = items.filter((item) => item.phase === phase);
  const gates = own.filter((item) => item.kind === 'gate').map((item) => item.id);
  const missing = gates.filter((id) => isUnmet(answers[id]));
  const open = gates.filter((id) => isUnknown(answers[id]));
  const gate = missing.length > 0 ? 'missing' : open.length > 0 ? 'unproven' : 'met';
  return { phase, gate, missing, open, ...measure(own, answers) };
}

/** All items that directly or indirectly require `id`, among `items`. */
function dependents(id: string, items: readonly ModelItem[]): Set<string> {
  const found = new Set<string>();
  const visit = (required: string): void => {
    for (const item of items) {
      if (item.requires.includes(required) && !found.has(item.id)) {
        found.add(item.id);
        visit(item.id);
      }
    }
  };
  visit(id);
  return found;
}

/** All items that `id` directly or indirectly requires, among `items`. */
function prerequisites(id: string, items: readonly ModelItem[]): Set<string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = new Set<string>();
  const visit = (current: string): void => {
    for (const required of byId.get(current)?.requires ?? []) {
      if (byId.has(required) && !found.has(required)) {
        found.add(required);
        visit(required);
      }
    }
  };
  visit(id);
  return found;
}

/**
 * What to work on now: items in the phases up to the latest possible place, known to be unmet, whose direct
 * prerequisites are all in place (or do not apply, or are not asked). Gates first, then the items that unlock most others not in place (unknown ones included), then the least work,
 * then the order of asking. At most five.
 */
function chooseNextSteps(
  items: readonly ModelItem[],
  answers: Answers,
  withinReach: ReadonlySet<string>,
): string[] {
  const asked = new Set(items.map((item) => item.id));
  const isReady = (id: string): boolean => !asked.has(id) || answers[id] === 'n' || isInPlace(answers[id]);
  const unlocks = (item: ModelItem): number =>
    [...dependents(item.id, items)].filter((id) => !isInPlace(answers[id]) && answers[id] !== 'n').length;
  return items
    .filter(
      (item) => withinReach.has(item.phase) && isUnmet(answers[item.id]) && item.requires.every(isReady),
    )
    .map((item, order) => ({ item, order, unlocks: unlocks(item) }))
    .sort(
      (a, b) =>
        KIND_ORDER[a.item.kind] - KIND_ORDER[b.item.kind] ||
        b.unlocks - a.unlocks ||
        a.item.effort - b.item.effort ||
        a.order - b.order,
    )
    .slice(0, MOST_STEPS)
    .map(({ item }) => item.id);
}

/**
 * Where the group stands and what follows from it.
 *
 * Gate of a phase: missing when a gate item is known below level 2; else unproven when one is unknown; else met.
 * Place: the first phase on the route whose gate is not met. With unknown answers it is a range: the earliest
 * place takes every unknown as 0, the latest as 3. There is no total score.
 *
 * Answers to items that this start is not asked are ignored, never lost.
 */
export function evaluate(model: Model, start: Start, answers: Answers): Result {
  const items = askedItems(model, start);
  const phases = model.routes[start].map((phase) => assessPhase(phase, items, answers));

  const earliestAt = phases.findIndex((phase) => phase.gate !== 'met');
  const latestAt = phases.findIndex((phase) => phase.gate === 'missing');
  const place = (index: number): Place => phases[index]?.phase ?? DONE;
  const between = earliestAt === -1 ? [] : phases.slice(earliestAt, latestAt === -1 ? undefined : latestAt);

  const reached = latestAt === -1 ? phases : phases.slice(0, latestAt + 1);
  const withinReach = new Set(reached.map(({ phase }) => phase));

  const factors = [...new Set(items.map((item) => item.factor))].map((factor) => ({
    factor,
    ...measure(
      items.filter((item) => item.factor === factor),
      answers,
    ),
  }));

  const ahead = items
    .filter((item) => isInPlace(answers[item.id]))
    .map((item) => ({
      item: item.id,
      missing: [...prerequisites(item.id, items)].filter((id) => isUnmet(answers[id])),
    }))
    .filter(({ missing }) => missing.length > 0);

  const unknown = items.filter((item) => answers[item.id] === 'u');
  return {
    start,
    earliest: place(earliestAt),
    latest: place(latestAt),
    decisive: between.flatMap((phase) => phase.open),
    phases,
    factors,
    ahead,
    nextSteps: chooseNextSteps(items, answers, withinReach),
    findOut: [
      ...unknown.filter((item) => item.kind === 'gate'),
      ...unknown.filter((item) => item.kind !== 'gate'),
    ].map((item) => item.id),
    asked: items.length,
    answered: items.filter((item) => answers[item.id] !== undefined).length,
  };
}
