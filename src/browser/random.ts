import { ROUND_ID, sheetOf, SUBMISSION_ID } from '../domain/round/index.ts';

/** Crockford's symbols, as in domain/round/symbols.ts. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random symbols, which nobody can guess or trace to a person. */
function randomSymbols(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return [...bytes].map((byte) => SYMBOLS.charAt(byte % SYMBOLS.length)).join('');
}

/** An id for a new round. */
export function randomRoundId(): string {
  return randomSymbols(ROUND_ID);
}

/** An id for a member's form; never one that stands for a paper sheet. */
export function randomSubmissionId(): string {
  for (;;) {
    const id = randomSymbols(SUBMISSION_ID);
    // A key that looks like a number would come before all others in a record, and so change the firms' numbers.
    if (/\D/.test(id) && sheetOf(id) === null) return id;
  }
}

/** A whole number from 0 to `below`, each as likely. */
export function randomBelow(below: number): number {
  return Math.floor(((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * below);
}
