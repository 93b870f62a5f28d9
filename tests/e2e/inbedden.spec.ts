import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { watch } from './pages.ts';

/** A course of somebody else, at an address of its own: a page with some lines of text around what is embedded. */
let course: Server;
let body = '';
let address = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  course = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="nl"><title>Cursus</title><h1>Les 3</h1>${body}<p>Einde van de les.</p></html>`,
    );
  });
  await new Promise<void>((resolve) => course.listen(0, resolve));
  address = `http://localhost:${(course.address() as AddressInfo).port}/`;
});
test.afterAll(() => course.close());

/** The lines to copy from the page to share an item, as published where the tests run. */
async function snippet(page: Page, id: string): Promise<string> {
  await page.goto(`/q/${id}/delen/`);
  const lines = (await page.locator('pre.copy').textContent()) ?? '';
  const { origin } = new URL((await page.locator('.copy').first().textContent()) ?? '');
  return lines.replaceAll(origin, new URL(page.url()).origin);
}

const frameHeight = (page: Page): Promise<number> =>
  page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
const hasScrollbar = (frame: FrameLocator): Promise<boolean> =>
  frame.locator('html').evaluate((html) => html.scrollHeight > html.clientHeight + 1);

test('a technique in a course shows its text only, and is as high as it is', async ({ page }) => {
  const faults = watch(page);
  body = await snippet(page, 'openingsronde');
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Openingsronde');
  for (const gone of [
    '.header',
    '.sidebar',
    '.right-sidebar-container',
    '.pagination-links',
    '.page-actions',
  ])
    await expect.soft(frame.locator(gone).first(), gone).toBeHidden();
  for (const kept of ['.fact-strip', '.page-sources', '.colophon'])
    await expect.soft(frame.locator(kept), kept).toBeVisible();
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(2000);
  await expect.poll(() => hasScrollbar(frame)).toBe(false);
  // Narrower is higher, and back again.
  const wide = await frameHeight(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(wide + 200);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(() => frameHeight(page)).toBe(wide);
  expect(await axeFindings(page, { within: 'iframe' })).toEqual([]);
  const [, embedded] = page.frames();
  expect(embedded && (await axeFindings(embedded))).toEqual([]);
  expect(faults).toEqual([]);
});

test('links in it open in a new tab, the page itself in the handbook', async ({ page, context }) => {
  body = await snippet(page, 'openingsronde');
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  for (const [name, path] of [
    ['invulblad', '/fiches/schriftelijk-stramien/'],
    ['Openen in het handboek', '/fiches/openingsronde/'],
  ] as const) {
    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name }).click();
    const tab = await opened;
    await expect(tab).toHaveURL(path);
    await expect(tab.getByRole('banner')).toBeVisible();
    await tab.close();
  }
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Openingsronde');
});

test('a tool in a course works, and grows and shrinks with its steps', async ({ page }) => {
  const faults = watch(page);
  body = await snippet(page, 'fasetest');
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await frame.getByRole('button', { name: 'Begin met de vragen' }).click();
  await expect(frame.getByRole('heading', { name: 'Fase 1: Zich inspireren' })).toBeVisible();
  await expect.poll(() => hasScrollbar(frame)).toBe(false);
  const questions = await frameHeight(page);
  await frame.getByRole('button', { name: 'Naar het resultaat' }).first().click();
  await expect.poll(() => frameHeight(page)).not.toBe(questions);
  await expect.poll(() => hasScrollbar(frame)).toBe(false);
  expect(faults).toEqual([]);
});

test('a tool says so when the course gives it no storage', async ({ page }) => {
  await page.addInitScript(() => {
    if (window !== window.top)
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  body = await snippet(page, 'fasetest');
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await frame.getByRole('button', { name: 'Begin met de vragen' }).click();
  await expect(frame.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
});

test('two in one course each get their own height, and nobody else sets it', async ({ page }) => {
  body = (await snippet(page, 'openingsronde')) + (await snippet(page, 'case-rana-plaza'));
  await page.goto(address);
  const heights = () =>
    page
      .locator('iframe')
      .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));
  await expect.poll(async () => (await heights()).every((height) => height !== 800)).toBe(true);
  const before = await heights();
  expect(before[0]).not.toBe(before[1]);
  await page.evaluate(async () => {
    for (const height of [77, -1, '99', null])
      postMessage({ type: 'handboek-mini-clusters:hoogte', height }, '*');
    postMessage(null, '*');
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  expect(await heights()).toEqual(before);
});

test('without its script it keeps its height and scrolls inside', async ({ page }) => {
  body = (await snippet(page, 'openingsronde')).replace(/<script>[\s\S]*<\/script>/, '');
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Openingsronde');
  await frame.getByRole('link', { name: 'Openen in het handboek' }).scrollIntoViewIfNeeded();
  expect(await frameHeight(page)).toBe(800);
  expect(await hasScrollbar(frame)).toBe(true);
});
