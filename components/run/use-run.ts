import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { askBeforeLeaving } from '../../src/browser/leave.ts';
import { readQuery } from '../../src/browser/query.ts';
import { onFragmentChange, readFragment } from '../../src/browser/share-link.ts';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import {
  beginRun,
  fitRun,
  fromRunText,
  isLeft,
  nextRun,
  type Run,
  type RunScript,
  type RunSetting,
  type RunSource,
  SAVED_RUN_KEY,
  sourceOf,
  toRunText,
} from '../../src/domain/run/index.ts';
import { type Plan, recallPlan, SAVED_PLAN_KEY } from '../../src/domain/plan/index.ts';
import { localDay, looksLikeLink } from '../../src/domain/shared/index.ts';
import type { Saving } from '../tool/use-tool.ts';
import { reportText } from './report.ts';
import { type Act, type RunView, scriptFor } from './view.ts';

/** A run with the script it follows. */
export interface Running {
  readonly run: Run;
  readonly script: RunScript;
}

/** The run on this device, and what can be done with it as a whole. */
export interface Runs {
  /** The run, open or waiting; null while there is none. */
  readonly running: Running | null;
  readonly saving: Saving;
  /** Whether the browser's storage has been read: the tool works. */
  readonly ready: boolean;
  /** What the address asks to run; null where it asks for nothing. */
  readonly asked: RunSource | null;
  /** What the facilitator must know. */
  readonly notice: string | null;
  readonly act: Act;
  readonly begin: (source: RunSource, setting: RunSetting) => void;
  /** Goes on with a run that waits. */
  readonly reopen: () => void;
  /** Wipes the run; it can be brought back until the page closes. */
  readonly wipe: () => void;
  readonly undoWipe: (() => void) | null;
}

/** What the address asks to run: a technique by its query, or a plan by its fragment. */
function readAddress({ techniques, labels }: RunView): { source: RunSource | null; notice: string | null } {
  const fragment = readFragment();
  if (looksLikeLink(fragment)) {
    const stored = readStored(SAVED_PLAN_KEY);
    const known = new Set(techniques.map(({ id }) => id));
    const plan = recallPlan(fragment, stored.state === 'found' ? stored.text : null, known);
    if (!plan.ok) return { source: null, notice: labels[`notice.plan.${plan.reason}`] };
    return { source: sourceOfPlan(plan.plan, labels), notice: null };
  }
  const id = new URLSearchParams(readQuery()).get('techniek');
  const technique = techniques.find((technique) => technique.id === id);
  return { source: technique ? sourceOf(technique.id) : null, notice: null };
}

/** A plan as it is run; what has no words gets a name. An empty plan is nothing to run. */
function sourceOfPlan({ title, items }: Plan, labels: RunView['labels']): RunSource | null {
  if (items.length === 0) return null;
  return {
    title: title || labels['plan.title'],
    items: items.map(({ kind, technique, part, minutes, text, who }) => ({
      technique,
      minutes,
      isPart: part,
      text: text || (kind === 'technique' ? '' : labels[`plan.${kind}`]),
      who,
    })),
  };
}

const isSameSource = (a: RunSource, b: RunSource): boolean => JSON.stringify(a) === JSON.stringify(b);

export function useRun(view: RunView): Runs {
  const { labels } = view;
  const [running, setRunning] = useState<Running | null>(null);
  /** What runs now, for what happens between two renders: two presses of a remote. */
  const now = useRef<Running | null>(null);
  const [saving, setSaving] = useState<Saving>('idle');
  const [ready, setReady] = useState(false);
  const [asked, setAsked] = useState<RunSource | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [wiped, setWiped] = useState<Running | null>(null);
  /** A saved run that cannot be read; it stays untouched until a new one begins. */
  const unreadable = useRef<string | null>(null);

  useEffect(() => {
    const { source, notice } = readAddress(view);
    setAsked(source);
    setNotice(notice);
    const stored = readStored(SAVED_RUN_KEY);
    if (stored.state === 'blocked') setSaving('blocked');
    if (stored.state === 'found') load(stored.text, source);
    setReady(true);
    const stops = [
      onStoredElsewhere(SAVED_RUN_KEY, (text) => (text === null ? show(null) : load(text, null))),
      onFragmentChange(() => {
        const { source, notice } = readAddress(view);
        setAsked(source);
        setNotice(notice);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  // What is only in memory would be gone: the browser asks first.
  const isAtRisk = (saving === 'full' || saving === 'blocked') && running !== null;
  useEffect(() => (isAtRisk ? askBeforeLeaving() : undefined), [isAtRisk]);

  function show(next: Running | null): void {
    now.current = next;
    setRunning(next);
  }

  function put(next: Running): void {
    show(next);
    setSaving(writeStored(SAVED_RUN_KEY, toRunText(next.run)));
  }

  function load(text: string, asked: RunSource | null): void {
    const read = fromRunText(text);
    const script = read.ok ? scriptFor(view, read.run) : null;
    const fit = read.ok && script ? fitRun(script, read.run) : null;
    if (!script || !fit) {
      unreadable.current = text;
      setNotice(labels['notice.unreadable']);
      return;
    }
    if (!fit.isWhole) setNotice(labels['notice.changed']);
    // A reload goes on where it was; a run from another day, or another than the address asks for, waits.
    const waits = isLeft(fit.run, Date.now()) || (asked !== null && !isSameSource(asked, fit.run.source));
    show({ script, run: { ...fit.run, isOpen: fit.run.isOpen && !waits } });
    setSaving('written');
  }

  const act: Act = (action) => {
    if (!now.current) return;
    const { script, run } = now.current;
    const next = nextRun(script, run, action, Date.now());
    if (next === run) return;
    const changed = next.people === run.people ? script : scriptFor(view, next);
    if (changed) put({ script: changed, run: next });
  };

  function begin(source: RunSource, setting: RunSetting): void {
    const script = scriptFor(view, { source, people: setting.people });
    if (!script) return;
    const today = localDay(new Date());
    if (unreadable.current !== null) {
      downloadText(`draaien-onleesbaar-${today}.txt`, 'text/plain', unreadable.current);
      unreadable.current = null;
    }
    const before = now.current;
    if (before && Object.keys(before.run.notes).length > 0) {
      downloadText(`notities-${today}.txt`, 'text/plain', reportText(view, before, 'text'));
    }
    setNotice(null);
    setWiped(null);
    put({ script, run: beginRun(script, { source, ...setting }, Date.now()) });
  }

  function wipe(): void {
    setWiped(now.current);
    removeStored(SAVED_RUN_KEY);
    show(null);
    setSaving((before) => (before === 'blocked' ? 'blocked' : 'idle'));
  }

  return {
    running,
    saving,
    ready,
    asked,
    notice,
    act,
    begin,
    reopen: () => {
      if (now.current) act({ type: 'open', isLater: isLeft(now.current.run, Date.now()) });
    },
    wipe,
    undoWipe:
      wiped &&
      (() => {
        put(wiped);
        setWiped(null);
      }),
  };
}
