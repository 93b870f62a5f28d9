import { type EntryKind, isRecord, isSameRecord, readSaved } from '../shared/index.ts';
import { UNKNOWN } from './condition.ts';
import type { Entry } from './codec.ts';
import type { CodecModel } from './model.ts';

/** How the session treats the entries of a chooser. */
export const ENTRY: EntryKind<Entry> = {
  empty: { answers: {}, importance: {} },
  isEmpty: ({ answers, importance }) =>
    Object.keys(answers).length === 0 && Object.keys(importance).length === 0,
  isSame: (a, b) => isSameRecord(a.answers, b.answers) && isSameRecord(a.importance, b.importance),
};

/** What a saved text turned out to hold. */
export type Loaded =
  | {
      readonly ok: true;
      readonly entry: Entry;
      /** Questions in the text that the current model does not know, or with an answer it does not know. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' };

/** The form of an id, as in the schema. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The entry as JSON text, for the browser's storage. `kind` names the tool. */
export function toSavedText(kind: string, model: CodecModel, entry: Entry): string {
  return JSON.stringify({ kind, version: model.version, ...entry });
}

/**
 * Reads such a text, and files that hold more than it. Keeps every answer it understands, and answers to questions
 * it does not know, which may come from a later version; names what it does not use; never throws.
 */
export function fromSavedText(kind: string, model: CodecModel, text: string): Loaded {
  const read = readSaved(kind, text);
  if (!read.ok) return read;
  const { answers: given, importance: weights } = read.saved;
  if (!isRecord(given)) return { ok: false, reason: 'unreadable' };

  const values = new Map(model.questions.map(({ id, values }) => [id, values.map((value) => value.id)]));
  const answers: Record<string, string> = {};
  const ignored: string[] = [];
  for (const [id, answer] of Object.entries(given)) {
    const known = values.get(id);
    const fits = typeof answer === 'string' && (known?.includes(answer) || (known && answer === UNKNOWN));
    if (!fits) ignored.push(id);
    if (fits || (!known && typeof answer === 'string' && ID.test(id) && ID.test(answer)))
      answers[id] = answer;
  }
  const criteria = new Set(model.criteria.map(({ id }) => id));
  const importance: Record<string, 1 | 2 | 4> = {};
  for (const [id, weight] of Object.entries(isRecord(weights) ? weights : {})) {
    if (criteria.has(id) && (weight === 1 || weight === 4)) importance[id] = weight;
  }
  return { ok: true, entry: { answers, importance }, ignored };
}
