import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import ical, { type VEvent } from 'node-ical';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';
import { printedTexts } from './pdf.ts';

const AGENDA = '/hulpmiddelen/agenda/';
const STORE = 'mini-cluster:agenda:1';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const step = (page: Page, name: string) => page.locator('.steps-nav').getByRole('button', { name }).click();
const titles = (page: Page) => page.locator('.items h4').allInnerTexts();
const said = (page: Page) => page.locator('.plan-bar [role="status"]');
const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), STORE);
const SERIES_E = [
  'Aankomen met een broodje',
  'Openingsronde',
  'Gestructureerde bespreking in kring',
  'Even rechtstaan',
  'Beslissen met instemming (consent)',
  'Slotgesprek',
];

async function open(page: Page, more = ''): Promise<void> {
  await page.goto(AGENDA + more);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  if (more.startsWith('?')) await expect(page.locator('.items')).toBeVisible();
}

async function toOutcome(page: Page): Promise<Locator> {
  await step(page, 'Afdrukken en delen');
  const sheet = page.locator('.agenda-sheet');
  await expect(sheet).toBeVisible();
  return sheet;
}

test('from a ready-made agenda to paper, to somebody else and to the room', async ({ page, browser }) => {
  const faults = watch(page);
  await open(page);
  await page.getByText('Begin met een kant-en-klare agenda').click();
  await button(page, 'E. Hoe werken we samen?').click();
  await expect(page.locator('.step-title')).toHaveText('Programma');
  await expect(page.locator('.item-row')).toHaveCount(SERIES_E.length);
  await expect.poll(() => titles(page)).toEqual(SERIES_E);

  // An own item, with own words.
  await button(page, 'Eigen punt toevoegen').click();
  const own = page.locator('.item-row.own');
  await own.getByLabel('Titel').fill('Sleutels van de loods');
  await own.getByLabel('Wie').fill('Jos Peeters');
  await own.getByLabel('Minuten voor Sleutels').fill('10');
  await expect(page.locator('.totals')).toHaveText('12:00–14:40 · 160 min · 10 min te lang');
  await button(page, 'Zet het einde op 14:40').click();
  await expect(page.locator('.totals')).toContainText('de tijd is vol');

  await step(page, 'Vergadering');
  await page.getByLabel('Dag', { exact: true }).fill('2026-10-25');
  await page.getByLabel('Adres of zaal').fill('Zaal Zenne; Kaai 12, Brussel');
  await page.getByLabel('Facilitator').fill('Mia Janssens');
  await page.getByLabel('Secretaris').fill('Jos Peeters');
  const sheet = await toOutcome(page);
  await expect(sheet).toContainText('zondag 25 oktober 2026, 12:00–14:40');
  await expect(sheet).toContainText('Sleutels van de loods');

  // On paper: the agenda alone on one sheet, and the script with every sentence.
  const [first = '', ...more] = await printedTexts(page);
  expect(more).toEqual([]);
  for (const word of ['Hoe werken we samen?', 'Mia Janssens', 'Sleutels van de loods', '14:40'])
    expect(first).toContain(word);
  expect(first).not.toContain('Waar de regels vandaan komen');
  expect(first).not.toContain('Meebrengen');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await button(page, 'Draaiboek afdrukken').click();
  await expect(page.locator('html[data-printed][data-print-script]')).toBeAttached();
  const script = await printedTexts(page);
  expect(script.length).toBeLessThanOrEqual(8);
  const all = script.join(' ');
  for (const word of [
    'Meebrengen',
    'Vooraf doen',
    'Wie begint?',
    'Sleutels van de loods',
    'Een klok of een timer',
  ])
    expect(all).toContain(word);
  expect(all).not.toContain('Tekst om te mailen');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  // In a calendar: a Sunday on which the clock goes back.
  const waiting = page.waitForEvent('download');
  await button(page, 'In uw kalender (.ics)').click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('agenda-2026-10-25.ics');
  const text = readFileSync(await file.path(), 'utf8');
  const event = Object.values(ical.sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as VEvent;
  expect(event.start.toISOString()).toBe('2026-10-25T11:00:00.000Z');
  expect(event.end?.toISOString()).toBe('2026-10-25T13:40:00.000Z');
  expect(event).toMatchObject({ summary: 'Hoe werken we samen?', location: 'Zaal Zenne; Kaai 12, Brussel' });
  expect(event.description).toContain('14:10  Sleutels van de loods');

  // To somebody else: everything but the own words.
  const link = await page.getByLabel('Link naar deze agenda').inputValue();
  expect(link).not.toMatch(/jos|mia|zenne|sleutel|peeters/i);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.locator('.agenda-sheet')).toContainText('Eigen punt');
  await expect(other.locator('.agenda-sheet')).toContainText('zondag 25 oktober 2026, 12:00–14:40');
  await expect(other.locator('.agenda-sheet')).not.toContainText('Jos');
  expect(other.url()).not.toContain('#');

  // To the room: the same plan, with the own words that this device kept, and without them on another.
  const run = page.getByRole('link', { name: 'Deze vergadering draaien' });
  expect(await run.getAttribute('href')).toBe(`/hulpmiddelen/draaien/#${link.split('#')[1]}`);
  expect(await stored(page)).toContain('Sleutels van de loods');
  await run.click();
  await expect(page.locator('.tool')).toContainText('Sleutels van de loods');
  await other.getByRole('link', { name: 'Deze vergadering draaien' }).click();
  await expect(other.locator('.tool')).toContainText('Gestructureerde bespreking in kring');
  await expect(other.locator('.tool')).not.toContainText('Sleutels');
  expect(faults).toEqual([]);
});

test('composed, mended and put in order by keyboard only', async ({ page }) => {
  const faults = watch(page);
  await open(page);
  /** Goes to a control as a reader does, key by key, and presses. */
  const tabTo = async (target: Locator, back = false): Promise<void> => {
    for (let presses = 0; presses < 90; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error('Not in reach of the keyboard.');
  };
  await tabTo(button(page, 'Naar het programma'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.step-title')).toBeFocused();
  for (const name of ['Brainstorm', 'Openingsronde']) {
    await tabTo(button(page, `${name} toevoegen`), name === 'Openingsronde');
    await page.keyboard.press('Enter');
  }
  // An opening round goes before the rest by itself.
  await expect.poll(() => titles(page)).toEqual(['Openingsronde', 'Brainstorm']);

  await tabTo(button(page, 'Brainstorm hoger zetten'), true);
  await page.keyboard.press('Space');
  await expect(said(page)).toHaveText('Brainstorm staat nu op plaats 1 van 2.');
  await expect(button(page, 'Brainstorm hoger zetten')).toBeFocused();
  await expect.poll(() => titles(page)).toEqual(['Brainstorm', 'Openingsronde']);
  await tabTo(button(page, 'Brainstorm lager zetten'));
  await page.keyboard.press('Space');
  await expect(button(page, 'Brainstorm lager zetten')).toBeFocused();

  // A remark is mended, and the focus stays in the list.
  await tabTo(button(page, 'Voeg toe: Eindronde, 10 minuten'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#programma')).toBeFocused();
  await expect.poll(() => titles(page)).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);

  await tabTo(button(page, 'Brainstorm verwijderen'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Eindronde verwijderen')).toBeFocused();
  await tabTo(button(page, 'Ongedaan maken'));
  // What has the focus never hides behind the bar.
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
  expect(faults).toEqual([]);
});

test('items are moved by mouse, and not by a press that goes nowhere', async ({ page }) => {
  await open(page, '?agenda=hoe-werken-we-samen');
  const grip = page.locator('.item-row').nth(1).locator('.grip');
  const drag = async (to: number): Promise<void> => {
    await grip.scrollIntoViewIfNeeded();
    const from = (await grip.boundingBox())!;
    const row = (await page.locator('.item-row').nth(to).boundingBox())!;
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, row.y + row.height - 4, { steps: 5 });
  };
  await drag(3);
  await expect(page.locator('.moving')).toHaveCount(1);
  await expect(page.locator('.drop-before')).toHaveCount(1);
  await page.mouse.up();
  await expect
    .poll(() => titles(page))
    .toEqual([...SERIES_E.slice(0, 1), ...SERIES_E.slice(2, 4), SERIES_E[1], ...SERIES_E.slice(4)]);
  await expect(said(page)).toHaveText('Openingsronde staat nu op plaats 4 van 6.');
  await button(page, 'Ongedaan maken').click();
  await expect.poll(() => titles(page)).toEqual(SERIES_E);
  await drag(1);
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(SERIES_E);
});

test('works on a phone: by finger, nothing sideways, nothing behind the bar', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const faults = watch(page);
  await open(page);
  await expectNothingSideways(page);
  await page.getByText('Begin met een kant-en-klare agenda').tap();
  await expectNothingSideways(page);
  await button(page, 'A. Waar staan we?').tap();
  await expectNothingSideways(page);
  await button(page, 'Gestructureerde discussie met een schema toevoegen').tap();
  await expect(said(page)).toContainText('toegevoegd als punt 5');
  await button(page, 'Visgeraamte hoger zetten').tap();
  await expect.poll(async () => (await titles(page))[2]).toContain('Visgeraamte');
  await expectNothingSideways(page);
  const focused = (await button(page, 'Visgeraamte hoger zetten').boundingBox())!;
  const bar = (await page.locator('.plan-bar').boundingBox())!;
  expect(focused.y + focused.height <= bar.y || focused.y >= bar.y + bar.height).toBe(true);

  // By finger: the handle takes the touch, the page does not scroll away under it.
  const [row, grip] = [page.locator('.item-row').nth(2), page.locator('.item-row').nth(1).locator('.grip')];
  await grip.scrollIntoViewIfNeeded();
  const from = (await grip.boundingBox())!;
  const to = (await row.boundingBox())!;
  const pointer = { pointerId: 7, pointerType: 'touch', isPrimary: true, button: 0, bubbles: true };
  await page.evaluate(() => {
    // A made-up touch cannot be captured; a real one can.
    Element.prototype.setPointerCapture = () => undefined;
  });
  await grip.dispatchEvent('pointerdown', { ...pointer, clientX: from.x + 5, clientY: from.y + 5 });
  await grip.dispatchEvent('pointermove', { ...pointer, clientX: from.x + 5, clientY: to.y + to.height - 4 });
  await grip.dispatchEvent('pointerup', { ...pointer, clientX: from.x + 5, clientY: to.y + to.height - 4 });
  await expect.poll(async () => (await titles(page))[1]).toContain('Visgeraamte');
  expect(await grip.evaluate((element) => getComputedStyle(element).touchAction)).toBe('none');

  await toOutcome(page);
  await expectNothingSideways(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNothingSideways(page);
  await step(page, 'Programma');
  await expectNothingSideways(page);
  expect(faults).toEqual([]);
});

test('comes back after a reload, and goes with a file to another device', async ({ page, browser }) => {
  await open(page, '?techniek=visgeraamte');
  await expect.poll(() => titles(page)).toEqual(['Visgeraamte']);
  expect(new URL(page.url()).search).toBe('');
  await step(page, 'Vergadering');
  await page.getByLabel('Naam van de vergadering').fill('Dinsdag bij Mia');
  await page.reload();
  await expect(page.getByLabel('Naam van de vergadering')).toHaveValue('Dinsdag bij Mia');
  await toOutcome(page);
  const waiting = page.waitForEvent('download');
  await button(page, 'Bewaren als bestand').click();
  const path = await (await waiting).path();

  const other = await (await browser.newContext()).newPage();
  await open(other);
  await other.locator('input[type="file"]').first().setInputFiles(path);
  await expect(other.locator('.agenda-sheet')).toContainText('Dinsdag bij Mia');

  // What is no agenda changes nothing.
  for (const [name, body] of [
    ['leeg.json', ''],
    ['ronde.json', '{"kind":"mini-cluster/groepsronde"}'],
    ['nieuwer.json', '{"kind":"mini-cluster/agenda","schema":9,"plan":{"items":[]}}'],
  ] as const) {
    await other
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
    await expect(other.locator('.notices')).toContainText('Er is niets veranderd.');
    await other.locator('.notices').getByRole('button', { name: 'Sluiten' }).click();
    await expect(other.locator('.agenda-sheet')).toContainText('Dinsdag bij Mia');
  }
});

test('opens a link beside the own agenda, and tells plainly when a link is bad', async ({ page }) => {
  await open(page, '?agenda=infosessie');
  await page.goto(`${AGENDA}#p1.s1200-l150.xxx`);
  await expect(page.locator('.notices')).toContainText('niet volledig of onderweg veranderd');
  await step(page, 'Programma');
  await expect.poll(() => titles(page)).toHaveLength(6);
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
  await open(page, '?agenda=infosessie');
  await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
  await button(page, 'Eindronde verwijderen').click();
  await button(page, 'Ongedaan maken').click();
  await expect.poll(() => titles(page)).toHaveLength(6);
  await expect(await toOutcome(page)).toContainText('Eindronde');
  expect(faults).toEqual([]);
});

test('works without network once an agenda is open', async ({ page, context }) => {
  await open(page, '?agenda=pitch-met-architecten');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await button(page, 'Persoonlijke tijd toevoegen').click();
  await step(page, 'Vergadering');
  await page.getByLabel('Dag', { exact: true }).fill('2027-01-12');
  await expect(await toOutcome(page)).toContainText('dinsdag 12 januari 2027');
  await page.getByText('Klaarleggen en voorbereiden').click();
  await expect(page.locator('.prepare')).toContainText('Een wekker of een bel die iedereen hoort');
  const waiting = page.waitForEvent('download');
  await button(page, 'In uw kalender (.ics)').click();
  expect((await waiting).suggestedFilename()).toBe('agenda-2027-01-12.ics');
  await context.setOffline(false);
});

test('offers another try when the scripts did not come', async ({ page }) => {
  await page.route('**/technieken.json', (route) => route.abort());
  await open(page, '?agenda=infosessie');
  await step(page, 'Afdrukken en delen');
  await expect(page.getByText('Dit deel kon niet geladen worden')).toBeVisible();
  await page.unroute('**/technieken.json');
  await button(page, 'Opnieuw proberen').click();
  await expect(page.locator('.agenda-sheet')).toBeVisible();
});

test('shows the ready-made agendas as tables without JavaScript, to print and use', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ javaScriptEnabled: false, colorScheme })).newPage();
    await page.goto(AGENDA);
    await expect(page.locator('.tool-screen')).toBeHidden();
    await expect(page.locator('.tool-paper table')).toHaveCount(10);
    await expect(page.getByRole('row', { name: '60 Visgeraamte' })).toBeVisible();
    await page.getByRole('link', { name: 'Verkiezing zonder kandidaat' }).first().click();
    await expect(page).toHaveURL(/\/fiches\/verkiezing-zonder-kandidaat\/$/);
    await page.goBack();
    await page.setViewportSize({ width: 320, height: 640 });
    expect((await page.locator('.tool-paper').boundingBox())!.width).toBeLessThanOrEqual(320);
    const sheets = await printedTexts(page);
    expect(sheets.join(' ')).toContain('Een naam zoeken');
    expect(sheets.length).toBeLessThanOrEqual(8);
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in any state, in the ${theme} theme`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    await open(page);
    await page.getByText('Begin met een kant-en-klare agenda').click();
    await expectNoViolations(page, 'start');
    await step(page, 'Programma');
    await expectNoViolations(page, 'empty programme');
    await step(page, 'Vergadering');
    await page.getByLabel('Aantal deelnemers').fill('14');
    await page.getByLabel('Ervaring van wie leidt').selectOption('none');
    await page.getByLabel('Plaats').selectOption('online');
    await page.getByText('Begin met een kant-en-klare agenda').click();
    await button(page, 'C. Wie vertegenwoordigt ons?').click();
    await button(page, 'Openingsronde verwijderen').click();
    await page.locator('.item-row summary').first().click();
    await page.locator('.checks-list summary').click();
    await expectNoViolations(page, 'programme with remarks');
    await toOutcome(page);
    await page.getByText('Klaarleggen en voorbereiden').click();
    await expectNoViolations(page, 'outcome');
    await page.goto(`${AGENDA}#p1.s1200-l150.pzz`);
    await expect(page.locator('.notices')).toContainText('Uw eigen agenda blijft bewaard');
    await expectNoViolations(page, 'a link beside the own agenda');
  });

test('technique pages and sheets lead into the agenda', async ({ page }) => {
  await page.goto('/fiches/brainstorm/');
  await page.getByRole('link', { name: 'Zet in een agenda' }).click();
  await expect(said(page)).toHaveText('Brainstorm staat nu in uw agenda.');
  await page.goto('/fiches/fiche-2/');
  await page.getByRole('link', { name: 'D', exact: true }).click();
  // The agenda begun above stays: the reader says which of the two to go on with.
  await expect(page.getByText('Uw eigen agenda blijft bewaard')).toBeVisible();
  await button(page, 'Terug naar mijn agenda').click();
  await step(page, 'Programma');
  await expect.poll(() => titles(page)).toEqual(['Brainstorm']);
});
