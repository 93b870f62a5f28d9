import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
type Group = Extract<Entry, { type: 'group' }>;
type Link = Extract<Entry, { type: 'link' }>;

/**
 * Runs for every page before it is rendered. Keeps a page's HTML independent of how many pages other sections
 * have, and pages that are only there as a stand-in for a missing translation out of the search index.
 */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.sidebar = flattenSections(route.sidebar);
  context.locals.fullSidebar = route.sidebar;
  route.sidebar = keepCurrentSection(route.sidebar);
  if (route.isFallback) {
    route.entry.data.pagefind = false;
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' });
  }
});

/** The sidebar with only the current section's pages; every other section becomes a link to its first page. */
export function keepCurrentSection(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    if (entry.type === 'link' || isCurrent(entry)) return entry;
    const first = firstLink(entry);
    return first ? { ...first, label: entry.label, isCurrent: false } : entry;
  });
}

/** The sidebar with the pages of a section in one list: a folder in a section is an address, not a heading. */
export function flattenSections(entries: readonly Entry[]): Entry[] {
  const links = (entry: Entry): Link[] => (entry.type === 'link' ? [entry] : entry.entries.flatMap(links));
  return entries.map((entry) => (entry.type === 'link' ? entry : { ...entry, entries: links(entry) }));
}

function isCurrent(group: Group): boolean {
  return group.entries.some((entry) => (entry.type === 'link' ? entry.isCurrent : isCurrent(entry)));
}

function firstLink(group: Group): Link | undefined {
  for (const entry of group.entries) {
    const link = entry.type === 'link' ? entry : firstLink(entry);
    if (link) return link;
  }
  return undefined;
}
