import { type CodecModel, DONE, type Result } from '../../../src/domain/assessment/index.ts';
import {
  FEWEST_SHOWN,
  fromRoundText,
  overview,
  type RoundState,
  toRoundText,
} from '../../../src/domain/round/index.ts';
import { isRecord, readSaved } from '../../../src/domain/shared/index.ts';

/** A file that was opened. */
export interface Opened {
  readonly name: string;
  readonly state: RoundState;
  /** Answers in it that could not be read. */
  readonly lost: number;
}

/** A file that could not be used. */
export interface Fault {
  readonly name: string;
  readonly reason: 'unreadable' | 'large' | 'foreign' | 'newer';
}

/** A file that gave way to another version of the same round. */
export interface Double {
  readonly name: string;
  /** The file that counts. */
  readonly other: string;
  /** Day of the one that counts; empty when unknown. */
  readonly date: string;
}

/** What is in the overview, and what became of every file. */
export interface Gathered {
  /** One file per round, in the order in which the rounds first came. */
  readonly opened: readonly Opened[];
  readonly faults: readonly Fault[];
  readonly doubles: readonly Double[];
}

export const NOTHING: Gathered = { opened: [], faults: [], doubles: [] };

/** A file as it was chosen; its text is null when it could not be read. */
export interface Chosen {
  readonly name: string;
  readonly text: string | null;
}

/** Adds files to what was gathered. Of two versions of one round the later day counts; of one day, the last opened. */
export function gather(model: CodecModel, before: Gathered, chosen: readonly Chosen[]): Gathered {
  const byRound = new Map(before.opened.map((opened) => [opened.state.round.id, opened]));
  const faults = [...before.faults];
  const doubles = [...before.doubles];
  for (const { name, text } of chosen) {
    const loaded =
      text === null ? ({ ok: false, reason: 'unreadable' } as const) : fromRoundText(model, text);
    if (!loaded.ok) {
      faults.push({ name, reason: loaded.reason });
      continue;
    }
    const own: Opened = { name, state: loaded.state, lost: loaded.lost.length };
    const { id } = own.state.round;
    const other = byRound.get(id);
    const counts = other && other.state.date > own.state.date ? other : own;
    byRound.set(id, counts);
    if (other) {
      const gone = counts === own ? other : own;
      doubles.push({ name: gone.name, other: counts.name, date: counts.state.date });
    }
  }
  return { opened: [...byRound.values()], faults, doubles };
}

/** One group as the overview shows it. */
export interface Row {
  readonly id: string;
  readonly state: RoundState;
  readonly members: number;
  readonly result: Result;
  /** Whether there is too little to say where it stands: too few answers, and nothing agreed. */
  readonly isFew: boolean;
  /** Gates that surely hold it back. */
  readonly stuckOn: readonly string[];
}

const rows = new WeakMap<RoundState, Row>();

/** The row of a round; computed once, so that a file more costs one file. */
export function rowOf(model: CodecModel, state: RoundState): Row {
  const known = rows.get(state);
  if (known) return known;
  const { groups, stuckOn } = overview(model, [state]);
  const [group] = groups;
  if (!group) throw new Error('An overview of one round holds one group.');
  const isFew = group.members < FEWEST_SHOWN && Object.keys(state.agreements).length === 0;
  const row: Row = {
    id: group.id,
    state,
    members: group.members,
    result: group.result,
    isFew,
    stuckOn: stuckOn.map(({ item }) => item),
  };
  rows.set(state, row);
  return row;
}

/** What holds most groups back, most groups first, then in the order of asking. */
export function stuckMost(
  model: CodecModel,
  all: readonly Row[],
): readonly { readonly item: string; readonly groups: number }[] {
  return model.items
    .map(({ id }) => ({ item: id, groups: all.filter(({ stuckOn }) => stuckOn.includes(id)).length }))
    .filter(({ groups }) => groups > 0)
    .sort((a, b) => b.groups - a.groups);
}

/** How many groups surely or possibly are in a phase, or beyond the last one. */
export interface Station {
  /** Phase, or `done`. */
  readonly place: string;
  readonly sure: number;
  readonly maybe: number;
}

export function stations(phases: readonly string[], all: readonly Row[]): readonly Station[] {
  const placed = all.filter(({ isFew }) => !isFew);
  return [...phases, DONE].map((place) => {
    const possible = placed.filter(({ state, result }) => {
      const route = [...state.round.phases, DONE];
      const at = route.indexOf(place);
      return at !== -1 && route.indexOf(result.earliest) <= at && at <= route.indexOf(result.latest);
    });
    const sure = possible.filter(({ result }) => result.earliest === result.latest).length;
    return { place, sure, maybe: possible.length - sure };
  });
}

/** Columns that the list of groups can be sorted by. */
export type Column = 'group' | 'date' | 'firms' | 'phase';

/** The rows in order. What is unknown comes last, upward and downward. */
export function sortRows(
  all: readonly Row[],
  by: Column,
  direction: 1 | -1,
  phases: readonly string[],
  lang: string,
): readonly Row[] {
  const collator = new Intl.Collator(lang, { numeric: true });
  const station = (place: string): number => (place === DONE ? phases.length : phases.indexOf(place));
  const compare: Record<Column, (a: Row, b: Row) => number> = {
    group: (a, b) => collator.compare(a.state.label, b.state.label),
    date: (a, b) => Number(a.state.date > b.state.date) - Number(a.state.date < b.state.date),
    firms: (a, b) => a.members - b.members,
    phase: (a, b) =>
      station(a.result.earliest) - station(b.result.earliest) ||
      station(a.result.latest) - station(b.result.latest),
  };
  const isUnknown = ({ state, isFew }: Row): boolean =>
    (by === 'group' && state.label === '') ||
    (by === 'date' && state.date === '') ||
    (by === 'phase' && isFew);
  return [...all].sort(
    (a, b) =>
      Number(isUnknown(a)) - Number(isUnknown(b)) ||
      direction * compare[by](a, b) ||
      collator.compare(a.state.label, b.state.label),
  );
}

/** Name in the browser's storage and in what stands there. */
const KIND = 'mini-cluster/groepsoverzicht';

/** The overview as text for the browser's storage, without the names of members. */
export function toOverviewText(opened: readonly Opened[]): string {
  const rounds = opened.map(({ name, state }) => ({
    name,
    round: JSON.parse(toRoundText({ ...state, names: {} })) as unknown,
  }));
  return JSON.stringify({ kind: KIND, schema: 1, rounds });
}

/** The files in such a text, or null when it is none. */
export function fromOverviewText(text: string): readonly Chosen[] | null {
  const read = readSaved(KIND, text);
  if (!read.ok || !Array.isArray(read.saved['rounds'])) return null;
  return read.saved['rounds'].flatMap((kept: unknown) =>
    isRecord(kept) && typeof kept['name'] === 'string'
      ? [{ name: kept['name'], text: JSON.stringify(kept['round'] ?? null) }]
      : [],
  );
}
