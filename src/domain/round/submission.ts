import {
  type Answer,
  type Answers,
  type CodecModel,
  isAnswer,
  type Start,
  START_LIST,
} from '../assessment/index.ts';
import { type LinkFault, sealLink, unsealLink } from '../shared/index.ts';
import { type Round, ROUND_ID, roundItems } from './round.ts';
import { digest, fromSymbols, isSymbols, plain, toSymbols } from './symbols.ts';

/** Length of a submission's random id, in symbols: among 200 members two the same are a chance of 1 in 50,000. */
export const SUBMISSION_ID = 6;
/** Highest revision; a member who sends more often keeps it. */
export const LAST_REVISION = 31;

/** What one member gave to the group. */
export interface Submission {
  /** Random id of the member's form in this round; the same when the member sends it again. */
  readonly id: string;
  /** Id of the round it was filled in for. */
  readonly round: string;
  /** 0 the first time, one more each time the member sends it again. */
  readonly revision: number;
  /** Version of the assessment that was filled in. */
  readonly version: number;
  readonly start: Start;
  /** Answers to the items of the round. */
  readonly answers: Answers;
}

/**
 * What a link or code turned out to hold. Never an exception. `other-round`: sound, but for another round; `older`: a
 * code made with an older version of the assessment, whose items are no longer known one by one.
 */
export type Given =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly reason: LinkFault | 'other-round' | 'older' };

/** What a member gives: of all that was filled in, the answers to the items of the round and nothing else. */
export function makeSubmission(
  model: CodecModel,
  round: Round,
  { id, revision, answers }: Pick<Submission, 'id' | 'revision' | 'answers'>,
): Submission {
  const asked = roundItems(model, round).flatMap((item) => {
    const answer = answers[item.id];
    return answer === undefined ? [] : [[item.id, answer] as const];
  });
  return {
    id,
    round: round.id,
    revision: Math.min(revision, LAST_REVISION),
    version: model.version,
    start: round.start,
    answers: Object.fromEntries(asked),
  };
}

const LETTER = 's';
const NONE = '-';
const START_CODES: Readonly<Record<Start, string>> = { new: 'n', informal: 'i', formal: 'f' };

/** The submission as the text after `#`: `s<version>.<round><id><revision><start><one character per item>.<checksum>`. */
export function encodeSubmission(model: CodecModel, submission: Submission): string {
  const { id, round, revision, version, start, answers } = submission;
  const order = model.codec[version] ?? [];
  const given = order.map((item) => answers[item] ?? NONE).join('');
  return sealLink(LETTER, version, round + id + toSymbols(BigInt(revision), 1) + START_CODES[start] + given);
}

/** Reads such a link for whatever round it was made. */
export function decodeSubmission(model: CodecModel, fragment: string): Given {
  const link = unsealLink(LETTER, fragment);
  if (!link.ok) return link;
  const { version, payload } = link;
  const order = model.codec[version];
  if (!order) return { ok: false, reason: version > model.version ? 'newer' : 'damaged' };
  const head = ROUND_ID + SUBMISSION_ID + 2;
  const round = payload.slice(0, ROUND_ID);
  const id = payload.slice(ROUND_ID, ROUND_ID + SUBMISSION_ID);
  const revision = fromSymbols(payload.charAt(head - 2));
  const start = START_LIST.find((name) => START_CODES[name] === payload.charAt(head - 1));
  const isSound = isSymbols(round, ROUND_ID) && isSymbols(id, SUBMISSION_ID) && revision !== null;
  if (!isSound || !start || payload.length !== head + order.length) return { ok: false, reason: 'damaged' };

  const answers: Record<string, Answer> = {};
  for (const [index, item] of order.entries()) {
    const answer = payload.charAt(head + index);
    if (answer === NONE) continue;
    if (!isAnswer(answer)) return { ok: false, reason: 'damaged' };
    answers[item] = answer;
  }
  return { ok: true, submission: { id, round, revision: Number(revision), version, start, answers } };
}

/** The seven states of an item in a code, by their digit. */
const STATES = ['-', '0', '1', '2', '3', 'u', 'n'] as const;
const TAG = 3;
const CHECK = 3;
const HEAD = TAG + 1 + SUBMISSION_ID;
/** How many versions ahead of this one a code is still recognised as newer. */
const AHEAD = 9;

/** Three symbols for what the answers in a code belong to: the round, and the version that says which items it asks. */
function tagOf({ id, start, phases }: Round, version: number): string {
  return digest([id, version, start, ...[...phases].sort()].join(' '), TAG);
}

/**
 * The submission as a code to read aloud or type over, in groups of four symbols: three that name the round and the
 * version, the revision, the id, the answers to the round's items in base seven, and three to notice a slip.
 */
export function toCode(model: CodecModel, round: Round, submission: Submission): string {
  const items = roundItems(model, round);
  const packed = items.reduce(
    (sum, { id }) => sum * 7n + BigInt(STATES.indexOf(submission.answers[id] ?? NONE)),
    0n,
  );
  const body =
    tagOf(round, model.version) +
    toSymbols(BigInt(submission.revision), 1) +
    submission.id +
    toSymbols(packed, packedLength(items.length));
  return (body + digest(body, CHECK)).replaceAll(/(.{4})(?=.)/g, '$1-').toUpperCase();
}

/** Reads such a code for this round. */
export function fromCode(model: CodecModel, round: Round, code: string): Given {
  const text = plain(code);
  const body = text.slice(0, -CHECK);
  const isWhole = isSymbols(text, text.length) && text.length >= codeLength(1);
  if (!isWhole || digest(body, CHECK) !== text.slice(-CHECK)) return { ok: false, reason: 'damaged' };
  const tag = body.slice(0, TAG);
  if (tag !== tagOf(round, model.version)) return { ok: false, reason: nameTag(model, round, tag) };
  const items = roundItems(model, round);
  if (text.length !== codeLength(items.length)) return { ok: false, reason: 'damaged' };

  let packed = fromSymbols(body.slice(HEAD)) ?? 0n;
  const answers: Record<string, Answer> = {};
  for (const { id } of [...items].reverse()) {
    const state = STATES[Number(packed % 7n)] ?? NONE;
    packed /= 7n;
    if (state !== NONE) answers[id] = state;
  }
  if (packed !== 0n) return { ok: false, reason: 'damaged' };
  const submission: Submission = {
    id: body.slice(TAG + 1, HEAD),
    round: round.id,
    revision: Number(fromSymbols(body.charAt(TAG))),
    version: model.version,
    start: round.start,
    answers,
  };
  return { ok: true, submission };
}

/** What a tag that is not ours says: this round in another version of the assessment, or another round. */
function nameTag({ version }: CodecModel, round: Round, tag: string): 'older' | 'newer' | 'other-round' {
  for (let other = 1; other <= version + AHEAD; other++)
    if (tagOf(round, other) === tag) return other < version ? 'older' : 'newer';
  return 'other-round';
}

/** Symbols in a code for a round of so many items, without the dashes. */
export function codeLength(items: number): number {
  return HEAD + packedLength(items) + CHECK;
}

/** Symbols that hold so many items: 7^n values in base 32. */
function packedLength(items: number): number {
  let length = 1;
  for (let room = 32n; room < 7n ** BigInt(items); room *= 32n) length++;
  return length;
}

/** What does not match between a submission and the round as this version of the assessment asks it. */
export interface VersionGap {
  /** Answered items that the assessment no longer has. */
  readonly retired: readonly string[];
  /** Items of the round that did not exist when the submission was made. */
  readonly added: readonly string[];
}

/** What to tell of a submission made with another version of the assessment. */
export function findVersionGap(
  model: CodecModel,
  round: Round,
  { version, answers }: Submission,
): VersionGap {
  const current = new Set(model.items.map(({ id }) => id));
  const then = model.codec[version];
  return {
    retired: Object.keys(answers).filter((id) => !current.has(id)),
    added: then ? roundItems(model, round).flatMap(({ id }) => (then.includes(id) ? [] : [id])) : [],
  };
}

/** Submissions by id. */
export type Collected = Readonly<Record<string, Submission>>;

/** All of a submission but its id and revision, the same for the same content in whatever order it was given. */
function contentOf({ round, version, start, answers }: Submission): string {
  return JSON.stringify([round, version, start, Object.entries(answers).sort()]);
}

/** The later of two submissions with the same id: the higher revision, and of equals the one whose text is larger. */
function later(a: Submission, b: Submission): Submission {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b;
  return contentOf(a) >= contentOf(b) ? a : b;
}

/** Both collections in one; a submission that is in both counts once, the later one. Order plays no role. */
export function merge(a: Collected, b: Collected): Collected {
  const merged = new Map(Object.entries(a));
  for (const [id, submission] of Object.entries(b)) {
    const other = merged.get(id);
    merged.set(id, other ? later(other, submission) : submission);
  }
  return Object.fromEntries(merged);
}
