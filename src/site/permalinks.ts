import { getCollection } from 'astro:content';
import { isLive, permalinkPath, type PermalinkKind } from '../domain/permalink/index.ts';
import { currentVersion } from '../domain/revision/index.ts';
import { siteHref } from './links.ts';
import { base, site } from './publishing.ts';

/** What paper and pages need of a permanent link. */
export interface PermalinkFacts {
  /** Id in the address, for people: `fase-4`. */
  id: string;
  /** Address as authors write links: `/q/fase-4/`. */
  path: string;
  /** Version of what is printed; 1 for what has no versions. */
  version: number;
  /** Day of that version (YYYY-MM-DD). */
  date: string;
  /** What stands in the QR code on paper: `/q/fase-4/?v=3`. */
  printedPath: string;
}

/** The permanent link of an item. Throws when the item has none: every item gets one in content/permalinks.yaml. */
export async function permalinkOf(kind: PermalinkKind, item: string): Promise<PermalinkFacts> {
  const links = await getCollection('permalinks');
  const link = links.find(({ data }) => data.kind === kind && data.item === item && isLive(data))?.data;
  if (!link)
    throw new Error(`“${item}” (${kind}) heeft geen vaste link: voeg ze toe aan content/permalinks.yaml.`);
  const revision = (await getCollection('revisions')).find(({ id }) => id === link.id);
  const { version, date } = revision ? currentVersion(revision.data) : { version: 1, date: link.since };
  return {
    id: link.id,
    path: permalinkPath(link.id),
    version,
    date,
    printedPath: permalinkPath(link.id, version),
  };
}

/** The whole address of a page, for links and QR codes that leave the site: `https://…/q/fase-4/`. */
export function absoluteUrl(path: string): string {
  return new URL(siteHref(path, base), site).href;
}
