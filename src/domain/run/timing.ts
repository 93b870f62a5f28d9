import { readClock } from './clock.ts';
import { currentStep, currentVisit, lengthOf, type Run } from './run.ts';
import { type RunScript, totalSeconds } from './script.ts';
import { speaker } from './turns.ts';

/** A planned and a measured length, whole seconds. */
export interface Span {
  readonly planned: number;
  readonly elapsed: number;
}

/** All times of a run at one moment. */
export interface Timing {
  /** Of the step that is shown, this time round. */
  readonly step: Span;
  /** Of everything together. */
  readonly whole: Span;
  /** Of who speaks now; null outside a round. */
  readonly turn: Span | null;
  /** Until the end, if the steps that follow take as long as planned, seconds. */
  readonly toEnd: number;
  readonly isPaused: boolean;
}

const sum = (all: readonly { readonly seconds: number }[]): number =>
  all.reduce((total, { seconds }) => total + seconds, 0);
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** The times of a run at the moment `now`: a pure function of it, whatever happened in between. */
export function timingOf(script: RunScript, run: Run, now: number): Timing {
  const clock = run.endedAt ?? readClock(run.clock, now);
  const step = currentStep(script, run);
  const visit = currentVisit(run);
  const length = lengthOf(visit, clock);
  const planned = step.seconds + visit.extra;
  const inPart = script.steps.filter(({ part, number }) => part === step.part && number > step.number);
  const later = script.parts.slice(step.part + 1);
  const left = Math.max(0, planned - seconds(length)) + sum(inPart);
  const extra = run.trail.slice(0, run.at + 1).reduce((sum, visit) => sum + visit.extra, 0);
  const isSpeaking = visit.turns !== null && speaker(visit.turns) !== null;
  return {
    step: { planned, elapsed: seconds(length) },
    whole: { planned: totalSeconds(script) + extra, elapsed: seconds(clock) },
    turn: isSpeaking
      ? {
          planned: Math.round(planned / run.people),
          elapsed: seconds(Math.max(0, length - visit.turnFrom)),
        }
      : null,
    toEnd:
      run.endedAt === null
        ? // Of a technique that is done in part nobody knows which steps are left out.
          (script.parts[step.part]?.isPart ? Math.min(left, script.parts[step.part]?.seconds ?? 0) : left) +
          sum(later)
        : 0,
    isPaused: run.clock.pausedAt !== null,
  };
}

/** A length as a clock shows it: `4:05`, or `1:04:05` from an hour on. */
export function clockText(length: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(length / 3600), Math.floor(length / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(length % 60)}` : `${minutes}:${two(length % 60)}`;
}

/** What may be said aloud about time. */
export type TimeCall = 'minute' | 'over';

/** Shortest step of which the last minute is announced, seconds. */
const LONG_STEP = 180;

/**
 * What to announce when a step went from `before` to `now` seconds: its last minute, if the step is long enough, and its
 * end. Each is said once; after a gap only the last of them.
 */
export function timeCall(planned: number, before: number, now: number): TimeCall | null {
  const passes = (mark: number): boolean => before < mark && mark <= now;
  if (passes(planned)) return 'over';
  return planned >= LONG_STEP && passes(planned - 60) ? 'minute' : null;
}

/** Longest time without a change after which a run is not simply going on, milliseconds. */
const LONGEST_SILENCE = 12 * 60 * 60 * 1000;

/** Whether a run was left, rather than reloaded: it counts on, but nobody touched it for half a day. */
export function isLeft(run: Run, now: number): boolean {
  return now - run.changedAt > LONGEST_SILENCE;
}
