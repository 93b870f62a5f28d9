import type { Answers, CodecModel } from '../assessment/index.ts';
import type { RoundState } from './file.ts';
import type { Round } from './round.ts';
import { makeSubmission } from './submission.ts';

/** A round in which nothing was collected yet. */
export function newState(round: Round, label = '', date = ''): RoundState {
  return { round, collected: {}, agreements: {}, names: {}, targets: {}, label, date };
}

/** The state with these answers under this id, in the place of earlier ones as a later revision of them. */
export function putAnswers(model: CodecModel, state: RoundState, id: string, answers: Answers): RoundState {
  const { round, collected } = state;
  const before = collected[id];
  const revision = before ? before.revision + 1 : 0;
  return {
    ...state,
    collected: { ...collected, [id]: makeSubmission(model, round, { id, revision, answers }) },
  };
}

/** The state without a submission and the name typed for it. */
export function removeSubmission(state: RoundState, id: string): RoundState {
  const { [id]: _submission, ...collected } = state.collected;
  const { [id]: _name, ...names } = state.names;
  return { ...state, collected, names };
}

/** `state` with the submission `id` back where it stood in `before`, and its name. */
export function restoreSubmission(state: RoundState, before: RoundState, id: string): RoundState {
  const submission = before.collected[id];
  if (!submission || state.collected[id]) return state;
  // What came since stays, what was removed since stays away, and the one restored stands in its old place.
  const kept = Object.entries(before.collected).filter(([other]) => other === id || state.collected[other]);
  const name = before.names[id];
  return {
    ...state,
    collected: { ...Object.fromEntries(kept), ...state.collected },
    names: name === undefined ? state.names : { ...state.names, [id]: name },
  };
}
