import { getCollection, getEntry } from 'astro:content';
import { found, type Locale } from '../domain/shared/index.ts';

interface Place {
  /** All UI strings in the language. */
  strings: Readonly<Record<string, unknown>>;
  locale: Locale;
  /** The address of a page as it must stand in the HTML. */
  href: (path: string) => string;
}

/** What a chooser is made of, out of the collections: for its pages and for what they fetch. Fails when there is none. */
export async function chooserMaterial(id: string, { strings, locale, href }: Place) {
  return {
    id,
    name: found(await getEntry('docs', `hulpmiddelen/${id}`), `pagina “hulpmiddelen/${id}”`).data.title,
    chooser: found(await getEntry('choosers', id), `keuzehulp “${id}”`).data,
    amounts: await getCollection('amounts'),
    sources: await getCollection('sources'),
    strings,
    locale,
    href,
  };
}
