export { type Clock, readClock } from './clock.ts';
export {
  beginRun,
  currentStep,
  currentVisit,
  type Next,
  nextRun,
  type Option,
  optionsOf,
  type Run,
  type RunAction,
  type RunSetting,
  stepAfter,
  timesHere,
  wayOn,
  whatNext,
} from './run.ts';
export { fitRun, fromRunText, LONGEST_NAME, LONGEST_NOTE, SAVED_RUN_KEY, toRunText } from './saved.ts';
export {
  gistOf,
  MOST_PEOPLE,
  type RunItem,
  type RunPart,
  type RunScript,
  type RunStep,
  type RunTechnique,
  SCRIPT_PEOPLE,
  type RunSource,
  scriptOf,
  sourceOf,
  totalSeconds,
} from './script.ts';
export { clockText, isLeft, type Span, timeCall, type TimeCall, type Timing, timingOf } from './timing.ts';
export { skipped, speaker, spoken, type Turns } from './turns.ts';
