import type { Entry } from './codec.ts';
import type { Answer } from './evaluate.ts';
import type { Start } from './schema.ts';

/**
 * What the reader works on: the own answers, or answers that came by link. While a link is open the own answers
 * wait in `own` and nothing is saved over them.
 */
export interface Session {
  readonly entry: Entry;
  /** The reader's own answers while somebody's link is shown; null when the entry is the reader's own. */
  readonly own: Entry | null;
}

export type Action =
  | { readonly type: 'load'; readonly entry: Entry }
  | { readonly type: 'start'; readonly start: Start }
  | { readonly type: 'answer'; readonly item: string; readonly answer: Answer | null }
  | { readonly type: 'open-link'; readonly entry: Entry }
  | { readonly type: 'keep-link' }
  | { readonly type: 'leave-link' }
  | { readonly type: 'reset' };

export const EMPTY_ENTRY: Entry = { start: null, answers: {} };
export const EMPTY_SESSION: Session = { entry: EMPTY_ENTRY, own: null };

/** Whether nothing has been filled in. */
export function isEmpty(entry: Entry): boolean {
  return entry.start === null && Object.keys(entry.answers).length === 0;
}

/** Whether two entries hold the same start and the same answers. */
export function isSameEntry(a: Entry, b: Entry): boolean {
  const ids = new Set([...Object.keys(a.answers), ...Object.keys(b.answers)]);
  return a.start === b.start && [...ids].every((id) => a.answers[id] === b.answers[id]);
}

/** The next session. Changing one answer or the start never touches another answer. */
export function reduce(session: Session, action: Action): Session {
  const { entry } = session;
  switch (action.type) {
    case 'load':
      return session.own === null ? { entry: action.entry, own: null } : { ...session, own: action.entry };
    case 'start':
      return { ...session, entry: { ...entry, start: action.start } };
    case 'answer': {
      const { [action.item]: _old, ...others } = entry.answers;
      const answers = action.answer === null ? others : { ...others, [action.item]: action.answer };
      return { ...session, entry: { ...entry, answers } };
    }
    case 'open-link': {
      const own = session.own ?? entry;
      // A link to what one already has, or opened in an empty tool, needs no choice between the two.
      if (isEmpty(own) || isSameEntry(own, action.entry)) return { entry: action.entry, own: null };
      return { entry: action.entry, own };
    }
    case 'keep-link':
      return { entry, own: null };
    case 'leave-link':
      return { entry: session.own ?? entry, own: null };
    case 'reset':
      return EMPTY_SESSION;
  }
}
