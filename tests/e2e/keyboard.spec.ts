import { expect, type Locator, type Page, test } from '@playwright/test';
import { watch } from './pages.ts';

/** Goes to a control as a reader does, key by key. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Not in reach of the tab key.');
}

/** Goes to a link of the text or the frame and follows it. */
async function follow(page: Page, link: Locator, to: string | RegExp): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(to);
  await page.waitForLoadState('load');
}

test('by keyboard alone: from the home page to a phase, a term, a technique, its link and its sheet', async ({
  page,
}) => {
  const faults = watch(page);
  const main = page.locator('main');
  await page.goto('/');
  await follow(page, main.getByRole('link', { name: 'De methode in acht fasen' }).first(), '/methode/');
  await follow(
    page,
    page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: '4. Opbouwen' }),
    '/methode/4-opbouwen/',
  );

  const term = main.locator('.term').first();
  await tabTo(page, term);
  await page.keyboard.press('Enter');
  const card = page.locator('.term-card:popover-open');
  await expect(card).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('link')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(term).toBeFocused();

  await follow(
    page,
    main.getByRole('link', { name: 'Visgeraamte', exact: true }).first(),
    '/fiches/visgeraamte/',
  );
  await follow(page, page.getByRole('link', { name: 'Delen', exact: true }), '/q/visgeraamte/delen/');
  await follow(page, main.locator('a[href="/fiches/visgeraamte/"]').first(), '/fiches/visgeraamte/');
  await follow(page, page.locator('.page-actions a[href^="/afdrukken/"]').first(), /\/afdrukken\/techniek\//);
  expect(faults).toEqual([]);
});

test('the first stop leads past the menu to the text', async ({ page }) => {
  await page.goto('/methode/4-opbouwen/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Naar de inhoud' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the menu of a phone opens, keeps the focus while it is open, and closes by keyboard', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto('/methode/4-opbouwen/');
  await page.waitForLoadState('load');
  const menu = page.getByRole('button', { name: 'Menu' });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  const pane = page.locator('#starlight__sidebar');
  await expect(pane).toBeVisible();
  const current = pane.getByRole('link', { name: '4. Opbouwen' });
  await tabTo(page, current);
  await expect(current).toBeInViewport();
  // Nothing of the page behind is reached: what is not in the menu is in the bar above it.
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.main-frame') ?? null)).toBeNull();
  }
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(menu).toBeVisible();
});

test('a firm answers an invitation by keyboard alone, up to the ways to give', async ({ page, browser }) => {
  await page.goto('/hulpmiddelen/groep/');
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  const press = async (on: Page, name: string | RegExp): Promise<void> => {
    await tabTo(on, on.getByRole('button', { name }).first());
    await on.keyboard.press('Enter');
  };
  await tabTo(
    page,
    page
      .getByRole('radio', { name: /informele groep/ })
      .or(page.getByRole('radio'))
      .first(),
  );
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'Alleen deze fasen' }).focus();
  await page.keyboard.press('Space');
  for (const phase of ['4', '5', '6', '7', '8']) {
    const box = page.getByRole('checkbox', { name: new RegExp(`^Fase ${phase}:`) });
    if (!(await box.isChecked())) continue;
    await box.focus();
    await page.keyboard.press('Space');
  }
  await tabTo(page, page.getByLabel('Naam van de groep'));
  await page.keyboard.type('De Ronde Tafel');
  await press(page, 'Ronde beginnen');
  await expect(page.locator('.step-title')).toHaveText('Uitnodigen');
  const invitation = await page.getByLabel('Link van de uitnodiging').inputValue();

  const firm = await (await browser.newContext()).newPage();
  const faults = watch(firm);
  await firm.goto(invitation);
  await expect(firm.getByText('U vult de test in voor een groepsronde')).toBeVisible();
  await press(firm, 'Begin met de vragen');
  await expect(firm.locator('.step-title')).toBeFocused();
  for (;;) {
    // Tab goes from question to question, arrows choose within one.
    for (const question of await firm.locator('.tool fieldset.item').all()) {
      await tabTo(firm, question.getByRole('radio').first());
      await firm.keyboard.press('ArrowDown');
      await expect(question.getByRole('radio').nth(1)).toBeChecked();
    }
    const next = firm.getByRole('button', { name: 'Volgende' });
    if ((await next.count()) === 0) break;
    await press(firm, 'Volgende');
    await expect(firm.locator('.step-title')).toBeFocused();
  }
  await press(firm, 'Naar het resultaat');
  await press(firm, 'Geef aan de groep');
  await expect(firm.getByRole('img', { name: 'QR-code met uw antwoorden' })).toBeVisible();
  expect(faults).toEqual([]);
});
