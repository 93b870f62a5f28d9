/** Rounds and submissions that the tests of the group round share. */
import fc from 'fast-check';
import {
  type Answer,
  type Answers,
  askedItems,
  type CodecModel,
  START_LIST,
} from '../../../src/domain/assessment/index.ts';
import {
  type Collected,
  encodeSubmission,
  LAST_REVISION,
  type Round,
  ROUND_ID,
  roundItems,
  type RoundState,
  type Submission,
  SUBMISSION_ID,
} from '../../../src/domain/round/index.ts';
import { answersTo, anyModel, assessment } from '../assessment/models.ts';

export const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Text of so many symbols. */
export function symbols(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...SYMBOLS), minLength: length, maxLength: length });
}

/** Text of these characters. */
export function textOf(characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
}

/** Any text, also with what is no letter, no character or more than one. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      'é',
      'İ',
      'ß',
      '😀',
      '𝟙',
      '\ud800',
      '\udc00',
      '\u200d',
      '\u2028',
      '\ufeff',
      '\u00a0',
      'e\u0301',
    ),
  ),
});

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Text that has the look of a link of a tool with one of these letters. */
export function linkLike(letters: string, most: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', '#'),
      fc.constantFrom(...letters),
      fc.nat(999),
      textOf(`${ALPHABET}-`, 0, most),
      textOf(ALPHABET, 0, 4),
    )
    .map(([hash, letter, version, payload, check]) => `${hash}${letter}${version}.${payload}.${check}`);
}

/** Any round of `model`, with any choice of the phases on its route. */
export function roundOf(model: CodecModel): fc.Arbitrary<Round> {
  return fc.constantFrom(...START_LIST).chain((start) =>
    fc.record({
      id: symbols(ROUND_ID),
      version: fc.constant(model.version),
      start: fc.constant(start),
      phases: fc.subarray([...model.routes[start]], { minLength: 1 }),
    }),
  );
}

/** Whatever a member can give to `round`. */
export function submissionOf(
  model: CodecModel,
  round: Round,
  id: fc.Arbitrary<string> = symbols(SUBMISSION_ID),
): fc.Arbitrary<Submission> {
  const items = roundItems(model, round);
  return fc.record({
    id,
    round: fc.constant(round.id),
    revision: fc.oneof(fc.nat(3), fc.nat(LAST_REVISION)),
    version: fc.constant(model.version),
    start: fc.constant(round.start),
    answers: answersTo({ ...model, items }),
  });
}

/** Few ids, so that collections overlap. */
const fewIds = fc.constantFrom('aaaaaa', 'bbbbbb', 'cccccc', '000001', '000002', 'zzzzzz');

export function byId(submissions: readonly Submission[]): Collected {
  return Object.fromEntries(submissions.map((submission) => [submission.id, submission]));
}

/** What a facilitator can have collected: up to `most` submissions, with ids that often return. */
export function collectedOf(model: CodecModel, round: Round, most = 6): fc.Arbitrary<Collected> {
  const ids = fc.oneof(fewIds, symbols(SUBMISSION_ID));
  return fc.array(submissionOf(model, round, ids), { maxLength: most }).map(byId);
}

/** A model with a round of it. */
export const modelAndRound = anyModel.chain((model) =>
  fc.record({ model: fc.constant(model), round: roundOf(model) }),
);

/** A model, a round of it and one submission to that. */
export const given = modelAndRound.chain(({ model, round }) =>
  fc.record({
    model: fc.constant(model),
    round: fc.constant(round),
    submission: submissionOf(model, round),
  }),
);

/** A model, a round of it and what was collected. */
export const collection = modelAndRound.chain(({ model, round }) =>
  fc.record({
    model: fc.constant(model),
    round: fc.constant(round),
    collected: collectedOf(model, round),
  }),
);

/** A round of the published test with all phases. */
export const ROUND: Round = { id: 'k3m9qz', version: 1, start: 'new', phases: assessment.routes.new };

const LEVELS: readonly Answer[] = ['0', '1', '2', '3', 'u'];

/** Member `at` of a group that fills in the published test, each in its own way. */
export function member(at: number, round: Round = ROUND): Submission {
  const items = askedItems(assessment, round.start).filter(({ phase }) => round.phases.includes(phase));
  const answers = items.map(({ id }, index) => {
    const pick = Math.imul(at * 97 + index + 1, 2_654_435_761) >>> 9;
    return [id, LEVELS[pick % LEVELS.length]!] as const;
  });
  return {
    id: `m${String(at).padStart(5, '0')}`,
    round: round.id,
    revision: 0,
    version: 1,
    start: round.start,
    answers: Object.fromEntries(answers),
  };
}

/** The link of that member, as text after `#`. */
export function linkOf(submission: Submission): string {
  return encodeSubmission(assessment, submission);
}

/** A round with these submissions and nothing else. */
export function stateOf(round: Round, submissions: readonly Submission[]): RoundState {
  return {
    round,
    collected: byId(submissions),
    agreements: {},
    names: {},
    targets: {},
    label: '',
    date: '2026-11-22',
  };
}

/** One submission for each list of answers. */
export function group(round: Round, ...given: readonly Answers[]): Collected {
  return byId(given.map((answers, at) => ({ ...member(at, round), answers })));
}

export function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}
