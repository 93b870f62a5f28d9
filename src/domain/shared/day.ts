/** Whether a value is a day that exists, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  const [, year = 0, month = 0, day = 0] =
    (typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null)?.map(Number) ?? [];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
