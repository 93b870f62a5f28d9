import { expect, test } from '@playwright/test';
import { axeFindings } from './axe.ts';

test('the list of techniques is filtered by keyboard, and the address keeps the choices', async ({
  page,
}) => {
  await page.goto('/fiches/');
  const cards = page.locator('.cards > li:visible');
  const all = await cards.count();
  expect(all).toBeGreaterThanOrEqual(29);
  await page.getByRole('combobox', { name: /^Fase/ }).focus();
  await page.keyboard.press('4');
  await expect(page).toHaveURL('/fiches/?fase=4');
  await page.getByRole('combobox', { name: /^Tijd/ }).selectOption('tot 30 minuten');
  await expect(page).toHaveURL('/fiches/?fase=4&minuten=30');
  const fewer = await cards.count();
  expect(fewer).toBeGreaterThan(0);
  expect(fewer).toBeLessThan(all);
  await expect(page.locator('.technique-filter').getByRole('status')).toHaveText(
    new RegExp(`^${fewer} techniek`),
  );

  await page.reload();
  await expect(cards).toHaveCount(fewer);
  await expect(page.getByRole('combobox', { name: /^Tijd/ })).toHaveValue('30');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Alles tonen' }).click();
  await expect(cards).toHaveCount(all);
  await expect(page).toHaveURL('/fiches/');
});

test('a filter that nothing fits says so', async ({ page }) => {
  await page.goto('/fiches/?fase=1&minuten=15&mensen=16&ervaring=none');
  await expect(page.getByText('Geen enkele techniek past')).toBeVisible();
});

test('the table of cases is sorted by its headings', async ({ page }) => {
  await page.goto('/cases/');
  const names = () => page.locator('tbody th a').allInnerTexts();
  const before = await names();
  await page.getByRole('button', { name: 'Case', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Case' })).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await names();
  expect(ascending).toEqual([...before].sort(new Intl.Collator('nl', { numeric: true }).compare));
  await page.keyboard.press('Enter');
  expect(await names()).toEqual([...ascending].reverse());
});

test('a term opens its definition and closes with Escape', async ({ page }) => {
  await page.goto('/methode/4-opbouwen/');
  const term = page.getByRole('button', { name: 'charter', exact: true }).first();
  await term.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('#begrip-charter');
  await expect(card).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(term).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all techniques and cases are there, and a term still opens', async ({ page }) => {
    await page.goto('/fiches/');
    await expect(page.locator('.technique-filter')).toBeHidden();
    expect(await page.locator('.cards > li:visible').count()).toBeGreaterThanOrEqual(29);
    await page.goto('/cases/');
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(18);
    await page.goto('/methode/4-opbouwen/');
    await page.getByRole('button', { name: 'charter', exact: true }).first().click();
    await expect(page.locator('#begrip-charter')).toBeVisible();
  });
});

test('on a phone the definition of a term stays within the screen, clear of its edges', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto('/methode/4-opbouwen/');
  await page.getByRole('button', { name: 'charter', exact: true }).first().click();
  const box = (await page.locator('#begrip-charter').boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(6);
  expect(box.x + box.width).toBeLessThanOrEqual(314);
});
