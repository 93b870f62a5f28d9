import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { codeSvg, drawCode, QUIET } from '../../../src/domain/qr/index.ts';
import { describe, expect, it } from 'vitest';
import jsQR from 'jsqr';
import { qrPng, qrSvg } from '../../../src/site/qr.ts';

/** What a reader of codes sees in a picture. */
async function read(picture: Uint8Array | string, pixels = 400): Promise<string | undefined> {
  const image = await loadImage(Buffer.from(picture));
  const canvas = createCanvas(pixels, pixels);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, pixels, pixels);
  const { data } = context.getImageData(0, 0, pixels, pixels);
  return jsQR(data, pixels, pixels)?.data;
}

const URL_ON_PAPER = 'https://handboek.example/q/fase-4/?v=3';

describe('a QR code', () => {
  it('reads back as its text, as a drawing and as a picture', async () => {
    const svg = qrSvg(URL_ON_PAPER).replace('<svg ', '<svg width="400" height="400" ');
    expect(await read(svg)).toBe(URL_ON_PAPER);
    expect(await read(qrPng(URL_ON_PAPER, 400))).toBe(URL_ON_PAPER);
  });

  it('has exactly the pixels asked for, or says that they are too few', async () => {
    for (const pixels of [64, 401, 1000]) {
      const { width, height } = await loadImage(Buffer.from(qrPng(URL_ON_PAPER, pixels)));
      expect([width, height]).toEqual([pixels, pixels]);
    }
    expect(() => qrPng(URL_ON_PAPER, 20)).toThrow(RangeError);
  });

  it('is black on white whatever the theme, without ids, so that many fit on a page', () => {
    const svg = qrSvg(URL_ON_PAPER);
    expect(svg).toMatch(/^<svg [^>]*><rect [^>]*fill="#fff"\/><path stroke="#000" d="[^"]*"\/><\/svg>$/);
    expect(svg).not.toMatch(/\bid=|currentColor|class=/);
  });

  it('draws every dark module once, and keeps its edge white', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 8, maxLength: 8 }),
        (rows) => {
          const { size, path } = drawCode({ size: 8, get: (x, y) => rows[y]?.[x] ?? false });
          const dark = new Set<string>();
          let at = { x: 0, y: -0.5 };
          for (const [, right, down, width] of path.matchAll(/m(-?\d+) ([\d.]+)h(\d+)/g)) {
            at = { x: at.x + Number(right), y: at.y + Number(down) };
            for (let step = 0; step < Number(width); step += 1, at.x += 1) {
              const key = `${at.x - QUIET} ${at.y - QUIET}`;
              expect(dark.has(key)).toBe(false);
              dark.add(key);
            }
          }
          expect(size).toBe(8 + 2 * QUIET);
          expect(dark).toEqual(
            new Set(rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])))),
          );
        },
      ),
    );
  });

  it('takes a size in pixels where a file needs one', () => {
    expect(codeSvg({ size: 1, get: () => true }, 90)).toContain('viewBox="0 0 9 9" width="90" height="90"');
  });
});
