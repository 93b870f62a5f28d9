import {
  type Answers,
  askedItems,
  type CodecModel,
  fromSavedText,
  isAnswer,
  SAVED_KIND,
  type Start,
  START_LIST,
} from '../assessment/index.ts';
import { readSaved } from '../shared/index.ts';
import type { Round } from './round.ts';
import { decodeSubmission, makeSubmission, type Submission, SUBMISSION_ID } from './submission.ts';
import { digest } from './symbols.ts';

/** Where a member's own file says under which id the member takes part: the name in JSON, the id of a row in CSV. */
export const GIVEN = 'groepsronde';

/** The text of a member's own file (JSON) with its link for the group in it, so that file and link count once. */
export function withGiven(text: string, fragment: string): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), [GIVEN]: fragment }, null, 2);
}

/** A member's own file of the phase test, JSON or CSV, as a submission; null when it is none. Never throws. */
export function readMemberFile(model: CodecModel, round: Round, text: string): Submission | null {
  const loaded = fromSavedText(model, text);
  if (!loaded.ok) return readTable(model, round, text);
  const { start, answers } = loaded.entry;
  const read = readSaved(SAVED_KIND, text);
  const given = givenIn(model, round, read.ok ? read.saved[GIVEN] : undefined);
  if (given) return toGiven(model, round, given, answers);
  return start && toSubmission(model, round, start, answers);
}

/** What a file says of its member's part in this round; null when it says nothing, or tells of another round. */
function givenIn(model: CodecModel, round: Round, fragment: unknown): Submission | null {
  if (typeof fragment !== 'string') return null;
  const given = decodeSubmission(model, fragment);
  return given.ok && given.submission.round === round.id ? given.submission : null;
}

/** The answers of a file as what that member gave. The start is that of the round, whatever the own test begins with. */
function toGiven(
  model: CodecModel,
  round: Round,
  { id, revision }: Submission,
  answers: Answers,
): Submission {
  return makeSubmission(model, round, { id, revision, answers });
}

/**
 * The table of a result: a row for every item asked, with its id and the character of its answer in the columns that
 * are called so. The start is not in it; it follows from which items are.
 */
function readTable(model: CodecModel, round: Round, text: string): Submission | null {
  const [head = [], ...rows] = toRows(text.replace(/^\uFEFF/, ''));
  const [idAt, codeAt] = [head.indexOf('id'), head.indexOf('code')];
  const given = new Map(rows.map((row) => [row[idAt], row[codeAt]]));
  const items = model.items.filter(({ id }) => given.has(id));
  if (codeAt === -1 || items.length === 0) return null;

  const isAsked = (start: Start): boolean => {
    const asked = askedItems(model, start);
    return asked.length === items.length && asked.every(({ id }) => given.has(id));
  };
  const answers = items.flatMap(({ id, naAllowed }) => {
    const answer = given.get(id);
    return isAnswer(answer) && (answer !== 'n' || naAllowed) ? [[id, answer] as const] : [];
  });
  const member = givenIn(model, round, given.get(GIVEN));
  if (member) return toGiven(model, round, member, Object.fromEntries(answers));
  const start = START_LIST.find(isAsked) ?? round.start;
  return toSubmission(model, round, start, Object.fromEntries(answers));
}

/** The usual separators; a file has the one that its first line has most of, and maybe others in its texts. */
const SEPARATORS = [';', ',', '\t'] as const;

/** One cell, in quotes or not, and what ends it: the separator, the end of the row, or that of the text. */
const cellPattern = (separator: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, 'g');

/** The rows of a CSV text, whichever its separator. Doubled quotes stay so: ids and answers have none. */
function toRows(text: string): readonly (readonly string[])[] {
  const head = text.split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string): number => head.split(separator).length;
  const separator = SEPARATORS.reduce((most, other) => (count(other) > count(most) ? other : most));
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end = ''] of text.matchAll(cellPattern(separator))) {
    row.push(quoted ?? bare);
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Where the file does not name its member, the id follows from the answers, so that the same file, also once as JSON and once as CSV, counts once. It begins
 * with a letter: a key that looks like a number would come before all others in a record.
 */
function toSubmission(model: CodecModel, round: Round, start: Start, answers: Answers): Submission {
  const asked = askedItems(model, start).map(({ id }) => answers[id] ?? '-');
  const id = `f${digest(asked.join(''), SUBMISSION_ID).slice(1)}`;
  return { ...makeSubmission(model, round, { id, revision: 0, answers }), start };
}
