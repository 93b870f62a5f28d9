import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import ical, { type VEvent } from 'node-ical';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';
import { printedTexts } from './pdf.ts';

const DECISION = '/hulpmiddelen/besluit/';
const STORE = 'mini-cluster:besluiten:1';

/** A decision with everything in it that a meeting of two hours gives. */
const CONSENT = {
  id: 'a1',
  kind: 'consent',
  values: {
    group: 'De Ronde Tafel',
    date: '2026-11-22',
    present: 'An Peeters, Bert Claes, Charlotte Vandenbroucke, Dirk Maes, Els Jacobs',
    absent: 'Femke Wouters',
    lead: 'Els Jacobs',
    secretary: 'Dirk Maes',
    subject: 'Ereloon voor wie een klant aanbrengt',
    by: 'Bert Claes',
    proposal:
      'Wie een klant aanbrengt, krijgt vijf procent van het bedrag van de offerte, betaald door de groep zodra de klant tekent. Vanaf 1 januari.',
    problem: 'Nu steekt alleen An tijd in klanten zoeken, zonder vergoeding.',
    course: 'amend',
    amended: 'Wie een klant aanbrengt, krijgt drie procent van het eerste deel dat de klant betaalt.',
    outcome: 'adopted',
    decision:
      'Wie een klant aanbrengt, krijgt drie procent van het eerste deel dat de klant betaalt, met een maximum van 1500 euro per werf. De boekhouding van de groep betaalt binnen de maand.',
    from: '2027-01-01',
    review: '2027-06-15',
    criterion: 'Minstens drie leden brachten een klant aan, en niemand vond de berekening onduidelijk.',
    preferences: 'Els had liever een vast bedrag gehad.',
  },
  rows: {
    questions: [
      { question: 'Is dat met of zonder btw?', answer: 'Zonder.' },
      { question: 'Geldt het ook voor bestaande klanten?', answer: 'Nee, alleen voor nieuwe.' },
    ],
    reactions: [
      { who: 'An Peeters', reaction: 'Goed dat het werk gezien wordt.' },
      { who: 'Dirk Maes', reaction: 'Vijf procent is veel op een kleine werf.' },
      { who: 'Charlotte Vandenbroucke', reaction: 'Betalen bij de offerte is te vroeg.' },
      { who: 'Els Jacobs', reaction: 'Een vast bedrag is eenvoudiger.' },
    ],
    objections: [
      {
        who: 'Dirk Maes',
        objection: 'Op een werf met weinig marge werk ik dan met verlies.',
        need: 'Zijn marge is soms maar zes procent.',
        change: 'Drie procent, met een maximum van 1500 euro.',
        solved: 'yes',
      },
      {
        who: 'Charlotte Vandenbroucke',
        objection: 'Als de klant niet betaalt, is het geld weg.',
        need: 'Geen voorschot uit de kas.',
        change: 'Betaald op het eerste deel dat de klant betaalt.',
        solved: 'yes',
      },
    ],
    tasks: [
      { who: 'Dirk Maes', what: 'Zet de regel in het charter.', 'by-when': '1 december' },
      { who: 'Els Jacobs', what: 'Maakt een blad om klanten te melden.', 'by-when': '15 december' },
    ],
  },
};

const title = (page: Page) => page.locator('.step-title');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const toStep = (page: Page, name: string) =>
  page
    .locator('.steps-nav')
    .getByRole('button', { name: new RegExp(`\\d ${name}$`) })
    .click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: false }).first();

async function open(page: Page, records: readonly object[] = []): Promise<void> {
  await page.addInitScript(
    ([key, text]) => {
      if (key && text && localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    [STORE, records.length > 0 ? JSON.stringify({ kind: 'mini-cluster/besluiten', schema: 1, records }) : ''],
  );
  await page.goto(DECISION);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
}

async function download(page: Page, name: string): Promise<{ name: string; text: string; path: string }> {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  const file = await waiting;
  const path = await file.path();
  return { name: file.suggestedFilename(), text: readFileSync(path, 'utf8'), path };
}

test('a decision with consent is written down by keyboard, to a sheet and a day in the calendar', async ({
  page,
}) => {
  const faults = watch(page);
  await open(page);
  const press = async (name: string | RegExp): Promise<void> => {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
  };
  const type = async (name: string, text: string): Promise<void> => {
    await field(page, name).focus();
    await page.keyboard.type(text);
  };
  await press('Nieuw: besluit met instemming');
  await expect(title(page)).toBeFocused();
  await type('Groep', 'De Ronde Tafel');
  await type('Aanwezig', 'An, Bert, Cis');
  await press('Volgende');
  await expect(title(page)).toHaveText('Voorstel');
  await expect(title(page)).toBeFocused();
  await type('Waarover gaat het?', 'Ereloon');
  await type('Tekst van het voorstel', 'Wie een klant aanbrengt, krijgt vijf procent.');
  await press('Volgende');
  await type('Vraag', 'Met btw?');
  await type('Antwoord', 'Zonder.');
  await press('Volgende');
  await press('Eén rij per aanwezige');
  await expect(page.locator('.row')).toHaveCount(3);
  await press('Volgende');
  await page.getByLabel('wijzigt het').focus();
  await page.keyboard.press('Space');
  await type('De nieuwe tekst', 'Wie een klant aanbrengt, krijgt drie procent.');
  await press('Volgende');
  await type('Bezwaar, in één zin', 'Op een kleine werf is dat te veel.');
  await press('Volgende');
  await page.getByLabel('Aangenomen: niemand heeft nog een bezwaar').focus();
  await page.keyboard.press('Space');
  await press('Neem de tekst van het voorstel over');
  await expect(field(page, 'Tekst van het besluit')).toHaveValue(
    'Wie een klant aanbrengt, krijgt drie procent.',
  );
  await field(page, 'Opnieuw bekijken op').fill('2027-05-22');
  await press('Naar het verslag');

  // What does not fit together is said: the objection is still open.
  await expect(page.locator('.gaps')).toContainText('Er staat een bezwaar dat niet opgelost is');
  await toStep(page, 'Bezwaren');
  await field(page, 'Wat neemt het weg?').fill('Met een maximum van 1500 euro.');
  await page.getByLabel('ja', { exact: true }).check();
  await toStep(page, 'Verslag');
  await expect(page.locator('.gaps')).not.toContainText('bezwaar');

  const [sheet, ...more] = await printedTexts(page);
  expect(more).toEqual([]);
  expect(sheet).toContain('Wie een klant aanbrengt, krijgt drie procent.');
  expect(sheet).not.toContain('Zo werkt het');
  const file = await download(page, 'In de agenda zetten (.ics)');
  const events = Object.values(ical.sync.parseICS(file.text)).filter(
    (part): part is VEvent => part?.type === 'VEVENT',
  );
  expect(
    events.map(({ summary, datetype, start }) => [summary, datetype, start.toLocaleDateString('sv')]),
  ).toEqual([['Opnieuw bekijken: Ereloon', 'date', '2027-05-22']]);
  expect(page.url()).not.toMatch(/ereloon|ronde/i);
  expect(faults).toEqual([]);
});

test('a full record still fits one A4, and opens again from its file elsewhere', async ({
  page,
  browser,
}) => {
  await open(page, [CONSENT]);
  await button(page, /^Ereloon voor wie/).click();
  await expect(page.locator('.gaps')).toHaveCount(0);
  const pages = await printedTexts(page);
  expect(pages).toHaveLength(1);
  for (const text of ['maximum van 1500 euro per werf', 'Geen voorschot uit de kas', 'Els had liever'])
    expect(pages[0]).toContain(text);
  const text = await download(page, 'Als tekst');
  expect(text.text).toContain('Opnieuw bekijken op: 15 juni 2027');
  const json = await download(page, 'Bestand om later te openen');

  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere);
  await elsewhere.locator('input[type="file"]').setInputFiles(json.path);
  await expect(elsewhere.locator('.decision-sheet')).toContainText('Geen voorschot uit de kas');
  await elsewhere.reload();
  await expect(elsewhere.locator('.decision-sheet')).toContainText('Geen voorschot uit de kas');
  await elsewhere.context().close();
});

for (const width of [360, 320]) {
  test(`an election is written down on a phone of ${width} pixels`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const faults = watch(page);
    await open(page);
    await expectNothingSideways(page);
    await button(page, 'Nieuw: verkiezing zonder kandidaat').tap();
    await field(page, 'Aanwezig').fill('An, Bert');
    for (const step of ['De rol', 'Eigenschappen', 'Voordrachten']) {
      await button(page, 'Volgende').tap();
      await expect(title(page)).toHaveText(step);
      await expectNothingSideways(page);
    }
    await button(page, 'Eén rij per aanwezige').tap();
    for (const at of [0, 1]) {
      await page.getByLabel('Draagt voor').nth(at).fill('Bert');
      await page.getByLabel('Na de wijzigingen').nth(at).fill('Bert');
    }
    await button(page, 'Volgende').tap();
    await button(page, 'Volgende').tap();
    await button(page, 'Volgende').tap();
    await expect(title(page)).toHaveText('Keuze');
    await page.getByLabel('Gekozen, en de persoon aanvaardt').check();
    // The method decides by argument: nobody is filled in for the group.
    await expect(page.getByLabel('Gekozen', { exact: true })).toHaveValue('');
    await button(page, 'Naar het verslag').tap();
    await expect(page.locator('.gaps')).toContainText('De naam van wie gekozen is, ontbreekt.');
    await expectNothingSideways(page);
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('the end of a meeting that was run begins its record, with the day and the names', async ({ page }) => {
  const ready = page.locator('.tool[data-ready]');
  await page.goto('/hulpmiddelen/draaien/?techniek=verkiezing-zonder-kandidaat');
  await expect(ready).toBeVisible();
  await page.getByLabel('Toon namen').check();
  await page.getByLabel('Namen, zoals ze in de kring zitten').fill('An\nBert\nCis');
  await button(page, 'Begin').click();
  await expect(page.locator('#run-sentence')).toBeFocused();
  await page.keyboard.press('s');
  await button(page, 'Naar het einde').click();
  await page.getByRole('link', { name: 'Schrijf het besluit uit' }).click();
  await expect(title(page)).toHaveText('Vergadering');
  await expect(field(page, 'Aanwezig')).toHaveValue('An, Bert, Cis');
  await expect(page.locator('.steps-nav')).toContainText('Voordrachten');
  await page.reload();
  await expect(ready).toBeVisible();
  await button(page, 'Alle verslagen').click();
  await expect(page.locator('.records li')).toHaveCount(1);
});

test('a record that was wiped comes back', async ({ page }) => {
  await open(page, [CONSENT, { ...CONSENT, id: 'b2' }]);
  await button(page, /^Wissen: Ereloon/).click();
  await expect(page.locator('.records li')).toHaveCount(1);
  await button(page, 'Ongedaan maken').click();
  await expect(page.locator('.records li')).toHaveCount(2);
  await button(page, 'Alle verslagen wissen').click();
  await button(page, 'Ongedaan maken').click();
  await page.reload();
  await expect(page.locator('.records li')).toHaveCount(2);
});

test('works without network once a record is open, also for the calendar', async ({ page, context }) => {
  const faults = watch(page);
  await open(page, [CONSENT]);
  await button(page, /^Ereloon voor wie/).click();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const file = await download(page, 'In de agenda zetten (.ics)');
  expect(file.text).toContain('BEGIN:VEVENT');
  await toStep(page, 'Besluit');
  await field(page, 'Tekst van het besluit').fill('Anders.');
  await toStep(page, 'Verslag');
  await expect(page.locator('.decision-sheet')).toContainText('Anders.');
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
  await page.goto(DECISION);
  await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
  await button(page, 'Nieuw: besluit met instemming').click();
  await field(page, 'Groep').fill('De Ronde Tafel');
  await toStep(page, 'Verslag');
  await expect(page.locator('.decision-sheet')).toContainText('De Ronde Tafel');
  expect(faults).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible at every step, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await open(page, [CONSENT]);
    await expectNoViolations(page, 'list');
    await button(page, /^Ereloon voor wie/).click();
    await expectNoViolations(page, 'record');
    for (const step of ['Voorstel', 'Verduidelijken', 'Bijsturen', 'Bezwaren', 'Besluit']) {
      await toStep(page, step);
      await expectNoViolations(page, step);
    }
    await button(page, /^Rij weghalen/).click();
    await expectNoViolations(page, 'row taken away');
    await button(page, 'Alle verslagen').click();
    await button(page, 'Nieuw: verkiezing zonder kandidaat').click();
    for (const step of ['De rol', 'Voordrachten', 'Voorgesteld', 'Keuze', 'Verslag']) {
      await toStep(page, step);
      await expectNoViolations(page, `election, ${step}`);
    }
    await context.close();
  });
}

test('without JavaScript the page leads to the same forms on paper', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(DECISION);
  await expect(page.getByRole('heading', { name: 'Op papier' })).toBeVisible();
  await expect(page.locator('.tool-screen')).toBeHidden();
});
