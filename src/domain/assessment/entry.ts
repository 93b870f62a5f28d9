import { type EntryKind, isSameRecord } from '../shared/index.ts';
import type { Entry } from './codec.ts';

/** How the session treats the entries of the assessment. */
export const ENTRY: EntryKind<Entry> = {
  empty: { start: null, answers: {} },
  isEmpty: ({ start, answers }) => start === null && Object.keys(answers).length === 0,
  isSame: (a, b) => a.start === b.start && isSameRecord(a.answers, b.answers),
};
