import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { encode, localize } from '../../src/domain/chooser/index.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { toRoundText } from '../../src/domain/round/index.ts';
import { makeRound } from '../islands/rounds.ts';

/** A state of the site that has no address of its own. */
export interface State {
  name: string;
  /** Brings a page of a fresh context into the state. */
  open: (page: Page) => Promise<void>;
}

const ready = (page: Page) => expect(page.locator('.tool[data-ready]')).toBeVisible();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const keep = (page: Page, key: string, text: string) =>
  page.addInitScript(
    ([key = '', text = '']) => localStorage.getItem(key) ?? localStorage.setItem(key, text),
    [key, text],
  );

const ROUND = makeRound({ firms: 6, seed: 6 });

/** Opens what a reader can open in a part of the page. */
const openDetails = (page: Page, part: string) =>
  page
    .locator(`${part} details`)
    .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));

/** The answers of the worked example that says most, as a link opens them. */
function exampleOf(id: string): string {
  const file = join(import.meta.dirname, `../../content/choosers/${id}.yaml`);
  const chooser = chooserSchema.parse(parse(readFileSync(file, 'utf8')));
  const [example] = chooser.examples
    .filter(({ expected }) => expected.excluded.length > 0)
    .sort((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length);
  return encode(localize(chooser, 'nl'), { answers: example?.answers ?? {}, importance: {} });
}

async function openPhaseTest(page: Page): Promise<void> {
  await page.goto('/hulpmiddelen/fasetest/');
  await ready(page);
  await page.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await press(page, 'Begin met de vragen');
  await expect(page.locator('.step-title')).toHaveText('Fase 1: Zich inspireren');
  for (const question of await page.locator('.tool fieldset').all())
    await question.locator('input[value="2"]').check();
}

/** What a view of the results of a group ends with: it is drawn part by part. */
const LAST: Readonly<Record<string, string>> = {
  'Praat hier eerst over': '.view .talk li',
  'Vraag per vraag': `.view section:nth-of-type(${ROUND.round.phases.length}) .heat`,
  'Afspraken en agenda': '.view details.more',
};

async function openRound(page: Page, view: string): Promise<void> {
  await keep(page, 'mini-cluster:groepsronde:1', toRoundText(ROUND));
  await page.goto('/hulpmiddelen/groep/');
  await ready(page);
  await page.locator('.steps-nav').getByRole('button', { name: 'Resultaat' }).click();
  await expect(page.locator('.view-title')).toBeVisible();
  await page.getByRole('button', { name: view, exact: true }).click();
  await expect(page.locator('.view-title')).toHaveText(view);
  await expect(page.locator(LAST[view] ?? '.view').first()).toBeAttached();
  await openDetails(page, '.tool');
}

async function openRun(page: Page): Promise<void> {
  await page.goto('/hulpmiddelen/draaien/?techniek=beslissen-met-instemming');
  await ready(page);
  await page.getByLabel('Toon namen').check();
  await page.getByLabel('Namen, zoals ze in de kring zitten').fill('An\nBert\nCis');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.locator('#run-sentence')).toBeFocused();
}

/** The states in which readers meet a tool, the search or a term. */
export const STATES: readonly State[] = [
  {
    name: 'search with results',
    async open(page) {
      await page.goto('/start/voordelen/', { waitUntil: 'load' });
      await page.getByRole('link', { name: 'Zoeken' }).click();
      await page.getByRole('searchbox').fill('visgeraamte');
      await expect(page.getByRole('dialog').getByRole('status')).toContainText('gevonden');
    },
  },
  {
    name: 'a term that is open',
    async open(page) {
      await page.goto('/start/voordelen/');
      await page.locator('.term').first().click();
      await expect(page.locator('.term-card:popover-open')).toBeVisible();
    },
  },
  {
    name: 'phase test, questions',
    open: openPhaseTest,
  },
  {
    name: 'phase test, result',
    async open(page) {
      await openPhaseTest(page);
      await press(page, 'Naar het resultaat');
      await expect(page.locator('.all-answers table')).toBeAttached();
    },
  },
  ...['coordinatie', 'rechtsvorm'].map((id) => ({
    name: `chooser ${id}, result`,
    async open(page: Page) {
      await page.goto(`/hulpmiddelen/${id}/#${exampleOf(id)}`);
      await ready(page);
      await expect(page.locator('.memo')).toBeAttached();
      await expect(page.locator('.result details.option:not(:has(.sides))')).toHaveCount(0);
      await openDetails(page, '.result');
    },
  })),
  {
    name: 'group round, inviting',
    async open(page) {
      await page.goto('/hulpmiddelen/groep/');
      await ready(page);
      await page.getByRole('radio', { name: /informele groep/ }).check();
      await page.getByLabel('Naam van de groep').fill('De Ronde Tafel');
      await press(page, 'Ronde beginnen');
      await expect(page.locator('.step-title')).toHaveText('Uitnodigen');
    },
  },
  ...['Praat hier eerst over', 'Vraag per vraag', 'Afspraken en agenda'].map((view) => ({
    name: `group round, ${view}`,
    open: (page: Page) => openRound(page, view),
  })),
  {
    name: 'group round on a big screen',
    async open(page) {
      await openRound(page, 'Praat hier eerst over');
      await press(page, 'Toon op groot scherm');
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'overview of groups',
    async open(page) {
      await page.goto('/hulpmiddelen/groep/overzicht/');
      await expect(page.locator('.overview[data-ready]')).toBeVisible();
      await page.getByLabel('Bestanden van rondes kiezen').setInputFiles(
        [6, 7, 8].map((seed) => ({
          name: `groep-${seed}.json`,
          mimeType: 'application/json',
          buffer: Buffer.from(toRoundText(makeRound({ firms: seed, seed, id: `aaaaa${seed}` }))),
        })),
      );
      await expect(page.locator('table.groups tbody tr')).toHaveCount(3);
    },
  },
  {
    name: 'agenda, programme with remarks',
    async open(page) {
      await page.goto('/hulpmiddelen/agenda/?agenda=hoe-werken-we-samen');
      await ready(page);
      await press(page, 'Openingsronde verwijderen');
      await expect(page.locator('.checks-list')).toBeVisible();
      await openDetails(page, '.tool');
    },
  },
  {
    name: 'agenda, to print and share',
    async open(page) {
      await page.goto('/hulpmiddelen/agenda/?agenda=hoe-werken-we-samen');
      await ready(page);
      await page.locator('.steps-nav').getByRole('button', { name: 'Afdrukken en delen' }).click();
      await expect(page.locator('.agenda-sheet')).toBeVisible();
    },
  },
  { name: 'run mode, a step', open: openRun },
  {
    name: 'run mode, a round by name',
    async open(page) {
      await openRun(page);
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown');
      await expect(page.locator('.now strong')).toHaveText('An');
    },
  },
  {
    name: 'run mode, the end',
    async open(page) {
      await openRun(page);
      await page.keyboard.press('s');
      await press(page, 'Naar het einde');
      await expect(page.locator('.ending')).toBeVisible();
    },
  },
  {
    name: 'decision, objections',
    async open(page) {
      await page.goto('/hulpmiddelen/besluit/');
      await ready(page);
      await press(page, 'Nieuw: besluit met instemming');
      await page.getByLabel('Aanwezig', { exact: false }).first().fill('An, Bert');
      await page
        .locator('.steps-nav')
        .getByRole('button', { name: /\d Bezwaren$/ })
        .click();
      await expect(page.locator('.step-title')).toHaveText('Bezwaren');
    },
  },
  {
    name: 'decision, record',
    async open(page) {
      await page.goto('/hulpmiddelen/besluit/');
      await ready(page);
      await press(page, 'Nieuw: verkiezing zonder kandidaat');
      await page
        .locator('.steps-nav')
        .getByRole('button', { name: /\d Verslag$/ })
        .click();
      await expect(page.locator('.decision-sheet')).toBeAttached();
    },
  },
];
