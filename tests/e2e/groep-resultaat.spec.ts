import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { roundItems, type RoundState, toRoundText } from '../../src/domain/round/index.ts';
import { makeRound, model } from '../islands/rounds.ts';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';

const GROUP = '/hulpmiddelen/groep/';
const OVERVIEW = '/hulpmiddelen/groep/overzicht/';
const STORE = 'mini-cluster:groepsronde:1';
const VIEWS = [
  'Zo ver staat de groep',
  'Praat hier eerst over',
  'Waar u het eens bent',
  'Vraag per vraag',
  'Afspraken en agenda',
  'Vroeger en doel',
];

const twelve = makeRound({ firms: 12, seed: 12 });
const six = makeRound({ firms: 6, seed: 6 });
const earlier = makeRound({ firms: 9, seed: 12, far: 2, date: '2026-03-12', id: 'aaaaaa' });

/** The tool alone: the page around it is looked at elsewhere, and a long table takes axe seconds. */
const TOOL = { within: '.tool', outside: '.round-report' };

/** Opens the page with a round on this device, and goes to its result. */
async function openResult(page: Page, round: RoundState): Promise<void> {
  await page.addInitScript(
    ([key = '', text = '']) => localStorage.getItem(key) ?? localStorage.setItem(key, text),
    [STORE, toRoundText(round)],
  );
  await page.goto(GROUP);
  await toResult(page);
}

async function toResult(page: Page): Promise<void> {
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  await page.locator('.steps-nav').getByRole('button', { name: 'Resultaat' }).click();
  await expect(page.locator('.view-title')).toBeVisible();
}

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('button', { name: view, exact: true }).click();
  await expect(page.locator('.view-title')).toHaveText(view);
}

const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key) ?? '', STORE);
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** A file on disk, as a reader has it. */
function onDisk(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'ronde-')), name);
  writeFileSync(file, text);
  return file;
}

test('the group sees where it stands, settles a value, and finds it back', async ({ page }) => {
  const faults = watch(page);
  await openResult(page, six);
  await expect(page.locator('.place-title').first()).toHaveText('De groep zit in fase 5: Concreet uitwerken');
  await show(page, 'Praat hier eerst over');
  await expect(page.locator('.view-title')).toBeFocused();
  const card = page.locator('ol.talk > li').first();
  await expect(card.locator('.distribution tbody tr')).not.toHaveCount(0);
  await card.getByText('Een waarde afspreken').click();
  await card.locator('input[value="2"]').check();
  await card.getByLabel('Nota van de groep').fill('De lijst hangt in het lokaal.');
  await expect(card.locator('.agreed')).toContainText('De lijst hangt in het lokaal.');

  await page.reload();
  await toResult(page);
  await show(page, 'Afspraken en agenda');
  await expect(page.locator('.agreed-list')).toContainText('De lijst hangt in het lokaal.');
  await page.getByLabel('60 minuten').check();
  const total = Number(await page.locator('.agenda tfoot td').textContent());
  expect(total).toBeLessThanOrEqual(60);
  expect(faults).toEqual([]);
});

test('the round goes to a table and a file, and an earlier file shows what changed', async ({ page }) => {
  await openResult(page, twelve);
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tabel (CSV)' }).click();
  expect(
    readFileSync(await (await csv).path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(44);
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bestand van de ronde (JSON)' }).click();
  expect(JSON.parse(readFileSync(await (await json).path(), 'utf8'))).toMatchObject({
    schema: 1,
    date: twelve.date,
  });

  await show(page, 'Vroeger en doel');
  await page
    .getByLabel('Een vroegere ronde openen')
    .setInputFiles(onDisk('maart.json', toRoundText(earlier)));
  await expect(page.getByText('Van 12 maart 2026 naar 20 november 2026')).toBeVisible();
  await expect(page.locator('table.changes .change.up').first()).toHaveText('↑ vooruit');
  await page.getByLabel('Doel voor fase 4: Opbouwen').selectOption('alles wat nodig is');
  await expect(page.locator('.targets')).toContainText('3 van 3, gehaald');
  expect(await stored(page)).toContain('"4-opbouwen": "gates"');
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`the big screen works by keyboard and fits ${width} × ${height}, without names`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    const [id = ''] = Object.keys(twelve.collected);
    await openResult(page, { ...twelve, names: { [id]: 'Dakwerken Peeters' } });
    await page.getByLabel('Wat wilt u tonen?').selectOption({ label: 'Alle vragen (43)' });
    await page.getByRole('button', { name: 'Toon op groot scherm' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('table')).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(dialog.locator('table')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.locator('.then')).toBeVisible();
    await expect(dialog.getByText('1 van 43')).toBeVisible();
    await page.keyboard.press('End');
    await expect(dialog.getByText('43 van 43')).toBeVisible();
    await page.keyboard.press('Home');
    // Every slide in every step stands on the screen as a whole. Headers of a table are there for who hears it only.
    for (let step = 0; step < 43 * 3; step += 1) {
      const { beyond, smallest, text } = await dialog.evaluate((element) => {
        const screen = element.querySelector('.screen');
        const sizes = [...element.querySelectorAll('.slide :not(thead, thead *)')].map((part) =>
          parseFloat(getComputedStyle(part).fontSize),
        );
        return {
          beyond: screen ? screen.scrollHeight - screen.clientHeight : 1,
          smallest: Math.min(...sizes),
          text: element.textContent,
        };
      });
      expect.soft(beyond, text).toBeLessThanOrEqual(0);
      expect.soft(smallest, text).toBeGreaterThanOrEqual(18);
      expect(text).not.toContain('Dakwerken');
      await page.keyboard.press('PageDown');
    }
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toBe('screen');
    await expect(dialog.locator('.then')).toBeVisible();
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Toon op groot scherm' })).toBeFocused();
  });
}

test('a slide on the big screen with every kind of answer keeps its buttons in view', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 720 });
  const { round } = twelve;
  const items = roundItems(model, round).map(({ id }) => id);
  const kinds = ['0', '1', '2', '3', 'u', 'n'] as const;
  const collected = Object.fromEntries(
    Object.keys(twelve.collected)
      .slice(0, 7)
      .map((id, at) => {
        const kind = kinds[at];
        const answers = kind ? Object.fromEntries(items.map((item) => [item, kind])) : {};
        return [
          id,
          { id, round: round.id, revision: 0, version: round.version, start: round.start, answers },
        ];
      }),
  );
  await openResult(page, { ...twelve, collected });
  await page.getByLabel('Wat wilt u tonen?').selectOption({ label: `Alle vragen (${items.length})` });
  await page.getByRole('button', { name: 'Toon op groot scherm' }).click();
  const dialog = page.getByRole('dialog');
  for (let slide = 0; slide < items.length; slide += 1) {
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const { bottom, beyond, smallest, text } = await dialog.evaluate((element) => {
      const screen = element.querySelector('.screen');
      const sizes = [...element.querySelectorAll('.slide :not(thead, thead *)')].map((part) =>
        parseFloat(getComputedStyle(part).fontSize),
      );
      return {
        bottom: Math.max(
          ...[...element.querySelectorAll('button')].map((b) => b.getBoundingClientRect().bottom),
        ),
        beyond: screen ? screen.scrollHeight - screen.clientHeight : 1,
        smallest: Math.min(...sizes),
        text: element.textContent,
      };
    });
    expect.soft(bottom, text).toBeLessThanOrEqual(720);
    expect.soft(beyond, text).toBeLessThanOrEqual(0);
    expect.soft(smallest, text).toBeGreaterThanOrEqual(18);
    await page.keyboard.press('PageDown');
  }
});

test('the report prints on two sheets of A4, whatever is shown', async ({ page }) => {
  const [id = ''] = Object.keys(twelve.collected);
  await openResult(page, {
    ...twelve,
    names: { [id]: 'Dakwerken Peeters' },
    agreements: {
      bestaansreden: { answer: '2', note: 'We hebben een zin, maar hij staat nog niet op papier.' },
      'gedeelde-visie': { answer: 'u', note: 'Twee verhalen: groeien of klein blijven.' },
      'charter-getekend': { answer: '1', note: '' },
    },
  });
  await show(page, 'Vraag per vraag');
  await page.getByLabel('Namen tonen bij de antwoorden').check();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.round-report')).toBeVisible();
  await expect(page.locator('.round-report')).not.toContainText('Dakwerken');
  await expect(page.locator('.round-report')).toContainText('Twee verhalen: groeien of klein blijven.');
  for (const hidden of ['.view', '.views', '.take', '.steps-nav', '.step-buttons', '.tool-page-text'])
    await expect(page.locator(hidden).first()).toBeHidden();
  expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(2);
});

test('below three answers nothing that follows from them is shown', async ({ page }) => {
  await openResult(page, makeRound({ firms: 2, seed: 2 }));
  await expect(page.getByText('Nog te weinig antwoorden om te tonen').first()).toBeVisible();
  for (const view of VIEWS) {
    await show(page, view);
    await expect(page.locator('.view :is([class*="heat-"], .distribution, .place)')).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: 'Toon op groot scherm' })).toHaveCount(0);
  await expectNoViolations(page, 'few', TOOL);
});

test('fits a phone of 320 pixels in every view, also while a value is settled', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openResult(page, twelve);
  for (const view of VIEWS) {
    await show(page, view);
    await expectNothingSideways(page, view);
  }
  await show(page, 'Vraag per vraag');
  await page
    .getByRole('button', { name: /^Afspreken/ })
    .first()
    .tap();
  await expect(page.locator('.settle-row fieldset')).toBeInViewport();
  await expectNothingSideways(page, 'settle');
});

test('works without network once the page is open', async ({ context, page }) => {
  await page.addInitScript(
    ([key = '', text = '']) => localStorage.setItem(key, text),
    [STORE, toRoundText(twelve)],
  );
  // With a round on the device everything is fetched at once, also what is not shown yet.
  const parts = page.waitForResponse(/GroupResults[^/]*\.js$/);
  await page.goto(GROUP);
  await parts;
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await toResult(page);
  for (const view of VIEWS) await show(page, view);
  await page.getByRole('button', { name: 'Toon op groot scherm' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a value agreed while the storage is full stays as long as the page is open, and that is said', async ({
  page,
}) => {
  await openResult(page, six);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await show(page, 'Praat hier eerst over');
  const card = page.locator('ol.talk > li').first();
  await card.getByText('Een waarde afspreken').click();
  await card.locator('input[value="1"]').check();
  await expect(card.locator('.agreed')).toBeVisible();
  await expect(page.locator('.notices .notice')).toBeVisible();
  await show(page, 'Afspraken en agenda');
  await expect(page.locator('.agreed-list li')).toHaveCount(1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view of the result, ${theme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    await openResult(page, twelve);
    for (const view of VIEWS) {
      await show(page, view);
      await expectNoViolations(page, view, TOOL);
    }
    await page
      .getByLabel('Een vroegere ronde openen')
      .setInputFiles(onDisk('maart.json', toRoundText(earlier)));
    await expect(page.locator('table.changes')).toBeVisible();
    await expectNoViolations(page, 'compared', TOOL);
    await page.getByRole('button', { name: 'Toon op groot scherm' }).click();
    for (const step of ['question', 'counts', 'technique']) {
      await expectNoViolations(page, `big screen, ${step}`, TOOL);
      await page.keyboard.press('Space');
    }
  });

  test(`axe finds nothing while a group settles values and looks at names, ${theme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    const [id = ''] = Object.keys(twelve.collected);
    const round = { ...twelve.round, phases: ['4-opbouwen', '5-concreet-uitwerken'] };
    await openResult(page, { ...twelve, round, names: { [id]: 'Dakwerken Peeters' } });
    await show(page, 'Vraag per vraag');
    await page.getByLabel('Namen tonen bij de antwoorden').check();
    await page
      .getByRole('button', { name: /^Afspreken/ })
      .first()
      .click();
    await page.locator('.settle-row input').first().check();
    await expectNoViolations(page, 'settle in table', TOOL);
    await show(page, 'Praat hier eerst over');
    await page.locator('.view').getByText('Een waarde afspreken').first().click();
    await expectNoViolations(page, 'settle in card', TOOL);
    await show(page, 'Afspraken en agenda');
    await page.locator('.tool').getByText('Het gesprek, in een uur').click();
    await expectNoViolations(page, 'script', TOOL);
  });
}

const many = Array.from({ length: 24 }, (_, at) =>
  makeRound({
    firms: at === 3 ? 2 : 6,
    seed: 100 + at,
    far: (at % 9) - 0.5,
    label: at === 5 ? '' : `Groep ${at + 1}`,
    date: `2026-${String(1 + (at % 11)).padStart(2, '0')}-15`,
    start: (['new', 'informal', 'formal'] as const)[at % 3] ?? 'new',
  }),
);

function writeMany(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rondes-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return [
    ...many.map((round, at) => write(`groep-${at + 1}.json`, toRoundText(round))),
    write('kapot.json', '{kapot'),
    write('oude-versie.json', toRoundText({ ...(many[0] ?? six), date: '2025-01-01' })),
  ];
}

async function openOverview(
  browser: Browser,
  theme: 'light' | 'dark' = 'light',
  width = 1280,
): Promise<Page> {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto(OVERVIEW);
  await expect(page.locator('.overview[data-ready]')).toBeVisible();
  return page;
}

test('an organisation sees all its groups, what they are stuck on, and keeps nothing unless it asks', async ({
  browser,
}) => {
  const page = await openOverview(browser);
  const faults = watch(page);
  await page.getByLabel('Bestanden van rondes kiezen').setInputFiles(writeMany());
  await expect(page.getByText('24 groepen in het overzicht.')).toBeVisible();
  await expect(page.locator('table.groups tbody tr')).toHaveCount(24);
  await expect(page.getByText(/kapot\.json is niet te lezen/)).toBeVisible();
  await expect(page.getByText(/oude-versie\.json is een andere versie/)).toBeVisible();
  await expect(page.locator('table.groups')).toContainText('te weinig antwoorden');

  const sort = page.getByRole('button', { name: 'Datum' });
  await sort.click();
  await expect(page.getByRole('columnheader', { name: 'Datum' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('table.groups tbody tr').first()).toContainText('15 januari 2026');
  await page.keyboard.press('Enter');
  await expect(page.locator('table.groups tbody tr').first()).toContainText('15 november 2026');

  const how = page.locator('table.stuck a').first();
  await expect(how).toHaveAttribute('href', /^\/methode\/[^#]+#/);
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tabel (CSV)' }).click();
  expect(
    readFileSync(await (await csv).path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(25);

  await page.reload();
  await expect(page.locator('.overview[data-ready]')).toContainText('Open de bestanden van uw groepen.');
  await page.getByLabel('Bestanden van rondes kiezen').setInputFiles(writeMany());
  await page.getByLabel('Bewaar dit overzicht op dit toestel').check();
  await expect(page.getByText('Bewaard op dit toestel.')).toBeVisible();
  await page.reload();
  await expect(page.locator('table.groups tbody tr')).toHaveCount(24);
  await page.getByRole('button', { name: 'Overzicht leegmaken' }).click();
  await page.reload();
  await expect(page.getByText('Open de bestanden van uw groepen.')).toBeVisible();
  expect(faults).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the overview, ${theme}`, async ({ browser }) => {
    const page = await openOverview(browser, theme);
    await expectNoViolations(page, 'empty', TOOL);
    await page.getByLabel('Bestanden van rondes kiezen').setInputFiles(writeMany());
    await expect(page.locator('table.groups tbody tr')).toHaveCount(24);
    await expectNoViolations(page, 'filled', TOOL);
  });
}

test('the overview fits a phone of 320 pixels and prints without its buttons', async ({ browser }) => {
  const page = await openOverview(browser, 'light', 320);
  await expectNothingSideways(page, 'empty');
  await page.getByLabel('Bestanden van rondes kiezen').setInputFiles(writeMany());
  await expect(page.locator('table.groups tbody tr')).toHaveCount(24);
  await expectNothingSideways(page, 'filled');
  // Wide tables print on a landscape sheet: A4 at 96 dots an inch.
  await page.setViewportSize({ width: 1123, height: 794 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.take')).toBeHidden();
  await expect(page.locator('.drop')).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Groep', exact: true })).toBeVisible();
  await expectNothingSideways(page, 'print');
});

test('without JavaScript the overview is a list to fill in, with the way to the paper test', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(OVERVIEW);
  await expect(page.locator('.overview-paper table')).toBeVisible();
  await expect(page.locator('.tool-screen')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Naar de fasetest op papier' })).toHaveAttribute(
    'href',
    '/hulpmiddelen/fasetest/',
  );
});
