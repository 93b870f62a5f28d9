import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../src/domain/assessment/schema.ts';
import { site as host } from '../../src/site/publishing.ts';
import { entries, filesUnder } from '../content/load.ts';
import { type BuiltPage, builtPages, fileOf, SITES } from './site.ts';

/** An address of this site, written in full, up to what cannot be part of it. */
const OWN_ADDRESS = new RegExp(`${host.replaceAll('.', '\\.')}/[^\\s"'<>()\\\\|\`]*`, 'g');

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

  /** What is wrong with an address on the site, with its folder and anchor; nothing when it leads to something. */
  const faultOf = (address: string): string => {
    const file = fileOf(site, address);
    if (!file) return ': nothing is there';
    const anchor = decodeURIComponent(address.split('#')[1] ?? '');
    const page = byFile.get(file);
    return anchor && page && !hasId(page, anchor) ? ': no such anchor' : '';
  };
  const read = (path: string): string => readFileSync(join(site.dist, path), 'utf8');

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
        const fault = faultOf(own);
        if (fault) broken.push(`${page.path} → ${address}${fault}`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });

  it('has no broken address of its own in any file: data, feed, sitemap, what pages say to programs', () => {
    const files = filesUnder(site.dist, /\.(html|json|xml|txt|webmanifest|svg|js)$/);
    const broken: string[] = [];
    let checked = 0;
    for (const file of files) {
      // Print pages and data write addresses in full, also in what is escaped as HTML or JSON.
      const text = readFileSync(file, 'utf8')
        .replaceAll('&amp;', '&')
        .replaceAll(/&(?:quot|#34|#39);/g, '"');
      for (const address of text.match(OWN_ADDRESS) ?? []) {
        checked += 1;
        const inside = address.slice(host.length).replace(/[.,;:]+$/, '');
        // Days in the feed are entries, not places.
        if (/feed\.xml#\d{4}/.test(inside)) continue;
        const fault = faultOf(inside);
        if (fault) broken.push(`${relative(site.dist, file)} → ${address}${fault}`);
      }
    }
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  it('finds every page and heading that search knows, and every file that works without network', () => {
    const { entries } = JSON.parse(read('zoeken/nl.json')) as {
      entries: { url: string; headings?: [string, string][] }[];
    };
    const known = entries.flatMap(({ url, headings = [] }) => [
      url,
      ...headings.map(([, id]) => `${url.replace(/#.*/, '')}#${id}`),
    ]);
    expect(known.length).toBeGreaterThan(300);
    const kept = [...read('sw.js').matchAll(/\burl:"([^"]+)"/g)].map(([, url = '']) => url);
    expect(kept.length).toBeGreaterThan(300);
    expect([...known, ...kept].map((url) => url + faultOf(url)).filter((url) => url.includes(': '))).toEqual(
      [],
    );
  });

  it('finds what styles and the manifest name', () => {
    const styles = filesUnder(site.dist, /\.css$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/url\((["']?)([^)"']+)\1\)/g)]
        .map(([, , url = '']) => url)
        .filter((url) => !url.startsWith('data:'))
        .map((url) => new URL(url, `http://x${site.base}${relative(site.dist, file)}`).pathname),
    );
    const manifest = JSON.parse(read('manifest.webmanifest')) as {
      start_url: string;
      icons: { src: string }[];
    };
    const named = [...styles, manifest.start_url, ...manifest.icons.map(({ src }) => src)];
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((url) => faultOf(url))).toEqual([]);
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
    // Hosts send the second on to the first; we write the first.
    expect(site && fileOf(site, '/methode/4-opbouwen')).toBeNull();
  });
});
