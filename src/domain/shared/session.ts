/**
 * What the reader of a tool works on: the own entry, or one that came by link. While a link is open the own entry
 * waits in `own` and nothing is saved over it.
 */
export interface Session<E> {
  readonly entry: E;
  /** The reader's own entry while somebody's link is shown; null when the entry is the reader's own. */
  readonly own: E | null;
}

export type SessionAction<E> =
  | { readonly type: 'load'; readonly entry: E }
  | { readonly type: 'change'; readonly change: (entry: E) => E }
  | { readonly type: 'open-link'; readonly entry: E }
  | { readonly type: 'keep-link' }
  | { readonly type: 'leave-link' }
  | { readonly type: 'reset' };

/** What the session must know of a tool's entries. */
export interface EntryKind<E> {
  readonly empty: E;
  readonly isEmpty: (entry: E) => boolean;
  readonly isSame: (a: E, b: E) => boolean;
}

/** The next session. */
export function nextSession<E>(
  { empty, isEmpty, isSame }: EntryKind<E>,
  session: Session<E>,
  action: SessionAction<E>,
): Session<E> {
  const { entry } = session;
  switch (action.type) {
    case 'load':
      return session.own === null ? { entry: action.entry, own: null } : { ...session, own: action.entry };
    case 'change':
      return { ...session, entry: action.change(entry) };
    case 'open-link': {
      const own = session.own ?? entry;
      // A link to what one already has, or opened in an empty tool, needs no choice between the two.
      if (isEmpty(own) || isSame(own, action.entry)) return { entry: action.entry, own: null };
      return { entry: action.entry, own };
    }
    case 'keep-link':
      return { entry, own: null };
    case 'leave-link':
      return { entry: session.own ?? entry, own: null };
    case 'reset':
      return { entry: empty, own: null };
  }
}

/** Whether two records hold the same values under the same keys; a missing key is `undefined`. */
export function isSameRecord<V>(a: Readonly<Record<string, V>>, b: Readonly<Record<string, V>>): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((key) => a[key] === b[key]);
}

/** `record` with `key` set, or without it where `value` is null. */
export function withValue<V>(
  record: Readonly<Record<string, V>>,
  key: string,
  value: V | null,
): Readonly<Record<string, V>> {
  const { [key]: _old, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}

/** The object that a saved text holds, when it is one of the tool that saves under `kind`. */
export function readSaved(
  kind: string,
  text: string,
):
  | { readonly ok: true; readonly saved: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  if (!isRecord(value)) return { ok: false, reason: 'unreadable' };
  return value['kind'] === kind ? { ok: true, saved: value } : { ok: false, reason: 'foreign' };
}

/** Whether a value read from outside is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
