import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { createCanvas } from '@napi-rs/canvas';
import { expect, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { textsOf } from '../../src/domain/worksheet/index.ts';
import { membersOf } from '../build/word-file.ts';
import { dutchWorksheet, worksheets } from '../content/worksheets.ts';
import { watch } from './pages.ts';

const LIST = '/fiches/werkbladen/';
const ids = [...worksheets.keys()];
const pathOf = (id: string): string => `/afdrukken/werkblad/${id}/`;
/** Without the breaks and spaces that a layout adds. */
const packed = (text: string): string => text.replaceAll(/\s+/g, '');

/** The sheets of a worksheet as they come out of the printer. */
async function printed(page: Page, id: string): Promise<PDFPageProxy[]> {
  await page.goto(pathOf(id));
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
}

/** The address in the QR code on a sheet, as a camera reads it: from close by when it fails from further away. */
async function codeOn(sheet: PDFPageProxy): Promise<string> {
  for (const dotsPerInch of [200, 300]) {
    const viewport = sheet.getViewport({ scale: dotsPerInch / 72 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    const canvasContext = canvas.getContext('2d');
    await sheet.render({ canvasContext: canvasContext as never, canvas: canvas as never, viewport }).promise;
    const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    const code = jsQR(new Uint8ClampedArray(data), width, height);
    if (code) return code.data;
  }
  return '';
}

for (const id of ids) {
  test(`the worksheet ${id} prints on its sheets, with every text and a code to its page`, async ({
    page,
  }) => {
    const worksheet = dutchWorksheet(id);
    const sheets = await printed(page, id);
    expect(
      sheets.map((sheet) => {
        const { width, height } = sheet.getViewport({ scale: 1 });
        return width < height ? 'portrait' : 'landscape';
      }),
    ).toEqual(worksheet.sheets.map(({ orientation }) => orientation));

    const texts = await Promise.all(
      sheets.map(async (sheet) => {
        const { items } = await sheet.getTextContent();
        return packed(items.map((item) => ('str' in item ? item.str : '')).join(''));
      }),
    );
    const told = texts.join('');
    expect(textsOf(worksheet).filter((text) => !told.includes(packed(text)))).toEqual([]);
    for (const text of texts) expect(text).toContain(`werkblad-${id}`);

    for (const sheet of sheets)
      expect(await codeOn(sheet)).toMatch(new RegExp(`/q/werkblad-${id}/\\?v=\\d+$`));
  });
}

test('a worksheet leaves room: every line to write on is at least eight millimetres high', async ({
  page,
}) => {
  const EIGHT = (8 * 96) / 25.4;
  await page.emulateMedia({ media: 'print' });
  for (const id of ids) {
    await page.goto(pathOf(id));
    const low = await page.evaluate((least) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.form tbody tr, .line + .line, .fields')];
      return rows
        .filter((row) => row.getBoundingClientRect().height < least)
        .map((row) => row.outerHTML.slice(0, 80));
    }, EIGHT);
    expect.soft(low, id).toEqual([]);
  }
});

test('the Word files are well-formed in all their parts', async ({ page }) => {
  await page.goto(LIST);
  for (const id of ids) {
    const file = readFileSync(join(import.meta.dirname, `../../dist/afdrukken/werkblad/${id}.docx`));
    const parts = [...membersOf(file)].filter(([path]) => /\.(xml|rels)$/.test(path));
    expect(parts.length).toBeGreaterThan(5);
    const faults = await page.evaluate(
      (all) =>
        all.flatMap(([path, text]) => {
          const fault = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror');
          return fault ? [`${path}: ${fault.textContent}`] : [];
        }),
      parts.map(([path, { text }]) => [path, text] as const),
    );
    expect.soft(faults, id).toEqual([]);
  }
});

test('the list leads by keyboard to the sheet, and gives the Word file under its own name', async ({
  page,
}) => {
  const faults = watch(page);
  await page.goto(LIST);
  const item = page.locator('#besluitverslag');
  await item.getByRole('link', { name: /^Word-bestand/ }).focus();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('werkblad-besluitverslag.docx');
  await item.getByRole('link', { name: /^Afdrukken/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(pathOf('besluitverslag'));
  await page.getByRole('link', { name: 'Alle werkbladen' }).click();
  await expect(page).toHaveURL(`${LIST}#besluitverslag`);
  expect(faults).toEqual([]);
});

test('a technique and a phase offer their worksheets', async ({ page }) => {
  await page.goto('/fiches/visgeraamte/');
  await expect(
    page.locator('.worksheet-links').getByRole('link', { name: 'Visgeraamte', exact: true }),
  ).toHaveAttribute('href', `${LIST}#visgeraamte`);
  await page.goto('/methode/6-formaliseren/');
  await expect(
    page
      .locator('.worksheet-links')
      .getByRole('link', { name: 'Checklist voor het charter', exact: true })
      .first(),
  ).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the sheets, ${theme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    const found: string[] = [];
    for (const path of ids.map(pathOf)) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${path} ${id}: ${target.join(' ')}`),
        ),
      );
    }
    expect(found).toEqual([]);
  });
}

test('no sheet scrolls the page sideways at 320 pixels', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  for (const path of ids.map(pathOf)) {
    await page.goto(path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(over, path).toBeLessThanOrEqual(0);
  }
});
