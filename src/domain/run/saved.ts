import { isRecord, readSaved } from '../shared/index.ts';
import type { Clock } from './clock.ts';
import type { Run, Visit } from './run.ts';
import { MOST_PEOPLE, type RunItem, type RunScript, type RunSource } from './script.ts';
import type { Turns } from './turns.ts';

/** What a saved run calls itself. */
const KIND = 'draaien';
const VERSION = 1;
/** Where the browser keeps the run; the text is that of `toRunText`. */
export const SAVED_RUN_KEY = 'mini-cluster:draaien:1';
/** Longest name of a participant and longest note, characters. */
export const LONGEST_NAME = 40;
export const LONGEST_NOTE = 20_000;
/** Longest own words of a plan, characters. */
const LONGEST_WORDS = 2000;

/** The run as it is kept on the device. */
export function toRunText(run: Run): string {
  return JSON.stringify({ kind: KIND, version: VERSION, ...run });
}

/** A run that was kept; every field is looked at, so that nothing else can come in. */
export function fromRunText(
  text: string,
):
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' } {
  const read = readSaved(KIND, text);
  if (!read.ok) return read;
  const run = read.saved['version'] === VERSION ? readRun(read.saved) : null;
  return run ? { ok: true, run } : { ok: false, reason: 'unreadable' };
}

/** A run with the steps that its script has now; null when none of them is left. */
export function fitRun(script: RunScript, run: Run): { readonly run: Run; readonly isWhole: boolean } | null {
  const known = new Set(script.steps.map(({ key }) => key));
  const stays = run.trail.map(({ step }) => known.has(step));
  if (stays.every(Boolean)) return { run, isWhole: true };
  const trail = run.trail.filter((_, index) => stays[index]);
  if (trail.length === 0) return null;
  const at = Math.max(0, stays.slice(0, run.at + 1).filter(Boolean).length - 1);
  return { run: { ...run, trail, at, choice: null }, isWhole: false };
}

type Saved = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isMoment = (value: unknown): value is number => isNumber(value) && value >= 0;
const isWhole = (value: unknown, below: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < below;
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** A list of which every item is read; null when one cannot be. */
function readList<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(read);
  return items.includes(null) ? null : (items as T[]);
}

function readRun(saved: Saved): Run | null {
  const { people, at, choice, endedAt, changedAt } = saved;
  const source = readSource(saved['source']);
  const clock = readClockField(saved['clock']);
  const names = readList(saved['names'], (name) => (isText(name, LONGEST_NAME) ? name : null));
  if (!source || !clock || !names || !isWhole(people, MOST_PEOPLE + 1) || people === 0) return null;
  const trail = readList(saved['trail'], (visit) => readVisit(visit, people));
  const notes = readNotes(saved['notes']);
  if (!trail || !notes || !isWhole(at, trail.length) || !isMoment(changedAt)) return null;
  if (choice !== null && !isWhole(choice, 100)) return null;
  if (endedAt !== null && !isMoment(endedAt)) return null;
  return {
    source,
    people,
    names,
    hasTurns: saved['hasTurns'] === true,
    isRandom: saved['isRandom'] === true,
    hasSound: saved['hasSound'] === true,
    hasLetterKeys: saved['hasLetterKeys'] !== false,
    clock,
    trail,
    at,
    choice,
    endedAt,
    notes,
    isOpen: saved['isOpen'] === true,
    changedAt,
  };
}

function readSource(value: unknown): RunSource | null {
  if (!isRecord(value) || !isText(value['title'], LONGEST_WORDS)) return null;
  const items = readList(value['items'], (item): RunItem | null => {
    if (!isRecord(item)) return null;
    const { technique, minutes, text, who } = item;
    if (!isText(technique, 100) || !isText(text, LONGEST_WORDS) || !isText(who, LONGEST_WORDS)) return null;
    if (minutes !== null && !isWhole(minutes, 10_000)) return null;
    return { technique, minutes, isPart: item['isPart'] === true, text, who };
  });
  return items && items.length > 0 ? { title: value['title'], items } : null;
}

function readClockField(value: unknown): Clock | null {
  if (!isRecord(value)) return null;
  const { startedAt, pausedAt, pausedFor } = value;
  if (!isMoment(startedAt) || !isMoment(pausedFor) || (pausedAt !== null && !isMoment(pausedAt))) return null;
  return { startedAt, pausedAt, pausedFor };
}

function readVisit(value: unknown, people: number): Visit | null {
  if (!isRecord(value)) return null;
  const { step, enteredAt, spent, extra, turnFrom } = value;
  const turns = value['turns'] === null ? null : readTurns(value['turns'], people);
  if (turns === undefined || !isText(step, 200)) return null;
  if (!isMoment(enteredAt) || !isMoment(spent) || !isNumber(extra) || !isMoment(turnFrom)) return null;
  return { step, enteredAt, spent, extra, turns, turnFrom };
}

/** Undefined when it cannot be read. */
function readTurns(value: unknown, people: number): Turns | undefined {
  if (!isRecord(value)) return undefined;
  const queue = readList(value['queue'], (who) => (isWhole(who, people) ? who : null));
  const done = readList(value['done'], (turn) => {
    if (!isRecord(turn) || !isWhole(turn['who'], people)) return null;
    return { who: turn['who'], isSkipped: turn['isSkipped'] === true };
  });
  return queue && done ? { done, queue } : undefined;
}

function readNotes(value: unknown): Readonly<Record<string, string>> | null {
  if (!isRecord(value)) return null;
  const notes = Object.entries(value);
  return notes.every(([, text]) => isText(text, LONGEST_NOTE)) ? (value as Record<string, string>) : null;
}
