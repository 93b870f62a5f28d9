import type { Hit } from './rank.ts';

/** A page that the full text search found. */
export interface TextHit {
  /** Its address, as in the entries. */
  url: string;
  /** The sentence around the words, with `<mark>`; everything else escaped. */
  excerpt: string;
}
/** A result as the reader sees it. */
export interface Result extends Hit {
  /** For a page found by its text only; for the others what they are about tells more than a snippet. */
  excerpt?: string;
}

/** What the first page of the full text search is worth, beside 1 for a name that fits wholly. */
const TEXT_WORTH = 0.32;
/** How fast that falls with each place. */
const FALL = 0.22;

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
  texts.forEach(({ url, excerpt }, place) => {
    const worth = TEXT_WORTH / (1 + FALL * place);
    const known = merged.get(url);
    if (known) merged.set(url, { ...known, score: known.score + worth / 3 });
    else {
      const entry = entryOf(url);
      if (entry) merged.set(url, { entry, score: worth * 0.9, excerpt });
    }
  });
  return [...merged.values()].sort((a, b) => b.score - a.score);
}
