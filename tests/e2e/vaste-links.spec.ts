import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { FOLDER } from '../../playwright.config.ts';
import { expectNothingSideways } from './audits.ts';
import { axeFindings } from './axe.ts';
import { watch } from './pages.ts';

/** Lets the page of a link say that a second version came out after the first. */
async function withSecondVersion(page: Page, path: string): Promise<void> {
  await page.route(`**${path}*`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const item =
      '<li data-version="2" data-name="Versie 2 van 10 januari 2027"><b>Versie 2</b>: stap 3 duurt langer.</li>';
    await route.fulfill({ response, body: html.replace(/(<h2[^>]*>Versies[\s\S]*?<ul[^>]*>)/, `$1${item}`) });
  });
}

test.describe('a permanent link', () => {
  for (const [path, target] of [
    ['/q/fase-4/', '/methode/4-opbouwen/'],
    ['/q/openingsronde/', '/fiches/openingsronde/'],
    ['/q/fiche-1/', '/fiches/fiche-1/'],
    ['/q/begrip-charter/', '/begrippen/#charter'],
    ['/q/aanbeveling-12/', '/achtergrond/aanbevelingen/#sip3-12'],
    ['/q/groepsronde/', '/hulpmiddelen/groep/'],
    ['/q/rechtsvorm-bv/', '/rechtsvormen/bv/'],
    ['/q/case-kubeko/', '/cases/kubeko/'],
  ] as const) {
    test(`${path} leads to ${target}, and the way back skips it`, async ({ page }) => {
      const faults = watch(page);
      await page.goto('/over/');
      await page.goto(path, { waitUntil: 'commit' });
      await expect(page).toHaveURL(target);
      await page.goBack();
      await expect(page).toHaveURL('/over/');
      expect(faults).toEqual([]);
    });
  }

  test('leads a reader of a language that is not published to the root language', async ({ browser }) => {
    const page = await (await browser.newContext({ locale: 'fr-BE' })).newPage();
    await page.goto('/q/fase-4/', { waitUntil: 'commit' });
    await expect(page).toHaveURL('/methode/4-opbouwen/');
  });

  test('works under a folder', async ({ page }) => {
    await page.goto(`${FOLDER}q/begrip-charter/`, { waitUntil: 'commit' });
    await expect(page).toHaveURL(`${FOLDER}begrippen/#charter`);
  });

  test('from paper that is current goes straight on, and so does one with nonsense', async ({ page }) => {
    for (const query of ['?v=1', '?v=999', '?v=zeven', '?v=', '?v=1&v=2', '?x=%F0%9F%A6%86']) {
      await page.goto(`/q/openingsronde/${query}`, { waitUntil: 'commit' });
      await expect.soft(page, query).toHaveURL('/fiches/openingsronde/');
    }
  });

  test('from older paper says so, and what changed since', async ({ page }) => {
    await withSecondVersion(page, '/q/openingsronde/');
    await page.goto('/q/openingsronde/?v=1');
    const told = page.locator('[data-older]');
    await expect(told.getByRole('heading', { name: 'Uw blad is ouder dan de pagina' })).toBeVisible();
    await expect(told).toContainText('Op uw blad staat: Versie 1 van');
    await expect(told.getByRole('listitem')).toHaveText(['Versie 2: stap 3 duurt langer.']);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Het blad zoals het nu is' }).click();
    await expect(page).toHaveURL('/afdrukken/techniek/openingsronde/');
    await page.goBack();
    await page.getByRole('link', { name: 'Naar de pagina in het handboek' }).click();
    await expect(page).toHaveURL('/fiches/openingsronde/');

    await page.goto('/q/openingsronde/?v=2', { waitUntil: 'commit' });
    await expect(page).toHaveURL('/fiches/openingsronde/');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('says what it leads to, and lists the versions', async ({ page }) => {
      await page.goto('/q/openingsronde/?v=1');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Openingsronde');
      await expect(page.getByText('Techniek')).toBeVisible();
      await expect(page.getByRole('listitem')).toContainText('Versie 1 van 22 november 2026');
      await expect(page.locator('[data-older]')).toBeHidden();
      await page.getByRole('link', { name: 'Naar de pagina in het handboek' }).click();
      await expect(page).toHaveURL('/fiches/openingsronde/');
    });
  });
});

test.describe('sharing', () => {
  test('starts on the page, by keyboard, and gives link, code and lines for a course', async ({ page }) => {
    const faults = watch(page);
    await page.goto('/fiches/openingsronde/');
    const share = page.getByRole('link', { name: 'Delen', exact: true });
    await share.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/q/openingsronde/delen/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Openingsronde');
    await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible();
    const link = page.locator('.copy').first();
    await link.click();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      (await link.textContent())?.trim(),
    );

    for (const [name, file, start] of [
      ['QR-code als SVG', 'qr-openingsronde.svg', '<svg '],
      ['QR-code als PNG', 'qr-openingsronde.png', '\u{fffd}PNG'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(file);
      expect(readFileSync(await saved.path(), 'utf8').startsWith(start)).toBe(true);
    }
    expect(faults).toEqual([]);
  });

  test('is on a phone in the same place, and nothing goes sideways at 320 pixels', async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    for (const path of [
      '/methode/4-opbouwen/',
      '/fiches/openingsronde/',
      '/cases/kubeko/',
      '/hulpmiddelen/fasetest/',
      '/fiches/fiche-1/',
      '/rechtsvormen/bv/',
    ]) {
      await page.goto(path);
      const share = page.getByRole('link', { name: 'Delen', exact: true });
      await expect.soft(share, path).toBeInViewport();
      expect.soft((await share.boundingBox())?.height, path).toBeGreaterThanOrEqual(24);
    }
    for (const path of [
      '/q/fase-4/delen/',
      '/q/gestructureerde-discussie-met-schema/delen/',
      '/q/begrip-charter/delen/',
    ]) {
      await page.goto(path);
      await expectNothingSideways(page, path);
    }
  });

  test('of a term or recommendation starts beside its entry', async ({ page }) => {
    await page.goto('/begrippen/');
    await page.getByRole('link', { name: 'Vaste link naar “charter”' }).click();
    await expect(page).toHaveURL('/q/begrip-charter/delen/');
    await page.goto('/achtergrond/aanbevelingen/');
    await page
      .locator('#sip3-12')
      .getByRole('link', { name: /^Vaste link naar/ })
      .click();
    await expect(page).toHaveURL('/q/aanbeveling-12/delen/');
    await page.getByRole('link', { name: 'Terug naar de pagina' }).click();
    await expect(page).toHaveURL('/achtergrond/aanbevelingen/#sip3-12');
  });

  test('hangs on one sheet of paper in either theme', async ({ browser }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await (await browser.newContext({ colorScheme })).newPage();
      for (const path of ['/q/gestructureerde-discussie-met-schema/delen/', '/q/aanbeveling-12/delen/']) {
        await page.goto(path);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type \/Page\b/g), path).toHaveLength(1);
        await page.emulateMedia({ media: 'print' });
        await expect(
          page.getByText('Kopieer deze regels').or(page.getByText('SVG blijft scherp')).first(),
        ).toBeHidden();
        await page.emulateMedia({ media: null });
      }
    }
  });
});

test('the feed of changes is XML that a reader of feeds understands', async ({ page }) => {
  await page.goto('/over/');
  const read = await page.evaluate(async () => {
    const document = new DOMParser().parseFromString(
      await (await fetch('/feed.xml')).text(),
      'application/xml',
    );
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    return {
      fault: text('parsererror'),
      root: document.documentElement.namespaceURI,
      ids: [...document.querySelectorAll('id')].map((id) => id.textContent),
      required: [
        'feed > title',
        'feed > updated',
        'feed > author > name',
        'entry > title',
        'entry > updated',
      ].map(text),
    };
  });
  expect(read.fault).toBe('');
  expect(read.root).toBe('http://www.w3.org/2005/Atom');
  expect(read.ids.length).toBeGreaterThan(1);
  expect(new Set(read.ids).size).toBe(read.ids.length);
  expect(read.required.every((text) => text !== '')).toBe(true);
});
