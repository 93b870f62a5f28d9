import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { fill } from '../domain/shared/index.ts';
import { API_COLLECTIONS, apiPath, apiSchemaPath, LICENCE } from '../site/api.ts';
import { localeOfId, pathOfId, publishedLocales, rootLocale } from '../site/locales.ts';
import { absoluteUrl } from '../site/permalinks.ts';
import { sections } from '../site/sidebar.ts';

/** What the site is, in the form that language models look for: sections with their pages, the data, the licence. */
export const GET: APIRoute = async () => {
  const pages = (
    await getCollection('docs', ({ id, data }) => !data.draft && localeOfId(id) === rootLocale)
  ).sort((a, b) => (a.data.sidebar.order ?? 99) - (b.data.sidebar.order ?? 99) || (a.id < b.id ? -1 : 1));
  const line = (label: string, path: string, text: string): string =>
    `- [${label}](${absoluteUrl(path)}): ${text}`;
  const listed = sections.map(({ directory, label, slugs }) => {
    const own = pages.filter(({ id }) =>
      slugs ? slugs.includes(id) : id === directory || id.startsWith(`${directory}/`),
    );
    return `## ${label}\n\n${own.map(({ id, data }) => line(data.title, pathOfId(id), data.description ?? '')).join('\n')}`;
  });
  const data = [
    ...publishedLocales.flatMap((locale) =>
      API_COLLECTIONS.map((name) =>
        line(
          `${name} (${locale})`,
          apiPath(name, locale),
          fill(nl['llms.schema'], { url: absoluteUrl(apiSchemaPath(name)) }),
        ),
      ),
    ),
    line(fill(nl['feed.title'], { site: nl['site.title'] }), '/feed.xml', nl['feed.subtitle']),
  ];
  const text = [
    `# ${nl['site.title']}`,
    `> ${nl['site.description']}`,
    fill(nl['llms.licence'], { licence: LICENCE }),
    ...listed,
    `## ${nl['llms.data']}\n\n${data.join('\n')}`,
  ];
  return new Response(`${text.join('\n\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
