import type { APIRoute } from 'astro';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { atomFeed, type FeedEntry } from '../domain/feed/index.ts';
import { permalinkPath } from '../domain/permalink/index.ts';
import { fill, textIn } from '../domain/shared/index.ts';
import { LICENCE } from '../site/api.ts';
import { rootLocale } from '../site/locales.ts';
import { absoluteUrl, livePermalinks, nameOf, versionsOf } from '../site/permalinks.ts';

/** The feed of what changed on what is printed: an entry per change, and one per day for all that was new that day. */
export const GET: APIRoute = async () => {
  const changes: FeedEntry[] = [];
  const fresh = new Map<string, string[]>();
  for (const link of await livePermalinks()) {
    const name = await nameOf(link, rootLocale);
    for (const { version, date, words } of await versionsOf(link.id)) {
      if (version === 1) {
        fresh.set(date, [...(fresh.get(date) ?? []), name]);
        continue;
      }
      changes.push({
        id: absoluteUrl(permalinkPath(link.id, version)),
        title: fill(nl['feed.change'], { name, n: version }),
        url: absoluteUrl(permalinkPath(link.id)),
        date,
        summary: textIn(words, rootLocale),
      });
    }
  }
  const news = [...fresh].map(([date, names]) => ({
    id: absoluteUrl(`/feed.xml#${date}`),
    title: fill(nl['feed.new'], { n: names.length }),
    url: absoluteUrl('/'),
    date,
    summary: names.join(' · '),
  }));
  const feed = atomFeed(
    {
      title: fill(nl['feed.title'], { site: nl['site.title'] }),
      subtitle: nl['feed.subtitle'],
      language: rootLocale,
      self: absoluteUrl('/feed.xml'),
      home: absoluteUrl('/'),
      author: nl['site.title'],
      licence: LICENCE,
    },
    [...changes, ...news],
  );
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
