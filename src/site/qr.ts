import { crc32, deflateSync } from 'node:zlib';
import { correction, generate } from 'lean-qr';
import { codeSvg, QUIET } from '../domain/qr/index.ts';

const encode = (text: string) => generate(text, { minCorrectionLevel: correction.M });

/** A QR code of `text` as a complete `<svg>`: black on white, with its white edge, without ids. */
export function qrSvg(text: string): string {
  return codeSvg(encode(text));
}

/**
 * A QR code of `text` as a PNG of `pixels` by `pixels`, one bit per pixel. Modules are whole pixels; what is left
 * over goes to the white edge. Throws a RangeError when there are fewer pixels than modules.
 */
export function qrPng(text: string, pixels: number): Uint8Array {
  const code = encode(text);
  const scale = Math.floor(pixels / (code.size + 2 * QUIET));
  if (scale < 1) throw new RangeError(`A code of ${code.size} modules does not fit in ${pixels} pixels.`);
  const edge = Math.floor((pixels - code.size * scale) / 2);
  const data = Buffer.alloc((1 + Math.ceil(pixels / 8)) * pixels, 0xff);
  const width = data.length / pixels;
  for (let y = 0; y < pixels; y += 1) {
    const line = data.subarray(y * width, (y + 1) * width);
    const row = Math.floor((y - edge) / scale);
    // Rows of the same module are the same; the first byte of a row is its filter, none.
    if (y > 0 && row === Math.floor((y - 1 - edge) / scale)) {
      data.copy(line, 0, (y - 1) * width, y * width);
      continue;
    }
    line[0] = 0;
    for (let x = 0; x < pixels; x += 1) {
      const at = 1 + (x >> 3);
      // Grey of one bit: 0 is black.
      if (code.get(Math.floor((x - edge) / scale), row)) line[at] = (line[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A part of a PNG file: its length, name, data and checksum. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
