import { type Browser, type Page, type Route } from '@playwright/test';

/** How far things moved on a page, as browsers count it (CLS, but every shift counts, also after a press), and what moved. */
export interface Shifts {
  path: string;
  /** By what was going on. */
  score: Record<'loading' | 'font' | 'scrolling' | 'theme', number>;
  moved: string[];
}

/** Opens a page of a running site on a phone and does what readers do first; the font comes when the page stands. */
export async function measureShifts(browser: Browser, origin: string, path: string): Promise<Shifts> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    let font: Route | undefined;
    const asked = new Promise<void>((done) => {
      void page.route('**/*.woff2', (route) => {
        font = route;
        done();
      });
    });
    await page.addInitScript(watchShifts);
    await page.goto(origin + path, { waitUntil: 'domcontentloaded' });
    await asked;
    await settle(page);
    const loading = await take(page);
    await font?.continue();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await settle(page);
    const swapped = await take(page);
    await scrollThrough(page);
    const scrolling = await take(page);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.theme-select');
      if (!select) throw new Error('The page has no choice of theme.');
      select.value = 'dark';
      select.dispatchEvent(new Event('change'));
    });
    await page.locator('html[data-theme="dark"]').waitFor();
    await settle(page);
    const theme = await take(page);
    return {
      path,
      score: {
        loading: loading.score,
        font: swapped.score,
        scrolling: scrolling.score,
        theme: theme.score,
      },
      moved: [loading, swapped, scrolling, theme].flatMap(({ moved }) => moved),
    };
  } finally {
    await context.close();
  }
}

interface Watched {
  score: number;
  moved: string[];
}

/** Runs in the page before anything of it. */
function watchShifts(): void {
  const watched: Watched = { score: 0, moved: [] };
  Object.assign(globalThis, { watched });
  type Shift = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      watched.score += value;
      for (const { node } of sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        watched.moved.push(element ? element.outerHTML.slice(0, 80) : '?');
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved since the last time. */
async function take(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const { score, moved } = watched;
    watched.score = 0;
    watched.moved = [];
    return { score, moved };
  });
}

/** Waits until the page has been laid out and painted, twice, and the browser has told about it. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let frames = 4;
        const next = (): void => {
          frames -= 1;
          if (frames > 0) requestAnimationFrame(next);
          else setTimeout(done, 0);
        };
        requestAnimationFrame(next);
      }),
  );
}

async function scrollThrough(page: Page): Promise<void> {
  const [height, step] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    innerHeight * 0.8,
  ]);
  for (let top = 0; top < (height ?? 0); top += step ?? 600) {
    await page.evaluate((to) => scrollTo(0, to), top);
    await settle(page);
  }
}
