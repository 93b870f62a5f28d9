import { expect, type Page, test } from '@playwright/test';
import { axeFindings, OF_COLOUR } from './axe.ts';
import { builtPages, TEMPLATES } from './pages.ts';
import { ACCEPTED, type Accepted, secondEngineFindings } from './second-engine.ts';
import { STATES } from './states.ts';

/** All built pages, in sets of about equal work: the largest first, so that no worker ends with it alone. */
const pages = builtPages();
const SETS = [
  ...[0, 1, 2].map((part) => ({
    name: `page of the handbook, part ${part + 1} of 3`,
    paths: pages.filter((path) => !/^\/(q|afdrukken\/.)/.test(path)).filter((_, at) => at % 3 === part),
  })),
  {
    name: 'page to print',
    paths: pages.filter((path) => path.startsWith('/afdrukken/') && path !== '/afdrukken/'),
  },
  { name: 'permanent link and page to share', paths: pages.filter((path) => path.startsWith('/q/')) },
];

test('the sets hold every built page once', () => {
  expect(SETS.flatMap(({ paths }) => paths).sort()).toEqual([...pages].sort());
  for (const { paths } of SETS) expect(paths.length).toBeGreaterThan(20);
});

for (const { name, paths } of SETS)
  test(`axe finds nothing on any ${name}: all rules in light, those of colour in dark`, async ({
    browser,
  }) => {
    // The time grows with the number of pages.
    test.setTimeout(60_000 + paths.length * 4_000);
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    let path = '';
    // A permanent link leads straight on; here its own page is looked at.
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() && new URL(route.request().url()).pathname !== path
        ? route.abort()
        : route.fallback(),
    );
    const found: string[] = [];
    for (path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path, { waitUntil: 'load' });
      found.push(...(await axeFindings(page)).map((finding) => `${path} ${finding}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await axeFindings(page, OF_COLOUR)).map((finding) => `${path} dark, ${finding}`));
    }
    expect(found).toEqual([]);
  });

for (const theme of ['light', 'dark'] as const)
  test(`the second engine finds nothing on any kind of page and in any main state of a tool, ${theme}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const used = new Set<Accepted>();
    const found: string[] = [];
    const look = async (name: string, page: Page): Promise<void> => {
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      found.push(...(await secondEngineFindings(page, used)).map((finding) => `${name} ${finding}`));
    };
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    for (const path of TEMPLATES) {
      await page.goto(path, { waitUntil: 'load' });
      await look(path, page);
    }
    for (const { name, open } of STATES) {
      const context = await browser.newContext({ colorScheme: theme });
      const fresh = await context.newPage();
      await open(fresh);
      await look(name, fresh);
      await context.close();
    }
    expect(found).toEqual([]);
    expect(
      ACCEPTED.filter((one) => !used.has(one)),
      'accepted, and no longer needed',
    ).toEqual([]);
  });
