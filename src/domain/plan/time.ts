import type { Plan, PlanItem } from './plan.ts';

const DAY = 24 * 60;

/** A moment in minutes after midnight as people read it: `09:05`. Past midnight the clock begins again. */
export function clock(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
}

/** `09:05` as minutes after midnight, or null when it is no time of day. */
export function fromClock(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  return hours !== '' && Number(minutes) < 60 && value < DAY ? value : null;
}

/** Minutes from one time of day to the next time it is the other: always 1 to a whole day. */
export function minutesUntil(start: number, end: number): number {
  return ((end - start - 1 + 2 * DAY) % DAY) + 1;
}

/** An item with the moments it begins and ends, in minutes after the midnight before the meeting. */
export interface TimedItem {
  readonly item: PlanItem;
  readonly from: number;
  readonly to: number;
}

/** When everything happens. */
export interface Timetable {
  readonly items: readonly TimedItem[];
  /** Minutes of all items together. */
  readonly total: number;
  /** End of the last item, in minutes after the midnight before the meeting. */
  readonly end: number;
  /** Minutes left until the end that was set, negative when it is over; null when the end is open. */
  readonly left: number | null;
}

/** The items of a plan on the clock. */
export function timetable({ start, length, items }: Pick<Plan, 'start' | 'length' | 'items'>): Timetable {
  let at = start;
  const timed = items.map((item) => ({ item, from: at, to: (at += item.minutes) }));
  const total = at - start;
  return { items: timed, total, end: at, left: length === null ? null : length - total };
}

/**
 * The minutes of steps stretched or shortened to `total` together, in whole minutes, in proportion. The rounding goes to
 * the steps that lose most by it; a step can end at 0.
 */
export function scaleMinutes(minutes: readonly number[], total: number): number[] {
  const sum = minutes.reduce((all, one) => all + one, 0);
  if (sum === 0) return minutes.map(() => 0);
  const exact = minutes.map((one) => (one * total) / sum);
  const scaled = exact.map(Math.floor);
  const missing = total - scaled.reduce((all, one) => all + one, 0);
  const byLoss = exact.map((one, index) => [one - Math.floor(one), index] as const);
  byLoss.sort(([a, i], [b, j]) => b - a || i - j);
  for (const [, index] of byLoss.slice(0, missing)) scaled[index] = (scaled[index] ?? 0) + 1;
  return scaled;
}

/**
 * The minutes of steps in a meeting that gives them `total` together: in proportion, and at least one minute for each
 * step as long as there is one, taken from the longest.
 */
export function shareMinutes(minutes: readonly number[], total: number): number[] {
  const shared = scaleMinutes(minutes, total);
  for (const [index, one] of shared.entries()) {
    const most = Math.max(...shared);
    if (one > 0 || minutes[index] === 0 || most < 2) continue;
    shared[index] = 1;
    shared[shared.indexOf(most)] = most - 1;
  }
  return shared;
}

const pad = (number: number): string => String(number).padStart(2, '0');
