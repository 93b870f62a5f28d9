import type { Locale } from '../domain/shared/index.ts';
import { rootLocale } from './locales.ts';

/**
 * The address of a handbook page as it must stand in the HTML: `path` is root-relative as authors write it
 * (`/methode/4-opbouwen/#anker`), `base` the folder the site is published in. Other addresses come back unchanged.
 */
export function siteHref(path: string, base: string, locale: Locale = rootLocale): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const prefix = locale === rootLocale ? '' : `/${locale}`;
  return `${base.replace(/\/$/, '')}${prefix}${path}`;
}
