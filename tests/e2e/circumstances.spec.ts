import { expect, type Page, test } from '@playwright/test';
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

for (const place of PLACES)
  test(`${place.name} serves readers in every circumstance`, async ({ browser }) => {
    // One page for all: opening it again for each circumstance takes longer than looking.
    test.setTimeout(180_000);
    const context = await browser.newContext({
      colorScheme: 'light',
      viewport: { width: 1280, height: 720 },
    });
    const page = await context.newPage();
    await place.open(page);
    await layOutEverything(page);
    expect.soft(await nameFaults(page), 'names for a screen reader').toEqual([]);
    expect.soft(await misfits(page), 'as it is').toEqual([]);

    await test.step('every stop of the tab key is marked and in sight', async () => {
      const { stops, faults } = await walkByTab(page);
      expect.soft(stops).toBeGreaterThan(0);
      expect.soft(faults).toEqual([]);
    });
    // Further down, the bar of the table of contents shows the beginning of a long heading only.
    await page.evaluate(() => scrollTo(0, 0));

    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect.soft(await motions(page), 'reduced motion').toEqual([]);

    // The hardest case: the reader's colours are dark, and the light theme was chosen on the page.
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    expect.soft(await forcedColourFaults(page), 'forced colours').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });

    // 1280 × 1024 at 400 % leaves 320 × 256 pixels of CSS.
    await page.setViewportSize({ width: 320, height: 256 });
    expect.soft([...(await sidewaysFaults(page)), ...(await misfits(page))], '400 %').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft(await axeFindings(page, { only: [TARGET_SIZE] }), 'targets of 24 pixels').toEqual([]);

    await page.setViewportSize({ width: 1280, height: 720 });
    await setTextSpacing(page);
    expect.soft(await misfits(page), 'text spacing of WCAG 1.4.12').toEqual([]);
    await doubleText(page);
    expect
      .soft([...(await misfits(page)), ...(await sidewaysFaults(page))], 'twice the size and spacing')
      .toEqual([]);
    await context.close();
  });

test('the checks of this file bite: each tells the fault that is made for it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const spoilt = async (spoil: () => void): Promise<void> => {
    await page.goto('/methode/4-opbouwen/', { waitUntil: 'load' });
    await page.evaluate(spoil);
  };

  await spoilt(() =>
    document.querySelectorAll('.theme-select').forEach((one) => one.removeAttribute('aria-label')),
  );
  expect((await nameFaults(page)).join()).toContain('combobox without a name');
  await spoilt(() => {
    const [one, two] = document.querySelectorAll('.pagination-links a');
    if (one && two) two.innerHTML = one.innerHTML;
  });
  expect((await nameFaults(page)).join()).toMatch(/links “.*” lead to \S+ and \S+/);

  await spoilt(() => (document.querySelector('main')!.style.transition = 'opacity 1s'));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await motions(page)).toHaveLength(1);

  await page.emulateMedia({ forcedColors: 'active' });
  await spoilt(() => {
    for (const shape of document.querySelectorAll<SVGElement>('.station path'))
      shape.setAttribute('style', 'fill: Canvas; stroke: Canvas');
    const button = document.querySelector<HTMLElement>('.search-open')!;
    button.outerHTML = '<button style="border: 0">Zoeken</button>';
  });
  const lost = (await forcedColourFaults(page)).join();
  expect(lost).toContain('a drawing nobody sees');
  expect(lost).toContain('a control that looks like text');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: null });

  await spoilt(() => {
    const [one, two, three] = document.querySelectorAll<HTMLElement>('.sl-markdown-content > p');
    one!.style.cssText = 'height: 1lh; overflow: hidden';
    two!.style.minWidth = '3000px';
    three!.style.marginTop = '-3lh';
  });
  expect(await cutOffText(page)).toHaveLength(1);
  expect(await overlappingText(page)).not.toEqual([]);
  expect((await sidewaysFaults(page)).join()).toContain('scrolls sideways');

  await spoilt(() => {
    document.querySelector<HTMLElement>('.site-title')!.style.outline = 'none';
    const bar = document.createElement('div');
    bar.style.cssText = 'position: fixed; inset: 0 0 auto; height: 4rem; z-index: 99; background: red';
    document.body.append(bar);
  });
  const walk = (await walkByTab(page)).faults.join('\n');
  expect(walk).toMatch(/no mark of the focus: <a class="site-title/);
  expect(walk).toMatch(/out of sight: <a class="site-title/);
});
