import { expect, type Page, test } from '@playwright/test';
import {
  hostileFragments,
  hostileQueries,
  NO_DATA,
  poison,
  POISON,
  POISONED_ADDRESS,
  spoil,
  TEXTS,
} from './hostile.ts';
import { watch } from './pages.ts';

/** Every run tries the same; another number tries others. */
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20);
/** In the reader's own words, so that the same words can be made hostile. */
const OWN = 'Eigen woorden';

interface Tool {
  path: string;
  /** Where the browser keeps what was filled in. */
  key: string;
  /** The letter its links begin with. */
  letter: string;
  /** Fills something in, with own words where there are any, until it is saved. */
  fill: (page: Page) => Promise<void>;
  /** Opens what shows the saved data at its fullest. */
  show?: (page: Page, own: string) => Promise<void>;
  /** Goes from the saved data to where a file can be opened. Absent where the tool opens none. */
  toFiles?: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const step = (page: Page, name: string) =>
  page.locator('.steps-nav').getByRole('button', { name }).last().click();

const TOOLS: Tool[] = [
  {
    path: '/hulpmiddelen/fasetest/',
    key: 'mini-cluster:fasetest:1',
    letter: 'a',
    fill: async (page) => {
      await page.getByRole('radio', { name: /Een nieuwe groep/ }).check();
      await press(page, 'Begin met de vragen');
      await page.getByRole('radio').nth(2).check();
    },
    toFiles: (page) => step(page, 'Resultaat'),
  },
  ...(['coordinatie', 'rechtsvorm'] as const).map((id) => ({
    path: `/hulpmiddelen/${id}/`,
    key: `mini-cluster:${id}:1`,
    letter: id.charAt(0),
    fill: async (page: Page) => {
      await page.locator('.tool fieldset.item input').first().check();
    },
    toFiles: (page: Page) => step(page, 'Resultaat'),
  })),
  {
    path: '/hulpmiddelen/groep/',
    key: 'mini-cluster:groepsronde:1',
    letter: 'g',
    fill: async (page) => {
      await page.getByRole('radio', { name: /informele groep/ }).check();
      await page.getByLabel('Naam van de groep').fill(OWN);
      await press(page, 'Ronde beginnen');
      await expect(page.locator('.step-title')).toHaveText('Uitnodigen');
    },
    show: (page) => step(page, 'Verzamelen'),
    toFiles: (page) => step(page, 'De ronde'),
  },
  {
    path: '/hulpmiddelen/agenda/',
    key: 'mini-cluster:agenda:1',
    letter: 'p',
    fill: async (page) => {
      await page.getByText('Begin met een kant-en-klare agenda').click();
      await press(page, 'E. Hoe werken we samen?');
      await press(page, 'Eigen punt toevoegen');
      await page.locator('.item-row.own').getByLabel('Titel').fill(OWN);
      await page.locator('.item-row.own').getByLabel('Wie').fill(OWN);
      await step(page, 'Vergadering');
      for (const field of ['Adres of zaal', 'Facilitator', 'Secretaris'])
        await page.getByLabel(field).fill(OWN);
    },
    show: (page) => step(page, 'Afdrukken en delen'),
    toFiles: (page) => step(page, 'Vergadering'),
  },
  {
    path: '/hulpmiddelen/draaien/?techniek=kringgesprek',
    key: 'mini-cluster:draaien:1',
    letter: 'p',
    fill: async (page) => {
      await page.getByLabel('Toon namen').check();
      await page.getByLabel('Namen, zoals ze in de kring zitten').fill(`${OWN} 1\n${OWN} 2`);
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await expect(page.locator('#run-sentence')).toBeFocused();
    },
  },
  {
    path: '/hulpmiddelen/besluit/',
    key: 'mini-cluster:besluiten:1',
    letter: 'b',
    fill: async (page) => {
      await press(page, 'Nieuw: besluit met instemming');
      for (const name of ['Groep', 'Aanwezig']) await page.getByRole('textbox', { name }).first().fill(OWN);
      await press(page, 'Volgende');
      await page.getByLabel('Waarover gaat het?').fill(OWN);
      await page.getByLabel('Tekst van het voorstel').fill(OWN);
    },
    show: async (page, own) => {
      await page.locator('.tool').getByRole('button', { name: own }).first().click();
      await step(page, 'Verslag');
    },
    toFiles: async (page) => expect(page.locator('input[type="file"]')).toBeAttached(),
  },
];

const ready = (page: Page) =>
  expect(page.locator('.tool[data-ready]').first()).toBeVisible({ timeout: 20_000 });
const stored = (page: Page, key: string) => page.evaluate((key) => localStorage.getItem(key), key);

/** Counts what code of an address, the storage or a file would have done. */
async function expectHarmless(page: Page, what: string): Promise<void> {
  const harm = await page.evaluate(() => ({
    hit: 'hit' in window || 'hit' in {},
    markup: document.querySelectorAll(
      'img[src="x"], svg[onload], [href^="javascript:" i], [src^="javascript:" i]',
    ).length,
  }));
  expect.soft(harm, what).toEqual({ hit: false, markup: 0 });
}

/** What some other tool keeps on the same device. */
const OTHER = { key: 'mini-cluster:anders:1', text: 'blijft' };

/** Opens the tool and fills it in; gives what is saved then. */
async function fillIn(page: Page, { path, key, fill }: Tool): Promise<string> {
  await page.goto(path);
  await ready(page);
  await fill(page);
  await expect.poll(() => stored(page, key)).not.toBeNull();
  await page.evaluate(({ key, text }) => localStorage.setItem(key, text), OTHER);
  // Saving follows typing after a moment; leaving the page ends it.
  await page.goto('/over/');
  return (await stored(page, key)) ?? '';
}

/** Opens the tool with this text as what was saved. */
async function openWith(page: Page, { path, key }: Tool, text: string): Promise<void> {
  await page.goto('/over/');
  await page.evaluate(([key = '', text = '']) => localStorage.setItem(key, text), [key, text]);
  await page.goto(path);
  await ready(page);
}

/** As `watch`, and a dialog is a fault too. */
function watchAll(page: Page): string[] {
  const faults = watch(page);
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return faults;
}

for (const tool of TOOLS) {
  test.describe(tool.path, () => {
    test('hostile links and addresses run nothing, throw nothing and leave what was saved', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const faults = watchAll(page);
      const saved = await fillIn(page, tool);
      const [path = ''] = tool.path.split('?');
      const addresses = [
        // The same page with another fragment only would not be loaded again.
        ...hostileFragments(tool.letter, SEED).map((fragment, at) => `${path}?${at}#${fragment}`),
        ...hostileQueries(SEED).map((query) => `${path}?${query}`),
      ];
      for (const address of addresses) {
        await page.goto(address);
        await ready(page);
        await expectHarmless(page, address);
        expect.soft(faults.splice(0), address).toEqual([]);
        expect.soft(JSON.parse((await stored(page, tool.key)) ?? ''), address).toEqual(JSON.parse(saved));
        expect.soft(await stored(page, OTHER.key), address).toBe(OTHER.text);
      }
    });

    test('hostile saved data throw nothing, and what cannot be read stays as it is', async ({ page }) => {
      test.setTimeout(120_000);
      const faults = watchAll(page);
      const saved = await fillIn(page, tool);
      for (const text of NO_DATA) {
        await openWith(page, tool, text);
        await expectHarmless(page, text);
        expect.soft(faults.splice(0), text).toEqual([]);
        expect.soft(await stored(page, tool.key), text).toBe(text);
      }
      for (const text of spoil(saved, SEED, 14)) {
        await openWith(page, tool, text);
        await expectHarmless(page, text);
        expect.soft(faults.splice(0), text.slice(0, 2000)).toEqual([]);
      }
    });

    if (tool.toFiles) {
      const { toFiles } = tool;
      test('hostile files throw nothing, run nothing and leave what was saved', async ({ page }) => {
        test.setTimeout(120_000);
        const faults = watchAll(page);
        const saved = await fillIn(page, tool);
        await page.goto(tool.path);
        await ready(page);
        await toFiles(page);
        const input = page.locator('input[type="file"]').first();
        const open = async (name: string, body: string | Buffer): Promise<void> => {
          await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
          // Reading a file ends without a sign when nothing changes: a moment for what must not happen.
          await page.waitForTimeout(60);
          await expectHarmless(page, name);
          expect.soft(faults.splice(0), String(body).slice(0, 2000)).toEqual([]);
        };
        for (const body of [...NO_DATA, Buffer.from([0xff, 0xfe, 0x00, 0xd8]), '['.repeat(3_000_000)])
          await open(`${POISON.slice(0, 40)}.json`, body);
        expect(JSON.parse((await stored(page, tool.key)) ?? '')).toEqual(JSON.parse(saved));
        expect(await stored(page, OTHER.key)).toBe(OTHER.text);
        for (const body of spoil(saved, SEED + 2, 8)) {
          await page.goto('/over/');
          await page.goto(tool.path);
          await ready(page);
          await toFiles(page);
          await open('x.json', body);
        }
      });
    }

    if (tool.show) {
      const { show } = tool;
      test('own words are shown as words, whatever they are', async ({ page }) => {
        const faults = watchAll(page);
        const saved = await fillIn(page, tool);
        for (const bad of [POISON, POISONED_ADDRESS]) {
          const hostile = poison(saved, OWN, bad);
          expect(hostile).not.toBe(saved);
          await openWith(page, tool, hostile);
          await show(page, bad.slice(0, 12));
          await expect(page.locator('.tool')).toContainText(bad.slice(0, 12));
          await expectHarmless(page, bad);
          expect(faults).toEqual([]);
        }
      });
    }
  });
}

test('hostile queries on pages without a tool run nothing, lead nowhere else and throw nothing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const faults = watchAll(page);
  const queries = [...hostileQueries(SEED + 1), `v=${encodeURIComponent(POISON)}`, 'v=99999999999'];
  for (const path of ['/', '/fiches/', '/cases/', '/q/fase-4/delen/'])
    for (const query of queries) {
      const address = `${path}?${query}#${encodeURI(POISON)}`;
      await page.goto(address);
      await expectHarmless(page, address);
      expect.soft(faults.splice(0), address).toEqual([]);
    }
  // A permanent link leads on, to its own page only.
  const versions = TEXTS.filter((text) => text.length < 500).map((text) => `v=${encodeURIComponent(text)}`);
  for (const query of [...queries, ...versions]) {
    const address = `/q/openingsronde/?${query}#${encodeURI(POISON)}`;
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForURL(({ pathname }) => pathname === '/fiches/openingsronde/');
    await expectHarmless(page, address);
    expect.soft(faults.splice(0), address).toEqual([]);
  }
});
