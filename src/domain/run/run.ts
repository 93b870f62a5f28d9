import { type Clock, pauseClock, readClock, resumeClock, startClock } from './clock.ts';
import type { Exit, RunScript, RunSource, RunStep } from './script.ts';
import { beginTurns, giveTurn, passTurn, speaker, type Turns, undoTurn, withPeople } from './turns.ts';

/** One time at a step. A loop comes back to a step as a new visit, with its time anew. */
export interface Visit {
  /** Key of the step. */
  readonly step: string;
  /** What the clock showed when the visit began or was taken up again, milliseconds. */
  readonly enteredAt: number;
  /** Length of the visit before that, milliseconds. */
  readonly spent: number;
  /** Seconds given to it, or taken from it, while it ran. */
  readonly extra: number;
  /** Who speaks; null when the step is no round, or the round has not begun. */
  readonly turns: Turns | null;
  /** Length of the visit when the turn came to who speaks now, milliseconds. */
  readonly turnFrom: number;
}

/** How the facilitator wants it; may change on the way. */
export interface RunSetting {
  /** Participants, from 1. */
  readonly people: number;
  /** Names in the order of sitting, or empty: then people are numbers. */
  readonly names: readonly string[];
  /** Whether it is told who speaks in a round. */
  readonly hasTurns: boolean;
  /** Whether chance says who begins a round, rather than the order of sitting. */
  readonly isRandom: boolean;
  /** Whether a soft tone says that the time of a step is over. */
  readonly hasSound: boolean;
  /** Whether single letters are keys; who dictates to the device turns them off. */
  readonly hasLetterKeys: boolean;
}

/** A meeting that is being run, as it is kept on the device. Nothing in it follows from the time of day but the clock. */
export interface Run extends RunSetting {
  readonly source: RunSource;
  readonly clock: Clock;
  /** The way taken so far; never empty. */
  readonly trail: readonly Visit[];
  /** Place in the trail of the visit that is shown. */
  readonly at: number;
  /** Where the question how to go on is open: the place of the option that is marked. */
  readonly choice: number | null;
  /** What the clock showed when the end was reached, milliseconds; null before. */
  readonly endedAt: number | null;
  /** Notes by key of the step. */
  readonly notes: Readonly<Record<string, string>>;
  /** Whether it fills the screen; closed, it waits. */
  readonly isOpen: boolean;
  /** When something was last done in it. */
  readonly changedAt: number;
}

/** Longest way that is kept; older visits drop out of it. */
const LONGEST_TRAIL = 400;
/** Shortest length that taking minutes away leaves a step, seconds. */
const SHORTEST_STEP = 60;

/** What can be done in a run. */
export type RunAction =
  /** Goes on; where that begins a round, `first` has the first turn. */
  | { readonly type: 'next'; readonly first?: number }
  /** Goes on past a round, whether or not everybody spoke. */
  | { readonly type: 'leave' }
  | { readonly type: 'back' | 'end' | 'pause' | 'resume' | 'skip-turn' | 'close' }
  /** Opens it again; `isLater` leaves the time since the last change out. */
  | { readonly type: 'open'; readonly isLater: boolean }
  | { readonly type: 'go'; readonly step: string }
  /** The question how to go on: marks an option, counted round; takes one; or stays. */
  | { readonly type: 'mark'; readonly option: number }
  | { readonly type: 'take'; readonly option: number }
  | { readonly type: 'stay' }
  | { readonly type: 'extend'; readonly seconds: number }
  | { readonly type: 'begin-turns'; readonly first: number }
  | { readonly type: 'give-turn'; readonly who: number }
  | { readonly type: 'set'; readonly setting: Partial<RunSetting> }
  | { readonly type: 'note'; readonly step: string; readonly text: string };

/** A run at the first step of its script. */
export function beginRun(script: RunScript, setUp: RunSetting & Pick<Run, 'source'>, now: number): Run {
  return {
    ...setUp,
    clock: startClock(now),
    trail: [visit(script.steps[0]?.key ?? '', 0)],
    at: 0,
    choice: null,
    endedAt: null,
    notes: {},
    isOpen: true,
    changedAt: now,
  };
}

function visit(step: string, at: number): Visit {
  return { step, enteredAt: at, spent: 0, extra: 0, turns: null, turnFrom: 0 };
}

/** The visit that is shown. */
export function currentVisit(run: Run): Visit {
  return run.trail[run.at] ?? visit('', 0);
}

/** The step that is shown; the first where the script does not know it. */
export function currentStep(script: RunScript, run: Run): RunStep {
  const { step } = currentVisit(run);
  return script.steps.find(({ key }) => key === step) ?? (script.steps[0] as RunStep);
}

/** The step after this one in the order of the script; null after the last. */
export function stepAfter({ steps }: RunScript, step: RunStep): RunStep | null {
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** How often the step that is shown was come to so far, this time included. */
export function timesHere(run: Run): number {
  const { step } = currentVisit(run);
  return run.trail.slice(0, run.at + 1).filter((visit) => visit.step === step).length;
}

/** An answer to the question how to go on: to a step, to the end, or not at all. */
export type Option =
  /** `when` is empty where nothing is said of what happened. */
  | { readonly kind: 'next'; readonly when: string; readonly to: RunStep | null }
  | { readonly kind: 'exit'; readonly when: string; readonly to: RunStep }
  | { readonly kind: 'stay' };

/**
 * Ways to go on from a step that has more than one, the one most groups go first: a remote that only goes on takes that
 * one. Empty where there is one way only. An exit that leads to the next step stands for it.
 */
export function optionsOf(script: RunScript, step: RunStep): readonly Option[] {
  if (step.exits.length === 0) return [];
  const next = stepAfter(script, step);
  const ways = (usual: boolean): Option[] =>
    step.exits.flatMap(({ when, to, isUsual }: Exit): Option[] => {
      const target = script.steps.find(({ key }) => key === to);
      return target && isUsual === usual ? [{ kind: 'exit', when, to: target }] : [];
    });
  const onward: Option[] = step.exits.some(({ to }) => to === next?.key)
    ? []
    : [{ kind: 'next', when: step.onward, to: next }];
  return [...ways(true), ...onward, ...ways(false), { kind: 'stay' }];
}

/** What going on does now: a round begins, the next speaker, the question where to, a step, or the end. */
export type Next =
  | { readonly kind: 'begin-turns' }
  | { readonly kind: 'turn'; readonly who: number }
  | { readonly kind: 'all-spoke' }
  | { readonly kind: 'question' }
  | { readonly kind: 'option'; readonly option: Option }
  | { readonly kind: 'step'; readonly to: RunStep }
  | { readonly kind: 'end' }
  | { readonly kind: 'nothing' };

/** What the action `next` would do. */
export function whatNext(script: RunScript, run: Run): Next {
  if (run.endedAt !== null) return { kind: 'nothing' };
  const step = currentStep(script, run);
  const options = optionsOf(script, step);
  const marked = run.choice === null ? undefined : options[run.choice];
  if (marked) return { kind: 'option', option: marked };
  const { turns } = currentVisit(run);
  if (step.isRound && run.hasTurns && turns === null) return { kind: 'begin-turns' };
  if (turns && turns.queue.length > 0) {
    const who = turns.queue[1];
    return who === undefined ? { kind: 'all-spoke' } : { kind: 'turn', who };
  }
  return wayOn(script, step);
}

/** Where a step goes on to once everybody spoke. */
export function wayOn(
  script: RunScript,
  step: RunStep,
): Extract<Next, { readonly kind: 'question' | 'step' | 'end' }> {
  if (optionsOf(script, step).length > 0) return { kind: 'question' };
  const to = stepAfter(script, step);
  return to ? { kind: 'step', to } : { kind: 'end' };
}

/** The run after an action at the moment `now`. An action that does not fit changes nothing. */
export function nextRun(script: RunScript, run: Run, action: RunAction, now: number): Run {
  const next = reduce(script, run, action, now);
  return next === run ? run : { ...next, changedAt: now };
}

function reduce(script: RunScript, run: Run, action: RunAction, now: number): Run {
  const step = currentStep(script, run);
  const { turns } = currentVisit(run);
  switch (action.type) {
    case 'next': {
      const next = whatNext(script, run);
      if (next.kind === 'begin-turns')
        return withTurns(run, beginTurns(run.people, (action.first ?? 0) % run.people), now);
      if (next.kind === 'turn' || next.kind === 'all-spoke')
        return turns ? withTurns(run, passTurn(turns), now) : run;
      if (next.kind === 'option') return takeOption(run, next.option, now);
      return next.kind === 'nothing' ? run : leave(run, next, now);
    }
    case 'leave':
      return run.endedAt === null && run.choice === null ? leave(run, wayOn(script, step), now) : run;
    case 'back':
      if (run.endedAt !== null) return { ...run, endedAt: null };
      if (run.choice !== null) return { ...run, choice: null };
      if (turns) return withTurns(run, turns.done.length > 0 ? undoTurn(turns) : null, now);
      return run.at > 0 ? show(run, run.at - 1, now) : run;
    case 'end':
      return run.endedAt === null ? end(run, now) : run;
    case 'pause':
      return run.clock.pausedAt === null ? { ...run, clock: pauseClock(run.clock, now) } : run;
    case 'resume':
      return run.clock.pausedAt === null ? run : { ...run, clock: resumeClock(run.clock, now) };
    case 'close':
      return run.isOpen ? { ...run, isOpen: false } : run;
    case 'open': {
      if (!action.isLater || run.clock.pausedAt !== null) return { ...run, isOpen: true };
      const clock = resumeClock(pauseClock(run.clock, run.changedAt), now);
      return { ...run, clock, isOpen: true };
    }
    case 'go':
      if (!script.steps.some(({ key }) => key === action.step)) return run;
      if (action.step === step.key) return { ...run, endedAt: null, choice: null };
      return goTo(run, action.step, now);
    case 'mark': {
      const { length } = optionsOf(script, step);
      if (run.choice === null || length === 0) return run;
      return { ...run, choice: (action.option + length) % length };
    }
    case 'take': {
      const option = run.choice === null ? undefined : optionsOf(script, step)[action.option];
      return option ? takeOption(run, option, now) : run;
    }
    case 'stay':
      return run.choice === null ? run : { ...run, choice: null };
    case 'extend': {
      const shortest = SHORTEST_STEP - step.seconds;
      return withVisit(run, (visit) => ({
        ...visit,
        extra: Math.max(Math.min(shortest, visit.extra), visit.extra + action.seconds),
      }));
    }
    case 'begin-turns':
      return step.isRound && run.hasTurns && action.first < run.people
        ? withTurns(run, beginTurns(run.people, action.first), now)
        : run;
    case 'skip-turn':
      return turns && speaker(turns) !== null ? withTurns(run, passTurn(turns, true), now) : run;
    case 'give-turn':
      return turns && action.who < run.people ? withTurns(run, giveTurn(turns, action.who), now) : run;
    case 'set': {
      const set = { ...run, ...action.setting };
      const trail = run.trail.map((visit) => ({
        ...visit,
        turns: visit.turns && set.hasTurns ? withPeople(visit.turns, set.people) : null,
      }));
      return { ...set, trail };
    }
    case 'note': {
      const { [action.step]: _before, ...others } = run.notes;
      return { ...run, notes: action.text === '' ? others : { ...others, [action.step]: action.text } };
    }
  }
}

function leave(run: Run, way: ReturnType<typeof wayOn>, now: number): Run {
  if (way.kind === 'question') return { ...run, choice: 0 };
  return way.kind === 'step' ? goTo(run, way.to.key, now) : end(run, now);
}

function takeOption(run: Run, option: Option, now: number): Run {
  if (option.kind === 'stay') return { ...run, choice: null };
  return option.to ? goTo(run, option.to.key, now) : end(run, now);
}

function end(run: Run, now: number): Run {
  return { ...run, choice: null, endedAt: readClock(run.clock, now) };
}

function withVisit(run: Run, change: (visit: Visit) => Visit): Run {
  return { ...run, trail: run.trail.map((visit, index) => (index === run.at ? change(visit) : visit)) };
}

function withTurns(run: Run, turns: Turns | null, now: number): Run {
  return withVisit(run, (visit) => ({
    ...visit,
    turns,
    turnFrom: lengthOf(visit, readClock(run.clock, now)),
  }));
}

/** Goes to a step: the way that was taken back is taken up again where it leads there, or else left. */
function goTo(run: Run, step: string, now: number): Run {
  if (run.trail[run.at + 1]?.step === step) return show(run, run.at + 1, now);
  const trail = [...run.trail.slice(0, run.at + 1), visit(step, readClock(run.clock, now))];
  const kept = trail.slice(-LONGEST_TRAIL);
  return show({ ...run, trail: kept, at: run.at - (trail.length - kept.length) }, kept.length - 1, now);
}

/** Leaves the visit that is shown and takes up the one at this place, each with its own time. */
function show(run: Run, at: number, now: number): Run {
  const clock = readClock(run.clock, now);
  const trail = run.trail.map((visit, index) => {
    if (index === run.at) return { ...visit, spent: lengthOf(visit, clock) };
    return index === at ? { ...visit, enteredAt: clock } : visit;
  });
  return { ...run, trail, at, choice: null, endedAt: null };
}

/** Length of a visit when the clock shows `clock`, milliseconds. */
export function lengthOf({ spent, enteredAt }: Visit, clock: number): number {
  return spent + Math.max(0, clock - enteredAt);
}
