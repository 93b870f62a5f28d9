import type { Hit } from './rank.ts';

/** A page that the full text search found. */
export interface TextHit {
  /** Its address, as in the entries. */
  url: string;
  /** The sentence around the words, with `<mark>`; everything else escaped. */
  excerpt: string;
  /** How much of the question its text holds, 0–1. */
  share: number;
}
/** A result as the reader sees it. */
export interface Result extends Hit {
  /** For a page found by its text only; for the others what they are about tells more than a snippet. */
  excerpt?: string;
}

/**
 * What a text that holds the whole question is worth, beside 1 for a name that fits wholly. Little: a text has most words
 * in passing, so it decides only where names are as good as equal or find nothing.
 */
const TEXT_WORTH = 0.1;

/** How much of that a page gets that was found by its name too. */
const HELP = 0.7;

/**
 * The results by name and those by text in one list, best first. A page that both found is helped by both. `entryOf`
 * gives the entry of an address; texts of unknown addresses are left out.
 */
export function mergeHits(
  names: readonly Hit[],
  texts: readonly TextHit[],
  entryOf: (url: string) => Hit['entry'] | undefined,
): Result[] {
  const merged = new Map<string, Result>(names.map((hit) => [hit.entry.url, { ...hit }]));
  texts.forEach(({ url, excerpt, share }) => {
    const worth = TEXT_WORTH * share;
    const known = merged.get(url);
    if (known) merged.set(url, { ...known, score: known.score + worth * HELP });
    else {
      const entry = entryOf(url);
      if (entry) merged.set(url, { entry, score: worth, excerpt });
    }
  });
  return [...merged.values()].sort((a, b) => b.score - a.score);
}

/** The places a reader sees at once: they should not all be of one kind. */
const FIRST = 3;
/** What another kind of result must be worth to take the last of them, beside the one that had it. */
const AS_GOOD = 0.8;

/**
 * The same results, but the first three not all of one kind when another kind is nearly as good: three terms, or three
 * cases, answer fewer readers than two of them and a page.
 */
export function varied<R extends Hit>(results: readonly R[]): R[] {
  const last = results[FIRST - 1];
  if (!last || results.slice(0, FIRST).some(({ entry }) => entry.kind !== last.entry.kind))
    return [...results];
  const other = results.find(({ entry }) => entry.kind !== last.entry.kind);
  if (!other || other.score < last.score * AS_GOOD) return [...results];
  const rest = results.filter((one) => one !== other);
  return [...rest.slice(0, FIRST - 1), other, ...rest.slice(FIRST - 1)];
}
