import { expect, type Page, test } from '@playwright/test';
import { layOutEverything } from './audits.ts';
import { axeFindings, OF_COLOUR, withAxe } from './axe.ts';
import { builtPages, TEMPLATES } from './pages.ts';
import { ACCEPTED, type Accepted, secondEngineFindings } from './second-engine.ts';
import { STATES } from './states.ts';

/** Documents put together from sheets and pages that are looked at by themselves. */
const COMPOSED = /^\/afdrukken\/(pakket|handboek|technieken)/;

/** The page of a permanent link itself. */
const PERMANENT = /^\/q\/[^/]+\/$/;

const pages = builtPages();
const handbook = pages.filter((path) => !/^\/(q|afdrukken\/.)/.test(path));
const toPrint = pages.filter((path) => /^\/afdrukken\/./.test(path));
/** Pages that are looked at in the same way. */
interface PageSet {
  name: string;
  paths: string[];
  /** Put together from what is looked at by itself: what is costly about colour is not asked again. */
  isComposed?: true;
}
/** In sets of about equal work. */
const SETS: PageSet[] = [
  ...[0, 1, 2].map((part) => ({
    name: `page of the handbook, part ${part + 1} of 3`,
    paths: handbook.filter((_, at) => at % 3 === part),
  })),
  { name: 'page to print', paths: toPrint.filter((path) => !COMPOSED.test(path)) },
  {
    name: 'document put together from others',
    paths: toPrint.filter((path) => COMPOSED.test(path)),
    isComposed: true,
  },
  { name: 'page to share', paths: pages.filter((path) => /^\/q\/.*\/delen\/$/.test(path)) },
  { name: 'page of a permanent link', paths: pages.filter((path) => PERMANENT.test(path)) },
];

/** The dark theme on the page that is open, as its own script sets it when it is loaded on a dark device. */
async function goDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
}

test('the sets hold every page to look at once', () => {
  expect(SETS.flatMap(({ paths }) => paths).sort()).toEqual([...pages].sort());
  for (const { name, paths } of SETS) expect(paths.length, name).toBeGreaterThan(5);
});

for (const { name, paths, isComposed } of SETS) {
  const asked = isComposed ? 'all rules but contrast' : 'all rules in light, those of colour in dark';
  test(`axe finds nothing on any ${name}: ${asked}`, async ({ browser }) => {
    // The time grows with the number of pages.
    test.setTimeout(120_000 + paths.length * 8_000);
    const context = await browser.newContext({ colorScheme: 'light' });
    await withAxe(context);
    const page = await context.newPage();
    // A permanent link leads straight on; here its own page is looked at, as on a device that lets no script run.
    if (paths.every((path) => PERMANENT.test(path)))
      await page.route(/\/q\/[^/]+\/$/, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll(
          /<script type="module">(?:(?!<\/script>)[\s\S])*location\.replace[\s\S]*?<\/script>/g,
          '',
        );
        await route.fulfill({ response, body });
      });
    const found: string[] = [];
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path, { waitUntil: 'load' });
      expect(new URL(page.url()).pathname).toBe(path);
      await layOutEverything(page);
      const without = isComposed ? ['color-contrast'] : [];
      found.push(...(await axeFindings(page, { without })).map((finding) => `${path} ${finding}`));
      if (isComposed) continue;
      await goDark(page);
      found.push(
        ...(await axeFindings(page, { only: OF_COLOUR })).map((finding) => `${path} dark, ${finding}`),
      );
    }
    expect(found).toEqual([]);
  });
}

/** Looks with the second engine in the light theme, and with its rules of colour in the dark one. */
async function lookTwice(name: string, page: Page, used: Set<Accepted>): Promise<string[]> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const light = await secondEngineFindings(page, used);
  await goDark(page);
  const dark = await secondEngineFindings(page, used, 'of colour');
  return [
    ...light.map((finding) => `${name} ${finding}`),
    ...dark.map((finding) => `${name} dark, ${finding}`),
  ];
}

test.describe('the second engine, all rules in light and those of colour in dark,', () => {
  test('finds nothing on any kind of page, and what is accepted is still needed', async ({ browser }) => {
    test.setTimeout(600_000);
    const used = new Set<Accepted>();
    const found: string[] = [];
    const page = await (await browser.newContext()).newPage();
    for (const path of TEMPLATES) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path, { waitUntil: 'load' });
      found.push(...(await lookTwice(path, page, used)));
    }
    expect(found).toEqual([]);
    expect(ACCEPTED.filter((one) => !used.has(one))).toEqual([]);
  });

  test('finds nothing in any main state of a tool, of the search and of a term', async ({ browser }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    for (const { name, open } of STATES) {
      const context = await browser.newContext({ colorScheme: 'light' });
      const page = await context.newPage();
      await open(page);
      found.push(...(await lookTwice(name, page, new Set())));
      await context.close();
    }
    expect(found).toEqual([]);
  });
});

test('both engines notice the fault that is made for them', async ({ page }) => {
  await page.goto('/methode/4-opbouwen/', { waitUntil: 'load' });
  await page.evaluate(() => {
    document.querySelector('.right-sidebar-container')?.removeAttribute('aria-label');
    for (const part of document.querySelectorAll<HTMLElement>('.sl-markdown-content > p'))
      part.style.color = 'light-dark(#767676, #333)';
    document.querySelector('html')?.setAttribute('lang', 'xx');
  });
  expect((await axeFindings(page)).join()).toContain('html-lang-valid');
  expect((await secondEngineFindings(page, new Set())).join()).toContain('aria_complementary_labelled');
  await goDark(page);
  expect((await axeFindings(page, { only: OF_COLOUR })).join()).toContain('color-contrast');
  expect((await secondEngineFindings(page, new Set(), 'of colour')).join()).toContain('text_contrast');
});
