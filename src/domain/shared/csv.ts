/**
 * Rows as CSV for a spreadsheet: semicolons (what a Belgian Excel expects), CRLF, quotes where needed, and a byte
 * order mark so that accents survive. A cell that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toCell).join(';')).join('\r\n')}\r\n`;
}

function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
