import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SITES } from '../build/site.ts';
import { filesUnder, root } from '../content/load.ts';
import { accepted } from './accepted.ts';

interface Package {
  name: string;
  folder: string;
  licence: string;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { license?: string; link?: boolean }>;
};
/** Everything the lock file can install, on any platform. */
const packages: Package[] = Object.entries(lock.packages)
  .filter(([folder]) => folder !== '')
  .map(([folder, { license }]) => ({
    name: folder.replace(/^.*node_modules\//, ''),
    folder: join(root, folder),
    licence: license ?? 'none',
  }));
const { licences, exceptions } = accepted();

const isLike = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.\/]/g, '\\$&').replaceAll('*', '.*')}$`).test(name);

/** The licences in an expression that a package has and that are not allowed for it: `(MIT OR GPL-2.0)` has none. */
function notAllowed({ name, licence }: Pick<Package, 'name' | 'licence'>): string[] {
  const isAllowed = (one: string): boolean =>
    licences.includes(one) || exceptions.some((it) => it.licence === one && isLike(it.package, name));
  return licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .filter((part) => !part.split(' OR ').some(isAllowed));
}

describe('licences of what we build with', () => {
  it('are all ones we accept, on every platform', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.flatMap((it) => notAllowed(it).map((licence) => `${it.name}: ${licence}`))).toEqual([]);
  });

  it('are what the installed packages say themselves', () => {
    const differing = packages.flatMap(({ name, folder, licence }) => {
      const file = join(folder, 'package.json');
      if (!existsSync(file)) return [];
      const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string };
      return license === licence
        ? []
        : [`${name}: ${licence} in the lock file, ${String(license)} installed`];
    });
    expect(differing).toEqual([]);
  });

  it('are excepted only where that is still needed', () => {
    const idle = exceptions.filter(
      (it) => !packages.some(({ name, licence }) => isLike(it.package, name) && licence.includes(it.licence)),
    );
    expect(idle).toEqual([]);
    const known = new Set(
      packages.flatMap(({ licence }) => licence.replaceAll(/[()]/g, '').split(/ AND | OR /)),
    );
    expect(licences.filter((licence) => !known.has(licence))).toEqual([]);
  });

  it.each([
    ['MIT', []],
    ['(MIT OR GPL-3.0-only)', []],
    ['MIT AND GPL-3.0-only', ['GPL-3.0-only']],
    ['LGPL-3.0-or-later', ['LGPL-3.0-or-later']],
    ['none', ['none']],
  ])('of a new package with %s are refused for %j', (licence, expected) => {
    expect(notAllowed({ name: 'nieuw', licence })).toEqual(expected);
  });
});

describe.each(SITES)('licenties.txt of the site $name', (site) => {
  const text = readFileSync(join(site.dist, 'licenties.txt'), 'utf8');
  const names = [...text.matchAll(/^={76}\n(.+?)(?: \d[\d.]*)?\n/gm)].map(([, name]) => name);

  it('gives the notices of everything that goes to readers', () => {
    // What islands, QR codes, calendar files, the service worker, search and the frame are made with.
    for (const name of ['preact', 'lean-qr', 'jsqr', 'ical.js', 'idb', 'pagefind', '@astrojs/starlight'])
      expect.soft(names, name).toContain(name);
    const worker = readFileSync(join(site.dist, 'sw.js'), 'utf8');
    const parts = [...worker.matchAll(/workbox:([a-z-]+):/g)].map(([, part]) => `workbox-${part}`);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect.soft(names, part).toContain(part);
  });

  it('has the whole text of each licence', () => {
    const blocks = text.split(/^={76}\n/m).slice(1);
    expect(blocks).toHaveLength(names.length);
    expect(
      blocks.filter((block) => !/copyright|mozilla public license/i.test(block) || block.length < 600),
    ).toEqual([]);
  });

  it('has the notice of every font that is sent', () => {
    const fonts = filesUnder(site.dist, /\.(woff2?|ttf|otf)$/).map((file) => /([^/\\]+?)-\d/.exec(file)?.[1]);
    expect(new Set(fonts)).toEqual(new Set(['barlow-semi-condensed']));
    expect(names).toContain('Barlow Semi Condensed');
  });
});
