import type { CodecModel } from '../assessment/index.ts';
import type { LinkFault } from '../shared/index.ts';
import { type Round, roundItems } from './round.ts';
import {
  codeLength,
  type Collected,
  decodeSubmission,
  fromCode,
  type Given,
  merge,
  type Submission,
} from './submission.ts';

/** What became of one pasted link or code, file or scanned code. */
export type Outcome =
  | 'new'
  /** Took the place of an earlier answer of the same member. */
  | 'replaced'
  /** Already there, the same or an earlier one. */
  | 'known'
  | 'other-round'
  /** Made for another start of the group, so with other questions. */
  | 'other-start'
  /** A code of an older version of the assessment. */
  | 'older'
  | LinkFault;

/** One entry that was read: where it stood and what became of it. */
export interface Report {
  /** Line in what was pasted, from 1. */
  readonly line: number;
  readonly outcome: Outcome;
  /** Id of the submission, when there is one. */
  readonly id: string | null;
}

/** What reading gave: all that was sound, and at least one report per line that held something. */
export interface Read {
  readonly collected: Collected;
  readonly reports: readonly Report[];
}

/**
 * Reads pasted text, a line at a time: every link and code, wherever in the line it stands. What cannot be read is
 * reported with its line; the rest goes in. Never throws.
 */
export function readLines(model: CodecModel, round: Round, collected: Collected, text: string): Read {
  const reports: Report[] = [];
  let all = collected;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    for (const given of readLine(model, round, line)) {
      if (!given.ok) {
        reports.push({ line: at + 1, outcome: given.reason, id: null });
        continue;
      }
      const added = addSubmission(round, all, given.submission);
      all = added.collected;
      reports.push({ line: at + 1, outcome: added.outcome, id: given.submission.id });
    }
  }
  return { collected: all, reports };
}

/** Puts one submission with the others, if it is for this round. */
export function addSubmission(
  round: Round,
  collected: Collected,
  submission: Submission,
): { readonly collected: Collected; readonly outcome: Outcome } {
  if (submission.round !== round.id) return { collected, outcome: 'other-round' };
  if (submission.start !== round.start) return { collected, outcome: 'other-start' };
  const { id } = submission;
  const after = merge(collected, { [id]: submission });
  if (!Object.hasOwn(collected, id)) return { collected: after, outcome: 'new' };
  return { collected: after, outcome: after[id] === collected[id] ? 'known' : 'replaced' };
}

/** What mail and chat programs put between characters without showing it. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A link, after what can stand before it; `%23` is the # in an address inside an address. */
const LINK = /(?:^|%(?:25)*23|[^0-9a-z])(s\d+\.[a-z0-9-]{12,}\.[0-9a-z]{3})(?![0-9a-z])/gi;
/** The beginning of one. */
const TORN = /(?:^|#|%(?:25)*23|\s)s\d+\.[a-z0-9]/i;

/** All that a line holds. When that is nothing sound or damaged, it is foreign. */
function readLine(model: CodecModel, round: Round, text: string): readonly Given[] {
  const line = text.replaceAll(INVISIBLE, '');
  // The same link twice, as in a message with its address and its text, is one entry.
  const links = new Set([...line.matchAll(LINK)].map(([, link = '']) => link.toLowerCase()));
  const { codes, rest } = findCodes(model, round, line.replaceAll(LINK, ' '));
  const given = [...[...links].map((link) => decodeSubmission(model, link)), ...codes];
  if (TORN.test(rest) || looksLikeCode(rest, codeLength(roundItems(model, round).length)))
    given.push({ ok: false, reason: 'damaged' });
  return given.length > 0 ? given : [{ ok: false, reason: 'foreign' }];
}

/**
 * The codes in a line among other words, however they are spaced, and the line without them. One for this round is
 * found in any groups of symbols; one for another round in groups of four only.
 */
function findCodes(
  model: CodecModel,
  round: Round,
  line: string,
): { readonly codes: readonly Given[]; readonly rest: string } {
  const words = [...line.matchAll(/[0-9a-z]+/gi)];
  const length = codeLength(roundItems(model, round).length);
  const longest = codeLength(model.items.length);

  const codeFrom = (from: number): { readonly given: Given; readonly to: number } | null => {
    let text = '';
    for (let to = from; to < words.length && text.length < longest; to++) {
      const isInFours = text.length === (to - from) * 4;
      text += words[to]?.[0] ?? '';
      if (text.length !== length && !(isInFours && text.length >= codeLength(1))) continue;
      const given = fromCode(model, round, text);
      if (given.ok || (isInFours && given.reason !== 'damaged')) return { given, to };
    }
    return null;
  };

  const codes: Given[] = [];
  let rest = '';
  let end = 0;
  for (let from = 0; from < words.length; from++) {
    const code = codeFrom(from);
    if (!code) continue;
    codes.push(code.given);
    rest += line.slice(end, words[from]?.index);
    from = code.to;
    end = (words[from]?.index ?? 0) + (words[from]?.[0].length ?? 0);
  }
  return { codes, rest: rest + line.slice(end) };
}

/** Three or more groups of four symbols, as a code is written. */
const GROUPS = /[0-9a-z]{4}(?:[\s-]+[0-9a-z]{4}){2,}/gi;
/** How many symbols more or less than a code a word may have and still be taken for one that was mistyped. */
const SLIPS = 3;

/** Whether a line was meant as a code: groups of four, or one word about as long, with digits here and there. */
function looksLikeCode(line: string, length: number): boolean {
  const words = line.match(/[0-9a-z]+/gi) ?? [];
  if (words.some((word) => Math.abs(word.length - length) <= SLIPS && /\d.*\d/.test(word))) return true;
  return (line.match(GROUPS) ?? []).some((groups) => /\d.*[\s-].*\d/.test(groups));
}
