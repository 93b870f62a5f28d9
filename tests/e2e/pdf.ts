import { createCanvas } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; millimetres from the top left corner, size in points. */
export interface Placed {
  text: string;
  left: number;
  right: number;
  top: number;
  size: number;
}
export interface PdfPage {
  /** Millimetres. */
  width: number;
  height: number;
  texts: Placed[];
}
/** What a PDF says about itself and what stands on its pages. */
export interface Pdf {
  title: string;
  language: string;
  tagged: boolean;
  /** Titles of the bookmarks, the deeper ones after their parent, each with its level from 0. */
  bookmarks: { title: string; level: number }[];
  /** Every role of the structure with how often it occurs. */
  roles: Map<string, number>;
  /** Alternatives of the figures. */
  alternatives: string[];
  pages: PdfPage[];
}

const MM = 25.4 / 72;

interface StructNode {
  role?: string;
  alt?: string;
  children?: StructNode[];
}
interface Outline {
  title: string;
  items: Outline[];
}

/** Prints what a page shows as the PDFs of the site are made. */
export function print(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

/** What stands on each page of a print, word after word. */
export async function printedTexts(page: Page): Promise<string[]> {
  const { pages } = await read(await page.pdf({ preferCSSPageSize: true }));
  return pages.map(({ texts }) => texts.map(({ text }) => text).join(' '));
}

/** Reads a PDF: pages with the place of every text, structure, bookmarks, title and language. */
export async function read(bytes: Buffer): Promise<Pdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const { info } = (await file.getMetadata()) as { info: { Title?: string; Language?: string } };
  const mark = (await file.getMarkInfo()) as { Marked?: boolean } | null;
  const bookmarks: Pdf['bookmarks'] = [];
  const gather = (items: Outline[], level: number): void => {
    for (const { title, items: below } of items) {
      bookmarks.push({ title, level });
      gather(below, level + 1);
    }
  };
  gather(((await file.getOutline()) ?? []) as Outline[], 0);
  const roles = new Map<string, number>();
  const alternatives: string[] = [];
  const walk = (node: StructNode | null): void => {
    if (!node) return;
    if (node.role) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    if (node.alt) alternatives.push(node.alt);
    node.children?.forEach(walk);
  };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    walk((await page.getStructTree()) as StructNode | null);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push({
      width: width * MM,
      height: height * MM,
      texts: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
        return [
          {
            text: item.str,
            left: x * MM,
            right: (x + item.width) * MM,
            top: (height - y) * MM,
            size: Math.hypot(a, b),
          },
        ];
      }),
    });
  }
  await task.destroy();
  return {
    title: info.Title ?? '',
    language: info.Language ?? '',
    tagged: mark?.Marked === true,
    bookmarks,
    roles,
    alternatives,
    pages,
  };
}

/** The pixels of a page of a PDF, `scale` times 72 dots an inch. */
async function pixels(bytes: Buffer, number: number, scale: number) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const page = await (await task.promise).getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  await task.destroy();
  return { canvas, context };
}

/** A part of a page, as shares of its width and height. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The text of the QR code in a part of a page, as a phone reads it from the paper; empty when there is none. */
export async function scan(bytes: Buffer, number: number, parts: readonly Part[]): Promise<string[]> {
  const { canvas, context } = await pixels(bytes, number, 2.5);
  return parts.map((part) => {
    const [x, y] = [Math.floor(part.left * canvas.width), Math.floor(part.top * canvas.height)];
    const [width, height] = [Math.floor(part.width * canvas.width), Math.floor(part.height * canvas.height)];
    const { data } = context.getImageData(x, y, width, height);
    return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
  });
}

/** How far the colours of a page are from grey, 0–255: 0 when it prints on a grey laser as it looks. */
export async function colourfulness(bytes: Buffer, number: number): Promise<number> {
  const { canvas, context } = await pixels(bytes, number, 1);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let most = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
  }
  return most;
}

/** The text of a page in one line. */
export function textOf({ texts }: PdfPage): string {
  return texts.map(({ text }) => text).join(' ');
}
