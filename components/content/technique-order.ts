/** Place of a technique on the first sheet it stands on; techniques without a sheet come last. For sorting. */
export function placeOnSheets(sheets: readonly { sheet: number; order: number }[]): number {
  return Math.min(...sheets.map(({ sheet, order }) => sheet * 100 + order), 1000);
}
