/** Cards on a sheet of A4: two columns of two, each an A6. */
export const COLUMNS = 2;
export const PER_SHEET = 4;

/** The two sides of a sheet of paper: what stands in each place, row by row from the top left. */
export interface Imposed<C> {
  readonly front: readonly C[];
  readonly back: readonly C[];
}

/**
 * Puts cards on sheets that are printed on both sides and turned over the long edge. Turning an upright sheet over its
 * long edge swaps left and right, so the back has the columns in the other order: each back lands behind its front.
 * The number of cards must be a multiple of four; the caller fills up.
 */
export function impose<C>(cards: readonly C[]): Imposed<C>[] {
  if (cards.length % PER_SHEET !== 0) throw new RangeError(`${cards.length} cards do not fill their sheets.`);
  const sheets: Imposed<C>[] = [];
  for (let at = 0; at < cards.length; at += PER_SHEET) {
    const front = cards.slice(at, at + PER_SHEET);
    const rows = Array.from({ length: PER_SHEET / COLUMNS }, (_, row) =>
      front.slice(row * COLUMNS, (row + 1) * COLUMNS),
    );
    sheets.push({ front, back: rows.flatMap((row) => row.toReversed()) });
  }
  return sheets;
}
