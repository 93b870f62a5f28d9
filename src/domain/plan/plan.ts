/** A point of the agenda. */
export interface PlanItem {
  /** Number of the item in its plan, which it keeps when it moves. Not in links. */
  readonly key: number;
  readonly kind: 'technique' | 'break' | 'own';
  /** Id of the technique; an empty text for a break or an own item. */
  readonly technique: string;
  /** Whether only a part of the technique is done, so that its usual length says nothing. */
  readonly part: boolean;
  /** Minutes, 1–9999. */
  readonly minutes: number;
  /** Own words: the title of an own item or a break, a note with a technique. Never in a link. */
  readonly text: string;
  /** Own words: who leads it. Never in a link. */
  readonly who: string;
}

/** How much experience a facilitator has. */
export type Experience = 'none' | 'some' | 'much';

/** A meeting as it is planned: what is known of it and a list of items with minutes. */
export interface Plan {
  /** Own words, never in a link: what the meeting is called, what it is for, where it is, who leads and who writes. */
  readonly title: string;
  readonly goal: string;
  readonly place: string;
  readonly facilitator: string;
  readonly secretary: string;
  /** Number of the phase, 1–8; null while it is open. */
  readonly phase: number | null;
  /** Day as YYYY-MM-DD; empty while it is open. */
  readonly date: string;
  /** Start, in minutes after midnight, 0–1439. */
  readonly start: number;
  /** Minutes between start and end, 1–9999; null when the end is open. */
  readonly length: number | null;
  /** Number of participants, 1–999; null while it is open. */
  readonly people: number | null;
  /** Whether people meet in a video call. */
  readonly online: boolean;
  /** Experience of who facilitates; null while it is open. */
  readonly experience: Experience | null;
  /** Warnings the reader has read and leaves, by their name. Not in links. */
  readonly accepted: readonly string[];
  readonly items: readonly PlanItem[];
}

/** The most items a plan can have. */
export const MOST_ITEMS = 40;
/** The most minutes of an item or a meeting, and the most people. */
export const MOST_MINUTES = 9999;
export const MOST_PEOPLE = 999;

/** A plan with nothing in it: two and a half hours over noon, as in the source. */
export const EMPTY_PLAN: Plan = {
  title: '',
  goal: '',
  place: '',
  facilitator: '',
  secretary: '',
  phase: null,
  date: '',
  start: 12 * 60,
  length: 150,
  people: null,
  online: false,
  experience: null,
  accepted: [],
  items: [],
};

/** An item of a kind; what is not given is empty. */
export function makeItem(
  item: Pick<PlanItem, 'kind' | 'minutes'> & Partial<Omit<PlanItem, 'key'>>,
): Omit<PlanItem, 'key'> {
  return { technique: '', part: false, text: '', who: '', ...item };
}

/** The plan with these items, numbered anew. */
export function withItems(plan: Plan, items: readonly Omit<PlanItem, 'key'>[]): Plan {
  return { ...plan, items: items.slice(0, MOST_ITEMS).map((item, index) => ({ ...item, key: index + 1 })) };
}
