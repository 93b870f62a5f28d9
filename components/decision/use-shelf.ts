import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { askBeforeLeaving } from '../../src/browser/leave.ts';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import {
  type DecisionRecord,
  fromFileText,
  fromShelfText,
  MOST_RECORDS,
  toShelfText,
} from '../../src/domain/decision/index.ts';
import type { Saving } from '../tool/use-tool.ts';
import type { DecisionLabels } from './view.ts';

/** Where the records are kept. */
const STORE_KEY = 'mini-cluster:besluiten:1';

type Records = readonly DecisionRecord[];

/** The records on this device and what can be done with them. */
export interface Shelf {
  readonly records: Records;
  readonly saving: Saving;
  /** Whether the browser's storage has been read: the tool works. */
  readonly ready: boolean;
  readonly notice: string | null;
  readonly closeNotice: () => void;
  /** Brings back what was wiped last; null when there is nothing, or something else was written since. */
  readonly undo: (() => void) | null;
  /** Whether there are saved records that cannot be read. They stay untouched until the reader decides. */
  readonly isUnreadable: boolean;
  readonly startAfresh: () => void;
  /** Puts a record on the shelf, in the place of the one with its id. False when there is no room for one more. */
  readonly put: (record: DecisionRecord) => boolean;
  /** Changes the records in a way that can be undone, and says what happened. */
  readonly remove: (to: (records: Records) => Records, said: string) => void;
  /** Puts the record of a file on the shelf and gives its id; null when there is none in it. */
  readonly openFile: (text: string | null, newId: () => string) => string | null;
}

export function useShelf(labels: DecisionLabels): Shelf {
  const [records, setRecords] = useState<Records>([]);
  /** What is on the shelf now, for what happens between two renders. */
  const now = useRef<Records>([]);
  const [saving, setSaving] = useState<Saving>('idle');
  const [ready, setReady] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [before, setBefore] = useState<Records | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const blockedBy = useRef<string | null>(null);

  useEffect(() => {
    const stored = readStored(STORE_KEY);
    if (stored.state === 'blocked') setSaving('blocked');
    if (stored.state === 'found') load(stored.text);
    setReady(true);
    return onStoredElsewhere(STORE_KEY, (text) => (text === null ? show([]) : load(text)));
  }, []);

  // What is only in memory would be gone: the browser asks first.
  const isAtRisk = (saving === 'full' || saving === 'blocked' || unreadable !== null) && records.length > 0;
  useEffect(() => (isAtRisk ? askBeforeLeaving() : undefined), [isAtRisk]);

  function show(next: Records): void {
    now.current = next;
    setRecords(next);
  }

  function load(text: string): void {
    const loaded = fromShelfText(text);
    if (loaded.ok) {
      show(loaded.records);
      setSaving('written');
      return;
    }
    blockedBy.current = text;
    setUnreadable(text);
  }

  function keep(next: Records): void {
    show(next);
    if (blockedBy.current !== null) return;
    if (next.length > 0) return setSaving(writeStored(STORE_KEY, toShelfText(next)));
    removeStored(STORE_KEY);
    setSaving((before) => (before === 'blocked' ? 'blocked' : 'idle'));
  }

  function put(record: DecisionRecord): boolean {
    const known = now.current.some(({ id }) => id === record.id);
    if (!known && now.current.length >= MOST_RECORDS) {
      setNotice(labels['notice.shelfFull']);
      return false;
    }
    keep(known ? now.current.map((old) => (old.id === record.id ? record : old)) : [...now.current, record]);
    // What was wiped can come back as long as nothing else was written.
    if (before) {
      setBefore(null);
      setNotice(null);
    }
    return true;
  }

  function remove(to: (records: Records) => Records, said: string): void {
    const last = now.current;
    keep(to(last));
    setBefore(last);
    setNotice(said);
  }

  function openFile(text: string | null, newId: () => string): string | null {
    const loaded = text === null ? null : fromFileText(text);
    const record = loaded?.ok ? loaded.records[0] : undefined;
    if (!record) {
      setNotice(labels[`notice.file.${loaded && !loaded.ok ? loaded.reason : 'unreadable'}`]);
      return null;
    }
    const known = now.current.find(({ id }) => id === record.id);
    const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(record);
    // Another version of a record that is here already comes beside it, so that neither is lost.
    const opened = known && !isSame ? { ...record, id: newId() } : record;
    setNotice(known && !isSame ? labels['notice.beside'] : null);
    return put(opened) ? opened.id : null;
  }

  function startAfresh(): void {
    if (unreadable !== null) downloadText('besluiten-onleesbaar.txt', 'text/plain', unreadable);
    blockedBy.current = null;
    setUnreadable(null);
    keep(now.current);
  }

  return {
    records,
    saving,
    ready,
    notice,
    closeNotice: () => {
      setNotice(null);
      setBefore(null);
    },
    undo:
      before &&
      (() => {
        keep(before);
        setBefore(null);
        setNotice(null);
      }),
    isUnreadable: unreadable !== null,
    startAfresh,
    put,
    remove,
    openFile,
  };
}
