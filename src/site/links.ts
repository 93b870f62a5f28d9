import type { Locale } from '../domain/shared/index.ts';
import { rootLocale } from './locales.ts';
import { isMadeOnce, isPerLanguage } from './routes.ts';

/** A file, such as a drawing or a feed: the last part of its address has an ending. */
const FILE = /\.[a-z0-9]+$/;

/**
 * The address of a handbook page as it must stand in the HTML: `path` is root-relative as authors write it
 * (`/methode/4-opbouwen/#anker`), `base` the folder the site is published in. Other addresses come back unchanged. Files, and what
 * src/routes makes, are there once for all languages, apart from what it makes in each.
 */
export function siteHref(path: string, base: string, locale: Locale = rootLocale): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const [page = ''] = path.split(/[?#]/);
  const isShared = isMadeOnce(page) || (FILE.test(page) && !isPerLanguage(page));
  const prefix = locale === rootLocale || isShared ? '' : `/${locale}`;
  return `${base.replace(/\/$/, '')}${prefix}${path}`;
}
