import { getCollection } from 'astro:content';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import type { PermalinkKind } from '../domain/permalink/index.ts';
import { fill, textIn } from '../domain/shared/index.ts';
import { rootLocale } from './locales.ts';

/** Where a document stands in the list of `/afdrukken/`. */
export type DocumentGroup =
  'technique' | 'phase' | 'pack' | 'meeting' | 'all' | 'questionnaire' | 'worksheet' | 'cards';

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

/** The document of the sheet of a technique. */
export function techniqueDocument(id: string): Pick<PrintDocument, 'id' | 'path'> {
  return { id: `techniek-${id}`, path: `/afdrukken/techniek/${id}/` };
}

/** The document of the sheet of a phase; `phase` is its id, the number with the name. */
export function phaseDocument(phase: string): Pick<PrintDocument, 'id' | 'path'> {
  return { id: `fase-${phase.charAt(0)}`, path: `/afdrukken/fase/${phase}/` };
}

/** Folders under `/afdrukken/` with the sheets of the kinds that are printed one by one. */
const FOLDERS: Partial<Record<PermalinkKind, string>> = {
  technique: 'techniek',
  phase: 'fase',
  sheet: 'vergadering',
  tool: 'vragenlijst',
  worksheet: 'werkblad',
};

/** The document of what a permanent link leads to, if it is printed by itself. */
export async function documentOf(kind: PermalinkKind, item: string): Promise<PrintDocument | undefined> {
  const path = `/afdrukken/${FOLDERS[kind]}/${item}/`;
  return (await documents()).find((document) => document.path === path);
}

/** Everything there is to print, by group in the order of the list. */
export async function documents(): Promise<PrintDocument[]> {
  const phases = (await getCollection('phases')).sort((a, b) => a.data.number - b.data.number);
  const named = phases.map(({ id, data: { number, name } }) => ({
    id,
    number,
    words: { n: number, name: textIn(name, rootLocale) },
  }));
  const techniques = (await getCollection('techniques'))
    .map(({ id, data }) => ({
      ...techniqueDocument(id),
      title: textIn(data.name, rootLocale),
      group: 'technique' as const,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, rootLocale));
  const meetings = (await getCollection('docs', ({ id }) => /^fiches\/fiche-\d$/.test(id)))
    .map(({ id, data }) => ({ id: id.replace('fiches/', ''), title: data.title }))
    .sort((a, b) => a.id.localeCompare(b.id));
  const tools = [...(await getCollection('assessments')), ...(await getCollection('choosers'))].map(
    ({ id }) => id,
  );
  const titles = new Map((await getCollection('docs')).map(({ id, data }) => [id, data.title]));
  const worksheets = (await getCollection('worksheets'))
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data }) => ({
      id: `werkblad-${id}`,
      title: textIn(data.title, rootLocale),
      path: `/afdrukken/werkblad/${id}/`,
      group: 'worksheet' as const,
    }));
  return [
    ...techniques,
    ...named.map(({ id, words }) => ({
      ...phaseDocument(id),
      title: fill(nl['paper.phaseTitle'], words),
      group: 'phase' as const,
    })),
    ...named.map(({ id, number, words }) => ({
      id: `pakket-${number}`,
      title: fill(nl['paper.pack'], words),
      path: `/afdrukken/pakket/${id}/`,
      group: 'pack' as const,
    })),
    ...meetings.map(({ id, title }) => ({
      id: `vergadering-${id}`,
      title,
      path: `/afdrukken/vergadering/${id}/`,
      group: 'meeting' as const,
    })),
    {
      id: 'technieken',
      title: nl['paper.allTechniques'],
      path: '/afdrukken/technieken/',
      group: 'all',
    },
    { id: 'handboek', title: nl['paper.handbook'], path: '/afdrukken/handboek/', group: 'all' },
    ...tools.map((id) => ({
      id: `vragenlijst-${id}`,
      title: titles.get(`hulpmiddelen/${id}`) ?? id,
      path: `/afdrukken/vragenlijst/${id}/`,
      group: 'questionnaire' as const,
    })),
    ...worksheets,
    { id: 'kaarten', title: nl['paper.cards'], path: '/afdrukken/kaarten/', group: 'cards' },
    {
      id: 'kaarten-per-stuk',
      title: nl['paper.singleCards'],
      path: '/afdrukken/kaarten/per-stuk/',
      group: 'cards',
    },
  ];
}
