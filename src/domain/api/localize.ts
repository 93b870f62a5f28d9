import { found, type Locale, textIn } from '../shared/index.ts';

/** A source as every item names it. */
export interface NamedSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/**
 * The data of an item for who reuses it: every text in one language, every list of sources with their titles. Names in
 * other languages, where they are data themselves (aliases), stay as they are.
 */
export function inLanguage(
  value: unknown,
  locale: Locale,
  sources: ReadonlyMap<string, NamedSource>,
): unknown {
  if (Array.isArray(value)) return value.map((part) => inLanguage(part, locale, sources));
  if (typeof value !== 'object' || value === null) return value;
  if ('nl' in value && typeof value.nl === 'string') return textIn(value as { nl: string }, locale);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [
        key,
        key === 'sources' && Array.isArray(field)
          ? field.map((id: string) => found(sources.get(id), `bron “${id}”`))
          : inLanguage(field, locale, sources),
      ]),
  );
}
