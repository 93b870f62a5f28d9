/** Paper sheets have a number; a sheet's submission is found back by it, also on another device. */
const SHEET = /^p00(\d{3})$/;

/** Highest number of a sheet. */
export const LAST_SHEET = 999;

/** Id of the submission of the sheet with this number, 1–999. */
export function sheetId(sheet: number): string {
  return `p00${String(sheet).padStart(3, '0')}`;
}

/** Number of the sheet that a submission was typed over from, or null when it came another way. */
export function sheetOf(id: string): number | null {
  const match = SHEET.exec(id);
  return match ? Number(match[1]) : null;
}
