import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findChromium } from '../../src/site/find-chromium.mjs';

export type Kind = 'html' | 'css' | 'js' | 'font' | 'other';

/** What a browser fetches on a first visit to a page, before the reader does anything. */
export interface FirstVisit {
  path: string;
  requests: number;
  /** Brotli (quality 11) bytes per kind. */
  bytes: Record<Kind, number>;
  /** Scripts by address, with their brotli bytes. */
  scripts: Record<string, number>;
}

const PORT = 4324;

/** Visits each path of the built site with an empty cache and adds up what was fetched. */
export async function measureFirstVisits(paths: readonly string[], folder = 'dist'): Promise<FirstVisit[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; npm test gets one.');
  const server = spawn(process.execPath, ['tests/serve.mjs', folder, '/', String(PORT)], { stdio: 'ignore' });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    await waitFor(`http://localhost:${PORT}/`, server);
    const visits: FirstVisit[] = [];
    for (const path of paths) {
      const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
      await page.goto(`http://localhost:${PORT}${path}`, { waitUntil: 'networkidle' });
      // Whatever waits for an idle moment gets its chance.
      await page.waitForTimeout(1000);
      visits.push(addUp(path, fetched, folder));
      await page.context().close();
    }
    return visits;
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Brotli bytes of a file or text, as a careful host would send it. Fonts and pictures are compressed already. */
export function brotliBytes(content: Buffer, kind: Kind): number {
  if (kind === 'font' || kind === 'other') return content.byteLength;
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}

function addUp(path: string, fetched: readonly string[], folder: string): FirstVisit {
  const visit: FirstVisit = {
    path,
    requests: 0,
    bytes: { html: 0, css: 0, js: 0, font: 0, other: 0 },
    scripts: {},
  };
  for (const address of new Set(fetched)) {
    const kind = kindOf(address);
    // The icon of the tab is not part of the page.
    if (address.endsWith('favicon.svg')) continue;
    const size = brotliBytes(
      readFileSync(join(folder, address.endsWith('/') ? `${address}index.html` : address)),
      kind,
    );
    visit.requests += 1;
    visit.bytes[kind] += size;
    if (kind === 'js') visit.scripts[address] = size;
  }
  return visit;
}

function kindOf(address: string): Kind {
  if (address.endsWith('/') || address.endsWith('.html')) return 'html';
  if (address.endsWith('.css')) return 'css';
  if (address.endsWith('.js')) return 'js';
  return address.endsWith('.woff2') ? 'font' : 'other';
}

/** Waits until a server that was started answers. */
export async function waitFor(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (server.exitCode !== null)
      throw new Error(`The server for the bench stopped: is its port taken (${url})?`);
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('The server for the bench did not start.');
}
