import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { FOLDER } from '../../playwright.config.ts';
import { watch } from './pages.ts';

test.use({ serviceWorkers: 'allow' });
// Each test keeps the whole site; two at once only wait for each other.
test.describe.configure({ mode: 'default', timeout: 120_000 });

/** Visits the page and waits until the site is kept. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') {
      await new Promise<void>((done) =>
        active?.addEventListener('statechange', () => done(), { once: true }),
      );
    }
  });
}

test('after one visit every page, every tool and the search work without network', async ({
  page,
  context,
}) => {
  await visit(page, '/');
  await context.setOffline(true);
  const faults = watch(page);

  await page.goto('/methode/4-opbouwen/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Opbouwen');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('mededinging');
  await expect(page.locator('.search-dialog ol')).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('searchbox').fill('visgeraamte');
  await page.getByRole('dialog').getByRole('link', { name: 'Visgeraamte' }).first().click();
  await expect(page).toHaveURL('/fiches/visgeraamte/');

  for (const tool of [
    'fasetest',
    'coordinatie',
    'rechtsvorm',
    'groep',
    'groep/overzicht',
    'agenda',
    'draaien',
    'besluit',
  ]) {
    await page.goto(`/hulpmiddelen/${tool}/`);
    await expect(page.locator('.tool[data-ready]').first(), tool).toBeAttached();
  }
  await page.goto('/hulpmiddelen/fasetest/?bron=blad');
  await page.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await page.getByRole('button', { name: 'Begin met de vragen' }).click();
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Naar het resultaat' }).first().click();
  await expect(page.getByLabel('Link naar deze antwoorden')).toBeVisible();
  expect(faults).toEqual([]);
});

test('the code on a printed sheet leads to its page without network', async ({ page, context }) => {
  await visit(page, '/');
  await context.setOffline(true);
  for (const [code, address] of [
    ['brainstorm', '/fiches/brainstorm/'],
    ['fase-4', '/methode/4-opbouwen/'],
    ['fiche-1', '/fiches/fiche-1/'],
    ['werkblad-visgeraamte', '/fiches/werkbladen/#visgeraamte'],
    ['fasetest', '/hulpmiddelen/fasetest/'],
  ] as const) {
    await page.goto(`/q/${code}/?v=1`);
    await expect(page, code).toHaveURL(address);
  }
  // A code that was never printed on a sheet gets the plain answer.
  await page.goto('/q/begrip-charter/?v=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent zonder netwerk');
});

test('a technique and a phase print as their sheet without network', async ({ page, context }) => {
  await visit(page, '/');
  await context.setOffline(true);
  for (const path of ['/fiches/brainstorm/', '/methode/4-opbouwen/']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await page.locator('article.sheet').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('article.sheet')).toBeVisible();
    await expect(page.locator('.sl-markdown-content')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('article.sheet')).toBeHidden();
  }
});

test('a page that is not on the device gets a plain answer without network', async ({ page, context }) => {
  await visit(page, '/');
  await context.setOffline(true);
  await page.goto('/bestaat-niet/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent zonder netwerk');
  await page.getByRole('main').getByRole('link', { name: 'Inhoud' }).first().click();
  await expect(page).toHaveURL('/inhoud/');
});

test('the same under a folder', async ({ page, context }) => {
  await visit(page, FOLDER);
  await context.setOffline(true);
  await page.goto(`${FOLDER}fiches/kringgesprek/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kringgesprek');
  await page.goto(`${FOLDER}bestaat-niet/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent zonder netwerk');
});

test('without room on the device the site works as before, without a word', async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
  const faults = watch(page);
  await page.goto('/');
  await page.waitForTimeout(4000);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await page.getByRole('link', { name: 'De methode in acht fasen' }).click();
  await expect(page).toHaveURL('/methode/');
  expect(faults).toEqual([]);
});

test.describe('a new version', () => {
  const PORT = 4338;
  const SITE = `http://localhost:${PORT}`;
  let folder: string;
  let server: ChildProcess;

  test.beforeEach(async ({ request }) => {
    folder = mkdtempSync(join(tmpdir(), 'handbook-'));
    cpSync('dist', folder, { recursive: true });
    server = spawn(process.execPath, ['tests/serve.mjs', folder, '/', String(PORT)], { stdio: 'ignore' });
    await expect.poll(async () => (await request.get(SITE).catch(() => null))?.ok()).toBe(true);
  });
  test.afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  /** Publishes a version in which the page “over” has another title. */
  function publish(title: string): void {
    const path = join(folder, 'over/index.html');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/<h1([^>]*)>[^<]*/, `<h1$1>${title}`));
    const worker = join(folder, 'sw.js');
    const text = readFileSync(worker, 'utf8');
    const changed = text.replace(
      /(\{url:"\/over\/index\.html",revision:")[^"]*/,
      `$1${Buffer.from(title).toString('hex')}`,
    );
    expect(changed).not.toBe(text);
    writeFileSync(worker, changed);
  }
  const saved = (page: Page) => page.evaluate(() => ({ ...localStorage }));
  const look = (page: Page) =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

  test('waits for the reader, interrupts nothing, and comes with the answers kept', async ({ page }) => {
    await visit(page, `${SITE}/hulpmiddelen/fasetest/`);
    await page.reload();
    await page.getByRole('radio', { name: /Een nieuwe groep/ }).check();
    await page.getByRole('button', { name: 'Begin met de vragen' }).click();
    await page.getByRole('radio').nth(2).check();
    const before = await saved(page);
    expect(Object.keys(before)).toContain('mini-cluster:fasetest:1');
    publish('Nieuwe titel');
    await look(page);
    const notice = page.locator('.version-notice');
    await expect(notice.getByRole('status')).toContainText('Er is een nieuwe versie');
    await expect(page.getByRole('radio').nth(2)).toBeChecked();
    await notice.getByRole('button', { name: 'Later' }).click();
    await expect(notice).toBeHidden();
    await expect(page.getByRole('radio').nth(2)).toBeChecked();

    await page.goto(`${SITE}/over/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Over dit handboek');
    await page.locator('.version-notice').getByRole('button', { name: 'Nu vernieuwen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nieuwe titel');
    expect(await saved(page)).toEqual(before);
  });

  test('of a sheet is told to who scans a print, although the device kept the page of the code', async ({
    page,
  }) => {
    await visit(page, SITE);
    writeFileSync(join(folder, 'q/brainstorm/index.html'), '<!doctype html><h1>Van het net</h1>');
    await page.goto(`${SITE}/q/brainstorm/?v=1`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Van het net');
  });

  test('taken in one window is told in another, which goes on', async ({ page, context }) => {
    await visit(page, `${SITE}/over/`);
    await page.reload();
    const other = await context.newPage();
    await other.goto(`${SITE}/hulpmiddelen/fasetest/`);
    await other.getByRole('radio', { name: /Een nieuwe groep/ }).check();
    publish('Andere titel');
    await look(page);
    await page.locator('.version-notice').getByRole('button', { name: 'Nu vernieuwen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Andere titel');
    await expect(other.locator('.version-notice').getByRole('status')).toContainText(
      'in een ander venster vernieuwd',
    );
    await expect(other.getByRole('radio', { name: /Een nieuwe groep/ })).toBeChecked();
  });

  test('reaches a reader who comes back after several versions', async ({ page }) => {
    await visit(page, `${SITE}/over/`);
    await page.goto('about:blank');
    publish('Tweede');
    publish('Derde');
    await page.goto(`${SITE}/over/`);
    await page.locator('.version-notice').getByRole('button', { name: 'Nu vernieuwen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Derde');
  });
});
