import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { publishedLocales, rootLocale } from '../../src/site/locales.ts';
import { site as host } from '../../src/site/publishing.ts';
import { SOCIAL_SIZE } from '../../src/site/social.ts';
import { filesUnder, pages as pagesIn } from '../content/load.ts';
import { type BuiltPage, builtPages, isHandbookPage, isIndexable, SITES } from './site.ts';

/** What search engines show of a title before they cut it off; the name of the site may fall off. */
const TITLE = 60;
const DESCRIPTION = { min: 80, max: 160 };

const attribute = ({ dom }: BuiltPage, selector: string, name: string): string =>
  dom.querySelector(selector)?.getAttribute(name) ?? '';
const meta = (page: BuiltPage, name: string): string =>
  attribute(page, `meta[name="${name}"], meta[property="${name}"]`, 'content');
const titleOf = ({ dom }: BuiltPage): string => dom.querySelector('title')?.textContent ?? '';
const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => text === '' || texts.indexOf(text) !== index);

describe.each(SITES)('what search engines read of the site $name', (site) => {
  const pages = builtPages(site);
  const indexable = pages.filter(isIndexable);
  const addressOf = (path: string): string => `${host}${site.base}${path.slice(1)}`;

  it('are the pages of the handbook, without the one for what is not there', () => {
    const handbook = pages.filter(isHandbookPage).map(({ path }) => path);
    const translated = publishedLocales
      .filter((locale) => locale !== rootLocale)
      .flatMap((locale) =>
        pagesIn(locale).map(({ id }) => (id === 'index' ? `/${locale}/` : `/${locale}/${id}/`)),
      );
    expect(indexable.map(({ path }) => path).sort()).toEqual(
      [...handbook, ...translated].filter((path) => !path.includes('404')).sort(),
    );
    expect(indexable.length).toBeGreaterThan(100);
  });

  it('are titles and descriptions of their own, of a length that is shown', () => {
    expect(repeated(indexable.map(titleOf))).toEqual([]);
    expect(repeated(indexable.map((page) => meta(page, 'description')))).toEqual([]);
    const wrong = indexable.filter((page) => {
      const [own = ''] = titleOf(page).split(' | ');
      const { length } = meta(page, 'description');
      return own.length > TITLE || length < DESCRIPTION.min || length > DESCRIPTION.max;
    });
    expect(
      wrong.map((page) => `${page.path}: ${titleOf(page)} (${meta(page, 'description').length})`),
    ).toEqual([]);
  });

  it('is one address per page, the one it stands at, and none for what is not there', () => {
    for (const page of indexable) {
      expect.soft(page.dom.querySelectorAll('link[rel="canonical"]'), page.path).toHaveLength(1);
      expect.soft(attribute(page, 'link[rel="canonical"]', 'href'), page.path).toBe(addressOf(page.path));
    }
    const missing = pages.filter(({ path }) => path.endsWith('/404.html'));
    expect(missing.map((page) => attribute(page, 'link[rel="canonical"]', 'href'))).toEqual(
      publishedLocales.map(() => ''),
    );
  });

  it('gives the style before all else that is fetched and before any script, and the font last', () => {
    for (const { path, dom } of indexable) {
      const fetched = [
        ...dom.querySelectorAll('link[rel="stylesheet"], link[rel="preload"], script:not([type*="json"])'),
      ];
      const sheets = dom.querySelectorAll('head link[rel="stylesheet"]').length;
      expect.soft(sheets, path).toBeGreaterThan(0);
      for (const one of fetched.slice(0, sheets))
        expect.soft(one.getAttribute('rel'), path).toBe('stylesheet');
      const fonts = [...dom.querySelectorAll('link[rel="preload"][as="font"]')];
      expect.soft(fonts, path).toHaveLength(1);
      expect.soft(fonts[0]?.closest('body'), path).toBeTruthy();
    }
  });

  it('is the same in the sitemap: every page for search engines, no other', () => {
    const index = readFileSync(join(site.dist, 'sitemap-index.xml'), 'utf8');
    expect([...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)).toEqual([
      addressOf('/sitemap-0.xml'),
    ]);
    const sitemap = readFileSync(join(site.dist, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
    expect(listed.sort()).toEqual(indexable.map(({ path }) => addressOf(path)).sort());
    for (const page of indexable)
      expect
        .soft(attribute(page, 'link[rel="sitemap"]', 'href'), page.path)
        .toBe(`${site.base}sitemap-index.xml`);
  });

  it('is every language a page is there in, and which one is for everybody else', () => {
    const paths = new Set(indexable.map(({ path }) => path));
    const inLanguage = (path: string, locale: string): string =>
      locale === rootLocale ? path : `/${locale}${path}`;
    for (const page of pages) {
      const own = publishedLocales.reduce(
        (path, locale) => (path.startsWith(`/${locale}/`) ? path.slice(locale.length + 1) : path),
        page.path,
      );
      const there = isIndexable(page)
        ? publishedLocales.filter((locale) => paths.has(inLanguage(own, locale)))
        : [];
      const expected = there.map((locale) => [locale, addressOf(inLanguage(own, locale))]);
      const found = page.dom
        .querySelectorAll('link[rel="alternate"][hreflang]')
        .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]);
      expect
        .soft(found, page.path)
        .toEqual(expected.length > 1 ? [...expected, ['x-default', addressOf(own)]] : []);
    }
  });
});

describe.each(SITES)('what is shown beside a link to the site $name', (site) => {
  const pages = builtPages(site);
  /** Pages that people send to each other: of the handbook, and of permanent links. */
  const shared = pages.filter((page) => isHandbookPage(page) || page.path.startsWith('/q/'));
  const images = filesUnder(join(site.dist, 'social'), /\.png$/);
  const folder = `${host}${site.base}social/`;
  const nameOf = (page: BuiltPage): string => meta(page, 'og:image').slice(folder.length);

  it('is the title, text and address of the page', () => {
    for (const page of shared) {
      const own = titleOf(page).split(' | ')[0];
      expect.soft(meta(page, 'og:title'), page.path).toBe(own);
      expect.soft(meta(page, 'og:description').length, page.path).toBeGreaterThan(40);
      expect.soft(meta(page, 'og:locale'), page.path).toBe(attribute(page, 'html', 'lang'));
      expect.soft(meta(page, 'og:site_name'), page.path).not.toBe('');
      expect.soft(meta(page, 'twitter:card'), page.path).toBe('summary_large_image');
      if (isHandbookPage(page) && page.path !== '/404.html') {
        expect.soft(meta(page, 'og:url'), page.path).toBe(`${host}${site.base}${page.path.slice(1)}`);
        expect.soft(meta(page, 'og:description'), page.path).toBe(meta(page, 'description'));
      }
      // What is shared of the page with the QR code is the link itself.
      if (page.path.startsWith('/q/'))
        expect
          .soft(meta(page, 'og:url'), page.path)
          .toBe(`${host}${site.base}${page.path.slice(1)}`.replace(/delen\/$/, ''));
    }
  });

  it('is a picture that is there, with its size and what it says', () => {
    const there = images.map((file) => file.split(/[\\/]/).at(-1));
    for (const page of shared) {
      expect.soft(meta(page, 'og:image').startsWith(folder), page.path).toBe(true);
      expect.soft(there, `${page.path}: npm run social`).toContain(nameOf(page));
      expect.soft(meta(page, 'og:image:width'), page.path).toBe(String(SOCIAL_SIZE.width));
      expect.soft(meta(page, 'og:image:height'), page.path).toBe(String(SOCIAL_SIZE.height));
      expect.soft(meta(page, 'og:image:alt').length, page.path).toBeGreaterThan(20);
    }
    // Nor is there a picture that no page shows.
    expect(new Set(there)).toEqual(new Set(shared.map(nameOf)));
  });

  it('is the picture of the phase or tool it is about', () => {
    const at = (path: string): string => nameOf(pages.find((page) => page.path === path)!);
    expect(at('/')).toBe('handboek.png');
    expect(at('/methode/4-opbouwen/')).toBe('fase-4.png');
    expect(at('/q/fase-4/delen/')).toBe('fase-4.png');
    expect(at('/hulpmiddelen/groep/')).toBe('hulpmiddel-groep.png');
    expect(at('/hulpmiddelen/rechtsvorm-regels/')).toBe('hulpmiddelen.png');
    expect(at('/q/openingsronde/')).toBe('fiches.png');
    expect(at('/over/')).toBe('handboek.png');
  });

  it('weighs little and has the size it says', async () => {
    const sizes = images.map((file) => readFileSync(file).byteLength);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_000_000);
    for (const file of images) {
      const { width, height } = await loadImage(file);
      expect.soft({ width, height }, file).toEqual(SOCIAL_SIZE);
    }
  });

  it('is not kept on the reader’s device', () => {
    expect(readFileSync(join(site.dist, 'sw.js'), 'utf8')).not.toContain('social/');
  });
});
