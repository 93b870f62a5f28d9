import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/site/find-chromium.mjs';
import { waitFor } from './first-visit.ts';
import { measureShifts } from './layout-shift.ts';

/** One page of each kind. */
const TEMPLATES = [
  '/',
  '/methode/4-opbouwen/',
  '/fiches/',
  '/fiches/visgeraamte/',
  '/cases/kubeko/',
  '/rechtsvormen/bv/',
  '/achtergrond/impact-meten/',
  '/begrippen/',
  '/hulpmiddelen/fasetest/',
  '/hulpmiddelen/rechtsvorm/',
  '/hulpmiddelen/groep/',
  '/hulpmiddelen/agenda/',
  '/hulpmiddelen/draaien/',
  '/hulpmiddelen/besluit/',
];
/** Less than anybody sees: what is left when half a pixel is rounded. */
const NOTHING = 0.001;
const PORT = Number(process.env['TEST_PORT'] ?? 4323) + 6;

describe('nothing moves under the eyes of the reader, on a phone', () => {
  let server: ChildProcess;
  let browser: Browser;

  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('No Chromium found; npm test gets one.');
    server = spawn(process.execPath, ['tests/serve.mjs', 'dist', '/', String(PORT)], { stdio: 'ignore' });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    await waitFor(`http://localhost:${PORT}/`, server);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.kill();
  });

  it.each(TEMPLATES.map((path) => [path]))(
    'while %s loads, gets its font, is scrolled and changes theme',
    async (path) => {
      const { score, moved } = await measureShifts(browser, `http://localhost:${PORT}`, path);
      for (const [when, value] of Object.entries(score))
        expect.soft(value, `${when}: ${moved.join(' | ')}`).toBeLessThanOrEqual(NOTHING);
    },
  );
});
