import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { clearFragment, linkWith, onFragmentChange, readFragment } from '../../src/browser/share-link.ts';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import {
  type EntryKind,
  type LinkFault,
  localDay,
  looksLikeLink,
  nextSession,
  type Session,
  type SessionAction,
} from '../../src/domain/shared/index.ts';
import { plural, type ToolLabels } from './labels.ts';
import { type Steps, useSteps } from './use-steps.ts';

/** What the shell must know of a tool; `E` is what a reader fills in. */
export interface ToolKind<E> {
  /** Name of the tool in the browser's storage and in file names. */
  readonly name: string;
  readonly version: number;
  readonly firstStep: string;
  readonly entry: EntryKind<E>;
  /** What stands in the browser's storage, and in a file of today (YYYY-MM-DD). */
  readonly toSavedText: (entry: E) => string;
  readonly toFileText: (entry: E, today: string) => string;
  readonly fromSavedText: (
    text: string,
  ) =>
    | { readonly ok: true; readonly entry: E; readonly ignored: readonly string[] }
    | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' };
  readonly encode: (entry: E) => string;
  readonly decode: (fragment: string) =>
    | {
        readonly ok: true;
        readonly version: number;
        readonly entry: E;
        readonly retired: readonly string[];
        readonly added: readonly string[];
      }
    | { readonly ok: false; readonly reason: LinkFault };
}

/** How the last attempt to save went. */
export type Saving = 'idle' | 'written' | 'full' | 'blocked';

/** The state of a tool and all that can be done with it, apart from its own questions and result. */
export interface Tool<E> extends Steps {
  readonly entry: E;
  /** Whether a link or file is shown beside the reader's own answers. */
  readonly isBorrowed: boolean;
  readonly saving: Saving;
  /** Whether the browser's storage has been read: the tool works. */
  readonly ready: boolean;
  /** Whether saved answers were found. */
  readonly found: boolean;
  /** Today by the reader's own clock, YYYY-MM-DD. */
  readonly today: string;
  /** The whole address that opens these answers. */
  readonly link: string;
  /** Something the reader must know, in sentences. */
  readonly notice: string | null;
  /** Whether there are saved answers that cannot be read. They stay untouched until the reader decides. */
  readonly isUnreadable: boolean;
  readonly notices: RefObject<HTMLDivElement>;
  readonly change: (change: (entry: E) => E) => void;
  readonly closeNotice: () => void;
  readonly leaveLink: (type: 'keep-link' | 'leave-link') => void;
  readonly startAfresh: () => void;
  readonly download: () => void;
  /** Opens the text of a file; null when it could not be read. */
  readonly openFile: (text: string | null) => void;
  /** Saves the reader's own answers as a file and wipes them. */
  readonly reset: () => void;
}

/** The step that shows what follows from the answers; every tool has it. */
export const RESULT = 'result';

/**
 * Session, saved answers, shared link, steps and notices of a tool. `early` takes over what a reader filled in
 * before the script ran. The kind and the labels may not change while the tool is shown.
 */
export function useTool<E>(
  kind: ToolKind<E>,
  labels: ToolLabels,
  lang: string,
  early: (entry: E) => E,
): Tool<E> {
  const storeKey = `mini-cluster:${kind.name}:1`;
  const [session, dispatch] = useReducer(
    (before: Session<E>, action: SessionAction<E>) => nextSession(kind.entry, before, action),
    { entry: kind.entry.empty, own: null },
  );
  const steps = useSteps(kind.firstStep);
  const [saving, setSaving] = useState<Saving>('idle');
  const [notice, setNotice] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const [found, setFound] = useState(false);
  /** Whether answers from a link have been opened and it is still open whose they are. */
  const [fromLink, setFromLink] = useState(false);
  const notices = useRef<HTMLDivElement>(null);

  const { entry, own } = session;
  const today = localDay(new Date());

  // Saved answers first, then a link in the address, which may stand beside them.
  useEffect(() => {
    const stored = readStored(storeKey);
    if (stored.state === 'blocked') setSaving('blocked');
    if (stored.state === 'found') loadSaved(stored.text);
    // Not on a page with a link: a browser that puts back what stood in the fields puts back somebody else's answers.
    if (!looksLikeLink(readFragment())) dispatch({ type: 'change', change: early });
    openFragment();
    setReady(true);
    const stops = [
      onFragmentChange(openFragment),
      onStoredElsewhere(storeKey, (text) => {
        if (text !== null) return loadSaved(text);
        // Wiped in another tab: what still stands here must not be written back.
        dispatch({ type: 'reset' });
        setFound(false);
        setNotice(labels['notice.wipedElsewhere']);
        steps.show(kind.firstStep);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  // Saved at once, not after the next paint: a reader may leave right after an answer.
  useLayoutEffect(() => {
    if (!ready || own !== null || unreadable !== null) return;
    if (!kind.entry.isEmpty(entry)) {
      setSaving(writeStored(storeKey, kind.toSavedText(entry)));
    } else if (found || saving === 'written') {
      // The last answer was taken back.
      removeStored(storeKey);
      setSaving('idle');
    }
  }, [ready, entry, own, unreadable]);

  // A link that became the reader's own leaves the address, so that a reload does not bring back its first answers.
  useEffect(() => {
    if (!fromLink || own !== null) return;
    setFromLink(false);
    clearFragment();
    if (!found) setNotice((shown) => shown ?? labels['notice.fromLinkAdopted']);
  }, [fromLink, own]);

  // What the reader must know is brought into view, wherever on the page it was caused.
  const mustSee = notice !== null || own !== null;
  useEffect(() => {
    if (mustSee) notices.current?.scrollIntoView({ block: 'start' });
  }, [notice, mustSee]);

  function loadSaved(text: string): void {
    const loaded = kind.fromSavedText(text);
    if (!loaded.ok) {
      setUnreadable(text);
      return;
    }
    setUnreadable(null);
    dispatch({ type: 'load', entry: loaded.entry });
    setFound(!kind.entry.isEmpty(loaded.entry));
    if (loaded.ignored.length > 0) setNotice(idNotice('notice.retired', loaded.ignored));
  }

  function openFragment(): void {
    const fragment = readFragment();
    if (fragment === '') return;
    const decoded = kind.decode(fragment);
    if (!decoded.ok) {
      // An ordinary anchor on this page is no link with answers.
      if (decoded.reason === 'foreign' && !looksLikeLink(fragment)) return;
      setNotice(labels[`notice.${decoded.reason}`]);
      clearFragment();
      return;
    }
    dispatch({ type: 'open-link', entry: decoded.entry });
    setFromLink(true);
    const parts = decoded.version < kind.version ? [labels['notice.older']] : [];
    if (decoded.retired.length > 0) parts.push(idNotice('notice.retired', decoded.retired));
    if (decoded.added.length > 0) parts.push(idNotice('notice.added', decoded.added));
    if (parts.length > 0) setNotice(parts.join(' '));
    steps.show(RESULT);
  }

  function openFile(text: string | null): void {
    const loaded = text === null ? null : kind.fromSavedText(text);
    if (!loaded?.ok) {
      setNotice(labels[loaded?.reason === 'foreign' ? 'notice.fileForeign' : 'notice.fileUnreadable']);
      return;
    }
    dispatch({ type: 'open-link', entry: loaded.entry });
    setNotice(loaded.ignored.length > 0 ? idNotice('notice.retired', loaded.ignored) : null);
    steps.goTo(RESULT);
  }

  function idNotice(key: 'notice.retired' | 'notice.added', ids: readonly string[]): string {
    return plural(labels, lang, key, ids.length, { ids: ids.join(', ') });
  }

  function downloadEntry(entry: E): void {
    downloadText(`${kind.name}-${today}.json`, 'application/json', kind.toFileText(entry, today));
  }

  function leaveLink(type: 'keep-link' | 'leave-link'): void {
    if (type === 'keep-link' && own !== null) downloadEntry(own);
    setFromLink(false);
    dispatch({ type });
    clearFragment();
    steps.show(type === 'keep-link' ? RESULT : kind.firstStep);
  }

  function startAfresh(): void {
    if (unreadable !== null) downloadText(`${kind.name}-onleesbaar-${today}.txt`, 'text/plain', unreadable);
    removeStored(storeKey);
    setUnreadable(null);
  }

  function reset(): void {
    downloadEntry(own ?? entry);
    startAfresh();
    clearFragment();
    dispatch({ type: 'reset' });
    setFound(false);
    setSaving((before) => (before === 'blocked' ? 'blocked' : 'idle'));
    setNotice(labels['reset.done']);
    steps.goTo(kind.firstStep);
  }

  return {
    ...steps,
    entry,
    isBorrowed: own !== null,
    saving,
    ready,
    found,
    today,
    link: ready ? linkWith(kind.encode(entry)) : '',
    // Where nothing can be kept, nothing is said to be kept.
    notice: saving === 'blocked' && notice === labels['notice.fromLinkAdopted'] ? null : notice,
    isUnreadable: unreadable !== null,
    notices,
    change: (change) => dispatch({ type: 'change', change }),
    closeNotice: () => setNotice(null),
    leaveLink,
    startAfresh,
    download: () => downloadEntry(entry),
    openFile,
    reset,
  };
}
