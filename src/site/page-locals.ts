import { defineMiddleware } from 'astro/middleware';
import { siteHref } from './links.ts';
import { localeOfId } from './locales.ts';
import { base } from './publishing.ts';

/** Gives every page, of Starlight or of src/routes, its language and the way to write addresses. */
export const onRequest = defineMiddleware(({ locals, url }, next) => {
  const locale = localeOfId(url.pathname.slice(base.length));
  locals.locale = locale;
  locals.href = (path) => siteHref(path, base, locale);
  return next();
});
