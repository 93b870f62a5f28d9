import { existsSync, readFileSync } from 'node:fs';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import type { Locale } from '../domain/shared/index.ts';
import { publishedLocales } from './locales.ts';

/** All UI strings by key. */
export type Strings = Readonly<typeof nl>;

/** The UI strings of a language while the site is configured; what it has none for is in Dutch. */
export function stringsOf(
  locale: Locale,
  folder: URL = new URL('../../content/i18n/', import.meta.url),
): Strings {
  const file = new URL(`${locale}.json`, folder);
  return existsSync(file) ? { ...nl, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Strings>) } : nl;
}

/** The title of the site by language, as Starlight takes it. */
export function siteTitles(): Record<string, string> {
  return Object.fromEntries(publishedLocales.map((locale) => [locale, stringsOf(locale)['site.title']]));
}
