import { useEffect, useRef, useState } from 'preact/hooks';
import { randomSubmissionId } from '../../../src/browser/random.ts';
import { clearFragment, onFragmentChange, readFragment } from '../../../src/browser/share-link.ts';
import { readStored, writeStored } from '../../../src/browser/storage.ts';
import type { Answers, CodecModel, Entry } from '../../../src/domain/assessment/index.ts';
import {
  decodeInvitation,
  encodeSubmission,
  fromMembershipText,
  makeSubmission,
  markOf,
  type Membership,
  type Memberships,
  NO_ROUNDS,
  toMembershipText,
} from '../../../src/domain/round/index.ts';
import type { View } from '../../assessment/view.ts';
import { isPartial } from '../partial.ts';
import type { MemberLabels } from '../labels.ts';
import { prefetch } from '../../tool/lazy.tsx';
import { loadGive, loadQr } from './parts.ts';

/** What the page of the phase test gives its members' side. */
export interface GroupSide {
  readonly labels: MemberLabels;
  /** Address of the page of the group round. */
  readonly href: string;
}

/** Where a member keeps who it is in which round; no answers. */
const STORE_KEY = 'mini-cluster:ronde-lid:1';

/** What filling in the test for a group changes. */
export interface Member {
  /** The member's part in the round that the test is filled in for; null outside one. */
  readonly membership: Membership | null;
  /** The view with only the phases of the round. */
  readonly view: View;
  /** The entry with the start of the round. */
  readonly entryOf: (entry: Entry) => Entry;
  /** Counts the invitations opened on this page. */
  readonly arrivals: number;
  /** Why an invitation could not be opened. */
  readonly fault: 'damaged' | 'newer' | null;
  /** Keeps what was given last. */
  readonly give: (revision: number, mark: string) => void;
  /** The link text for the group of these answers as they are now; null outside a round. */
  readonly fragmentOf: (answers: Answers) => string | null;
  /** Goes back to the whole test. */
  readonly leave: () => void;
}

/**
 * The round that a member fills in the test for, where the page has a members' side. Reads the invitation from the address before the tool itself looks
 * for answers there, so it must be called before it.
 */
export function useMember(view: View, group: GroupSide | undefined): Member {
  const { model, labels } = view;
  const [all, setAll] = useState<Memberships>(NO_ROUNDS);
  const now = useRef(NO_ROUNDS);
  const [arrivals, setArrivals] = useState(0);
  const [fault, setFault] = useState<Member['fault']>(null);

  useEffect(() => {
    if (!group) return;
    const stored = readStored(STORE_KEY);
    if (stored.state === 'found') show(fromMembershipText(model, stored.text));
    openInvitation();
    return onFragmentChange(openInvitation);
  }, []);

  const membership = all.current === null ? null : (all.rounds[all.current] ?? null);
  useEffect(() => {
    if (membership) prefetch([loadGive, loadQr]);
  }, [membership]);

  function show(next: Memberships): void {
    now.current = next;
    setAll(next);
  }

  function put(next: Memberships): void {
    show(next);
    writeStored(STORE_KEY, toMembershipText(next));
  }

  function openInvitation(): void {
    const fragment = readFragment();
    if (!/^g\d+\./.test(fragment)) return;
    clearFragment();
    const invited = decodeInvitation(model, fragment);
    if (!invited.ok) return setFault(invited.reason === 'newer' ? 'newer' : 'damaged');
    const { round } = invited;
    const before = now.current.rounds[round.id];
    const mine: Membership = before ?? { round, id: randomSubmissionId(), revision: 0, given: null };
    setFault(null);
    put({ current: round.id, rounds: { ...now.current.rounds, [round.id]: mine } });
    setArrivals((before) => before + 1);
  }

  const round = membership?.round;
  return {
    membership,
    view:
      round && group
        ? {
            ...view,
            model: { ...model, routes: { ...model.routes, [round.start]: round.phases } },
            labels: {
              ...labels,
              'step.start': group.labels['member.step'],
              ...(isPartial(view, round) ? partialLabels(group.labels) : {}),
            },
          }
        : view,
    entryOf: (entry) => (round ? { ...entry, start: round.start } : entry),
    arrivals,
    fault,
    give: (revision, given) => {
      if (!membership) return;
      const { id } = membership.round;
      put({ ...now.current, rounds: { ...now.current.rounds, [id]: { ...membership, revision, given } } });
    },
    fragmentOf: (answers) => membership && fragmentOf(model, membership, answers),
    leave: () => put({ ...now.current, current: null }),
  };
}

/** What the result says where a round asks a part of the phases: of the others it knows nothing. */
function partialLabels(labels: MemberLabels): Partial<View['labels']> {
  return {
    'result.at': labels['results.partialAt'],
    'result.between': labels['results.partialBetween'],
    'result.upToDone': labels['results.partialUpToDone'],
    'result.done': labels['results.partialDone'],
    'result.doneRoute': labels['results.partialDone'],
    'result.before': labels['member.before'],
    'result.nextDone': labels['member.nextDone'],
  };
}

/** The link text of what the member would give now: what was given last, or a revision later when it changed since. */
function fragmentOf(model: CodecModel, { round, id, revision, given }: Membership, answers: Answers): string {
  const at = (revision: number): string =>
    encodeSubmission(model, makeSubmission(model, round, { id, revision, answers }));
  const now = at(revision);
  return given === null || given === markOf(now) ? now : at(revision + 1);
}
