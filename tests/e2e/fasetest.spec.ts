import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';

const URL = '/hulpmiddelen/fasetest/';
const title = (page: Page) => page.locator('.step-title');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** Starts as a new group and answers every question of the shown phase with the given level. */
async function start(page: Page, group = /Een nieuwe groep/): Promise<void> {
  await page.goto(URL);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  await page.getByRole('radio', { name: group }).check();
  await button(page, 'Begin met de vragen').click();
}
async function answerAll(page: Page, value: string): Promise<void> {
  for (const question of await page.locator('.tool fieldset').all())
    await question.locator(`input[value="${value}"]`).check();
}

test('by keyboard alone: from the first question to the result, and back to change one answer', async ({
  page,
}) => {
  const faults = watch(page);
  await page.goto(URL);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  await page.getByRole('radio', { name: /Een nieuwe groep/ }).focus();
  await page.keyboard.press('Space');
  await button(page, 'Begin met de vragen').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveText('Fase 1: Zich inspireren');

  // Tab goes from question to question, arrows choose within one.
  const questions = await page.locator('.tool fieldset').count();
  for (let index = 0; index < questions; index += 1) {
    const radios = page.locator('.tool fieldset').nth(index).getByRole('radio');
    await radios.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(2)).toBeChecked();
  }
  await expect(page.locator('.progress-text')).toContainText(`${questions} van 43 vragen beantwoord`);

  await button(page, 'Volgende').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Fase 2: Interesseren');
  await answerAll(page, '1');
  await button(page, 'Naar het resultaat').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Resultaat');
  // The heading takes the focus first: a key pressed before that goes to it.
  await expect(title(page)).toBeFocused();
  await expect(page.locator('.place h3')).toHaveText('De groep zit in fase 2: Interesseren');

  await button(page, /^Nakijken/).focus();
  await page.keyboard.press('Enter');
  const change = page.getByRole('button', { name: /^Wijzigen: / }).nth(questions);
  await change.focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Fase 2: Interesseren');
  await expect(page.locator('.tool fieldset').first()).toBeFocused();
  expect(faults).toEqual([]);
});

test('at phone size: unknown answers give a range, and the answers that decide it', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await start(page);
  await answerAll(page, '2');
  await button(page, 'Volgende').tap();
  await answerAll(page, 'u');
  await button(page, 'Volgende').tap();
  await answerAll(page, '0');
  await button(page, 'Naar het resultaat').tap();
  await expect(page.locator('.place h3')).toHaveText('De groep zit ergens tussen fase 2 en fase 3');
  const decisive = page.locator('.place').getByRole('button', { name: /^Invullen/ });
  await expect(decisive).toHaveCount(2);
  await decisive.first().tap();
  await expect(page.locator('.tool fieldset:focus')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await button(page, 'Resultaat').tap();
  await expect(page.locator('table.progress').first()).toBeVisible();
  await expectNothingSideways(page);
});

test('a choice made before the script has come is not lost', async ({ page }) => {
  // The script is held back until the reader has chosen.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/PhaseTest\.[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(URL, { waitUntil: 'commit' });
  await page.getByRole('radio', { name: /informele groep/ }).check();
  release();
  await expect(button(page, 'Begin met de vragen')).toBeVisible();
  await expect(page.getByRole('radio', { name: /informele groep/ })).toBeChecked();
});

test('answers are kept for the next visit', async ({ page }) => {
  await start(page);
  await answerAll(page, '3');
  await page.goto('about:blank');
  await page.goto(URL);
  await expect(page.getByText('Welkom terug')).toBeVisible();
  await button(page, 'Ga verder waar u stopte').click();
  await expect(title(page)).toHaveText('Fase 2: Interesseren');
});

test('the browser’s back button goes one step back', async ({ page }) => {
  await start(page);
  await button(page, 'Volgende').click();
  await expect(title(page)).toHaveText('Fase 2: Interesseren');
  await page.goBack();
  await expect(title(page)).toHaveText('Fase 1: Zich inspireren');
});

test('a reload and a return from the handbook come back to the step that was shown', async ({ page }) => {
  await start(page);
  await answerAll(page, '1');
  await button(page, 'Naar het resultaat').click();
  await page
    .getByRole('link', { name: /^Zo pakt u het aan/ })
    .first()
    .click();
  await expect(page).toHaveURL(/methode/);
  await page.goBack();
  await expect(title(page)).toHaveText('Resultaat');
  await page.reload();
  await expect(title(page)).toHaveText('Resultaat');
});

test('answers changed after taking over a link are kept on reload', async ({ page }) => {
  await start(page);
  await answerAll(page, '2');
  await button(page, 'Naar het resultaat').click();
  const link = await page.getByLabel('Link naar deze antwoorden').inputValue();
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('Deze antwoorden komen uit een link')).toBeInViewport();
  await button(page, /^1 Zich inspireren/).click();
  await answerAll(page, '0');
  await page.reload();
  await button(page, 'Resultaat').click();
  await expect(page.locator('.place h3')).toHaveText('De groep zit in fase 1: Zich inspireren');
});

test('wiping in one tab empties the other', async ({ context }) => {
  const page = await context.newPage();
  await start(page);
  await answerAll(page, '2');
  const other = await context.newPage();
  await other.goto(URL);
  await expect(other.getByText('Welkom terug')).toBeVisible();
  await button(page, 'Naar het resultaat').click();
  await button(page, 'Alles wissen').click();
  await button(page, 'Bewaren en wissen').click();
  await expect(other.getByText('in een ander tabblad gewist')).toBeVisible();
  await expect(other.getByText('Welkom terug')).toHaveCount(0);
  expect(await other.evaluate(() => localStorage.getItem('mini-cluster:fasetest:1'))).toBeNull();
});

test('a share link opens the same result elsewhere, beside the answers that are already there', async ({
  page,
  browser,
}) => {
  await start(page);
  await answerAll(page, '2');
  await button(page, 'Naar het resultaat').click();
  const link = await page.getByLabel('Link naar deze antwoorden').inputValue();

  const other = await (await browser.newContext()).newPage();
  await start(other, /informele groep/);
  await answerAll(other, '0');
  await other.goto('about:blank');
  await other.goto(link);
  await expect(other.getByText('U bekijkt antwoorden uit een link of bestand')).toBeVisible();
  // The link answered phase 1 only: all later phases are still possible.
  await expect(other.locator('.place h3')).toHaveText('De groep zit in fase 2 of verder');
  await expectNoViolations(other, 'link');
  await button(other, 'Terug naar mijn antwoorden').click();
  await button(other, 'Bekijk het resultaat').click();
  await expect(other.locator('.place h3')).toHaveText('De groep zit in fase 2: Interesseren');
});

test('a damaged link gives a plain message and leaves saved answers alone', async ({ page }) => {
  await start(page);
  await answerAll(page, '2');
  await button(page, 'Naar het resultaat').click();
  const link = await page.getByLabel('Link naar deze antwoorden').inputValue();
  await page.goto('about:blank');
  await page.goto(link.slice(0, -8));
  await expect(page.getByText('Deze link is niet volledig')).toBeVisible();
  await expect(page.getByText('5 van 43 vragen').first()).toBeVisible();
});

test('works with storage blocked, and says what that means', async ({ page }) => {
  const faults = watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await start(page);
  await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
  await answerAll(page, '2');
  await button(page, 'Naar het resultaat').click();
  await expect(page.locator('.place h3')).toHaveText('De groep zit in fase 2 of verder');
  expect(faults).toEqual([]);
});

test('saved answers that cannot be read stay until the reader starts afresh', async ({ page }) => {
  await page.goto('/over/');
  await page.evaluate(() => localStorage.setItem('mini-cluster:fasetest:1', '{"kapot'));
  await start(page);
  await expect(page.getByText('die we niet kunnen lezen')).toBeVisible();
  await answerAll(page, '1');
  expect(await page.evaluate(() => localStorage.getItem('mini-cluster:fasetest:1'))).toBe('{"kapot');
  const download = page.waitForEvent('download');
  await button(page, 'Bewaar ze als bestand en begin opnieuw').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('{"kapot');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('mini-cluster:fasetest:1')))
    .toContain('"answers"');
});

test('the answers go to a file and come back from it', async ({ page }) => {
  await start(page);
  await answerAll(page, '2');
  await button(page, 'Naar het resultaat').click();
  const csv = page.waitForEvent('download');
  await button(page, 'Tabel (CSV)').click();
  const table = readFileSync(await (await csv).path(), 'utf8');
  expect(table.split('\r\n').length).toBe(45);
  expect(table).toContain('voorbeelden-gevonden');
  const json = page.waitForEvent('download');
  await button(page, 'Bestand (JSON)').click();
  const file = await (await json).path();

  // Wiping asks first and keeps a copy.
  await button(page, 'Alles wissen').click();
  await expectNoViolations(page, 'wipe');
  const copy = page.waitForEvent('download');
  await button(page, 'Bewaren en wissen').click();
  await copy;
  await expect(page.getByText('Alles is gewist')).toBeVisible();
  await expect(page.locator('.steps-nav')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('mini-cluster:fasetest:1'))).toBeNull();

  await start(page);
  await button(page, 'Naar het resultaat').click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText('U bekijkt antwoorden uit een link of bestand')).toBeVisible();
  await expect(page.locator('.progress-text')).toContainText('5 van 43');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('geen json') });
  await expect(page.getByText('Dit bestand kunnen we niet lezen')).toBeVisible();
});

test('the result prints on A4 with all answers and without buttons', async ({ page }) => {
  await start(page);
  await answerAll(page, '1');
  await button(page, 'Naar het resultaat').click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.place h3')).toBeVisible();
  await expect(page.getByRole('cell', { name: /Kennen we groepen/ })).toBeVisible();
  await expect(page.locator('.steps-nav')).toBeHidden();
  await expect(page.locator('.keep')).toBeHidden();
  await expect(page.locator('.tool-paper')).toBeHidden();
  await expect(page.getByText(/Fasetest, ingevuld op/)).toBeVisible();
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of the test, ${theme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    await start(page);
    await answerAll(page, '2');
    await expectNoViolations(page, 'phase');
    await button(page, 'Volgende').click();
    await answerAll(page, 'u');
    await button(page, /^Nakijken/).click();
    await expectNoViolations(page, 'review');
    await button(page, 'Resultaat').click();
    await expectNoViolations(page, 'result');
    await page.goto(`${URL}#a1.zzz`);
    await expect(page.getByText('Deze link is niet volledig')).toBeVisible();
    await expectNoViolations(page, 'notice');
  });
}
