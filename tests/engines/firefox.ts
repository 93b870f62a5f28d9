/** Firefox without a window, driven by WebDriver BiDi. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type EvaluateFunc, type KeyInput } from 'puppeteer-core';
import { ANSWER_MS, discard, type Driver, type Engine, START_MS, within } from './driver.ts';

/** Firefox by the program found. */
export function firefox(program: string): Engine {
  return { name: 'Firefox', tellsFaults: true, start: () => start(program) };
}

async function start(program: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const launched = puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    userDataDir: profile,
    timeout: START_MS,
    protocolTimeout: START_MS,
    // The language a Belgian reader's browser asks for; dates and numbers follow it.
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-be,nl', 'ui.systemUsesDarkTheme': 0 },
  });
  const browser = await launched.catch((error: unknown) => {
    discard(profile);
    throw error;
  });
  let living = true;
  const stop = (): void => {
    living = false;
    browser.process()?.kill('SIGKILL');
    discard(profile);
  };
  const answer = <Result>(what: string, asked: Promise<Result>): Promise<Result> =>
    within(ANSWER_MS, what, stop, asked);

  let faults: string[] = [];
  const page = await answer('open a window', browser.newPage());
  page.setDefaultTimeout(ANSWER_MS);
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    // What the service worker was still giving when the page was left; what a page lacks is missed by the journeys.
    if (!/ServiceWorker intercepted the request/.test(String(error)))
      faults.push(`exception: ${String(error)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });

  function run<Args extends unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return answer('run in the page', page.evaluate(work as EvaluateFunc<Args>, ...args)) as Promise<Result>;
  }
  return {
    goto: async (address) => void (await answer(`open ${address}`, page.goto(address))),
    reload: async () => void (await answer('reload', page.reload())),
    run,
    click: (selector) => answer('click', page.click(selector)),
    choose: async (selector, value) => void (await answer('choose', page.select(selector, value))),
    type: (text) => answer('type', page.keyboard.type(text)),
    async press(key) {
      const [last = '', held] = key
        .replace('Space', ' ')
        .split(/(?<=.)\+/)
        .reverse() as KeyInput[];
      if (held) await answer('hold a key', page.keyboard.down(held));
      await answer('press a key', page.keyboard.press(last as KeyInput));
      if (held) await answer('let go of a key', page.keyboard.up(held));
    },
    resize: (width, height) => answer('resize', page.setViewport({ width, height })),
    screenshot: async () => Buffer.from(await answer('take a picture', page.screenshot())),
    print: async () => Buffer.from(await answer('print', page.pdf({ preferCSSPageSize: true }))),
    faults() {
      const told = faults;
      faults = [];
      return Promise.resolve(told);
    },
    isLiving: () => living,
    stop,
  };
}
