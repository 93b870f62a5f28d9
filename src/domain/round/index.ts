export { type Agenda, type AgendaPart, proposeAgenda, type TalkItem } from './agenda.ts';
export {
  type Change,
  compareRounds,
  type Comparison,
  targetProgress,
  type TargetProgress,
} from './compare.ts';
export {
  fromRoundText,
  type LoadedRound,
  mergeRounds,
  type RoundState,
  type Target,
  toRoundText,
} from './file.ts';
export { GIVEN, readMemberFile, withGiven } from './member-file.ts';
export {
  fromMembershipText,
  markOf,
  type Membership,
  type Memberships,
  NO_ROUNDS,
  toMembershipText,
} from './membership.ts';
export { type GroupPlace, type Overview, overview } from './overview.ts';
export { addSubmission, type Outcome, type Read, readLines, type Report } from './read.ts';
export {
  decodeInvitation,
  encodeInvitation,
  type Invited,
  type Round,
  ROUND_ID,
  roundItems,
} from './round.ts';
export { LAST_SHEET, sheetId, sheetOf } from './sheet.ts';
export { newState, putAnswers, removeSubmission, restoreSubmission } from './state.ts';
export {
  type Collected,
  decodeSubmission,
  encodeSubmission,
  findVersionGap,
  fromCode,
  type Given,
  LAST_REVISION,
  makeSubmission,
  merge,
  type Submission,
  SUBMISSION_ID,
  toCode,
  type VersionGap,
} from './submission.ts';
export {
  type Agreement,
  type Agreements,
  FEWEST_SHOWN,
  groupAnswers,
  groupResult,
  type ItemSummary,
  summarise,
  talkFirst,
  withoutScarce,
} from './summary.ts';
