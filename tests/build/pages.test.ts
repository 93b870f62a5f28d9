import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termSchema } from '../../src/domain/glossary/schema.ts';
import { sourceSchema } from '../../src/domain/source/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { entries, pages as sourcePages } from '../content/load.ts';
import { type BuiltPage, builtPages, isHandbookPage, SITES } from './site.ts';

const [site] = SITES;
if (!site) throw new Error('No site to check.');
const pages = builtPages(site).filter(isHandbookPage);
/** Tools have an island; a page with the rules behind a tool has none. */
const isTool = ({ path }: BuiltPage): boolean => /^\/hulpmiddelen\/(?!.*-regels\/$)./.test(path);
/** Lists that the reader can filter or sort: a small script of their own, no island. */
const isList = ({ path }: BuiltPage): boolean => ['/fiches/', '/cases/', '/rechtsvormen/'].includes(path);

describe('the built pages', () => {
  it('are those of content/docs, without drafts', () => {
    const expected = sourcePages()
      .filter(({ front }) => front['draft'] !== true)
      .map(({ id }) => (id === 'index' ? '/' : id === '404' ? '/404.html' : `/${id}/`));
    expect(pages.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  it('have one h1 and their language', () => {
    for (const page of pages) {
      expect.soft(page.dom.querySelectorAll('h1').length, page.path).toBe(1);
      expect.soft(page.dom.querySelector('html')?.getAttribute('lang'), page.path).toBe('nl');
    }
  });

  it('never skip a heading level', () => {
    const skipping = pages.flatMap(({ path, dom }) => {
      const levels = dom
        .querySelectorAll('main :is(h1, h2, h3, h4, h5)')
        .map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1) ? [path] : [];
    });
    expect(skipping).toEqual([]);
  });

  it('say the language of every title and name that is in another one', () => {
    const sources = entries('sources', sourceSchema);
    const [terms, techniques] = [entries('glossary', termSchema), entries('techniques', techniqueSchema)];
    let met = 0;
    const wrong = builtPages(site).flatMap(({ path, dom }) => {
      const inLanguage = (lang: string, text: string): boolean => {
        met += 1;
        return dom.querySelectorAll(`[lang="${lang}"]`).some((one) => one.textContent.includes(text));
      };
      const titles = dom.querySelectorAll('a[href*="/bronnen/#"]').flatMap((link) => {
        const source = sources.get(link.getAttribute('href')?.split('#')[1] ?? '');
        const language = source?.titleLanguage ?? source?.language;
        if (!source || source.language === 'nl' || !link.textContent.includes(source.title)) return [];
        met += 1;
        // Without a mark a title is in the language of the page.
        const marks = [link, ...link.querySelectorAll('[lang]')]
          .filter((one) => one.textContent.includes(source.title))
          .flatMap((one) => one.getAttribute('lang') ?? []);
        return (marks.length > 0 ? marks : ['nl']).every((mark) => mark === language)
          ? []
          : [`${path}: ${source.title}`];
      });
      const names =
        path === '/begrippen/'
          ? [...terms.values()].flatMap(({ name }) => [['fr', name.fr] as const, ['en', name.en] as const])
          : [...techniques]
              .filter(([id]) => path === `/fiches/${id}/`)
              // A name that languages share is named once, in the first of them.
              .flatMap(
                ([
                  ,
                  {
                    aliases: { nl, fr, en },
                  },
                ]) => [
                  ...fr.filter((name) => !nl.includes(name)).map((name) => ['fr', name] as const),
                  ...en.filter((name) => ![...nl, ...fr].includes(name)).map((name) => ['en', name] as const),
                ],
              );
      return [
        ...titles,
        ...names
          .filter(([lang, name]) => name && !inLanguage(lang, name))
          .map(([, name]) => `${path}: ${name}`),
      ];
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(met).toBeGreaterThan(300);
  });

  it('show no English leftovers of the framework', () => {
    const leftovers =
      /Section titled|Skip to content|On this page|Built with Starlight|Select theme|Copy to clipboard|Edit page|Last updated/;
    expect(pages.filter(({ html }) => leftovers.test(html)).map(({ path }) => path)).toEqual([]);
  });

  it('carry no client script of a tool unless they hold one', () => {
    const island = (page: BuiltPage): boolean => page.html.includes('<astro-island');
    expect(pages.filter(island).every(isTool)).toBe(true);
    expect(pages.filter(isTool).every(island)).toBe(true);
    // What stays are the frame's own functions: search, theme, table of contents, and whether the page is embedded.
    const known = /\/_astro\/(Head|Search|ThemeSelect|TableOfContents|MobileTableOfContents|page)\b/;
    const strange = pages
      .filter((page) => !isTool(page) && !isList(page))
      .flatMap(({ path, dom }) =>
        dom
          .querySelectorAll('script[src]')
          .map((script) => script.getAttribute('src') ?? '')
          .filter((src) => !known.test(src))
          .map((src) => `${path}: ${src}`),
      );
    expect(strange).toEqual([]);
  });

  it('list in their menu the sections and the pages of their own section only', () => {
    const tooLong = pages.flatMap(({ path, dom }) => {
      const section = path.split('/')[1] ?? '';
      const hrefs = dom
        .querySelectorAll('#starlight__sidebar a')
        .map((link) => link.getAttribute('href') ?? '');
      const others = hrefs.map((href) => href.split('/')[1] ?? '').filter((other) => other !== section);
      const repeated = others.filter((other, index) => others.indexOf(other) !== index);
      // The pages of the last section stand at the top level, without a folder, and one of the tools does.
      return ['begrippen', 'bronnen', 'over', 'inhoud', 'afdrukken'].includes(section) ||
        repeated.length === 0
        ? []
        : [`${path}: ${repeated.join()}`];
    });
    expect(tooLong).toEqual([]);
  });

  it('show the sources their front matter names, at their foot', () => {
    const missing = sourcePages().flatMap(({ id, front }) => {
      const page = pages.find(({ path }) => path === (id === 'index' ? '/' : `/${id}/`));
      const shown =
        page?.dom.querySelectorAll('.page-sources a').map((link) => link.getAttribute('href')) ?? [];
      return ((front['sources'] as string[] | undefined) ?? [])
        .filter((source) => !shown.includes(`/bronnen/#${source}`))
        .map((source) => `${id}: ${source}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the site', () => {
  // Browsers ask for favicon.ico by themselves where nothing names an icon: at a data file or a QR code.
  it('has its icons and rules for robots', () => {
    for (const file of ['favicon.svg', 'favicon.ico', 'robots.txt'])
      expect.soft(existsSync(join(site.dist, file)), file).toBe(true);
  });
});
