/** Fields that no sheet prints: where a statement comes from and leads to, and what tests and searches use. */
const NOT_PRINTED = new Set([
  'sources',
  // What only the run mode shows of a step.
  'onward',
  'usual',
  'grounds',
  'checked',
  'lastReviewed',
  'confidence',
  'anchor',
  'page',
  'usedIn',
  'origin',
  'version',
  'codec',
  'examples',
]);

/** What a sheet prints of the data of an item: texts in Dutch, without fields that no sheet shows. */
export function printedData(value: unknown): unknown {
  if (typeof value === 'string') return tidy(value);
  if (Array.isArray(value)) return value.map(printedData);
  if (typeof value !== 'object' || value === null) return value;
  if ('nl' in value && typeof value.nl === 'string') return tidy(value.nl);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NOT_PRINTED.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, printedData(field)]),
  );
}

/** What a sheet prints of the text of a page: without imports, notes, addresses of links and marks of terms. */
export function printedText(body: string): string {
  return tidy(
    body
      .replaceAll(/^import .*$/gm, '')
      .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '')
      .replaceAll(/<\/?Term\b[^>]*>/g, '')
      .replaceAll(/\]\(\/[^)]*\)/g, ']')
      .replaceAll(/-{3,}/g, '---'),
  );
}

/** Twelve hexadecimal characters that change whenever the parts do. No signature: it catches what somebody forgot. */
export function fingerprintOf(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0');
  return (hex(high) + hex(low)).slice(0, 12);
}

/** Wrapping and alignment are matters of the file, not of the sheet. */
function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
