import type { CodecModel } from '../assessment/index.ts';
import { isRecord, readSaved } from '../shared/index.ts';
import { decodeInvitation, encodeInvitation, type Round } from './round.ts';
import { LAST_REVISION, SUBMISSION_ID } from './submission.ts';
import { digest, isSymbols } from './symbols.ts';

/** Name of what a member's browser keeps about the rounds it takes part in. */
const KIND = 'mini-cluster/ronde-lid';

/** A member's part in a round: who it is there, without a name, and what it gave last. */
export interface Membership {
  readonly round: Round;
  /** Random id of the member's form in this round. */
  readonly id: string;
  /** Of what was given last; 0 until something was given twice. */
  readonly revision: number;
  /** Mark of what was given last, to see whether it changed since; null while nothing was given. Holds no answers. */
  readonly given: string | null;
}

/** The rounds a member takes part in, by id, and the one the phase test is filled in for now. */
export interface Memberships {
  readonly current: string | null;
  readonly rounds: Readonly<Record<string, Membership>>;
}

export const NO_ROUNDS: Memberships = { current: null, rounds: {} };

/** A mark that changes with the text, to compare what was given with what is now. */
export function markOf(text: string): string {
  return digest(text, 6);
}

/** As JSON text, for the browser's storage. */
export function toMembershipText({ current, rounds }: Memberships): string {
  const kept = Object.values(rounds).map(({ round, ...rest }) => ({
    invitation: encodeInvitation(round),
    ...rest,
  }));
  return JSON.stringify({ kind: KIND, current, rounds: kept });
}

/** Reads such a text; what cannot be read is left out. Never throws. */
export function fromMembershipText(model: CodecModel, text: string): Memberships {
  const read = readSaved(KIND, text);
  if (!read.ok) return NO_ROUNDS;
  const { current, rounds } = read.saved;
  const found: Record<string, Membership> = {};
  for (const value of Array.isArray(rounds) ? rounds : []) {
    const membership = toMembership(model, value);
    if (membership) found[membership.round.id] = membership;
  }
  return {
    current: typeof current === 'string' && Object.hasOwn(found, current) ? current : null,
    rounds: found,
  };
}

function toMembership(model: CodecModel, value: unknown): Membership | null {
  if (!isRecord(value)) return null;
  const { invitation, id, revision, given } = value;
  if (typeof invitation !== 'string' || typeof id !== 'string' || !isSymbols(id, SUBMISSION_ID)) return null;
  if (typeof revision !== 'number' || !Number.isInteger(revision)) return null;
  if (revision < 0 || revision > LAST_REVISION) return null;
  const invited = decodeInvitation(model, invitation);
  if (!invited.ok) return null;
  return { round: invited.round, id, revision, given: typeof given === 'string' ? given : null };
}
