import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineHashes } from '../../src/site/security.ts';
import { builtPages, SITES } from './site.ts';

describe.each(SITES)('the policy of the site $name', (site) => {
  const pages = builtPages(site);
  const headers = readFileSync(join(site.dist, '_headers'), 'utf8');
  const nginx = readFileSync(join(site.dist, 'nginx-headers.conf'), 'utf8');

  it('stands in every page, with the hashes of just its own scripts and styles', () => {
    for (const { path, html, dom } of pages) {
      const metas = dom.querySelectorAll('meta[http-equiv="content-security-policy"]');
      expect.soft(metas, path).toHaveLength(1);
      const text = metas[0]?.getAttribute('content') ?? '';
      const { scripts, styles } = inlineHashes(html);
      expect.soft(new Set(text.match(/'sha256-[^']+'/g)), path).toEqual(new Set([...scripts, ...styles]));
    }
  });

  it('allows no inline script and none made from text', () => {
    for (const text of [
      headers,
      nginx,
      ...pages.map(({ html }) => /content-security-policy" content="([^"]*)/.exec(html)?.[1] ?? ''),
    ]) {
      const scripts = /script-src ([^;]*)/.exec(text)?.[1] ?? '';
      expect.soft(scripts).toMatch(/^'self' 'wasm-unsafe-eval'/);
      expect.soft(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  });

  it('is in the headers with the hashes of all pages', () => {
    const all = new Set(
      pages.flatMap(({ html }) => Object.values(inlineHashes(html)).flatMap((set) => [...set])),
    );
    for (const text of [headers, nginx]) expect(new Set(text.match(/'sha256-[^']+'/g))).toEqual(all);
  });

  it('is short enough to be sent with every answer, and for nginx, which takes no more than 4 kB', () => {
    const lines = [...headers.split('\n'), ...nginx.split('\n')];
    const policies = lines.filter((line) => /content-security-policy/i.test(line));
    expect(policies).toHaveLength(2);
    for (const line of policies) expect(line.length).toBeLessThan(3000);
  });

  it('meets no page that runs script from an attribute or address', () => {
    for (const { path, dom } of pages) {
      const active = dom
        .querySelectorAll('*')
        .filter(
          ({ attributes }) =>
            Object.keys(attributes).some((name) => /^on/i.test(name)) ||
            /^javascript:/i.test(attributes['href'] ?? ''),
        );
      expect.soft(active.map(String), path).toEqual([]);
    }
  });
});
