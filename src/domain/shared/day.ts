/** Whether a value is a day that exists, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  const [, year = 0, month = 0, day = 0] =
    (typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null)?.map(Number) ?? [];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** The day of a moment by the reader's own clock, as YYYY-MM-DD. (A formatter of the browser costs a slow phone 15 ms.) */
export function localDay(moment: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Names of the months and of the days of the week, Sunday first, each in one text with spaces. */
export type DayNames = Readonly<Record<'months' | 'weekdays', string>>;

/** A day (YYYY-MM-DD) in words, `zondag 22 november 2026`, for the same reason without a formatter; a text that is none stays. */
export function dayInWords(
  day: string,
  names: DayNames,
  { hasWeekday = false, hasYear = true }: { hasWeekday?: boolean; hasYear?: boolean } = {},
): string {
  if (!isDay(day)) return day;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const parts = [
    hasWeekday && names.weekdays.split(' ')[weekdayOf(year, month, date)],
    date,
    names.months.split(' ')[month - 1],
    hasYear && year,
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** Days that the months before it shift the weekday by, counted from a year that begins in March. */
const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** The place of a day in the week, Sunday first (Sakamoto's rule). */
function weekdayOf(year: number, month: number, date: number): number {
  const years = month < 3 ? year - 1 : year;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return (years + leaps + (SHIFTS[month - 1] ?? 0) + date) % 7;
}
