import { getEntry } from 'astro:content';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import type { Locale } from '../domain/shared/index.ts';
import type { Strings } from './strings.ts';

/** The UI strings of a language for files that are no pages; what it has none for is in Dutch. */
export async function textsOf(locale: Locale): Promise<Strings> {
  return { ...nl, ...((await getEntry('i18n', locale))?.data as Partial<Strings>) };
}
