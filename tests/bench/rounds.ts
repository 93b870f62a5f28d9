/** What many group rounds cost: 200 rounds of 12 firms on all items. `node tests/bench/rounds.ts` prints it in ms. */
import {
  addSubmission,
  type Collected,
  decodeSubmission,
  encodeSubmission,
  fromRoundText,
  groupAnswers,
  groupResult,
  merge,
  overview,
  readLines,
  type RoundState,
  summarise,
  talkFirst,
  toCode,
  toRoundText,
} from '../../src/domain/round/index.ts';
import { assessment } from '../unit/assessment/models.ts';
import { byId, member, ROUND, stateOf } from '../unit/round/models.ts';

export const FIRMS = 12;
export const ROUNDS = 200;

/** So many rounds of the published test with all phases, each filled in by twelve firms in their own way. */
export function manyRounds(rounds: number): readonly RoundState[] {
  return Array.from({ length: rounds }, (_, at) => {
    const round = { ...ROUND, id: `r${String(at).padStart(5, '0')}` };
    return stateOf(
      round,
      Array.from({ length: FIRMS }, (_, firm) => member(at * FIRMS + firm, round)),
    );
  });
}

/** The same firms once more, each with a later answer. */
export function laterOf(collected: Collected): Collected {
  return byId(Object.values(collected).map((submission) => ({ ...submission, revision: 1 })));
}

/** What a page does with all rounds at once, step by step. */
export const steps: Readonly<Record<string, (states: readonly RoundState[]) => unknown>> = {
  merge: (states) => states.map(({ collected }) => merge(collected, laterOf(collected))),
  summarise: (states) =>
    states.map(({ round, collected }) => talkFirst(summarise(assessment, round, collected))),
  result: (states) =>
    states.map(({ round, collected }) =>
      groupResult(assessment, round, groupAnswers(summarise(assessment, round, collected), {})),
    ),
  overview: (states) => overview(assessment, states),
  'read files': (states) => states.map((state) => fromRoundText(assessment, textOf(state))),
};

const texts = new WeakMap<RoundState, string>();
function textOf(state: RoundState): string {
  const text = texts.get(state) ?? toRoundText(state);
  texts.set(state, text);
  return text;
}

/** Milliseconds of each of `times` runs, from short to long, after a few to warm up. */
export function timesOf(run: () => unknown, times = 15): number[] {
  const measured: number[] = [];
  for (let at = -3; at < times; at++) {
    const from = performance.now();
    run();
    if (at >= 0) measured.push(performance.now() - from);
  }
  return measured.sort((a, b) => a - b);
}

/** A table of what each step takes, and each way to bring one answer in. */
export function printRounds(): void {
  const states = manyRounds(ROUNDS);
  const [first] = states;
  if (!first) return;
  const given = Object.values(first.collected);
  const links = given.map((submission) => encodeSubmission(assessment, submission)).join('\n');
  const codes = given.map((submission) => toCode(assessment, first.round, submission)).join('\n');
  const ways: [string, () => unknown][] = [
    ...Object.entries(steps).map(([name, step]): [string, () => unknown] => [
      `${name}, ${ROUNDS} rounds`,
      () => step(states),
    ]),
    ['one answer added', () => given.map((one) => addSubmission(first.round, first.collected, one))],
    [
      'one link read',
      () => given.map((one) => decodeSubmission(assessment, encodeSubmission(assessment, one))),
    ],
    [`${FIRMS} links pasted`, () => readLines(assessment, first.round, {}, links)],
    [`${FIRMS} codes pasted`, () => readLines(assessment, first.round, {}, codes)],
  ];
  console.log(`\nGroup rounds of ${FIRMS} firms and ${assessment.items.length} items, ms: median, longest`);
  for (const [name, run] of ways) {
    const times = timesOf(run);
    const median = times[times.length >> 1] ?? 0;
    console.log(
      `${name.padEnd(28)} ${median.toFixed(1).padStart(8)} ${(times.at(-1) ?? 0).toFixed(1).padStart(8)}`,
    );
  }
  console.log(
    `File of one round: ${textOf(first).length} characters; of ${ROUNDS}: ${states.reduce((sum, state) => sum + textOf(state).length, 0)}`,
  );
}

if (import.meta.main) printRounds();
