import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dataFiles } from '../content/load.ts';
import { expectNothingSideways, layOutEverything } from './audits.ts';
import { builtPages } from './pages.ts';
import { colourfulness, type Pdf, print, read, scan, textOf } from './pdf.ts';

const DIST = join(import.meta.dirname, '../../dist');
const techniques = dataFiles('techniques').map(({ id }) => id);
const phases = dataFiles('phases').map(({ id }) => id);
const SHEETS = [
  ...techniques.map((id) => ({
    sheet: `/afdrukken/techniek/${id}/`,
    page: `/fiches/${id}/`,
    link: `/q/${id}/`,
  })),
  ...phases.map((id) => ({
    sheet: `/afdrukken/fase/${id}/`,
    page: `/methode/${id}/`,
    link: `/q/fase-${id.charAt(0)}/`,
  })),
];
/** Where the code stands: at the foot, on the right. */
const FOOT = (top: number) => ({ left: 0.72, top, width: 0.28, height: 1 - top });
/** The smallest type of a label on a sheet, and of what is read from it, points. */
const SMALLEST_LABEL = 7.4;
const SMALLEST_TEXT = 8.4;

/** Faults of a sheet on paper, as sentences; none when it is as it should be. */
function faultsOf(pdf: Pdf, pages: number): string[] {
  const faults: string[] = [];
  const say = (wrong: boolean, fault: string): void => {
    if (wrong) faults.push(fault);
  };
  say(pdf.pages.length !== pages, `has ${pdf.pages.length} pages, is set for ${pages}`);
  say(pdf.pages.length > 2, 'has more than two pages');
  say(!pdf.tagged, 'has no tags');
  say(pdf.title === '', 'has no title');
  say(pdf.language !== 'nl', `has language “${pdf.language}”`);
  say(!pdf.roles.has('L') || !pdf.roles.has('LI'), 'has no list in its structure');
  say(![...pdf.roles.keys()].some((role) => /^H[1-6]$/.test(role)), 'has no heading in its structure');
  say(!pdf.alternatives.some((text) => text.startsWith('QR-code naar http')), 'has a code without words');
  const letters = { all: 0, read: 0 };
  for (const [index, page] of pdf.pages.entries()) {
    const number = `${index + 1} / ${pdf.pages.length}`;
    say(!page.texts.some(({ text }) => text === number), `does not say ${number}`);
    for (const { text, left, right, top, size } of page.texts) {
      // In margins that any printer leaves white, a text would be lost.
      say(left < 8 || right > page.width - 8 || top < 8 || top > page.height - 4, `cuts “${text}”`);
      say(size < SMALLEST_LABEL, `sets “${text}” in ${size.toFixed(1)} points`);
      letters.all += text.length;
      if (size >= SMALLEST_TEXT) letters.read += text.length;
    }
  }
  say(letters.read / letters.all < 0.75, 'sets more than a quarter of its text small');
  return faults;
}

/** Pages that a sheet is set for. */
const pagesSet = async (page: Page): Promise<number> =>
  (await page.locator('.sheet.roomy').count()) > 0 ? 2 : 1;

/** Texts on a sheet whose grey on its ground, as a laser prints both, has less contrast than 4.5. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (grey: number) => {
      const share = grey / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const greyOf = ([red = 0, green = 0, blue = 0]: number[]) => 0.299 * red + 0.587 * green + 0.114 * blue;
    const ground = (element: Element | null): number[] => {
      for (let at = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || (colour[3] ?? 0) > 0.5) return colour;
      }
      return [255, 255, 255];
    };
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest('svg, script, style')) continue;
      if (!element.checkVisibility()) continue;
      const ink = luminance(greyOf(channels(getComputedStyle(element).color)));
      const paper = luminance(greyOf(ground(element)));
      const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      if (contrast < 4.5) found.push(`${node.textContent.trim().slice(0, 40)} (${contrast.toFixed(1)})`);
    }
    return found;
  });

/** How every element of the sheet in the page at `path` is set, as it prints. */
const setting = async (page: Page, path: string): Promise<string[]> => {
  await page.emulateMedia({ media: 'screen' });
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  await page.locator('article.sheet').waitFor();
  return page.evaluate(() => {
    const properties = [
      ...['color', 'background', 'fill', 'stroke', 'font-family', 'font-size', 'font-weight', 'display'],
      ...['columns', 'gap', 'margin', 'padding', 'text-align', 'break-inside'],
    ];
    return [...document.querySelectorAll('article.sheet, article.sheet :not(.sr-only)')].map((element) => {
      const style = getComputedStyle(element);
      const set = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return `${element.localName}.${element.className.toString().replace(/ ?astro-\w+/, '')} ${set.join('; ')}`;
    });
  });
};

test.describe('a sheet on paper', () => {
  // In four parts, so that they print at the same time.
  for (const part of [0, 1, 2, 3]) {
    const own = SHEETS.filter((_, index) => index % 4 === part);
    test(`of a technique or a phase is one A4, two at most, and complete (part ${part + 1})`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      for (const { sheet, link } of own) {
        await page.goto(sheet);
        const bytes = await print(page);
        const pdf = await read(bytes);
        expect.soft(faultsOf(pdf, await pagesSet(page)), sheet).toEqual([]);
        expect.soft(pdf.title, sheet).toBe(await page.title());
        expect.soft(pdf.bookmarks[0]?.level, sheet).toBe(0);
        const last = pdf.pages.length;
        const foot = pdf.pages[last - 1]?.texts.find(({ text }) =>
          text.startsWith('Handboek mini-clusters, CC BY-SA'),
        );
        expect.soft(foot, `${sheet} names its licence`).toBeDefined();
        const [code = ''] = await scan(bytes, last, [FOOT(((foot?.top ?? 280) - 30) / 297)]);
        const scanned = new URL(code || 'http://niets.invalid');
        expect.soft(`${scanned.pathname}`, sheet).toBe(link);
        expect.soft(scanned.searchParams.get('v'), sheet).toMatch(/^\d+$/);
        // The address says where the site is published; the tests serve it somewhere else.
        expect.soft((await page.request.get(`${baseURL}${scanned.pathname}`)).status(), sheet).toBe(200);
        expect
          .soft(textOf(pdf.pages[last - 1]!), sheet)
          .toContain(`versie ${scanned.searchParams.get('v')} van `);
        expect.soft(await faint(page), sheet).toEqual([]);
      }
    });

    test(`comes out of the page itself too (part ${part + 1})`, async ({ page }) => {
      test.setTimeout(180_000);
      for (const { page: path } of own) {
        await page.goto(path);
        const pdf = await read(await print(page));
        expect.soft(faultsOf(pdf, await pagesSet(page)), path).toEqual([]);
        expect.soft(textOf(pdf.pages[0]!), path).not.toMatch(/Op deze pagina|Delen|Zoeken|Vorige|Volgende/);
      }
    });
  }

  test('is set in the page of a technique or a phase as it is on its own', async ({ page }) => {
    test.setTimeout(180_000);
    for (const { page: path, sheet } of SHEETS) {
      const alone = await setting(page, sheet);
      expect.soft(await setting(page, path), path).toEqual(alone);
    }
  });

  test('is the text of the page where the reader has no JavaScript', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const path of ['/methode/4-opbouwen/', '/fiches/brainstorm/']) {
      await page.goto(path);
      const pdf = await read(await print(page));
      const text = pdf.pages.map(textOf).join(' ');
      expect.soft(text, path).toContain('Stand van deze pagina');
      expect.soft(text, path).not.toMatch(/Op deze pagina|Delen|Zoeken|Vorige|Volgende/);
    }
  });

  test('is the text of the page where the sheet cannot be had, and nothing is thrown', async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    for (const answer of [404, undefined]) {
      await page.route('**/afdrukken/**', (route) =>
        answer ? route.fulfill({ status: answer, body: 'weg' }) : route.abort(),
      );
      await page.goto('/methode/4-opbouwen/');
      const pdf = await read(await print(page));
      expect(pdf.pages.map(textOf).join(' ')).toContain('Bestaansreden en visie');
      await page.unroute('**/afdrukken/**');
    }
    expect(faults).toEqual([]);
  });

  test('prints in greys only, so that no colour says anything', async ({ page }) => {
    for (const path of [
      '/afdrukken/techniek/verkiezing-zonder-kandidaat/',
      '/afdrukken/fase/4-opbouwen/',
      '/methode/4-opbouwen/',
    ]) {
      await page.goto(path);
      expect.soft(await colourfulness(await print(page), 1), path).toBeLessThan(3);
    }
  });

  test('holds its script, its sentences and its rescues', async ({ page }) => {
    await page.goto('/afdrukken/techniek/beslissen-met-instemming/');
    const sheet = page.locator('.sheet');
    const data = dataFiles('techniques').find(({ id }) => id === 'beslissen-met-instemming')?.data as {
      script: { say?: { nl: string }; do: { nl: string } }[];
      pitfalls: { response: { nl: string } }[];
      variants: { text: { nl: string } }[];
    };
    for (const { say, do: action } of data.script) {
      await expect.soft(sheet).toContainText(action.nl);
      if (say) await expect.soft(sheet).toContainText(say.nl);
    }
    for (const { response } of data.pitfalls) await expect.soft(sheet).toContainText(response.nl);
    for (const { text } of data.variants) await expect.soft(sheet).toContainText(text.nl);
  });

  test('is checked by checks that bite', async ({ page }) => {
    await page.goto('/afdrukken/techniek/openingsronde/');
    const pages = await pagesSet(page);
    const after = async (spoil: () => void): Promise<string> => {
      await page.reload();
      await page.evaluate(spoil);
      return faultsOf(await read(await print(page)), pages).join('\n');
    };
    expect(await after(() => undefined)).toBe('');
    expect(
      await after(() =>
        document
          .querySelector('.pitfalls ul')
          ?.append(
            ...Array.from({ length: 8 }, () => document.querySelector('.pitfalls li')?.cloneNode(true) ?? ''),
          ),
      ),
    ).toContain('has 2 pages');
    expect(
      await after(() => ((document.querySelector('.sheet') as HTMLElement).style.marginLeft = '-8mm')),
    ).toContain('cuts “');
    expect(
      await after(() => ((document.querySelector('.say') as HTMLElement).style.fontSize = '6pt')),
    ).toContain('in 6.0 points');
    expect(await after(() => (document.documentElement.lang = ''))).toContain('has language');
    expect(await after(() => document.querySelector('.code svg')?.removeAttribute('aria-label'))).toContain(
      'without words',
    );
    await page.reload();
    await page.evaluate(() => ((document.querySelector('.lead') as HTMLElement).style.color = '#f2aa90'));
    expect((await faint(page)).length).toBe(1);
    expect(await colourfulness(await print(page), 1)).toBeGreaterThan(30);
    expect(await scan(await print(page), 1, [{ left: 0, top: 0, width: 0.5, height: 0.5 }])).toEqual(['']);
  });
});

test.describe('a pack', () => {
  test('holds the worksheets of its phase, as large as apart, and makes no other sheet smaller', async ({
    page,
  }) => {
    /** How large each text is printed at most, by the text; a title comes again, small, at the foot. */
    const sizes = async (address: string): Promise<Map<string, number>> => {
      await page.goto(address);
      const { pages } = await read(await print(page));
      const largest = new Map<string, number>();
      for (const { texts } of pages)
        for (const { text, size } of texts) largest.set(text, Math.max(size, largest.get(text) ?? 0));
      return largest;
    };
    const pack = await sizes('/afdrukken/pakket/5-concreet-uitwerken/');
    for (const [address, title] of [
      ['/afdrukken/techniek/kritische-vrienden/', 'Kritische vrienden'],
      ['/afdrukken/werkblad/impactindicatoren/', 'Indicatoren op drie niveaus'],
      ['/afdrukken/werkblad/feedbackformulier/', 'Feedbackformulier'],
    ] as const) {
      const apart = (await sizes(address)).get(title);
      expect.soft(apart, title).toBeGreaterThan(10);
      expect.soft(pack.get(title), title).toBeCloseTo(apart ?? 0, 0);
    }
    await expect(page.locator('.sheet.turned')).toHaveCount(0);
    await page.goto('/afdrukken/pakket/5-concreet-uitwerken/');
    await expect(page.locator('.sheet.turned')).toHaveCount(3);
  });

  test('holds the sheets of its phase, with bookmarks, page numbers and links within', async ({ page }) => {
    await page.goto('/afdrukken/pakket/3-uitwisselen/');
    const pdf = await read(await print(page));
    const names = await page.locator('.sheet .title').allTextContents();
    expect(names.length).toBeGreaterThan(10);
    // The bookmarks are the headings, letter by letter.
    const headings = await page.locator(':is(h1, h2, h3, h4, h5, h6)').allTextContents();
    expect(pdf.bookmarks.map(({ title }) => title).sort()).toEqual(
      headings.map((text) => text.trim()).sort(),
    );
    expect(pdf.bookmarks.filter(({ level }) => level === 0)).toHaveLength(1);
    for (const [index, { texts }] of pdf.pages.entries())
      expect.soft(texts.map(({ text }) => text)).toContain(`${index + 1} / ${pdf.pages.length}`);
    expect(pdf.roles.get('Figure') ?? 0).toBeGreaterThanOrEqual(names.length);
    const dead = await page.$$eval(
      'a[href^="#"]',
      (links) =>
        links.filter(
          (link) => !document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')),
        ).length,
    );
    expect(dead).toBe(0);
    expect(await faint(page)).toEqual([]);
  });

  test('never starts a sheet in the middle of a page', async ({ page }) => {
    await page.goto('/afdrukken/technieken/');
    const pdf = await read(await print(page));
    const names = (await page.locator('.sheet .title').allTextContents()).map((name) => name.trim());
    for (const name of names) {
      const at = pdf.pages.flatMap(({ texts }) =>
        texts.filter(({ text, size }) => text === name && size > 20),
      );
      expect
        .soft(
          at.map(({ top }) => top < 20),
          name,
        )
        .toEqual([true]);
    }
  });
});

test.describe('the cards', () => {
  test('land back to front when the sheet is turned over its long edge', async ({ page }) => {
    await page.goto('/afdrukken/kaarten/');
    for (const side of ['.card.front h2', '.card.back .name']) {
      const names = await page.locator(side).allTextContents();
      const titles = dataFiles('techniques').map(({ data }) => (data as { name: { nl: string } }).name.nl);
      expect(names.map((name) => name.trim())).toEqual(expect.arrayContaining(titles));
    }
    const bytes = await print(page);
    const pdf = await read(bytes);
    expect(pdf.pages.length % 2).toBe(0);
    /** The column and row of the card that a text stands on. */
    const places = (index: number, least: number) =>
      new Map(
        pdf.pages[index]!.texts.filter(({ size }) => size >= least).map(({ text, left, top }) => [
          text,
          { column: left < 105 ? 0 : 1, row: top < 148.5 ? 0 : 1 },
        ]),
      );
    let compared = 0;
    for (let front = 0; front < pdf.pages.length; front += 2) {
      const { width, height, texts } = pdf.pages[front]!;
      expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
      const backs = places(front + 1, 12.5);
      for (const [name, { column, row }] of places(front, 20)) {
        const back = [...backs].find(([text]) => text === name)?.[1];
        if (!back) continue;
        expect.soft(back, name).toEqual({ column: 1 - column, row });
        compared += 1;
      }
      // What is written stays clear of the knife and of what printers cannot reach.
      for (const { text, left, right } of [...texts, ...pdf.pages[front + 1]!.texts]) {
        const edges = [0, 105, 210];
        const clear = edges.every((edge) => right < edge - 5 || left > edge + 5);
        expect.soft(clear, text).toBe(true);
      }
    }
    // Names that take two lines are not found as one text.
    expect(compared).toBeGreaterThan(20);
    const [code = ''] = await scan(bytes, 4, [{ left: 0.3, top: 0.3, width: 0.2, height: 0.2 }]);
    expect(new URL(code).pathname).toMatch(/^\/q\/[a-z-]+\/$/);
  });

  test('cut nothing off, and are one side a page when asked', async ({ page }) => {
    await page.goto('/afdrukken/kaarten/per-stuk/');
    await page.emulateMedia({ media: 'print' });
    const over = () =>
      page.$$eval('.card', (cards) =>
        cards.flatMap((card) =>
          card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth
            ? [card.querySelector('h2, .name')?.textContent?.trim() ?? '']
            : [],
        ),
      );
    expect(await over()).toEqual([]);
    const pdf = await read(await print(page));
    expect(pdf.pages).toHaveLength(2 * techniques.length);
    expect(pdf.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      pdf.pages.map(() => [105, 149]),
    );
    await page.$eval('.card.back ol', (list) =>
      list.append(...Array.from({ length: 20 }, () => list.firstElementChild?.cloneNode(true) ?? '')),
    );
    expect(await over()).toHaveLength(1);
  });
});

test.describe('other documents', () => {
  for (const path of [
    '/afdrukken/vergadering/fiche-1/',
    '/afdrukken/vragenlijst/fasetest/',
    '/afdrukken/vragenlijst/coordinatie/',
    '/afdrukken/vragenlijst/rechtsvorm/',
  ]) {
    test(`${path} prints with tags, numbers and nothing cut`, async ({ page }) => {
      await page.goto(path);
      const pdf = await read(await print(page));
      const faults = faultsOf(pdf, pdf.pages.length);
      expect(faults.filter((fault) => !fault.startsWith('has more than two pages'))).toEqual([]);
      expect(pdf.pages.length).toBeLessThanOrEqual(6);
      expect(await faint(page)).toEqual([]);
      // A short line takes one or two lines, not one per word.
      const squeezed = await page.locator('li').evaluateAll((items) =>
        items
          .filter(({ textContent }) => textContent.trim().length < 100)
          .filter((item) => item.getBoundingClientRect().height > 90)
          .map(({ textContent }) => textContent.trim()),
      );
      expect(squeezed).toEqual([]);
    });
  }
});

test.describe('the list', () => {
  test('offers everything as a page, and says that there are no PDFs where none were made', async ({
    page,
  }) => {
    const { documents } = JSON.parse(readFileSync(join(DIST, 'afdrukken/documenten.json'), 'utf8')) as {
      documents: { id: string; title: string; path: string }[];
    };
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    await page.goto('/afdrukken/');
    for (const { title, path } of documents) {
      await expect
        .soft(page.locator(`main a[href="${path}"]`), path)
        .toHaveAccessibleName(
          `${path.includes('/werkblad/') ? 'Werkblad ' : ''}${title}: open om af te drukken`,
        );
      expect.soft((await page.request.get(path)).status(), path).toBe(200);
    }
    const pdfs = await page.locator('[data-pdf] a').count();
    await expect(page.getByText('In deze uitgave van de site zijn er geen pdf’s.')).toBeVisible({
      visible: pdfs === 0,
    });
  });

  test('leads to pages that search engines leave alone, without scripts', async ({ page }) => {
    for (const path of [
      '/afdrukken/techniek/openingsronde/',
      '/afdrukken/fase/1-zich-inspireren/',
      '/afdrukken/technieken/',
      '/afdrukken/kaarten/',
      '/afdrukken/vragenlijst/fasetest/',
    ]) {
      await page.goto(path);
      await expect.soft(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
      expect.soft(await page.locator('script, [data-pagefind-body]').count(), path).toBe(0);
    }
  });

  test('fits a phone on every page: what is wider scrolls in a frame that has a name and is reached by keyboard', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    const paths = builtPages().filter((path) => path.startsWith('/afdrukken/'));
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) {
      await page.goto(path);
      await layOutEverything(page);
      await expectNothingSideways(page, path);
    }
  });

  test('leads from the page of a technique and of a phase to their sheet', async ({ page }) => {
    for (const [path, title] of [
      ['/fiches/openingsronde/', 'Openingsronde'],
      ['/methode/4-opbouwen/', 'Opbouwen'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('link', { name: 'Blad om af te drukken' }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await page.getByRole('navigation').getByRole('link').first().click();
      await expect(page).toHaveURL(path);
    }
  });
});

test('making PDFs fills in the list, with pages, size and date, and again when done again', async () => {
  test.setTimeout(120_000);
  const copy = '.reports/dist-pdf';
  rmSync(copy, { recursive: true, force: true });
  cpSync(DIST, copy, { recursive: true });
  const make = () =>
    spawnSync(process.execPath, ['src/site/make-pdfs.ts', 'techniek-openingsronde', 'pakket-1'], {
      env: { ...process.env, OUT_DIR: copy },
      encoding: 'utf8',
    });
  const first = make();
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('2 PDFs');
  const list = readFileSync(join(copy, 'afdrukken/index.html'), 'utf8');
  expect(list).toMatch(
    /href="\/pdf\/techniek-openingsronde\.pdf"[^>]*>Pdf<\/a> \(1 blz\., \d+ kB, \d+ \w+\.? \d{4}\)/,
  );
  expect(list).not.toContain('geen pdf’s');
  expect(list.match(/\/pdf\//g)).toHaveLength(2);
  expect(readFileSync(join(copy, 'fiches/openingsronde/index.html'), 'utf8')).toContain(
    '/pdf/techniek-openingsronde.pdf',
  );
  // A device that kept the page fetches it anew.
  const revision = /"\/fiches\/openingsronde\/index\.html",revision:"(\w+)"/;
  expect(revision.exec(readFileSync(join(copy, 'sw.js'), 'utf8'))?.[1]).not.toBe(
    revision.exec(readFileSync(join(DIST, 'sw.js'), 'utf8'))?.[1],
  );
  expect(make().status).toBe(0);
  expect(readFileSync(join(copy, 'afdrukken/index.html'), 'utf8').replaceAll(/\d+ kB/g, '')).toBe(
    list.replaceAll(/\d+ kB/g, ''),
  );
  // The contents tell the page of each part.
  const pack = await read(readFileSync(join(copy, 'pdf/pakket-1.pdf')));
  expect(textOf(pack.pages[0]!)).toMatch(/Fase 1: Zich inspireren 2\b/);
});
