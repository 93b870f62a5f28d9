import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { isLive } from '../../src/domain/permalink/index.ts';
import { site as host } from '../../src/site/publishing.ts';
import { permalinks } from '../content/printed.ts';
import { type BuiltPage, builtPages, fileOf, SITES } from './site.ts';

const links = permalinks();
const live = links.filter(isLive);

describe.each(SITES)('permanent links of the site $name', (site) => {
  const pages = builtPages(site);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const addresses = ({ dom }: BuiltPage): string[] =>
    dom.querySelectorAll('a[data-open]').map((link) => link.getAttribute('href') ?? '');

  it('each have a page that leads to what the link is of, also without JavaScript', () => {
    const lost = links.flatMap(({ id, retired }) => {
      const page = byPath.get(`/q/${id}/`);
      if (!page) return [`${id}: no page`];
      const found = addresses(page).filter((address) => {
        const target = byFile.get(fileOf(site, address) ?? '');
        const anchor = address.split('#')[1];
        return target && (!anchor || target.dom.querySelector(`[id="${anchor}"]`));
      });
      return found.length > 0 || retired ? [] : [`${id}: ${addresses(page).join()}`];
    });
    expect(lost).toEqual([]);
  });

  it('are not for search engines', () => {
    const found = pages.filter(({ path }) => path.startsWith('/q/'));
    expect(found.length).toBe(links.length + live.length);
    const open = found.filter(
      ({ dom }) => dom.querySelector('meta[name="robots"]')?.getAttribute('content') !== 'noindex',
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('share with whole addresses, and without a script of ours', () => {
    const wrong = live.filter(({ id }) => {
      const dom = byPath.get(`/q/${id}/delen/`)?.dom;
      const scripts = dom?.querySelectorAll('script') ?? [];
      return (
        dom?.querySelector('.copy')?.textContent !== `${host}${site.base}q/${id}/` ||
        // The theme is set before the first paint; nothing else runs.
        scripts.length !== 1 ||
        scripts[0]?.hasAttribute('src')
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('have a QR code as a drawing and as a picture, which read back as the link', async () => {
    for (const { id } of live.filter((_link, index) => index % 20 === 0)) {
      const folder = join(site.dist, 'q', id);
      const drawing = readFileSync(join(folder, 'qr.svg'), 'utf8').replace(
        '<svg ',
        '<svg width="500" height="500" ',
      );
      for (const picture of [Buffer.from(drawing), readFileSync(join(folder, 'qr.png'))]) {
        const canvas = createCanvas(500, 500);
        const context = canvas.getContext('2d');
        context.drawImage(await loadImage(picture), 0, 0, 500, 500);
        const { data } = context.getImageData(0, 0, 500, 500);
        expect.soft(jsQR(data, 500, 500)?.data, id).toBe(`${host}${site.base}q/${id}/`);
      }
    }
  });

  it('are offered on every page that has one', () => {
    const without = live.filter(({ id, kind }) => {
      const [page] = addresses(byPath.get(`/q/${id}/`)!);
      const target = byFile.get(fileOf(site, page ?? '') ?? '');
      return kind !== 'worksheet' && !target?.dom.querySelector(`main a[href="${site.base}q/${id}/delen/"]`);
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
