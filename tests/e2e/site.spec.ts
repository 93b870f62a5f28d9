import { expect, test } from '@playwright/test';
import { FOLDER } from '../../playwright.config.ts';
import { axeFindings } from './axe.ts';
import { allPages, TEMPLATES, watch } from './pages.ts';

test('no page has an error, a warning or a request to another host', async ({ page }) => {
  const faults = watch(page);
  const paths = allPages();
  expect(paths.length).toBeGreaterThan(15);
  // The time grows with the number of pages.
  test.setTimeout(30_000 + paths.length * 2_000);
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'load' });
    // What starts after loading gets its chance.
    await page.waitForTimeout(150);
  }
  expect(faults).toEqual([]);
});

test('the theme follows the device, can be chosen and is kept', async ({ browser }) => {
  const page = await (
    await browser.newContext({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } })
  ).newPage();
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole('combobox', { name: 'Kleuren' }).first().selectOption('Licht');
  expect(await ground()).not.toBe(dark);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('search loads nothing before it is aimed at, and finds a page by keyboard', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto('/methode/4-opbouwen/', { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  expect(requested.filter((path) => /pagefind|search-dialog/.test(path))).toEqual([]);

  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox');
  await expect(field).toBeFocused();
  await field.fill('visgeraamte');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('gevonden');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText(/visgeraamte/i);
  await page.waitForLoadState('load');

  await page.keyboard.press('Control+k');
  // The dialog is fetched first; Escape before it is there has nothing to close.
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what betters a page is asked for when its reader does something', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/_astro\/page\./.test(request.url())) asked.push(request.url());
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/methode/4-opbouwen/', { waitUntil: 'networkidle' });
  const here = page.locator('page-contents.beside [aria-current]');
  await expect(here).toHaveCount(0);
  expect(asked).toEqual([]);
  await page.getByRole('heading', { name: 'Wat vaak misgaat' }).evaluate((one) => one.scrollIntoView());
  await expect(here).toHaveText('Wat vaak misgaat');
  expect(new Set(asked).size).toBe(1);
  // A link to a heading is a use too.
  await page.goto('/methode/5-concreet-uitwerken/#wat-vaak-misgaat');
  await expect(here).toHaveText('Wat vaak misgaat');
});

test('a menu opened before its script is there keeps the focus in it, as any time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let goOn = (): void => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  await page.route(/_astro\/page\./, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/methode/4-opbouwen/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('.main-frame')).not.toHaveAttribute('inert');
  goOn();
  await expect(page.locator('.main-frame')).toHaveAttribute('inert');
  await page.keyboard.press('Escape');
  await expect(page.locator('.main-frame')).not.toHaveAttribute('inert');
});

test('search leads to the contents when its texts cannot be had', async ({ page }) => {
  await page.route('**/teksten/*.json', (route) => route.abort());
  await page.goto('/methode/');
  await page.getByRole('link', { name: 'Zoeken' }).click();
  await expect(page).toHaveURL('/inhoud/');
});

test('search says so when nothing is found', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Zoeken' }).click();
  await page.getByRole('searchbox').fill('xqzvbnm');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Niets gevonden voor “xqzvbnm”');
});

test('the site works under a folder: pages, search and share links', async ({ page }) => {
  const faults = watch(page);
  await page.goto(FOLDER);
  await page.getByRole('link', { name: 'De methode in acht fasen' }).click();
  await expect(page).toHaveURL(`${FOLDER}methode/`);
  // The shortcut works once the page's script has run.
  await page.waitForLoadState('load');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('coördinator');
  await page.getByRole('dialog').getByRole('listitem').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`^${FOLDER}`));
  await page.goto(`${FOLDER}hulpmiddelen/fasetest/`);
  await page.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await page.getByRole('button', { name: 'Begin met de vragen' }).click();
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Naar het resultaat' }).first().click();
  const link = await page.getByLabel('Link naar deze antwoorden').inputValue();
  expect(link).toMatch(new RegExp(`^${FOLDER}hulpmiddelen/fasetest/#a1\\.n`));
  expect(faults).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page shows its text, and search leads to the contents', async ({ page }) => {
    for (const path of TEMPLATES) {
      await page.goto(path);
      expect.soft((await page.locator('main').innerText()).length, path).toBeGreaterThan(150);
    }
    await page.getByRole('link', { name: 'Zoeken' }).click();
    await expect(page).toHaveURL('/inhoud/');
    await expect(page.locator('main').getByRole('link', { name: '4. Opbouwen' })).toBeVisible();
  });

  test('the colours follow the device', async ({ browser }) => {
    const grounds = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const page = await (await browser.newContext({ colorScheme, javaScriptEnabled: false })).newPage();
        await page.goto('/');
        return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      }),
    );
    expect(grounds[0]).not.toBe(grounds[1]);
  });

  test('the phase test is a paper form with hand scoring', async ({ page }) => {
    await page.goto('/hulpmiddelen/fasetest/');
    await expect(page.locator('.tool-screen')).toBeHidden();
    const paper = page.locator('.tool-paper');
    await expect(paper.getByRole('heading', { name: 'Fase 8: Groeien' })).toBeVisible();
    await expect(paper.locator('.paper-item')).toHaveCount(44);
    await expect(paper.getByRole('heading', { name: 'Zelf uitrekenen waar u zit' })).toBeVisible();
  });
});

test.describe('on paper', () => {
  test('a page prints without the frame around it', async ({ page }) => {
    await page.goto('/achtergrond/samenwerken/');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [
      '#starlight__sidebar',
      '.search-open',
      '.pagination-links',
      '.right-sidebar-container',
    ]) {
      await expect.soft(page.locator(hidden).first(), hidden).toBeHidden();
    }
    await expect(page.locator('.sl-markdown-content')).toBeVisible();
    await expect(page.locator('.page-sources')).toBeVisible();
  });

  test('prints dark ink on white paper, also in the dark theme', async ({ browser }) => {
    const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    await page.goto('/achtergrond/samenwerken/');
    await page.emulateMedia({ media: 'print' });
    const [ink, paper] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(Math.max(...(ink?.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(80);
  });
});
