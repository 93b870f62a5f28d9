import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { textsOf } from '../../src/domain/worksheet/index.ts';
import { membersOf } from '../build/word-file.ts';
import { dutchWorksheet, worksheets } from '../content/worksheets.ts';
import { expectNothingSideways } from './audits.ts';
import { watch } from './pages.ts';
import { colourfulness, type PdfPage, print, read, scan } from './pdf.ts';

const LIST = '/fiches/werkbladen/';
const ids = [...worksheets.keys()];
const pathOf = (id: string): string => `/afdrukken/werkblad/${id}/`;
/** Without the breaks and spaces that a layout adds. */
const packed = (text: string): string => text.replaceAll(/\s+/g, '');
const packedText = ({ texts }: PdfPage): string => packed(texts.map(({ text }) => text).join(''));
/** Where the code stands: beside the title of the first sheet, at the foot of the second. */
const CODES = [
  { left: 0.75, top: 0, width: 0.25, height: 0.2 },
  { left: 0.75, top: 0.75, width: 0.25, height: 0.25 },
];
/** A laser printer without colour shows all of it. */
const GREY = 8;

for (const id of ids) {
  test(`the worksheet ${id} prints on its sheets, with every text and a code to its page`, async ({
    page,
  }) => {
    const worksheet = dutchWorksheet(id);
    await page.goto(pathOf(id));
    const bytes = await print(page);
    const pdf = await read(bytes);
    expect(pdf.pages.map(({ width, height }) => (width < height ? 'portrait' : 'landscape'))).toEqual(
      worksheet.sheets.map(({ orientation }) => orientation),
    );
    expect(pdf).toMatchObject({ title: worksheet.title, language: 'nl', tagged: true });

    const told = pdf.pages.map(packedText).join('');
    expect(textsOf(worksheet).filter((text) => !told.includes(packed(text)))).toEqual([]);
    for (const [index, sheet] of pdf.pages.entries()) {
      expect(packedText(sheet)).toContain(`werkblad-${id}`);
      const [code = ''] = await scan(bytes, index + 1, CODES.slice(index, index + 1));
      expect(code).toMatch(new RegExp(`/q/werkblad-${id}/\\?v=\\d+$`));
      expect(await colourfulness(bytes, index + 1)).toBeLessThan(GREY);
    }
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

test('no sheet scrolls the page sideways at 320 pixels', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  for (const path of ids.map(pathOf)) {
    await page.goto(path);
    await expectNothingSideways(page, path);
  }
});
