import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { askBeforeLeaving } from '../../src/browser/leave.ts';
import { clearFragment, onFragmentChange, readFragment } from '../../src/browser/share-link.ts';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import {
  addSubmission,
  decodeInvitation,
  decodeSubmission,
  fromRoundText,
  mergeRounds,
  newState,
  type RoundState,
  type Submission,
  toRoundText,
} from '../../src/domain/round/index.ts';
import { fill, localDay, looksLikeLink } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { type Steps, useSteps } from '../tool/use-steps.ts';
import type { Saving } from '../tool/use-tool.ts';
import { nameOf } from './names.ts';
import type { GroupView, OnChange } from './view.ts';

/** Where an open round is kept. */
const STORE_KEY = 'mini-cluster:groepsronde:1';

export const START = 'start';
export const INVITE = 'invite';
export const COLLECT = 'collect';
export const RESULT = 'result';

/** Something the facilitator must know. */
export interface Notice {
  readonly text: string;
  /** Fragment of an invitation, for who came to fill it in. */
  readonly invitation?: string;
}

/** The round on this device and all that can be done with it as a whole. */
export interface Rounds extends Steps {
  /** The open round; null while there is none. */
  readonly state: RoundState | null;
  /** Another round that came by link or file; the open one waits. */
  readonly other: RoundState | null;
  readonly saving: Saving;
  /** Whether the browser's storage has been read: the tool works. */
  readonly ready: boolean;
  /** Today by the reader's own clock, YYYY-MM-DD. */
  readonly today: string;
  readonly notice: Notice | null;
  readonly closeNotice: () => void;
  readonly notices: RefObject<HTMLDivElement>;
  /** Whether there is a saved round that cannot be read. It stays untouched until the facilitator decides. */
  readonly isUnreadable: boolean;
  readonly startAfresh: () => void;
  readonly change: OnChange;
  /** Opens a new round and goes on to inviting. */
  readonly open: (state: RoundState) => void;
  /** Opens the text of a file with a round; null when it could not be read. */
  readonly openFile: (text: string | null) => void;
  /** Takes the other round in the place of the open one, which is saved as a file first; or leaves it. */
  readonly takeOther: () => void;
  readonly leaveOther: () => void;
  /** Saves the open round as a file. */
  readonly download: () => void;
  /** Saves the open round as a file and wipes it from this device. */
  readonly wipe: () => void;
}

export function useRound(view: GroupView): Rounds {
  const { model, labels, lang } = view;
  const steps = useSteps(START);
  const [state, setState] = useState<RoundState | null>(null);
  /** What is open now, for what happens outside a render: a link, another tab. */
  const open = useRef<RoundState | null>(null);
  const [other, setOther] = useState<RoundState | null>(null);
  /** Answers from links that came while no round was open. */
  const waiting = useRef<Submission[]>([]);
  const [saving, setSavingState] = useState<Saving>('idle');
  const saved = useRef<Saving>('idle');
  const [notice, setNotice] = useState<Notice | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const blockedBy = useRef<string | null>(null);
  const [ready, setReady] = useState(false);
  const notices = useRef<HTMLDivElement>(null);
  const today = localDay(new Date());

  // The saved round first, then a link in the address, which may bring answers for it.
  useEffect(() => {
    const stored = readStored(STORE_KEY);
    if (stored.state === 'blocked') setSaving('blocked');
    if (stored.state === 'found') loadStored(stored.text);
    openFragment();
    setReady(true);
    const stops = [
      onFragmentChange(openFragment),
      onStoredElsewhere(STORE_KEY, (text) => {
        if (text !== null) return loadStored(text);
        show(null);
        say(labels['notice.wipedElsewhere']);
        steps.show(START);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  // What is only in memory would be gone: the browser asks first.
  const isUnsaved = saving === 'full' || saving === 'blocked' || unreadable !== null;
  const isAtRisk = isUnsaved && state !== null && Object.keys(state.collected).length > 0;
  useEffect(() => (isAtRisk ? askBeforeLeaving() : undefined), [isAtRisk]);

  // What the facilitator must know is brought into view, wherever on the page it was caused.
  const mustSee = notice !== null || other !== null;
  useEffect(() => {
    if (mustSee) notices.current?.scrollIntoView({ block: 'start' });
  }, [notice, mustSee]);

  function say(text: string, invitation?: string): void {
    setNotice(invitation === undefined ? { text } : { text, invitation });
  }

  function setSaving(to: Saving): void {
    saved.current = to;
    setSavingState(to);
  }

  function show(next: RoundState | null): void {
    open.current = next;
    setState(next);
  }

  /** Shows a state and saves it at once: a facilitator may leave right after an answer came in. */
  function put(next: RoundState): void {
    show(next);
    if (blockedBy.current === null) setSaving(writeStored(STORE_KEY, toRoundText(next)));
  }

  function change(to: (state: RoundState) => RoundState): void {
    if (open.current) put(to(open.current));
  }

  function loadStored(text: string): void {
    const loaded = fromRoundText(model, text);
    if (!loaded.ok) {
      blockedBy.current = text;
      setUnreadable(text);
      return;
    }
    const { state: found, lost } = loaded;
    const mine = open.current;
    // Another tab saved what it knows; what this tab could not save is not in there.
    const isOnlyHere = mine?.round.id === found.round.id && saved.current !== 'written';
    show(isOnlyHere && mine ? mergeRounds(found, mine) : found);
    if (!isOnlyHere) setSaving('written');
    if (lost.length > 0) say(plural(labels, lang, 'notice.lost', lost.length));
  }

  function openFragment(): void {
    const fragment = readFragment();
    if (!looksLikeLink(fragment)) return;
    clearFragment();
    if (fragment.startsWith('s')) return openSubmission(fragment);
    if (!fragment.startsWith('g')) return say(labels['notice.foreign']);
    const invited = decodeInvitation(model, fragment);
    if (!invited.ok) return say(labels[`notice.${invited.reason}`]);
    if (open.current?.round.id === invited.round.id) return steps.show(COLLECT);
    receive(newState(invited.round));
    if (open.current?.round.id === invited.round.id) {
      say(labels['notice.fromInvitation'], fragment);
      steps.show(COLLECT);
    }
  }

  function openSubmission(fragment: string): void {
    const given = decodeSubmission(model, fragment);
    if (!given.ok) {
      // A link has no other way to be of another round or an older version than what is asked below.
      const reason = given.reason === 'newer' || given.reason === 'foreign' ? given.reason : 'damaged';
      return say(labels[`notice.${reason}`]);
    }
    if (open.current === null) {
      waiting.current.push(given.submission);
      return say(labels['notice.noRound']);
    }
    take(given.submission);
    steps.show(COLLECT);
  }

  /** Puts a submission that came by link with the open round, and says what became of it. */
  function take(submission: Submission): void {
    const before = open.current;
    if (!before) return;
    const { collected, outcome } = addSubmission(before.round, before.collected, submission);
    const after = { ...before, collected };
    if (collected !== before.collected) put(after);
    const name = nameOf(view, after, submission.id);
    if (outcome === 'new' || outcome === 'replaced' || outcome === 'known')
      return say(fill(labels[`notice.${outcome}`], { name }));
    say(labels[outcome === 'other-start' ? 'notice.other-start' : 'notice.other-round']);
  }

  /** Opens a round, or lets it wait beside another one that is open. The same round on two devices becomes one. */
  function receive(round: RoundState): void {
    const mine = open.current;
    if (mine && mine.round.id !== round.round.id) return setOther(round);
    put(mine ? mergeRounds(round, mine) : round);
    for (const submission of waiting.current) take(submission);
    waiting.current = [];
  }

  function openFile(text: string | null): void {
    const loaded = text === null ? null : fromRoundText(model, text);
    if (!loaded?.ok) return say(labels[`notice.file.${loaded?.reason ?? 'unreadable'}`]);
    const { state: found, lost } = loaded;
    setNotice(lost.length > 0 ? { text: plural(labels, lang, 'notice.lost', lost.length) } : null);
    receive(found);
    if (open.current?.round.id === found.round.id) steps.goTo(COLLECT);
  }

  function save(state: RoundState): void {
    downloadText(`groepsronde-${today}-${state.round.id}.json`, 'application/json', toRoundText(state));
  }

  function takeOther(): void {
    if (open.current) save(open.current);
    show(null);
    setOther(null);
    setNotice(null);
    if (other) receive(other);
    steps.goTo(COLLECT);
  }

  function startAfresh(): void {
    if (unreadable !== null) downloadText(`groepsronde-onleesbaar-${today}.txt`, 'text/plain', unreadable);
    removeStored(STORE_KEY);
    blockedBy.current = null;
    setUnreadable(null);
    if (open.current) put(open.current);
  }

  function wipe(): void {
    if (open.current) save(open.current);
    removeStored(STORE_KEY);
    show(null);
    setSaving(saved.current === 'blocked' ? 'blocked' : 'idle');
    say(labels['notice.wiped']);
    steps.goTo(START);
  }

  return {
    ...steps,
    state,
    other,
    saving,
    ready,
    today,
    notice,
    closeNotice: () => setNotice(null),
    notices,
    isUnreadable: unreadable !== null,
    startAfresh,
    change,
    open: (state) => {
      setNotice(null);
      receive(state);
      steps.goTo(INVITE);
    },
    openFile,
    takeOther,
    leaveOther: () => setOther(null),
    download: () => {
      if (open.current) save(open.current);
    },
    wipe,
  };
}
