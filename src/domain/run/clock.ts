/**
 * A clock read from moments, never counted: what it shows follows from the time of day alone, so that sleep, a tab in
 * the background or a reload change nothing. Moments are milliseconds since 1970, lengths are milliseconds.
 */
export interface Clock {
  /** When it was started. */
  readonly startedAt: number;
  /** Since when it stands still; null while it runs. */
  readonly pausedAt: number | null;
  /** How long it stood still before. */
  readonly pausedFor: number;
}

/** A clock that runs from `now`. */
export function startClock(now: number): Clock {
  return { startedAt: now, pausedAt: null, pausedFor: 0 };
}

/** How long the clock has run at `now`. Never negative, also when the time of day was set back. */
export function readClock({ startedAt, pausedAt, pausedFor }: Clock, now: number): number {
  return Math.max(0, (pausedAt ?? now) - startedAt - pausedFor);
}

/** Stops the clock; one that stands still stays as it is. */
export function pauseClock(clock: Clock, now: number): Clock {
  return clock.pausedAt === null ? { ...clock, pausedAt: now } : clock;
}

/** Lets the clock run on from where it stood. */
export function resumeClock(clock: Clock, now: number): Clock {
  if (clock.pausedAt === null) return clock;
  return { ...clock, pausedAt: null, pausedFor: clock.pausedFor + Math.max(0, now - clock.pausedAt) };
}
