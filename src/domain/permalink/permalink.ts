import type { Permalink, PermalinkKind } from './schema.ts';

/** Pages of the kinds that have one page per item; the others stand on a page together, under an anchor. */
const PAGES: Readonly<Record<PermalinkKind, (item: string) => string>> = {
  phase: (item) => `/methode/${item}/`,
  technique: (item) => `/fiches/${item}/`,
  case: (item) => `/cases/${item}/`,
  term: (item) => `/begrippen/#${item}`,
  recommendation: (item) => `/achtergrond/aanbevelingen/#${item}`,
  tool: (item) => `/hulpmiddelen/${item}/`,
  'legal-form': (item) => `/rechtsvormen/${item}/`,
  sheet: (item) => `/fiches/${item}/`,
  worksheet: (item) => `/fiches/werkbladen/#${item}`,
};

/** Address of the page that a link leads to today, root-relative as authors write it. */
export function pageOf({ kind, item, page }: Permalink): string {
  return page ?? PAGES[kind](item);
}

/** Address of a permanent link. With a version: what stands on paper of that version. */
export function permalinkPath(id: string, version?: number): string {
  return version === undefined ? `/q/${id}/` : `/q/${id}/?v=${version}`;
}

/** Whether a link leads to something that is there: not merged into another item, not retired. */
export function isLive({ movedTo, retired }: Permalink): boolean {
  return movedTo === undefined && retired === undefined;
}
