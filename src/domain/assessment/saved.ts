import { isRecord, readSaved } from '../shared/index.ts';
import { type CodecModel, type Entry, isAnswer } from './codec.ts';
import type { Answer } from './evaluate.ts';
import { START_LIST } from './starts.ts';

/** Name in a saved file, so that a file of something else is recognised. */
export const SAVED_KIND = 'mini-cluster/fasetest';

/** The form of an item's id, as in the schema. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What a saved text turned out to hold. */
export type Loaded =
  | {
      readonly ok: true;
      readonly entry: Entry;
      /** Ids in the text that the current model does not know, or with an answer it does not know. Not evaluated. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' };

/** The entry as JSON text, for the browser's storage and for a file. `savedOn` is a date, YYYY-MM-DD. */
export function toSavedText(model: CodecModel, entry: Entry, savedOn?: string): string {
  const saved = {
    kind: SAVED_KIND,
    version: model.version,
    ...(savedOn === undefined ? {} : { savedOn }),
    start: entry.start,
    answers: entry.answers,
  };
  return JSON.stringify(saved, null, savedOn === undefined ? 0 : 2);
}

/** Reads such a text. Keeps every answer it understands and names the rest; never throws. */
export function fromSavedText(model: CodecModel, text: string): Loaded {
  const read = readSaved(SAVED_KIND, text);
  if (!read.ok) return read;
  const { saved } = read;
  const answersField = saved['answers'];
  if (!isRecord(answersField)) return { ok: false, reason: 'unreadable' };

  const current = new Map(model.items.map((item) => [item.id, item]));
  const answers: Record<string, Answer> = {};
  const ignored: string[] = [];
  for (const [id, answer] of Object.entries(answersField)) {
    const item = current.get(id);
    const fits = item !== undefined && isAnswer(answer) && (answer !== 'n' || item.naAllowed);
    if (!fits) ignored.push(id);
    // An answer to an item that this version does not know may come from a later one: it is kept, though not used.
    if (fits || (item === undefined && isAnswer(answer) && ID.test(id))) answers[id] = answer;
  }
  const start = saved['start'];
  return {
    ok: true,
    entry: { start: START_LIST.find((known) => known === start) ?? null, answers },
    ignored,
  };
}
