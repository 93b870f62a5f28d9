import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Number of words in a row that may not be the same as in a source. */
export const RUN = 12;

/** Bytes kept of the fingerprint of a run: enough that two different runs practically never share one. */
const BYTES = 6;
const FILE = join(import.meta.dirname, 'source-runs.bin');

/** The words of a text, in lower case, without punctuation, accents kept. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Fingerprints of all runs of twelve words in a text, with the place of their first word. */
export function runsOf(words: readonly string[]): { fingerprint: string; at: number }[] {
  return Array.from({ length: Math.max(words.length - RUN + 1, 0) }, (_, at) => ({
    fingerprint: createHash('sha256')
      .update(words.slice(at, at + RUN).join(' '))
      .digest('hex')
      .slice(0, BYTES * 2),
    at,
  }));
}

/** The fingerprints of all runs in the sources. The sources themselves are not part of the project. */
export function sourceRuns(): Set<string> {
  const bytes = readFileSync(FILE);
  return new Set(
    Array.from({ length: bytes.length / BYTES }, (_, index) =>
      bytes.subarray(index * BYTES, (index + 1) * BYTES).toString('hex'),
    ),
  );
}

/** The content of the file of fingerprints for these source texts. */
export function packRuns(texts: readonly string[]): Buffer {
  const all = new Set(texts.flatMap((text) => runsOf(wordsOf(text)).map(({ fingerprint }) => fingerprint)));
  return Buffer.from([...all].sort().join(''), 'hex');
}
