/** The longest task of each tool on load and on what readers do first: `npm run bench` prints it. */
import { spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../src/site/find-chromium.mjs';
import { waitFor } from './first-visit.ts';
import { longestTask } from './screen.ts';

/** How much slower than this machine's processor the reader's phone is taken to be. */
const SLOWER = 4;
/** Each page so often; the least counts, because what else the machine does only adds. */
const RUNS = 3;
const PORT = Number(process.env['TEST_PORT'] ?? 4323) + 7;
const PATHS = [
  '/methode/4-opbouwen/',
  '/begrippen/',
  '/fiches/',
  '/hulpmiddelen/fasetest/',
  '/hulpmiddelen/coordinatie/',
  '/hulpmiddelen/rechtsvorm/',
  '/hulpmiddelen/groep/',
  '/hulpmiddelen/groep/overzicht/',
  '/hulpmiddelen/agenda/',
  '/hulpmiddelen/draaien/',
  '/hulpmiddelen/besluit/',
];

/** Longest tasks of a page, in milliseconds of processor time times four; more than 50 is felt. */
export interface LongTasks {
  path: string;
  loading: number;
  /** By what was pressed. */
  presses: Readonly<Record<string, number>>;
}

/** Measures on the built site in `folder`. */
export async function measureLongTasks(
  paths: readonly string[] = PATHS,
  folder = 'dist',
): Promise<LongTasks[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; npm test gets one.');
  const server = spawn(process.execPath, ['tests/serve.mjs', folder, '/', String(PORT)], { stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await waitFor(`http://localhost:${PORT}/`, server);
    const measured: LongTasks[] = [];
    for (const path of paths) {
      const runs: LongTasks[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(browser, path));
      measured.push({
        path,
        loading: Math.min(...runs.map(({ loading }) => loading)),
        presses: leastOfEach(runs.map(({ presses }) => presses)),
      });
    }
    return measured;
  } finally {
    await browser.close();
    server.kill();
  }
}

async function measureOnce(browser: Browser, path: string): Promise<LongTasks> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
  });
  try {
    const page = await context.newPage();
    const isTool = path.startsWith('/hulpmiddelen/');
    const loading = await longestTask(browser, page, async () => {
      await page.goto(`http://localhost:${PORT}${path}`);
      if (isTool) await page.locator('.tool[data-ready]').waitFor();
      await page.waitForLoadState('networkidle');
    });
    const presses: Record<string, number> = {};
    for (let count = 0; isTool && count < 3; count += 1) {
      const next = await nextPress(page, new Set(Object.keys(presses)));
      if (!next) break;
      const time = await longestTask(browser, page, async () => {
        await page.locator('[data-press]').click();
        await page.waitForTimeout(300);
      });
      presses[next] = time * SLOWER;
    }
    return { path, loading: loading * SLOWER, presses };
  } finally {
    await context.close();
  }
}

function leastOfEach(runs: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, Math.min(...runs.map((run) => run[name] ?? Number.POSITIVE_INFINITY))]),
  );
}

/** Marks what a reader would press next in a tool: a choice, else a button. Gives what it says. */
async function nextPress(page: Page, done: ReadonlySet<string>): Promise<string | undefined> {
  return page.evaluate(
    (pressed) => {
      document.querySelector('[data-press]')?.removeAttribute('data-press');
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          '.tool label:has(input[type="radio"]), .tool button:not(:disabled)',
        ),
      ];
      const next = all.find((one) => {
        const text = one.textContent.trim().slice(0, 30);
        return one.checkVisibility() && text !== '' && !pressed.includes(text);
      });
      next?.setAttribute('data-press', '');
      return next?.textContent.trim().slice(0, 30);
    },
    [...done],
  );
}

/** Prints the table. */
export async function printLongTasks(): Promise<void> {
  console.log(`\nLongest task, ms of processor time × ${SLOWER} (more than 50 is felt)`);
  for (const { path, loading, presses } of await measureLongTasks()) {
    console.log(`${path.padEnd(36)} ${loading.toFixed(0).padStart(6)}  on loading`);
    for (const [what, time] of Object.entries(presses))
      console.log(`${''.padEnd(36)} ${time.toFixed(0).padStart(6)}  ${what}`);
  }
}

if (import.meta.main) await printLongTasks();
