/** What many rounds cost in a browser: `npm run build && node tests/bench/screen.ts` prints it in ms. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type RoundState, toRoundText } from '../../src/domain/round/index.ts';
import { findChromium } from '../../src/site/find-chromium.mjs';
import { waitFor } from './first-visit.ts';
import { FIRMS, manyRounds, ROUNDS } from './rounds.ts';

/** Beside the ports of the browser tests. */
const PORT = Number(process.env['TEST_PORT'] ?? 4323) + 2;
const OVERVIEW = '/hulpmiddelen/groep/overzicht/';
const GROUP = '/hulpmiddelen/groep/';

/** Milliseconds that each thing costs, and the elements that were on the page at the end. */
export interface Measured {
  readonly ms: Readonly<Record<string, number>>;
  readonly elements: number;
}

/** What the browser does with so many rounds in the overview, and with one round of twelve firms. */
export interface Screen {
  /** By number of rounds. */
  readonly overview: ReadonlyMap<number, Measured>;
  readonly results: Measured;
}

/** Measures on the built site in `folder`. */
export async function measureScreen(counts: readonly number[], folder = 'dist'): Promise<Screen> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; npm test gets one.');
  const server = spawn(process.execPath, ['tests/serve.mjs', folder, '/', String(PORT)], { stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await waitFor(`http://localhost:${PORT}/`, server);
    const rounds = manyRounds(Math.max(...counts));
    const overview = new Map<number, Measured>();
    for (const count of counts) {
      const page = await (await browser.newContext()).newPage();
      overview.set(count, await measureOverview(browser, page, rounds.slice(0, count)));
      await page.context().close();
    }
    const page = await (await browser.newContext()).newPage();
    const [round] = rounds;
    if (!round) throw new Error('There is no round to measure.');
    return { overview, results: await measureResults(page, round) };
  } finally {
    await browser.close();
    server.kill();
  }
}

async function measureOverview(
  browser: Browser,
  page: Page,
  rounds: readonly RoundState[],
): Promise<Measured> {
  await page.goto(`http://localhost:${PORT}${OVERVIEW}`);
  await page.locator('.tool[data-ready]').waitFor();
  // From the disk, as a reader does: handing them over in memory would be the page's work too.
  const folder = mkdtempSync(join(tmpdir(), 'rondes-'));
  const files = rounds.map((round, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, toRoundText({ ...round, label: `Groep ${at}`, date: `2026-01-${10 + (at % 20)}` }));
    return file;
  });
  const longest = await longestTask(browser, page, async () => {
    await page.locator('.drop input').setInputFiles(files);
    await page
      .locator('table.groups tbody tr')
      .nth(rounds.length - 1)
      .waitFor();
    await page.waitForTimeout(300);
  });
  rmSync(folder, { recursive: true });
  const body = 'table.groups tbody';
  return {
    ms: {
      'files opened, longest task': longest,
      'sorted by group': await timePress(page, 'table.groups th:nth-child(1) button', body),
      'sorted by date': await timePress(page, 'table.groups th:nth-child(5) button', body),
      'sorted the other way': await timePress(page, 'table.groups th:nth-child(5) button', body),
      'a group left out': await timePress(page, 'table.groups tbody tr:first-child button', body),
    },
    elements: await page.locator('.tool *').count(),
  };
}

async function measureResults(page: Page, round: RoundState): Promise<Measured> {
  await page.addInitScript(
    (text) => localStorage.setItem('mini-cluster:groepsronde:1', text),
    toRoundText(round),
  );
  await page.goto(`http://localhost:${PORT}${GROUP}`);
  await page.locator('.tool[data-ready]').waitFor();
  await page.locator('.steps-nav button').last().click();
  await page.locator('.views button').first().waitFor();
  const ms: Record<string, number> = {};
  const names = await page.locator('.views button').allTextContents();
  for (const [at, name] of [...names.entries()].reverse())
    ms[`shown: ${name}`] = await timePress(page, `.views li:nth-child(${at + 1}) button`, '.view');
  await page.locator('.views button').nth(1).click();
  await page.locator('.settle-sheet summary').first().click();
  ms['a value agreed'] = await timePress(page, '.settle-sheet[open] input[value="1"]', '.view');
  return { ms, elements: await page.locator('.tool *').count() };
}

/**
 * Presses what `selector` finds and waits until `inside` has changed and is on the screen. Milliseconds of processor
 * time of the page, script, style, layout and paint together: what else the machine does plays no role.
 */
async function timePress(page: Page, selector: string, inside: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const press = ([selector = '', inside = '', isReal = '']: string[]): Promise<void> =>
    new Promise<void>((done) => {
      const target = document.querySelector<HTMLElement>(selector);
      const place = document.querySelector(inside);
      if (!target || !place) throw new Error(`Nothing to press: ${selector}`);
      const end = (): void => void requestAnimationFrame(() => setTimeout(done, 50));
      if (!isReal) return end();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        end();
      });
      observer.observe(place, { childList: true, subtree: true, attributes: true, characterData: true });
      target.click();
    });
  await page.waitForTimeout(200);
  const before = await busy();
  await page.evaluate(press, [selector, inside]);
  const idle = await busy();
  await page.evaluate(press, [selector, inside, 'real']);
  const after = await busy();
  await session.detach();
  return Math.max(after - idle - (idle - before), 0);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The most processor time that the page takes at a stretch while `work` goes on, in milliseconds. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const key = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && mains.has(key(event)));
  if (tasks.length === 0) throw new Error('The trace holds no tasks of the page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** A table of what was measured. */
export async function printScreen(): Promise<void> {
  const { overview, results } = await measureScreen([ROUNDS / 4, ROUNDS]);
  for (const [count, { ms, elements }] of overview) {
    console.log(
      `\nOverview of ${count} rounds of ${FIRMS} firms in a browser, ms of processor time (${elements} elements)`,
    );
    for (const [name, time] of Object.entries(ms))
      console.log(`${name.padEnd(36)} ${time.toFixed(1).padStart(8)}`);
  }
  console.log(
    `\nResults of one round of ${FIRMS} firms, ms of processor time (${results.elements} elements)`,
  );
  for (const [name, time] of Object.entries(results.ms))
    console.log(`${name.padEnd(36)} ${time.toFixed(1).padStart(8)}`);
}

if (import.meta.main) await printScreen();
