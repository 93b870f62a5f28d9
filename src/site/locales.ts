import type { Locale } from '../domain/shared/index.ts';

/** Languages that are published, the root language first. Adding one is adding it here, with its pages and texts. */
export const publishedLocales = ['nl'] as const satisfies readonly Locale[];

/** The language at the root of the site, without a prefix in the address. */
export const rootLocale = publishedLocales[0];

/** What each language calls itself. */
export const languageNames: Record<Locale, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' };

/** The `locales` option of Starlight: the root language without prefix, the others under their code. */
export function starlightLocales(): Record<string, { label: string; lang: string }> {
  return Object.fromEntries(
    publishedLocales.map((locale) => [
      locale === rootLocale ? 'root' : locale,
      { label: languageNames[locale], lang: locale },
    ]),
  );
}

/** `getStaticPaths` of a page of src/routes that is made once per language, at `[...language]` in its pattern. */
export function languagePaths(): { params: { language: string | undefined } }[] {
  return publishedLocales.map((locale) => ({
    params: { language: locale === rootLocale ? undefined : locale },
  }));
}

/** The language of a page by its route id (`fr/methode/…` is French, anything else the root language). */
export function localeOfId(id: string): Locale {
  const first = id.split('/')[0];
  return publishedLocales.find((locale) => locale === first && locale !== rootLocale) ?? rootLocale;
}

/** The address of a page by its route id, without its language: `fr/methode/4-opbouwen` gives `/methode/4-opbouwen/`. */
export function pathOfId(id: string): string {
  const locale = localeOfId(id);
  const own = locale === rootLocale ? id : id.slice(locale.length + 1);
  return own === '' || own === 'index' ? '/' : `/${own}/`;
}
