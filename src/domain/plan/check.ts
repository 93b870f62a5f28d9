import { type Misfit, misfits, NO_FILTER, type TechniqueFacts } from '../technique/index.ts';
import { addItem, changeItem, usualMinutes } from './edit.ts';
import { type Experience, makeItem, MOST_ITEMS, MOST_MINUTES, type Plan, type PlanItem } from './plan.ts';
import { scaleMinutes, timetable } from './time.ts';

/** What can be wrong with a plan. The texts are with the tool. */
export type WarningId =
  | 'over-end'
  | 'no-break'
  | 'longer-than-source'
  | 'too-few'
  | 'too-many'
  | 'not-online'
  | 'adapt-online'
  | 'no-opening'
  | 'no-closing'
  | 'no-facilitator'
  | 'no-secretary'
  | 'unprepared-decision'
  | 'two-heavy'
  | 'short'
  | 'long'
  | 'other-phase'
  | 'experience';

/** What puts a warning right in one go. */
export type Mend =
  | { readonly type: 'set-minutes'; readonly item: number; readonly minutes: number }
  | { readonly type: 'mark-part'; readonly item: number }
  | {
      readonly type: 'add-technique';
      readonly technique: string;
      readonly minutes: number;
      readonly at: number;
    }
  | { readonly type: 'add-break'; readonly minutes: number; readonly at: number }
  | { readonly type: 'set-length'; readonly length: number }
  | { readonly type: 'shorten'; readonly minutes: Readonly<Record<number, number>> }
  | { readonly type: 'fill-in'; readonly field: 'facilitator' | 'secretary' };

/** Something about a plan that its maker should know, with its reason as numbers and names. */
export interface PlanWarning {
  readonly id: WarningId;
  /** Under which name the reader can leave it: the id, and the technique it is about. Goes in `Plan.accepted`. */
  readonly name: string;
  /** `warn`: the meeting will suffer; `note`: worth a thought. */
  readonly level: 'warn' | 'note';
  /** Key of the item it is about; null for the meeting as a whole. */
  readonly item: number | null;
  /** Numbers and names that the text needs. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly mends: readonly Mend[];
}

/** Minutes that people sit through without a break; the source's meetings took no longer, lunch included. */
export const LONGEST_STRETCH = 150;
/** Minutes of a break that a mend puts in. */
const BREAK = 10;
/** From how many phases too early or too late a technique is called far off. Going back to an early one is common. */
const FAR_AHEAD = 3;
const FAR_BEHIND = 5;
const EXPERIENCE: Readonly<Record<Experience, number>> = { none: 0, some: 1, much: 2 };

type Techniques = ReadonlyMap<string, TechniqueFacts>;
type Role = TechniqueFacts['roles'][number];

/** Why a technique does not fit a meeting, apart from the time that is left. */
export function misfitsOf(technique: TechniqueFacts, plan: Plan): Misfit[] {
  const { phase, people, online, experience } = plan;
  return misfits(technique, {
    ...NO_FILTER,
    phase,
    people,
    online: online ? 'yes' : null,
    experience: experience === 'much' ? null : experience,
  });
}

/** Everything there is to say about a plan: first about the meeting, then item by item. An empty plan is fine. */
export function checkPlan(plan: Plan, techniques: Techniques): PlanWarning[] {
  if (plan.items.length === 0) return [];
  return [
    ...checkMeeting(plan, techniques),
    ...plan.items.flatMap((_, at) => checkItem(plan, at, techniques)),
  ];
}

/** The plan after a mend. */
export function applyMend(plan: Plan, mend: Mend): Plan {
  switch (mend.type) {
    case 'set-minutes':
      return changeItem(plan, mend.item, { minutes: mend.minutes });
    case 'mark-part':
      return changeItem(plan, mend.item, { part: true });
    case 'add-technique': {
      const { technique, minutes, at } = mend;
      return addItem(plan, makeItem({ kind: 'technique', technique, minutes }), at);
    }
    case 'add-break':
      return addItem(plan, makeItem({ kind: 'break', minutes: mend.minutes }), mend.at);
    case 'set-length':
      return { ...plan, length: mend.length };
    case 'shorten':
      return {
        ...plan,
        items: plan.items.map((item) => ({ ...item, minutes: mend.minutes[item.key] ?? item.minutes })),
      };
    case 'fill-in':
      return plan;
  }
}

function checkMeeting(plan: Plan, techniques: Techniques): PlanWarning[] {
  const { length, items, people } = plan;
  const { total, left } = timetable(plan);
  const found: PlanWarning[] = [];
  const add = (
    id: WarningId,
    level: PlanWarning['level'],
    values: PlanWarning['values'],
    mends: readonly (Mend | null)[],
  ): void => {
    found.push({ id, name: id, level, item: null, values, mends: possible(plan, mends) });
  };

  if (length !== null && left !== null && left < 0)
    add('over-end', 'warn', { over: -left, length }, [
      shorten(plan, -left, techniques),
      total <= MOST_MINUTES ? { type: 'set-length', length: total } : null,
    ]);

  const stretch = longestStretch(items);
  if (stretch.minutes > LONGEST_STRETCH)
    add('no-break', 'warn', { minutes: stretch.minutes, most: LONGEST_STRETCH }, [
      stretch.middle === null ? null : { type: 'add-break', minutes: BREAK, at: stretch.middle },
    ]);
  else if (total > LONGEST_STRETCH)
    add('longer-than-source', 'note', { minutes: total, most: LONGEST_STRETCH }, []);

  const used = items.flatMap((item, at) => {
    const facts = factsOf(item, techniques);
    return facts ? [{ facts, at }] : [];
  });
  const has = (role: Role, some: typeof used): boolean =>
    some.some(({ facts }) => facts.roles.includes(role));
  // The setting of the chairs may come before the round.
  if (used.length > 0 && !has('opens', used.slice(0, 2))) {
    const opening = shortestFor('opens', plan, techniques);
    if (opening) add('no-opening', 'warn', { most: opening.people.max }, [adding(opening, used[0]?.at ?? 0)]);
  }
  if (used.length > 0 && !has('closes', used.slice(-1))) {
    const closing = shortestFor('closes', plan, techniques);
    if (closing) add('no-closing', 'warn', { most: closing.people.max }, [adding(closing, items.length)]);
  }
  if (plan.facilitator.trim() === '')
    add('no-facilitator', 'warn', {}, [{ type: 'fill-in', field: 'facilitator' }]);
  // Two people talk; nobody forgets.
  if (plan.secretary.trim() === '' && (people === null || people > 2))
    add('no-secretary', 'warn', {}, [{ type: 'fill-in', field: 'secretary' }]);
  return found;
}

function checkItem(plan: Plan, at: number, techniques: Techniques): PlanWarning[] {
  const item = plan.items[at];
  const facts = item && factsOf(item, techniques);
  if (!item || !facts) return [];
  const { minutes, part, key } = item;
  const { people, phase, online, experience } = plan;
  const found: PlanWarning[] = [];
  const add = (
    id: WarningId,
    level: PlanWarning['level'],
    values: PlanWarning['values'],
    mends: readonly (Mend | null)[] = [],
  ): void => {
    found.push({
      id,
      name: `${id}:${facts.id}`,
      level,
      item: key,
      values: { technique: facts.name, ...values },
      mends: possible(plan, mends),
    });
  };

  if (people !== null && people < facts.people.min)
    add('too-few', 'warn', { people, least: facts.people.min });
  if (people !== null && people > facts.people.max)
    add('too-many', 'warn', { people, most: facts.people.max });
  if (online && facts.online === 'no') add('not-online', 'warn', {});
  if (online && facts.online === 'adapted') add('adapt-online', 'note', {});
  if (experience !== null && EXPERIENCE[facts.experience] > EXPERIENCE[experience])
    add('experience', facts.experience === 'much' && experience === 'none' ? 'warn' : 'note', {
      needs: facts.experience,
    });
  if (minutes < facts.minutes.min && !part)
    add('short', 'note', { minutes, least: facts.minutes.min, most: facts.minutes.max }, [
      { type: 'set-minutes', item: key, minutes: facts.minutes.min },
      { type: 'mark-part', item: key },
    ]);
  if (minutes > facts.minutes.max)
    add('long', 'note', { minutes, least: facts.minutes.min, most: facts.minutes.max }, [
      { type: 'set-minutes', item: key, minutes: facts.minutes.max },
    ]);

  const before = plan.items.slice(0, at).map((other) => factsOf(other, techniques));
  if (facts.roles.includes('decides') && !before.some((other) => other?.roles.includes('clarifies'))) {
    const clear = shortestFor('clarifies', plan, techniques);
    add('unprepared-decision', 'note', {}, [clear && adding(clear, at)]);
  }
  if (facts.roles.includes('heavy') && before.at(-1)?.roles.includes('heavy'))
    add('two-heavy', 'note', { other: before.at(-1)?.name ?? '' }, [
      { type: 'add-break', minutes: BREAK, at },
    ]);
  // Rounds and decisions belong to every phase in which a group meets.
  const isAnyPhase = facts.roles.some((role) => role === 'opens' || role === 'closes' || role === 'decides');
  if (phase !== null && !isAnyPhase && isFarFrom(phase, facts.phases))
    add('other-phase', 'note', { phase, phases: facts.phases.join(', ') });
  return found;
}

function factsOf({ technique }: PlanItem, techniques: Techniques): TechniqueFacts | null {
  return techniques.get(technique) ?? null;
}

function isFarFrom(phase: number, phases: readonly number[]): boolean {
  const ahead = Math.min(...phases) - phase;
  const behind = phase - Math.max(...phases);
  return ahead >= FAR_AHEAD || behind >= FAR_BEHIND;
}

/** The mends that can be done: there may be none, and a full plan takes no more items. */
function possible(plan: Plan, mends: readonly (Mend | null)[]): Mend[] {
  const isFull = plan.items.length >= MOST_ITEMS;
  return mends.filter(
    (mend): mend is Mend =>
      mend !== null && !(isFull && (mend.type === 'add-technique' || mend.type === 'add-break')),
  );
}

function adding(technique: TechniqueFacts, at: number): Mend {
  return { type: 'add-technique', technique: technique.id, minutes: usualMinutes(technique), at };
}

/**
 * The technique to propose for a role: it fits the number of people, if possible the phase, and is the shortest of
 * those. Null when none fits the number of people.
 */
function shortestFor(role: Role, { people, phase }: Plan, techniques: Techniques): TechniqueFacts | null {
  const able = [...techniques.values()].filter(
    ({ roles, people: range }) =>
      roles.includes(role) &&
      !roles.includes('heavy') &&
      (people === null || (range.min <= people && people <= range.max)),
  );
  const suited = able.filter(({ phases }) => phase !== null && phases.includes(phase));
  const [first, ...others] = suited.length > 0 ? suited : able;
  if (!first) return null;
  return others.reduce((least, other) => (other.minutes.min < least.minutes.min ? other : least), first);
}

/** The longest time without a break, and the place nearest to its middle where one can come. */
function longestStretch(items: readonly PlanItem[]): { minutes: number; middle: number | null } {
  let longest = { minutes: 0, middle: null as number | null };
  let from = 0;
  for (let to = 0; to <= items.length; to += 1) {
    if (to < items.length && items[to]?.kind !== 'break') continue;
    const stretch = items.slice(from, to);
    const minutes = stretch.reduce((sum, item) => sum + item.minutes, 0);
    if (minutes > longest.minutes) longest = { minutes, middle: middleOf(stretch, minutes, from) };
    from = to + 1;
  }
  return longest;
}

function middleOf(stretch: readonly PlanItem[], minutes: number, from: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  let passed = 0;
  for (const [index, item] of stretch.slice(0, -1).entries()) {
    passed += item.minutes;
    const off = Math.abs(passed - minutes / 2);
    if (off < least) [best, least] = [from + index + 1, off];
  }
  return best;
}

/** Takes the minutes that are over from techniques that are above their least, in proportion; null if they have too few. */
function shorten({ items }: Plan, over: number, techniques: Techniques): Mend | null {
  const spare = items.map((item) => {
    const facts = factsOf(item, techniques);
    return facts && !item.part ? Math.max(item.minutes - facts.minutes.min, 0) : 0;
  });
  if (spare.reduce((sum, one) => sum + one, 0) < over) return null;
  const less = scaleMinutes(spare, over);
  const minutes = items.flatMap(({ key, minutes }, index) =>
    less[index] ? [[key, minutes - less[index]] as const] : [],
  );
  return { type: 'shorten', minutes: Object.fromEntries(minutes) };
}
