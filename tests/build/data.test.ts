import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiCollection, apiJsonSchema, apiSchemas } from '../../src/domain/api/schema.ts';
import { publishedLocales } from '../../src/site/locales.ts';
import { site as host } from '../../src/site/publishing.ts';
import { dataFiles } from '../content/load.ts';
import { builtPages, fileOf, isHandbookPage, SITES } from './site.ts';

interface Item extends Record<string, unknown> {
  id: string;
  url: string;
  permalink: string;
  version?: number;
  sources: { title: string; url: string }[];
}
interface ApiFile {
  $schema: string;
  items: Item[];
}

const names = Object.keys(apiSchemas) as ApiCollection[];
const folders: Record<ApiCollection, string> = {
  techniques: 'techniques',
  phases: 'phases',
  cases: 'cases',
  terms: 'glossary',
};
const cases = SITES.flatMap((site) =>
  publishedLocales.flatMap((locale) => names.map((name) => [site.name, locale, name, site] as const)),
);

/** The part of a whole address after the host, as links on the site have it. */
const inside = (address: string): string => address.slice(host.length);

describe.each(cases)('data of the site %s, %s/%s', (_site, locale, name, site) => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(site.dist, path), 'utf8'));
  const file = read(`api/${locale}/${name}.json`) as ApiFile;
  const schema = read(`api/schema/${name}.json`) as z.core.JSONSchema.JSONSchema;
  const validator = z.fromJSONSchema(schema);

  it('fits the schema that is served beside it', () => {
    expect(validator.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(file.$schema).toBe(`${host}${site.base}api/schema/${name}.json`);
    expect(schema).toEqual(apiJsonSchema(name));
  });

  it('has a schema that notices a field too many, a field missing and a wrong one', () => {
    const [first, ...rest] = file.items;
    const fits = (item: unknown): boolean => validator.safeParse({ ...file, items: [item, ...rest] }).success;
    const { name: _name, ...nameless } = first!;
    expect(fits(first)).toBe(true);
    expect(fits({ ...first, extra: 1 })).toBe(false);
    expect(fits(nameless)).toBe(false);
    expect(fits({ ...first, name: { nl: 'x' } })).toBe(false);
    expect(fits({ ...first, sources: ['ecobuild-2017'] })).toBe(false);
  });

  it('holds every item, with texts in one language, titles of sources and addresses that lead somewhere', () => {
    expect(file.items.map(({ id }) => id).sort()).toEqual(dataFiles(folders[name]).map(({ id }) => id));
    for (const item of file.items) {
      const { names: _names, ...texts } = item;
      expect.soft(JSON.stringify(texts), item.id).not.toMatch(/"nl":"/);
      expect
        .soft(
          item.sources.every(({ title }) => title !== ''),
          item.id,
        )
        .toBe(true);
      for (const address of [item.url, item.permalink, ...item.sources.map(({ url }) => url)])
        expect.soft(fileOf(site, inside(address)), address).not.toBeNull();
      if (name !== 'terms') expect.soft(item.version, item.id).toBeGreaterThan(0);
    }
  });
});

describe.each(SITES)('what programs read of the site $name', (site) => {
  const pages = builtPages(site).filter(isHandbookPage);
  const graphOf = (path: string): Record<string, unknown>[] => {
    const script = pages
      .find((page) => page.path === path)
      ?.dom.querySelector('script[type="application/ld+json"]');
    return script
      ? (JSON.parse(script.textContent) as { '@graph': Record<string, unknown>[] })['@graph']
      : [];
  };
  const types = (path: string): unknown[] => graphOf(path).map((thing) => thing['@type']);

  it('is described on every kind of page', () => {
    expect(types('/fiches/openingsronde/')).toEqual(['HowTo', 'BreadcrumbList']);
    expect(types('/methode/4-opbouwen/')).toEqual(['Article', 'BreadcrumbList']);
    expect(types('/cases/kubeko/')).toEqual(['Article', 'BreadcrumbList']);
    expect(types('/achtergrond/impact-meten/')).toEqual(['Article', 'BreadcrumbList']);
    expect(types('/begrippen/')).toEqual(['DefinedTermSet']);
    expect(types('/hulpmiddelen/fasetest/')).toEqual(['BreadcrumbList']);
    expect(types('/404.html')).toEqual([]);
  });

  it('is well-formed on every page, with addresses on this site', () => {
    for (const { path, dom } of pages) {
      const text = dom.querySelector('script[type="application/ld+json"]')?.textContent;
      if (!text) continue;
      const addresses = [...text.matchAll(/"(?:url|item)":"([^"#][^"]*)"/g)].map(
        ([, address = '']) => address,
      );
      for (const address of addresses)
        expect.soft(fileOf(site, inside(address)), `${path}: ${address}`).not.toBeNull();
    }
  });

  it('gives a technique its steps with their minutes, and the terms their anchors', () => {
    const [howTo] = graphOf('/fiches/openingsronde/') as [
      { totalTime: string; step: { timeRequired: string }[] },
    ];
    const minutes = howTo.step.map(({ timeRequired }) => Number(/^PT(\d+)M$/.exec(timeRequired)?.[1]));
    expect(howTo.totalTime).toBe(`PT${minutes.reduce((sum, one) => sum + one, 0)}M`);
    const [set] = graphOf('/begrippen/') as [{ hasDefinedTerm: { url: string }[] }];
    const glossary = pages.find(({ path }) => path === '/begrippen/');
    expect(set.hasDefinedTerm.length).toBeGreaterThan(100);
    for (const { url } of set.hasDefinedTerm)
      expect.soft(glossary?.dom.querySelector(`[id="${url.slice(1)}"]`), url).not.toBeNull();
  });

  it('is listed in llms.txt: every page, the data and the licence', () => {
    const text = readFileSync(join(site.dist, 'llms.txt'), 'utf8');
    const listed = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, address = '']) => address);
    expect(listed.filter((address) => fileOf(site, inside(address)) === null)).toEqual([]);
    const missing = pages
      .map(({ path }) => `${host}${site.base}${path.slice(1)}`)
      .filter(
        (address) =>
          !listed.includes(address) &&
          !/\/(404\.html)?$/.test(address.slice(`${host}${site.base}`.length - 1)),
      );
    expect(missing).toEqual([]);
    expect(text).toContain('creativecommons.org/licenses/by-sa/4.0');
  });

  it('offers the feed of changes on every page', () => {
    const without = pages.filter(
      ({ dom }) =>
        dom.querySelector('link[type="application/atom+xml"]')?.getAttribute('href') !==
        `${site.base}feed.xml`,
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
