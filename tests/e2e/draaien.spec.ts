import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';

const RUN = '/hulpmiddelen/draaien/';
const STORE = 'mini-cluster:draaien:1';
const CONSENT = 'beslissen-met-instemming';
const NAMES = [
  'An Peeters',
  'Bert Claes',
  'Charlotte Vandenbroucke',
  'Dirk Maes',
  'Els',
  'Femke',
  'Gert',
  'Hind',
];

const sentence = (page: Page) => page.locator('#run-sentence');
const timeLeft = (page: Page) => page.locator('.step-time strong');
const next = (page: Page) => page.locator('.ways .primary');
const footer = (page: Page, name: string) => page.locator('.stage footer').getByRole('button', { name });
const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), STORE);

/** Neither the page nor what fills the screen can be moved sideways. */
async function expectNothingSideways(page: Page): Promise<void> {
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.stage .screen, .stage .slide, .stage .panel')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className),
  );
  expect(sideways).toEqual([]);
}

async function open(page: Page, technique = CONSENT): Promise<void> {
  await page.goto(`${RUN}?techniek=${technique}`);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
}

async function begin(page: Page, technique = CONSENT, names: readonly string[] = []): Promise<void> {
  await open(page, technique);
  if (names.length > 0) {
    await page.getByLabel('Toon namen').check();
    await page.getByLabel('Namen, zoals ze in de kring zitten').fill(names.join('\n'));
  }
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(sentence(page)).toBeFocused();
}

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('a technique is found from its page and run to the end by keyboard alone', async ({ page }) => {
  const faults = watch(page);
  await page.goto(`/fiches/${CONSENT}/`);
  await page.getByRole('link', { name: 'Nu draaien' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Welke techniek draait u?')).toHaveValue(CONSENT);
  await page.getByRole('button', { name: 'Begin', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toBeFocused();
  await expect(sentence(page)).toContainText('We beslissen vandaag over dit voorstel');

  // Nothing of the page behind can be reached.
  for (let presses = 0; presses < 15; presses++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.stage') !== null)).toBe(true);

  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Hulp' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sentence(page)).toBeFocused();

  await page.keyboard.press('Space');
  await expect(sentence(page)).toContainText('Wat is nog niet duidelijk?');
  await page.keyboard.press('n');
  await page.keyboard.type('Is dat met btw? f n p ?');
  await page.keyboard.press('Escape');
  await expect(sentence(page)).toContainText('Wat is nog niet duidelijk?');

  // The question how to go on: arrows mark, space takes.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Hoe gaat u verder?' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(sentence(page)).toContainText('Wat vindt u van dit voorstel?');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toContainText('Ziet u een reden');

  // Objection, amend, ask again, until nobody has one.
  for (const times of [2, 3]) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(sentence(page)).toContainText('Wat hebt u nodig');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`U bent hier voor de ${times}e keer.`)).toBeVisible();
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(sentence(page)).toContainText('Dit komt in het verslag');
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toHaveText('Klaar');
  await expect(page.locator('.ending')).toContainText('Is dat met btw? f n p ?');

  const file = await download(page, () => page.getByRole('button', { name: 'Verslag als tekst' }).click());
  expect(file.text).toContain('Is dat met btw? f n p ?');
  await page.keyboard.press('Escape');
  await expect(page.locator('.stage')).toBeHidden();
  await expect(page.getByText('U kwam tot het einde.')).toBeVisible();
  expect(faults).toEqual([]);
});

test('a remote with two buttons runs a meeting: rounds by name, the question, and back', async ({ page }) => {
  await begin(page, CONSENT, ['An', 'Bert', 'Cis']);
  const on = () => page.keyboard.press('PageDown');
  const back = () => page.keyboard.press('PageUp');
  await on();
  await on();
  await on();
  await expect(sentence(page)).toContainText('Wat vindt u van dit voorstel?');
  await expect(next(page)).toHaveText('Begin de ronde');
  for (const name of ['An', 'Bert', 'Cis']) {
    await on();
    await expect(page.locator('.now strong')).toHaveText(name);
  }
  await back();
  await expect(page.locator('.now strong')).toHaveText('Bert');
  await on();
  await on();
  await expect(page.locator('.now strong')).toHaveText('De ronde is rond.');
  await on();
  await expect(sentence(page)).toContainText('U hebt iedereen gehoord');
  await on();
  await back();
  await back();
  await expect(page.locator('.choice-of-way .marked')).toContainText('De indiener trekt het voorstel in');
  await on();
  await expect(sentence(page)).toContainText('We nemen dit voorstel vandaag niet aan');
  await on();
  await on();
  await expect(sentence(page)).toHaveText('Klaar');
  await back();
  await expect(sentence(page)).toContainText('Dit komt in het verslag');
});

test.describe('on a phone', () => {
  for (const [name, viewport] of [
    ['upright', { width: 360, height: 740 }],
    ['narrow', { width: 320, height: 568 }],
    ['on its side', { width: 640, height: 320 }],
  ] as const) {
    test(`${name}, an election is run by touch`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
      const page = await context.newPage();
      const faults = watch(page);
      await open(page, 'verkiezing-zonder-kandidaat');
      await expectNothingSideways(page);
      await page.getByLabel('Tel de deelnemers').check();
      await page.getByLabel('Met hoeveel mensen?').fill('4');
      await page.getByRole('button', { name: 'Begin', exact: true }).tap();
      await expectNothingSideways(page);
      await next(page).tap();
      await expect(sentence(page)).toContainText('Wat moet iemand kunnen');
      await page.locator('.speakers').getByRole('button', { name: '3', exact: true }).tap();
      await expect(page.locator('.now strong')).toHaveText('deelnemer 3');
      await page.getByRole('button', { name: 'Past' }).tap();
      await expect(page.locator('.now strong')).toHaveText('deelnemer 4');
      await expectNothingSideways(page);
      await page.getByRole('button', { name: 'Stop de ronde' }).tap();
      await expect(sentence(page)).toContainText('Kijk naar de eigenschappen');
      await footer(page, 'Stappen').tap();
      await expectNothingSideways(page);
      await page.locator('.step-list').getByRole('button', { name: /^6/ }).tap();
      await next(page).tap();
      await page.getByRole('button', { name: /Er is geen naam met duidelijk sterkere redenen/ }).tap();
      await expect(sentence(page)).toContainText('U hebt de redenen gehoord');
      await footer(page, 'Notities').tap();
      await page.getByLabel(/^Bij stap 5/).fill('An blijft bij Bert');
      await expectNothingSideways(page);
      await page.getByRole('button', { name: 'Terug naar de stap' }).tap();
      await footer(page, 'Hulp').tap();
      await expectNothingSideways(page);
      await footer(page, 'Hulp').tap();
      // What the thumb presses is large enough.
      for (const control of await page.locator('.stage footer button, .stage .times button').all()) {
        if (!(await control.isVisible())) continue;
        const box = await control.boundingBox();
        expect.soft(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
      }
      await footer(page, 'Stappen').tap();
      await page.getByRole('button', { name: 'Naar het einde' }).tap();
      await expect(page.locator('.ending')).toContainText('An blijft bij Bert');
      await expectNothingSideways(page);
      expect(faults).toEqual([]);
      await context.close();
    });
  }
});

test('a reload in the middle, after the device slept, goes on exactly where it was', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-29T14:00:00') });
  await begin(page, CONSENT, ['An', 'Bert', 'Cis']);
  await page.keyboard.press('s');
  await page.locator('.step-list').getByRole('button', { name: /^3/ }).click();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(timeLeft(page)).toHaveText(/^(5:00|4:5\d)$/);
  // Timers stand still while a device sleeps; the time of day jumps.
  await page.clock.setSystemTime(new Date('2026-11-29T14:03:00'));
  await page.clock.runFor(1000);
  await expect(timeLeft(page)).toHaveText(/^(2:0\d|1:5\d)$/);
  await page.keyboard.press('s');
  await page.reload();
  await expect(page.locator('.now strong')).toHaveText('Bert');
  await expect(sentence(page)).toContainText('Wat vindt u van dit voorstel?');
  await expect(timeLeft(page)).toHaveText(/^(2:0\d|1:5\d)$/);
  await expect(page.locator('.whole-time')).toContainText('0:03 van');
});

test('keeps the screen awake while it is open, and asks again when the page comes back', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const lock = {
      release: () => (asked.push('release'), Promise.resolve()),
      addEventListener: () => undefined,
    };
    Object.defineProperty(navigator, 'wakeLock', {
      value: { request: (kind: string) => (asked.push(kind), Promise.resolve(lock)) },
    });
  });
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await begin(page);
  expect(await asked()).toEqual(['screen']);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await asked()).toEqual(['screen', 'screen']);
  await expect(page.getByText('Deze browser houdt het scherm niet wakker')).toBeHidden();
  await footer(page, 'Sluiten').click();
  expect((await asked()).at(-1)).toBe('release');
});

test('what was filled in before the script has come is not lost', async ({ page }) => {
  // The script is held back until the reader has chosen.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/RunTool\.[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/hulpmiddelen/draaien/', { waitUntil: 'commit' });
  await page.getByRole('radio', { name: /namen/i }).check();
  await page.locator('[name="people"]').fill('11');
  release();
  await expect(page.locator('.tool.run[data-ready]')).toBeVisible();
  await expect(page.getByRole('radio', { name: /namen/i })).toBeChecked();
  await expect(page.locator('[name="people"]')).toHaveValue('11');
});

test('says so where the screen cannot be kept awake', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'wakeLock', { value: undefined }));
  await begin(page);
  await expect(page.getByText('Deze browser houdt het scherm niet wakker')).toBeVisible();
});

test('fills the screen with a key and a button', async ({ page }) => {
  await begin(page);
  const isFull = () => page.evaluate(() => document.fullscreenElement?.className ?? '');
  await page.keyboard.press('f');
  await expect.poll(isFull).toContain('screen');
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toContainText('Wat is nog niet duidelijk?');
  await footer(page, 'Volledig scherm').click();
  await expect.poll(isFull).toBe('');
});

test('works without network once it is open, to the end and the file', async ({ page, context }) => {
  const faults = watch(page);
  await open(page);
  // The stage comes as soon as the form is touched; where a service worker runs, it is there before.
  await page.locator('.tool.run').hover();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  for (let presses = 0; presses < 30 && !(await page.locator('.ending').isVisible()); presses++)
    await page.keyboard.press('PageDown');
  await expect(sentence(page)).toHaveText('Klaar');
  const file = await download(page, () => page.getByRole('button', { name: 'Verslag als Markdown' }).click());
  expect(file.text).toMatch(/^# Beslissen met instemming/);
  expect(faults).toEqual([]);
});

test('works where the browser blocks storage, and says so', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  const faults = watch(page);
  await open(page);
  await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(sentence(page)).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(sentence(page)).toContainText('Wat is nog niet duidelijk?');
  await expect(page.getByText('Hier wordt niets bewaard')).toBeVisible();
  expect(faults).toEqual([]);
});

test('a whole agenda is run from the composer, point after point', async ({ page }) => {
  await page.goto('/hulpmiddelen/agenda/?techniek=openingsronde');
  await expect(page.locator('.items')).toBeVisible();
  await page.locator('.steps-nav').getByRole('button', { name: 'Afdrukken en delen' }).click();
  await page.locator(`a[href*="${RUN}#"]`).first().click();
  await expect(page.locator('.plan')).toContainText('Openingsronde');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(sentence(page)).toContainText('We beginnen met een ronde');
  await page.reload();
  await expect(sentence(page)).toContainText('We beginnen met een ronde');
});

test.describe('on a beamer', () => {
  /** Runs a technique to its end with the keys of a remote; what is too small or does not fit, by place and state. */
  const walk = (page: Page) =>
    page.evaluate(async () => {
      const faults = new Set<string>();
      for (let presses = 0; presses < 300 && !document.querySelector('.ending'); presses++) {
        const slide = document.querySelector('.stage .slide');
        const heading = document.getElementById('run-sentence');
        if (!slide || !heading) throw new Error('There is no step.');
        const isAsking = slide.classList.contains('asking');
        const place = `${document.querySelector('.where')?.textContent}${isAsking ? ', question' : ''}`;
        if (slide.scrollHeight > slide.clientHeight) faults.add(`${place}: does not fit`);
        const size = Number.parseFloat(getComputedStyle(heading).fontSize);
        if (!isAsking && size < Math.max(40, innerWidth / 32)) faults.add(`${place}: ${size} px`);
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
        await new Promise((done) => setTimeout(done));
      }
      return [...faults];
    });

  test('every step of every technique fits and reads from afar', async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(RUN);
    const ids = await page
      .locator('select[name="technique"] option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
    expect(ids.length).toBeGreaterThan(25);
    for (const id of ids) {
      await page.evaluate((key) => localStorage.removeItem(key), STORE);
      await begin(page, id, NAMES);
      expect.soft(await walk(page)).toEqual([]);
      await expect(page.locator('.ending')).toBeVisible();
    }
  });

  test('a finer one shows the same, larger', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await begin(page, CONSENT, NAMES);
    expect(await walk(page)).toEqual([]);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in every state, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await open(page);
    await page.getByLabel('Toon namen').check();
    await page.getByLabel('Namen, zoals ze in de kring zitten').fill('An\nBert\nCis');
    await expectNoViolations(page, 'start');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expectNoViolations(page, 'step');
    for (const [key, state] of [
      ['s', 'steps'],
      ['n', 'notes'],
      ['?', 'help'],
    ] as const) {
      await page.keyboard.press(key);
      await expectNoViolations(page, state);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('p');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expectNoViolations(page, 'question');
    await page.keyboard.press('PageDown');
    await expectNoViolations(page, 'before a round');
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: 'Past' }).click();
    await expectNoViolations(page, 'in a round');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expectNoViolations(page, 'after a round');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Naar het einde' }).click();
    await expectNoViolations(page, 'end');
    await page.keyboard.press('Escape');
    await expectNoViolations(page, 'waiting');
    await page.getByRole('button', { name: 'Wis dit, met de notities' }).click();
    await expectNoViolations(page, 'wiped');
    await context.close();
  });
}

test('a step that takes too long is told in words and colour, and nothing moves or blinks', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-29T14:00:00') });
  await begin(page);
  await page.clock.fastForward('06:30');
  await expect(timeLeft(page)).toHaveText(/^\+1:\d\d$/);
  await expect(page.locator('.step-time')).toContainText('boven 5 min');
  await expect(page.locator('.stage [role="status"]').last()).toHaveText('De tijd van deze stap is om.');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expectNoViolations(page, 'over');
});

test('without JavaScript the page leads to every script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(RUN);
  await expect(page.getByRole('heading', { name: 'Draaien vanaf papier' })).toBeVisible();
  await expect(page.locator('.tool-screen')).toBeHidden();
  const links = page.locator('.scripts a');
  expect(await links.count()).toBeGreaterThan(25);
  await links.first().click();
  await expect(page.locator('#draaiboek')).toBeVisible();
});

test('what was run is kept in one place on this device, and nothing of it in the address', async ({
  page,
}) => {
  await begin(page, CONSENT, ['An', 'Bert']);
  await page.keyboard.press('n');
  await page.getByLabel(/^Bij stap 1/).fill('Over de erelonen');
  expect(await stored(page)).toContain('Over de erelonen');
  expect(page.url()).not.toMatch(/erelonen|An|Bert/i);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /mini-cluster/.test(key))),
  ).toEqual([STORE]);
});
