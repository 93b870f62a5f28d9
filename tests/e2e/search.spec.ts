import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { axeFindings } from './axe.ts';

interface Query {
  ask: string;
  want: string | string[];
}
/** Every third question: all of them are asked of the names without a browser, in tests/build/search-names.test.ts. */
const QUERIES = (
  parse(readFileSync(join(import.meta.dirname, '../search/queries.nl.yaml'), 'utf8')) as Query[]
).filter((_, at) => at % 3 === 0);

async function open(page: Page): Promise<void> {
  await page.goto('/over/');
  await page.getByRole('link', { name: 'Zoeken' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
}

/** The addresses found, once names and text have both been searched. */
async function ask(page: Page, question: string): Promise<string[]> {
  await page.getByRole('searchbox').fill(question);
  const list = page.locator('.search-dialog ol');
  await expect(list).toHaveAttribute('aria-busy', 'false');
  return list.locator('li > a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Dialogs that are asked at the same time: each waits most of the time for its reader to stop typing. */
const DIALOGS = 4;

test(`readers' ${QUERIES.length} questions find their page among the first three`, async ({ context }) => {
  test.setTimeout(300_000);
  const found: string[][] = [];
  await Promise.all(
    Array.from({ length: DIALOGS }, async (_, dialog) => {
      const page = await context.newPage();
      await open(page);
      for (const [at, query] of QUERIES.entries())
        if (at % DIALOGS === dialog) found[at] = await ask(page, query.ask);
    }),
  );
  const misses: string[] = [];
  let first = 0;
  let none = 0;
  for (const [at, { ask: question, want }] of QUERIES.entries()) {
    const results = found[at] ?? [];
    const place = results.findIndex((address) => [want].flat().includes(address));
    if (place === 0) first += 1;
    if (results.length === 0) none += 1;
    if (place < 0 || place > 2) misses.push(`${question} → ${results.slice(0, 4).join(' ')}`);
  }
  const share = (count: number) => Math.round((count / QUERIES.length) * 1000) / 1000;
  const report = {
    queries: QUERIES.length,
    successAt1: share(first),
    successAt3: share(QUERIES.length - misses.length),
    zeroResults: share(none),
    misses,
  };
  mkdirSync('.reports', { recursive: true });
  writeFileSync('.reports/search.json', JSON.stringify(report, null, 2));
  console.log(`search: ${JSON.stringify(report)}`);
  expect(QUERIES.length).toBeGreaterThanOrEqual(400);
  expect(report.successAt3, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(report.zeroResults).toBeLessThanOrEqual(0.02);
});

test('a typing error is mended on request, and results can be kept to one kind', async ({ page }) => {
  await open(page);
  await ask(page, 'verkiesing zonder kandidaat');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'verkiezing zonder kandidaat' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('verkiezing zonder kandidaat');
  await expect(dialog.getByText('Bedoelde u')).toBeHidden();

  await ask(page, 'charter');
  await dialog.getByRole('radio', { name: /^Begrip/ }).check();
  const kinds = await dialog.locator('li .kind').allInnerTexts();
  expect(kinds.length).toBeGreaterThan(0);
  expect(new Set(kinds)).toEqual(new Set(['Begrip']));
  await expect(dialog.getByRole('radio', { name: /^Begrip/ })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
});

test('what comes later leaves the result that has the focus alone', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/pagefind/**', async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await page.getByRole('searchbox').fill('charter');
  await page.locator('.search-dialog li').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const focused = page.locator('.search-dialog a:focus');
  const before = await focused.getAttribute('href');
  release();
  await expect(page.locator('.search-dialog ol')).toHaveAttribute('aria-busy', 'false');
  await expect(focused).toHaveAttribute('href', before ?? '');
});

test('without the full text the names are still searched', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await open(page);
  expect((await ask(page, 'visgeraamte'))[0]).toBe('/fiches/visgeraamte/');
});

test('without the names the reader is sent to the contents', async ({ page }) => {
  await page.route('**/zoeken/*.json', (route) => route.abort());
  await open(page);
  await page.getByRole('searchbox').fill('visgeraamte');
  await page.getByRole('dialog').getByRole('link', { name: 'Naar de inhoudsopgave' }).click();
  await expect(page).toHaveURL('/inhoud/');
});
