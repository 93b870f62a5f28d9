import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../src/domain/assessment/schema.ts';
import { entries } from '../content/load.ts';
import { type BuiltPage, builtPages, fileOf, SITES } from './site.ts';

describe.each(SITES)('the site $name', (site) => {
  const pages = builtPages(site);
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const idsOf = new Map<BuiltPage, Set<string>>();
  const hasId = (page: BuiltPage, id: string): boolean => {
    let ids = idsOf.get(page);
    if (!ids)
      idsOf.set(page, (ids = new Set(page.dom.querySelectorAll('[id]').map((element) => element.id))));
    return ids.has(id);
  };

  it('has no broken link, anchor, picture, script or style', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const page of pages) {
      const addresses = page.dom
        .querySelectorAll('[href], [src]')
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
      for (const address of addresses) {
        if (/^(https?:|mailto:|data:)/.test(address)) continue;
        checked += 1;
        const own = address.startsWith('#')
          ? `${site.base.replace(/\/$/, '')}${page.path}${address}`
          : address;
        const file = fileOf(site, own);
        const anchor = decodeURIComponent(own.split('#')[1] ?? '');
        if (!file) broken.push(`${page.path} → ${address}`);
        else if (anchor && !hasId(byFile.get(file) ?? page, anchor))
          broken.push(`${page.path} → ${address} (no such anchor)`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });

  it('loads nothing from another host', () => {
    const foreign = pages.flatMap(({ path, dom }) =>
      dom
        .querySelectorAll(
          'script[src], img, iframe, link[rel~="stylesheet"], link[rel~="preload"], link[rel~="icon"], source, video',
        )
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => /^(https?:)?\/\//.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(foreign).toEqual([]);
  });

  it('leads every question of an assessment to the place that explains it', () => {
    const wrong = [...entries('assessments', assessmentSchema).values()]
      .flatMap(({ items }) => items)
      .filter(({ anchor }) => {
        const file = fileOf(site, site.base + anchor.slice(1));
        const page = file ? byFile.get(file) : undefined;
        return !page || !hasId(page, anchor.split('#')[1] ?? '');
      });
    expect(wrong.map(({ id, anchor }) => `${id}: ${anchor}`)).toEqual([]);
  });
});

describe('the check on links', () => {
  it('notices an address that leads nowhere', () => {
    const [site] = SITES;
    expect(site && fileOf(site, '/methode/9-bestaat-niet/')).toBeNull();
    expect(site && fileOf(site, '/methode/4-opbouwen/')).not.toBeNull();
  });
});
