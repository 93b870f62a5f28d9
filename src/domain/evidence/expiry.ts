/**
 * The day (YYYY-MM-DD) from which a check of the law made on `checked` no longer counts: twelve months later, and
 * 28 February for 29 February.
 */
export function expiryOf(checked: string): string {
  const [year, day] = [checked.slice(0, 4), checked.slice(4)];
  return String(Number(year) + 1).padStart(4, '0') + (day === '-02-29' ? '-02-28' : day);
}

/** Whether a check made on `checked` no longer counts on `today`; both YYYY-MM-DD. */
export function isExpired(checked: string | undefined, today: string): boolean {
  return checked !== undefined && today >= expiryOf(checked);
}
