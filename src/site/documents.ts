import { getCollection } from 'astro:content';
import { textIn } from '../domain/shared/index.ts';
import { rootLocale } from './locales.ts';

/** Where a document stands in the list of `/afdrukken/`, in the order of that list. */
export const documentGroups = [
  'technique',
  'phase',
  'pack',
  'meeting',
  'all',
  'questionnaire',
  'worksheet',
  'cards',
] as const;
export type DocumentGroup = (typeof documentGroups)[number];

/** Something to print: a page under `/afdrukken/` that `npm run pdf` also makes into a PDF. */
export interface PrintDocument {
  /** Permanent id, also the name of the PDF: `techniek-brainstorm`. */
  id: string;
  /** Title in the list and of the PDF. */
  title: string;
  /** Address of the page to print, root-relative: `/afdrukken/techniek/brainstorm/`. */
  path: string;
  /** Where it stands in the list. */
  group: DocumentGroup;
}

/** Everything there is to print, in the order of the list. */
export async function documents(): Promise<PrintDocument[]> {
  const techniques = (await getCollection('techniques')).map(({ id, data }) => ({
    id: `techniek-${id}`,
    title: textIn(data.name, rootLocale),
    path: `/afdrukken/techniek/${id}/`,
    group: 'technique' as const,
  }));
  return techniques.sort((a, b) => a.title.localeCompare(b.title, rootLocale));
}
