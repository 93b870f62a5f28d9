/** A part of a meeting about what the members see differently. */
export interface AgendaPart {
  /** Item it is about; null for the opening and the closing. */
  readonly item: string | null;
  /** Technique to run it with, by id. */
  readonly technique: string;
  readonly minutes: number;
}

export interface Agenda {
  readonly parts: readonly AgendaPart[];
  /** Minutes of all parts together. */
  readonly minutes: number;
  /** Items that did not fit, in order. */
  readonly left: readonly string[];
}

/** What the agenda needs to know of an item. */
export interface TalkItem {
  readonly id: string;
  readonly technique: string;
  /** Minutes to reserve for the talk. */
  readonly minutes: number;
}

const OPENING: AgendaPart = { item: null, technique: 'openingsronde', minutes: 10 };
const CLOSING: AgendaPart = { item: null, technique: 'eindronde', minutes: 10 };

/**
 * A proposal for the next meeting: an opening round, the items to talk about in their order as long as they fit, and
 * a closing round. An item that does not fit is passed over; a shorter one after it may still fit. In less time than
 * the two rounds take there is no agenda.
 */
export function proposeAgenda(items: readonly TalkItem[], minutes: number): Agenda {
  let room = minutes - OPENING.minutes - CLOSING.minutes;
  if (!(room >= 0)) return { parts: [], minutes: 0, left: items.map(({ id }) => id) };
  const talks: AgendaPart[] = [];
  const left: string[] = [];
  for (const { id, technique, minutes: length } of items) {
    if (length <= room) {
      room -= length;
      talks.push({ item: id, technique, minutes: length });
    } else left.push(id);
  }
  const parts = [OPENING, ...talks, CLOSING];
  return { parts, minutes: parts.reduce((sum, part) => sum + part.minutes, 0), left };
}
