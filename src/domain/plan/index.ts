export {
  applyMend,
  checkPlan,
  LONGEST_STRETCH,
  type Mend,
  misfitsOf,
  type PlanWarning,
  type WarningId,
} from './check.ts';
export { decodePlan, type DecodedPlan, encodePlan } from './codec.ts';
export {
  addItem,
  changeItem,
  moveItem,
  placeFor,
  putItem,
  removeItem,
  undoChange,
  usualMinutes,
} from './edit.ts';
export { fromPlanText, type LoadedPlan, PLAN_KIND, recallPlan, SAVED_PLAN_KEY, toPlanText } from './file.ts';
export { gather, type Gathered, type Gathering, type TimedStep, timeSteps } from './gather.ts';
export {
  EMPTY_PLAN,
  type Experience,
  makeItem,
  MOST_ITEMS,
  MOST_MINUTES,
  MOST_PEOPLE,
  type Plan,
  type PlanItem,
  withItems,
} from './plan.ts';
export {
  localizeAgenda,
  type ReadyAgenda,
  type ReadyItem,
  type ReadyMeeting,
  takeMeeting,
} from './ready-made.ts';
export type { Agenda } from './schema.ts';
export {
  clock,
  fromClock,
  minutesUntil,
  shareMinutes,
  scaleMinutes,
  type TimedItem,
  type Timetable,
  timetable,
} from './time.ts';
