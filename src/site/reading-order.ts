import { type CollectionEntry, getCollection } from 'astro:content';
import { sections } from './sidebar.ts';

/** A section of the handbook with its pages, in the order in which a reader goes through them. */
export interface Part {
  label: string;
  pages: CollectionEntry<'docs'>[];
}

/** Pages that only lead to others, or that make no sense inside a document. */
const LEFT_OUT = new Set(['404', 'inhoud', 'afdrukken', 'over/externe-links']);

/** All pages of content/docs in the root language, by section and in reading order. */
export async function readingOrder(): Promise<Part[]> {
  const pages = (await getCollection('docs')).filter(({ id, data }) => !LEFT_OUT.has(id) && !data.draft);
  const place = ({ id, data }: CollectionEntry<'docs'>) =>
    id.split('/').length === 1 ? -1 : (data.sidebar.order ?? Number.MAX_VALUE);
  const inOrder = (all: CollectionEntry<'docs'>[]) =>
    all.sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
  return sections.map(({ label, directory, slugs }) => ({
    label,
    pages: inOrder(
      pages.filter(({ id }) => slugs?.includes(id) ?? (id === directory || id.startsWith(`${directory}/`))),
    ),
  }));
}
