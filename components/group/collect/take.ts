import {
  addSubmission,
  findVersionGap,
  fromRoundText,
  mergeRounds,
  type Outcome,
  readLines,
  readMemberFile,
  roundItems,
  type RoundState,
  type Submission,
} from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import { nameOf } from '../names.ts';
import type { GroupView } from '../view.ts';

/** What became of a line, file or code: the outcomes of reading, and those that only this tool can tell. */
type Became =
  | Outcome
  /** The link to a member's own test, not the one for the group. */
  | 'own-link'
  /** The invitation itself. */
  | 'invitation'
  /** A file with a round: this one, or another. */
  | 'merged'
  | 'other-file'
  | 'unreadable'
  | 'no-code';

/** One entry that was offered, with what became of it in words. */
export interface Taken {
  readonly isGood: boolean;
  /** Line or file it came from, and what became of it. */
  readonly text: string;
}

/** What taking something in gave: the round with all that was sound, and what to say of each entry. */
export interface Taking {
  readonly state: RoundState;
  readonly taken: readonly Taken[];
}

const GOOD = new Set<Became>(['new', 'replaced', 'known', 'merged']);
/** Characters of a line that are repeated in what is said of it. */
const MOST_QUOTED = 24;

/** Fewest answers of which it is worth a word that two firms gave the same. */
const TWIN_ANSWERS = 5;

const OWN_LINK = /#\s*a\d+\.[a-z0-9-]+/i;
const INVITATION = /#\s*g\d+\.[a-z0-9]+/i;

/** Takes in pasted text: links and codes, each line on its own. */
export function takeText(view: GroupView, state: RoundState, text: string): Taking {
  const { collected, reports } = readLines(view.model, state.round, state.collected, text);
  const after = { ...state, collected };
  const lines = text.split(/\r\n|\r|\n/);
  return {
    state: after,
    taken: reports.map(({ line, outcome, id }) => {
      const content = lines[line - 1]?.trim() ?? '';
      const where = fill(view.labels['collect.line'], { n: line });
      return say(view, after, where, nameOutcome(outcome, content), id, content);
    }),
  };
}

/** Takes in what a QR code holds. */
export function takeCode(view: GroupView, state: RoundState, where: string, text: string): Taking {
  const { collected, reports } = readLines(view.model, state.round, state.collected, text);
  const after = { ...state, collected };
  const { outcome = 'foreign', id = null } = reports[0] ?? {};
  return { state: after, taken: [say(view, after, where, nameOutcome(outcome, text), id)] };
}

/** Says more of a line that holds no answers for a group, where it can be told what it is. */
function nameOutcome(outcome: Outcome, content: string): Became {
  if (outcome !== 'foreign' && outcome !== 'damaged') return outcome;
  if (OWN_LINK.test(content)) return 'own-link';
  return INVITATION.test(content) ? 'invitation' : outcome;
}

/** Takes in the text of a file: a round, a member's own test (JSON or CSV), or links; null when it could not be read. */
export function takeFile(view: GroupView, state: RoundState, name: string, text: string | null): Taking {
  const { model, labels, lang } = view;
  const one = (became: Became, after: RoundState = state, id: string | null = null): Taking => ({
    state: after,
    taken: [say(view, after, name, became, id)],
  });
  if (text === null) return one('unreadable');

  const loaded = fromRoundText(model, text);
  if (loaded.ok) {
    if (loaded.state.round.id !== state.round.id) return one('other-file');
    const after = mergeRounds(loaded.state, state);
    const added = Object.keys(after.collected).length - Object.keys(state.collected).length;
    const said = `${name}: ${plural(labels, lang, 'outcome.merged', added)}`;
    const lost = loaded.lost.length > 0 ? ` ${plural(labels, lang, 'notice.lost', loaded.lost.length)}` : '';
    return { state: after, taken: [{ isGood: lost === '', text: said + lost }] };
  }
  if (loaded.reason === 'newer') return one('newer');

  const member = readMemberFile(model, state.round, text);
  if (member) {
    const { collected, outcome } = addSubmission(state.round, state.collected, member);
    return one(outcome, { ...state, collected }, member.id);
  }
  // A file that a member gave holds a link; its lines say more than the file as a whole.
  const lines = loaded.reason === 'unreadable' ? takeText(view, state, text) : null;
  if (!lines?.taken.some(({ isGood }) => isGood)) {
    return lines?.taken.length === 1 && /[#\s]?s\d+\./.test(text)
      ? takeCode(view, state, name, text.trim())
      : one('unreadable');
  }
  return { ...lines, taken: lines.taken.map((taken) => ({ ...taken, text: `${name}: ${taken.text}` })) };
}

/** An entry in words: where it was, what became of it, and for answers how many there are. */
function say(
  view: GroupView,
  state: RoundState,
  where: string,
  became: Became,
  id: string | null,
  quoted = '',
): Taken {
  const { labels, model } = view;
  const submission = id === null ? undefined : state.collected[id];
  const isGood = GOOD.has(became);
  const text =
    became === 'merged' ? '' : fill(labels[`outcome.${became}`], { name: id ? nameOf(view, state, id) : '' });
  const parts = [text];
  if (isGood && submission) {
    const items = roundItems(model, state.round);
    const answered = items.filter((item) => submission.answers[item.id] !== undefined).length;
    parts.push(fill(labels['collect.answered'], { answered, asked: items.length }));
    const { retired, added } = findVersionGap(model, state.round, submission);
    if (submission.version !== model.version && retired.length + added.length > 0)
      parts.push(fill(labels['collect.version'], { retired: retired.length, added: added.length }));
  }
  const twin = became === 'new' && submission ? twinOf(state, submission) : undefined;
  if (twin !== undefined) parts.push(fill(labels['outcome.twin'], { other: nameOf(view, state, twin) }));
  const quote = isGood || quoted === '' ? '' : ` (“${shorten(quoted)}”)`;
  return { isGood, text: `${where}${quote}: ${parts.join(' ')}` };
}

/**
 * Another submission with the very same answers: two firms that agree, or one that gave in two ways that do not know of
 * each other, such as a phone and a sheet of paper. Only the facilitator can tell.
 */
function twinOf({ collected }: RoundState, { id, answers }: Submission): string | undefined {
  const given = Object.entries(answers);
  if (given.length < TWIN_ANSWERS) return undefined;
  return Object.values(collected).find(
    (other) =>
      other.id !== id &&
      Object.keys(other.answers).length === given.length &&
      given.every(([item, answer]) => other.answers[item] === answer),
  )?.id;
}

/** The beginning of what was pasted. Of a link that is what stands after the #: before it all links are the same. */
function shorten(line: string): string {
  const text = line.replaceAll(/https?:\/\/[^\s#]*(?=#)/gi, '');
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}
