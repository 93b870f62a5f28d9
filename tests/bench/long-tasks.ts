/** The longest task of each tool on load and on what readers do first: `npm run bench` prints it. */
import { spawn } from 'node:child_process';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../src/site/find-chromium.mjs';
import { waitFor } from './first-visit.ts';
import { longestTask } from './screen.ts';

/** How much slower than this machine's processor the reader's phone is taken to be. */
const SLOWER = 4;
/** Each page so often; the least counts, because what else the machine does only adds. */
const RUNS = 3;
const CHOICE = '.tool label:has(input[type="radio"]:not(:checked))';
const NEXT = '.tool .step-buttons .primary';
const ADD = '.picker .techniques button';
const CHOOSING = {
  'an answer': CHOICE,
  'another answer': '.tool fieldset:nth-of-type(2) label',
  'the next questions': NEXT,
  'the result': '.tool .steps-nav li:last-child button',
};
const PORT = Number(process.env['TEST_PORT'] ?? 4323) + 7;
/** What readers do first, and then, on the pages that are measured: selectors of what is pressed, by what it is called. */
const PRESSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/methode/4-opbouwen/': {},
  '/begrippen/': {},
  '/fiches/': {},
  '/hulpmiddelen/fasetest/': {
    'where one starts': CHOICE,
    'to the questions': NEXT,
    'an answer': CHOICE,
    'the next questions': NEXT,
    'the result': '.tool .steps-nav li:last-child button',
  },
  '/hulpmiddelen/coordinatie/': CHOOSING,
  '/hulpmiddelen/rechtsvorm/': CHOOSING,
  '/hulpmiddelen/groep/': {
    'where one starts': CHOICE,
    'a round opened': '.tool .buttons .primary',
    'to collect': '.tool .steps-nav li:nth-child(3) button',
    'the result': '.tool .steps-nav li:last-child button',
  },
  '/hulpmiddelen/groep/overzicht/': {},
  '/hulpmiddelen/agenda/': {
    'to the programme': NEXT,
    'a technique added': ADD,
    'a second one added': ADD,
    'to print': '.tool .steps-nav li:last-child button',
  },
  '/hulpmiddelen/draaien/': {
    'who speaks': '.tool label.check:has([value="numbers"])',
    begin: '.tool .buttons .primary',
    'next step': '.stage .ways .primary',
  },
  '/hulpmiddelen/besluit/': {
    'new record': '.tool .buttons .primary',
    'next step': NEXT,
    'the record': '.tool .steps-nav li:last-child button',
  },
};

/** Longest tasks of a page, in milliseconds of processor time times four; more than 50 is felt. */
export interface LongTasks {
  path: string;
  loading: number;
  /** By what was pressed. */
  presses: Readonly<Record<string, number>>;
}

/** Measures on the built site in `folder`. */
export async function measureLongTasks(
  paths: readonly string[] = Object.keys(PRESSES),
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
    // Without a technique there is nothing to run.
    if (path.endsWith('/draaien/')) await page.locator('.tool select').first().selectOption({ index: 2 });
    const presses: Record<string, number> = {};
    for (const [what, selector] of Object.entries(PRESSES[path] ?? {})) {
      const target = page.locator(selector).first();
      await target.scrollIntoViewIfNeeded();
      const time = await longestTask(browser, page, async () => {
        await target.click();
        await page.waitForTimeout(300);
      });
      presses[what] = time * SLOWER;
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
