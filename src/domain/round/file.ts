import { type Answers, type CodecModel, isAnswer, START_LIST } from '../assessment/index.ts';
import { isDay, isRecord, readSaved } from '../shared/index.ts';
import { type Round, ROUND_ID } from './round.ts';
import { type Collected, LAST_REVISION, merge, type Submission, SUBMISSION_ID } from './submission.ts';
import type { Agreements } from './summary.ts';
import { isSymbols } from './symbols.ts';

/** Name in a saved round, so that a file of something else is recognised. */
export const ROUND_KIND = 'mini-cluster/groepsronde';

/** How far the group wants to come in a phase: the gates, or everything that applies. */
export type Target = 'gates' | 'all';

/** A round with all that was collected and settled: what the facilitator's browser and file keep. */
export interface RoundState {
  readonly round: Round;
  readonly collected: Collected;
  readonly agreements: Agreements;
  /** Names the facilitator typed, by submission id. They never leave the file. */
  readonly names: Readonly<Record<string, string>>;
  /** The group's own target per phase. */
  readonly targets: Readonly<Record<string, Target>>;
  /** What the group is called, as typed; never in a link. */
  readonly label: string;
  /** Day of the round, YYYY-MM-DD; empty when unknown. */
  readonly date: string;
}

/** What a saved text turned out to hold. */
export type LoadedRound =
  | {
      readonly ok: true;
      readonly state: RoundState;
      /** Submissions that could not be read, by their key. */
      readonly lost: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' | 'newer' };

/** The round as JSON text, for the browser's storage and for a file. */
export function toRoundText(state: RoundState): string {
  return JSON.stringify({ kind: ROUND_KIND, schema: 1, ...state }, null, 1);
}

const MOST_TEXT = 2000;

/** Reads such a text. Keeps every submission it understands and names the rest; never throws. */
export function fromRoundText(model: CodecModel, text: string): LoadedRound {
  const read = readSaved(ROUND_KIND, text);
  if (!read.ok) return read;
  const { saved } = read;
  if (typeof saved['schema'] === 'number' && saved['schema'] > 1) return { ok: false, reason: 'newer' };
  const round = toRound(model, saved['round']);
  if (round === 'newer') return { ok: false, reason: 'newer' };
  if (!round || !isRecord(saved['collected'])) return { ok: false, reason: 'unreadable' };

  const { agreements, names, targets, label, date } = saved;
  return {
    ok: true,
    lost: Object.entries(saved['collected']).flatMap(([id, value]) =>
      toSubmission(round, id, value) ? [] : [id],
    ),
    state: {
      round,
      collected: keep(saved['collected'], (value, id) => toSubmission(round, id, value)),
      agreements: toAgreements(model, agreements),
      names: keep(names, toText),
      targets: keep(targets, (value) => (value === 'gates' || value === 'all' ? value : null)),
      label: toText(label) ?? '',
      date: isDay(date) ? date : '',
    },
  };
}

/** Two states of one round in one: the answers of both, and for the rest what `b` says before what `a` says. */
export function mergeRounds(a: RoundState, b: RoundState): RoundState {
  return {
    round: b.round,
    collected: merge(a.collected, b.collected),
    agreements: { ...a.agreements, ...b.agreements },
    names: { ...a.names, ...b.names },
    targets: { ...a.targets, ...b.targets },
    label: b.label || a.label,
    date: b.date || a.date,
  };
}

/** The entries of a record from outside that `read` understands. A key that every object has is left out. */
function keep<V>(value: unknown, read: (value: unknown, key: string) => V | null): Record<string, V> {
  const kept: [string, V][] = [];
  for (const [key, part] of Object.entries(isRecord(value) ? value : {})) {
    const understood = key in {} ? null : read(part, key);
    if (understood !== null) kept.push([key, understood]);
  }
  return Object.fromEntries(kept);
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, MOST_TEXT) : null;
}

function toRound(model: CodecModel, value: unknown): Round | 'newer' | null {
  if (!isRecord(value)) return null;
  const { id, version, phases } = value;
  const start = START_LIST.find((name) => name === value['start']);
  if (typeof id !== 'string' || !isSymbols(id, ROUND_ID) || !start || !Array.isArray(phases)) return null;
  if (!isVersion(version)) return null;
  if (version > model.version) return 'newer';
  const asked = model.routes[start].filter((phase) => phases.includes(phase));
  return asked.length === 0 ? null : { id, version, start, phases: asked };
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function toSubmission(round: Round, id: string, value: unknown): Submission | null {
  if (!isSymbols(id, SUBMISSION_ID) || !isRecord(value) || !isRecord(value['answers'])) return null;
  const { revision, version } = value;
  if (value['round'] !== round.id || value['start'] !== round.start || !isVersion(version)) return null;
  if (typeof revision !== 'number' || !Number.isInteger(revision)) return null;
  if (revision < 0 || revision > LAST_REVISION) return null;
  return {
    id,
    round: round.id,
    revision,
    version,
    start: round.start,
    answers: toAnswers(value['answers']),
  };
}

function toAnswers(value: unknown): Answers {
  return keep(value, (answer) => (isAnswer(answer) ? answer : null));
}

/** Agreements on items of this model with an answer it allows, and those on items that it does not know. */
function toAgreements(model: CodecModel, value: unknown): Agreements {
  const strict = new Set(model.items.flatMap(({ id, naAllowed }) => (naAllowed ? [] : [id])));
  return keep(value, (agreement, id) => {
    if (!isRecord(agreement) || !isAnswer(agreement['answer'])) return null;
    if (agreement['answer'] === 'n' && strict.has(id)) return null;
    return { answer: agreement['answer'], note: toText(agreement['note']) ?? '' };
  });
}
