/** A range of whole numbers. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The unit in which a length is told. A working day counts eight hours. */
export type LengthUnit = 'minutes' | 'hours' | 'days';

const HOUR = 60;
const DAY = 8 * HOUR;
/** Up to three hours a length is told in minutes, up to three working days in hours. */
const LONGEST_IN_MINUTES = 3 * HOUR;
const LONGEST_IN_HOURS = 3 * DAY;

/** A range as people write it: `20–45`, or one number when both ends are the same. */
export function rangeText({ min, max }: Range): string {
  return min === max ? String(min) : `${min}–${max}`;
}

/** A length in minutes, in the unit that fits its longest value, rounded up to whole units. */
export function usualLength(minutes: Range): { unit: LengthUnit; text: string } {
  const unit =
    minutes.max <= LONGEST_IN_MINUTES ? 'minutes' : minutes.max <= LONGEST_IN_HOURS ? 'hours' : 'days';
  const size = { minutes: 1, hours: HOUR, days: DAY }[unit];
  return {
    unit,
    text: rangeText({ min: Math.ceil(minutes.min / size), max: Math.ceil(minutes.max / size) }),
  };
}
