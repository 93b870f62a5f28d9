import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import {
  cutOffText,
  doubleText,
  forcedColourFaults,
  layOutEverything,
  motions,
  nameFaults,
  overlappingText,
  setTextSpacing,
  sidewaysFaults,
  walkByTab,
} from './audits.ts';
import { axeFindings, TARGET_SIZE } from './axe.ts';
import { TEMPLATES } from './pages.ts';
import { type State, STATES } from './states.ts';

/** One page of every kind, one to print, and the main states of the tools. */
const PLACES: readonly State[] = [
  ...[...TEMPLATES, '/afdrukken/techniek/openingsronde/'].map((path) => ({
    name: path,
    open: async (page: Page) => {
      await page.goto(path, { waitUntil: 'load' });
    },
  })),
  ...STATES,
];
/** Texts that do not fit, in what they stand in or beside each other. */
const misfits = async (page: Page) => [...(await cutOffText(page)), ...(await overlappingText(page))];

async function openIn(browser: Browser, { open }: State, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ colorScheme: 'light', ...options })).newPage();
  await open(page);
  await layOutEverything(page);
  return page;
}

for (const place of PLACES)
  test.describe(place.name, () => {
    test('says what everything is, stands still when asked, keeps its marks in forced colours and fits with other letters', async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const page = await openIn(browser, place, { viewport: { width: 1280, height: 800 } });
      expect.soft(await nameFaults(page), 'names for a screen reader').toEqual([]);

      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect.soft(await motions(page), 'reduced motion').toEqual([]);

      // The hardest case: the reader's colours are dark, and the light theme was chosen on the page.
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
      expect.soft(await forcedColourFaults(page), 'forced colours').toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });

      expect.soft(await misfits(page), 'as it is').toEqual([]);
      await setTextSpacing(page);
      expect.soft(await misfits(page), 'text spacing of WCAG 1.4.12').toEqual([]);
      await doubleText(page);
      expect
        .soft([...(await misfits(page)), ...(await sidewaysFaults(page))], 'twice the size and spacing')
        .toEqual([]);
    });

    test('is walked with the tab key: every stop is marked and in sight', async ({ browser }) => {
      test.setTimeout(120_000);
      const page = await openIn(browser, place, { viewport: { width: 1280, height: 720 } });
      const { stops, faults } = await walkByTab(page);
      expect(stops).toBeGreaterThan(0);
      expect(faults).toEqual([]);
    });

    test('fits a window of 1280 × 1024 at 400 %, and its targets are 24 pixels on a phone', async ({
      browser,
    }) => {
      // 1280 × 1024 at 400 % leaves 320 × 256 pixels of CSS.
      const page = await openIn(browser, place, {
        viewport: { width: 320, height: 256 },
        deviceScaleFactor: 4,
      });
      expect.soft([...(await sidewaysFaults(page)), ...(await misfits(page))], '320 pixels').toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect.soft(await axeFindings(page, { only: [TARGET_SIZE] }), 'targets').toEqual([]);
    });
  });
