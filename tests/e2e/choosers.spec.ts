import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { type Chooser, encode, localize } from '../../src/domain/chooser/index.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { sealLink } from '../../src/domain/shared/index.ts';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';

/** Both choosers, as published. */
const choosers = (['coordinatie', 'rechtsvorm'] as const).map((id) => {
  const file = join(import.meta.dirname, `../../content/choosers/${id}.yaml`);
  const data: Chooser = chooserSchema.parse(parse(readFileSync(file, 'utf8')));
  return { id, url: `/hulpmiddelen/${id}/`, data, model: localize(data, 'nl') };
});
type Subject = (typeof choosers)[number];

/** Time that a page may take on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

const title = (page: Page) => page.locator('.step-title');
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();
const questions = (page: Page) => page.locator('.tool fieldset.item');
const storeKey = ({ id }: Subject) => `mini-cluster:${id}:1`;

/** The rules below the tool make the page long: they are checked once, with the whole page. */
const TOOL = { within: '.tool' };

async function open(page: Page, { url }: Subject, fragment = ''): Promise<void> {
  await page.goto(`${url}${fragment && '#'}${fragment}`);
  await expect(page.locator('.tool[data-ready]')).toBeVisible({ timeout: PATIENCE });
}

/** Opens the tool on the result of these answers. */
async function openResult(page: Page, subject: Subject, answers: Chooser['examples'][number]['answers']) {
  await open(page, subject, encode(subject.model, { answers, importance: {} }));
  await expect(page.locator('.memo')).toBeAttached({ timeout: PATIENCE });
  await expect(page.locator('.result details.option:not(:has(.sides))')).toHaveCount(0);
}

/** The worked example with most answers that has an option out and one in front. */
function fullExample({ data }: Subject): Chooser['examples'][number] {
  const fit = data.examples.filter(
    ({ expected }) => expected.excluded.length > 0 && Object.keys(expected.leads).length > 0,
  );
  return fit.reduce((best, one) =>
    Object.keys(one.answers).length > Object.keys(best.answers).length ? one : best,
  );
}

/** Pages of a PDF made by Chromium. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const subject of choosers) {
  const { id, url, data, model } = subject;

  test.describe(id, () => {
    test('by keyboard alone: from the first question to the result, and back to change one answer', async ({
      page,
    }) => {
      const faults = watch(page);
      await open(page, subject);
      for (const screen of data.screens) {
        await expect(title(page)).toHaveText(screen.name.nl);
        // Tab goes from question to question, arrows choose within one. What a choice makes needless goes away.
        for (let index = 0; index < (await questions(page).count()); index += 1) {
          const radios = questions(page).nth(index).getByRole('radio');
          if (!(await radios.first().isVisible())) continue;
          await radios.first().focus();
          await page.keyboard.press('ArrowDown');
          await expect(radios.nth(1)).toBeChecked();
        }
        await button(page, /^(Volgende|Antwoorden nakijken)$/).focus();
        await page.keyboard.press('Enter');
        await expect(title(page)).toBeFocused();
      }
      await expect(title(page)).toHaveText('Nakijken');
      await page
        .getByRole('group', { name: data.criteria[0]!.name.nl })
        .getByRole('radio', { name: 'Gewoon' })
        .focus();
      await page.keyboard.press('ArrowRight');
      await button(page, 'Naar het resultaat').focus();
      await page.keyboard.press('Enter');
      await expect(title(page)).toBeFocused();
      await expect(page.locator('.result .verdict').first()).toContainText(/\S/);
      // Parts come one by one, and what is looked for below is the first of its kind.
      await expect(page.locator('.result details.option:not(:has(.sides))')).toHaveCount(0);
      // The heavier criterion is in the link: its place after the answers says d(ouble).
      const link = await page.getByLabel('Link naar deze antwoorden').inputValue();
      expect(link).toMatch(/#[a-z]1\.[^.]*d[^.]*\./);

      // What a statement rests on opens and closes by keyboard, and the focus comes back.
      const mark = page.locator('.result .marks > button:visible').first();
      await mark.focus();
      await page.keyboard.press('Enter');
      const panel = page.locator('.grounds:popover-open');
      await expect(panel.locator('.ground-title').first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
      await expect(mark).toBeFocused();

      await button(page, /^Nakijken/).focus();
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: /^Wijzigen: / })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await expect(title(page)).toHaveText(data.screens[0]?.name.nl ?? '');
      await expect(questions(page).first()).toBeFocused();
      expect(faults).toEqual([]);
    });

    test('at phone size: what is not known leads to the question that decides, nothing runs off the side', async ({
      browser,
    }) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      const page = await context.newPage();
      await open(page, subject);
      await expectNothingSideways(page, 'questions');
      const list = page.getByRole('complementary', { name: 'Wat nog kan' });
      await expect(list.getByRole('listitem').first()).toBeHidden();
      await button(list, 'Lijst tonen').tap();
      await expect(list.getByRole('listitem')).toHaveCount(
        data.options.reduce((sum, { stages }) => sum + stages.length, 0),
      );
      await questions(page).first().getByRole('radio').last().tap();
      await expect(questions(page).first().getByRole('radio').last()).toBeChecked();
      await button(page, 'Naar het resultaat').tap();
      const deciding = page.locator('.verdict .open-questions button').first();
      await expect(deciding).toBeVisible();
      for (const details of await page.locator('.result details').all())
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
      await expectNothingSideways(page, 'result');
      await deciding.tap();
      await expect(page.locator('.tool fieldset:focus')).toBeVisible();
      await button(page, /^Nakijken/).tap();
      await expectNothingSideways(page, 'review');
    });

    test('an answer drops options from the list beside, with the reason, and brings them back', async ({
      page,
    }) => {
      const rule = model.rules.find(({ kind, when }) => kind === 'exclude' && when.kind === 'in');
      if (rule?.when.kind !== 'in') throw new Error('No simple rule to try.');
      const { question, values } = rule.when;
      const asked = model.questions.find((one) => one.id === question)!;
      await open(page, subject);
      const at = model.screens.findIndex((one) => one.id === asked.screen);
      for (let step = 0; step < at; step += 1) await button(page, 'Volgende').click();
      const group = page.getByRole('group', { name: asked.text });
      const list = page.getByRole('complementary', { name: 'Wat nog kan' });
      await group.locator(`input[value="${values[0]}"]`).check();
      await expect(list.getByText(rule.text)).toBeVisible();
      await expect(list.getByRole('status')).toContainText('Afgevallen');
      const harmless = asked.values.find((value) => !values.includes(value.id))!;
      await group.locator(`input[value="${harmless.id}"]`).check();
      await expect(list.getByText(rule.text)).toBeHidden();
    });

    test('a choice made before the script has come is not lost', async ({ page }) => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(/Chooser\.[^/]*\.js$/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(url, { waitUntil: 'commit' });
      await questions(page).first().getByRole('radio').nth(1).check();
      release();
      await expect(page.locator('.tool[data-ready]')).toBeVisible();
      await expect(questions(page).first().getByRole('radio').nth(1)).toBeChecked();
      await expect
        .poll(() => page.evaluate((key) => localStorage.getItem(key), storeKey(subject)))
        .toContain('answers');
    });

    test('a share link opens the same result elsewhere, beside the answers that are already there', async ({
      page,
      browser,
    }) => {
      const { answers } = fullExample(subject);
      await openResult(page, subject, answers);
      const verdicts = await page.locator('.result .verdict').allTextContents();
      const link = await page.getByLabel('Link naar deze antwoorden').inputValue();

      const other = await (await browser.newContext()).newPage();
      await open(other, subject);
      await questions(other).first().getByRole('radio').first().check();
      await other.goto('about:blank');
      await other.goto(link);
      await expect(other.getByText('U bekijkt antwoorden uit een link of bestand')).toBeVisible();
      await expect(other.locator('.result .verdict')).toHaveText(verdicts);
      await button(other, 'Terug naar mijn antwoorden').click();
      await expect(questions(other).first().getByRole('radio').first()).toBeChecked();
    });

    test('a link of the first version opens; a damaged one says so and harms nothing', async ({ page }) => {
      const first = data.codec['1']!;
      const payload = '0'.repeat(first.questions.length) + 'h'.repeat(first.criteria.length);
      await open(page, subject, sealLink(data.letter, 1, payload));
      await expect(page.locator('.result .verdict').first()).toBeAttached();
      const saved = await page.evaluate((key) => localStorage.getItem(key), storeKey(subject));
      await page.goto('about:blank');
      await open(page, subject, sealLink(data.letter, 1, payload).slice(0, -6));
      await expect(page.getByText('Deze link is niet volledig')).toBeVisible();
      expect(await page.evaluate((key) => localStorage.getItem(key), storeKey(subject))).toBe(saved);
    });

    test('works with storage blocked, and says what that means', async ({ page }) => {
      const faults = watch(page);
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      });
      await openResult(page, subject, fullExample(subject).answers);
      await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
      expect(faults).toEqual([]);
    });

    test('the answers go to a file with the rules that spoke, and come back from it', async ({ page }) => {
      const { answers } = fullExample(subject);
      await openResult(page, subject, answers);
      const json = page.waitForEvent('download');
      await button(page, 'Bestand (JSON)').click();
      const path = await (await json).path();
      const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      expect(file['answers']).toEqual(answers);
      expect((file['grounds'] as unknown[]).length).toBeGreaterThan(3);
      await button(page, 'Alles wissen').click();
      const copy = page.waitForEvent('download');
      await button(page, 'Bewaren en wissen').click();
      await copy;
      await expect(page.getByText('Alles is gewist')).toBeVisible();
      await page.locator('input[type="file"]').setInputFiles(path);
      await expect(page.locator('.result .verdict').first()).toBeAttached();
      const list = page.waitForEvent('download');
      await button(page, 'Bewaar als tekst (.txt)').click();
      expect(readFileSync(await (await list).path(), 'utf8')).toContain(data.notice.nl.slice(0, 30));
    });

    test('every worked example prints as a memo on one A4 page', async ({ page }) => {
      test.setTimeout(180_000);
      for (const { id: example, answers } of data.examples) {
        if (Object.keys(answers).length === 0) continue;
        await page.goto('about:blank');
        await page.evaluate(() => undefined);
        await openResult(page, subject, answers);
        await page.evaluate((key) => localStorage.removeItem(key), storeKey(subject));
        const pdf = await page.pdf({ preferCSSPageSize: true });
        expect.soft(pagesOf(pdf), example).toBe(1);
      }
    });

    test('on paper: the memo alone, everything on demand, or the empty form', async ({ page }) => {
      await openResult(page, subject, fullExample(subject).answers);
      await page.emulateMedia({ media: 'print' });
      const memo = page.locator('.memo');
      await expect(memo).toBeVisible();
      await expect(memo.getByText('Groep of bedrijf')).toBeVisible();
      await expect(page.locator('.result')).toBeHidden();
      await expect(page.locator('.tool-paper')).toBeHidden();
      await expect(page.locator('.keep')).toBeHidden();
      await page.evaluate(() => {
        document.documentElement.setAttribute('data-print-all', '');
        dispatchEvent(new Event('beforeprint'));
      });
      await expect(page.locator('.result .option').first()).toBeVisible();
      await expect(page.locator('.result .marks .print-only').first()).toBeVisible();
      await expect(memo).toBeHidden();
      await page.evaluate(() => {
        document.documentElement.removeAttribute('data-print-all');
        document.documentElement.setAttribute('data-print-paper', '');
      });
      await expect(page.locator('.tool-paper')).toBeVisible();
      await expect(memo).toBeHidden();
      await expect(page.locator('.tool-paper .paper-item')).toHaveCount(data.questions.length);
    });

    for (const [what, address] of [
      ['its parts', /later-steps\.[^/]*\.js$/],
      ['what the rules say', /\/keuzehulp\/[a-z]+\/nl\.json$/],
    ] as const) {
      test(`a result of which ${what} cannot be fetched says so and comes on a second try`, async ({
        page,
      }) => {
        await open(page, subject);
        await page.route(address, (route) => route.abort());
        await questions(page).first().getByRole('radio').first().check();
        await button(page, 'Naar het resultaat').click();
        await expect(page.getByText('Dit deel kon niet geladen worden')).toBeVisible();
        await page.unroute(address);
        await button(page, 'Opnieuw proberen').click();
        await expect(page.locator('.result .verdict').first()).toBeAttached();
      });
    }

    test('without JavaScript the same page has all questions, what each answer does, and the comparison', async ({
      browser,
    }) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.goto(url);
      await expect(page.locator('.tool-screen')).toBeHidden();
      const paper = page.locator('.tool-paper');
      await expect(paper).toBeVisible();
      for (const { text } of data.questions) await expect(paper.getByText(text.nl)).toBeVisible();
      await expect(paper.getByRole('table')).toHaveCount(data.stages.length);
      const table = page.locator('.chooser-table');
      for (const { name } of data.options)
        await expect(table.getByRole('rowheader', { name: name.nl }).first()).toBeVisible();
      const reason = data.rules.find(({ kind }) => kind === 'weigh')!;
      await expect(table.getByText(reason.text.nl).first()).toBeVisible();
    });

    for (const theme of ['light', 'dark'] as const) {
      test(`axe finds nothing in any state, ${theme}`, async ({ browser }) => {
        test.setTimeout(240_000);
        const page = await (await browser.newContext({ colorScheme: theme })).newPage();
        await open(page, subject);
        await expectNoViolations(page, 'first');
        await openResult(page, subject, fullExample(subject).answers);
        for (const details of await page.locator('.result details').all())
          await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
        await expectNoViolations(page, 'result', TOOL);
        await page.locator('.result .marks > button:visible').first().click();
        await expectNoViolations(page, 'grounds', TOOL);
        await page.keyboard.press('Escape');
        await button(page, /^Nakijken/).click();
        await expectNoViolations(page, 'review', TOOL);
        await page.locator('.steps-nav button').nth(1).click();
        await expect(
          page.getByRole('complementary', { name: 'Wat nog kan' }).getByText('Valt af'),
        ).toBeVisible();
        await expectNoViolations(page, 'questions', TOOL);
        await page.goto('about:blank');
        await open(page, subject, sealLink(data.letter, 99, 'nnn'));
        await expect(page.getByText('nieuwere versie')).toBeVisible();
        await expectNoViolations(page, 'notice', TOOL);
      });
    }
  });
}
