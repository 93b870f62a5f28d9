/**
 * Makes a PDF of every document of the built site (`dist/afdrukken/documenten.json`), with tags, bookmarks, title and
 * language, and puts links to them in the built pages: `npm run build && npm run pdf`. It may run again at any time.
 * With ids behind it (`npm run pdf -- kaarten fase-4`) it makes those only.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { argv, exit } from 'node:process';
import { type Browser, chromium, type Page, type Route } from '@playwright/test';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { rootLocale } from './locales.ts';
import type { PrintDocument } from './documents.ts';
import { ensureChromium } from './find-chromium.mjs';
import { type MadePdf, withPdfLinks, withRevisions } from './pdf-links.ts';
import { outDir } from './publishing.ts';

/** The pages are read from the folder, not from a server; the address only has to be one. */
const HOST = 'http://handboek.invalid';
/** As many pages print at the same time as small machines have cores. */
const AT_ONCE = 2;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What is to be printed, as the build wrote it down. */
interface Work {
  base: string;
  documents: PrintDocument[];
}

/** Answers a request of the browser with a file of the built site, and with nothing else. */
async function answer(route: Route, base: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  const inside = decodeURIComponent(pathname.slice(base.length));
  const path = join(outDir, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
  if (origin !== HOST || !pathname.startsWith(base)) return route.abort();
  try {
    await route.fulfill({ body: readFileSync(path), contentType: TYPES[extname(path)] ?? 'text/plain' });
  } catch {
    await route.fulfill({ status: 404, body: '' });
  }
}

const print = (page: Page): Promise<Buffer> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });

/** Number of pages of a PDF that Chromium made. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The page on which each place of a document stands, from the places Chromium names in the PDF. */
async function pageNumbers(pdf: Buffer, places: readonly string[]): Promise<Record<string, number>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await task.promise;
  const targets = await file.getDestinations();
  const found: Record<string, number> = {};
  for (const place of places) {
    const target = targets[place] as [Parameters<typeof file.getPageIndex>[0]] | undefined;
    if (target) found[place] = (await file.getPageIndex(target[0])) + 1;
  }
  await task.destroy();
  return found;
}

/** Prints one document. One with contents is printed twice: the first time tells the page numbers. */
async function makePdf(page: Page, { base }: Work, { path }: PrintDocument): Promise<Buffer> {
  const response = await page.goto(HOST + base.slice(0, -1) + path);
  if (response?.status() !== 200) throw new Error(`${path} is not in ${outDir}: build the site first.`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await print(page);
  const places = await page.$$eval('[data-page-of]', (cells) =>
    cells.map((cell) => cell.getAttribute('data-page-of') ?? ''),
  );
  if (places.length === 0) return pdf;
  const numbers = await pageNumbers(pdf, places);
  await page.evaluate((numbers) => {
    for (const cell of document.querySelectorAll('[data-page-of]'))
      cell.textContent = String(numbers[cell.getAttribute('data-page-of') ?? ''] ?? '');
  }, numbers);
  return print(page);
}

/** Prints all documents, several at the same time. */
async function makeAll(browser: Browser, work: Work, folder: string): Promise<Map<string, MadePdf>> {
  const made = new Map<string, MadePdf>();
  // The longest first, so that it does not come alone at the end.
  const waiting = work.documents.toSorted((a, b) => Number(b.group === 'all') - Number(a.group === 'all'));
  const date = new Date().toLocaleDateString(rootLocale, { dateStyle: 'medium' });
  const worker = async (): Promise<void> => {
    const context = await browser.newContext({ locale: rootLocale });
    await context.route('**/*', (route) => answer(route, work.base));
    const page = await context.newPage();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { id, title } = next;
      const pdf = await makePdf(page, work, next);
      writeFileSync(join(folder, `${id}.pdf`), pdf);
      made.set(id, { id, title, pages: pagesOf(pdf), bytes: pdf.byteLength, date });
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return made;
}

/** All HTML files under a folder. */
function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const from = Date.now();
const list = join(outDir, 'afdrukken/documenten.json');
let work: Work;
try {
  work = JSON.parse(readFileSync(list, 'utf8')) as Work;
} catch {
  console.error(`${list} is missing: run "npm run build" first.`);
  exit(1);
}
const asked = argv.slice(2);
if (asked.length > 0) work.documents = work.documents.filter(({ id }) => asked.includes(id));
const folder = join(outDir, 'pdf');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const made = await makeAll(browser, work, folder).finally(() => browser.close());
const words = { pdf: nl['paper.pdf'], pdfLabel: nl['paper.pdfLabel'], pdfFacts: nl['paper.pdfFacts'] };
const changed = new Map<string, string>();
for (const file of pagesUnder(outDir)) {
  const html = readFileSync(file, 'utf8');
  const linked = withPdfLinks(html, made, work.base, words);
  if (linked === html) continue;
  writeFileSync(file, linked);
  const address = work.base + relative(outDir, file).split(sep).join('/');
  changed.set(address, createHash('md5').update(linked).digest('hex'));
}
const worker = join(outDir, 'sw.js');
if (existsSync(worker)) writeFileSync(worker, withRevisions(readFileSync(worker, 'utf8'), changed));
const pages = [...made.values()].reduce((sum, pdf) => sum + pdf.pages, 0);
const bytes = [...made.values()].reduce((sum, pdf) => sum + pdf.bytes, 0);
console.log(
  `${made.size} PDFs, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB in ${folder} (${Math.round((Date.now() - from) / 1000)} s)`,
);
