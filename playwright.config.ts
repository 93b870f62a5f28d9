import { defineConfig } from '@playwright/test';

/** First of the two ports the built site is served on; another one when 4322 is taken. */
const PORT = Number(process.env['TEST_PORT'] ?? 4322);
/** The built site at the root, and the same under a folder. Both are built by `npm test` before this runs. */
const ROOT = `http://localhost:${PORT}`;
export const FOLDER = `http://localhost:${PORT + 1}/handboek/`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.reports/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A busy machine takes its time; a test that passes waits no longer for it.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // On the machine that decides whether a change lands, what fails once is tried again, and named at the end.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '.reports/browser.json' }]],
  use: {
    baseURL: ROOT,
    locale: 'nl-BE',
    // Keeping the whole site in every test would take longer than the tests; offline.spec.ts allows it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      // The sandbox needs rights that a container seldom has; the pages are our own.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  webServer: [
    { command: `node tests/serve.mjs dist / ${PORT}`, url: ROOT, reuseExistingServer: false },
    {
      command: `node tests/serve.mjs .reports/dist-handboek /handboek/ ${PORT + 1}`,
      url: FOLDER,
      reuseExistingServer: false,
    },
  ],
});
