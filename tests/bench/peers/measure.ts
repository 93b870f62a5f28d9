import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Peer } from './sites.ts';

/** One file that a browser was sent. */
interface Sent {
  path: string;
  kind: 'html' | 'css' | 'js' | 'font' | 'other';
  bytes: number;
}

/** A site that is served with brotli 11, and what was sent since `sent` was last emptied. */
export interface Served {
  origin: string;
  sent: Sent[];
  close: () => void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
/** Compressed already, or of no use to compress. */
const PACKED = /\.(?:woff2|png|jpg|ico|webp|pf_\w+|pagefind)$/;

/** Serves `folder` as a careful host would. Waits until it listens. */
export async function serve(folder: string): Promise<Served> {
  const packed = new Map<string, { body: Buffer; encoding?: string }>();
  const sent: Sent[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = fileOf(folder, path);
    if (!name) {
      response.writeHead(404).end();
      return;
    }
    const found = packed.get(name) ?? pack(name);
    packed.set(name, found);
    response.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-length': found.body.byteLength,
      ...(found.encoding ? { 'content-encoding': found.encoding } : {}),
    });
    sent.push({ path, kind: kindOf(name), bytes: found.body.byteLength });
    response.end(found.body);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server of the bench has no port.');
  return { origin: `http://localhost:${address.port}`, sent, close: () => server.close() };
}

function fileOf(folder: string, path: string): string | undefined {
  const asked = join(folder, path);
  return [asked, join(asked, 'index.html'), `${asked}.html`].find((name) =>
    statSync(name, { throwIfNoEntry: false })?.isFile(),
  );
}

function pack(name: string): { body: Buffer; encoding?: string } {
  const body = readFileSync(name);
  if (PACKED.test(name)) return { body };
  return {
    body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    encoding: 'br',
  };
}

function kindOf(name: string): Sent['kind'] {
  const kind = ({ '.html': 'html', '.css': 'css', '.js': 'js', '.mjs': 'js', '.woff2': 'font' } as const)[
    extname(name) as '.html'
  ];
  return kind ?? 'other';
}

/** What a first visit to a page asks and costs. */
export interface Visit {
  requests: number;
  bytes: Record<Sent['kind'], number>;
  /** Milliseconds; only as a ratio to another site in the same run. */
  lcp: number;
  tbt: number;
}

async function emptyContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });
}

/** Visits a page with an empty cache, a processor four times as slow and a slow 4G network. */
export async function visit(browser: Browser, site: Served, path: string): Promise<Visit> {
  const context = await emptyContext(browser);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  // All that a site asks for after its page, whatever waits for an idle moment too.
  site.sent.length = 0;
  await page.goto(site.origin + path, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.waitForTimeout(2000);
  const { lcp, tbt } = await page.evaluate(
    () => (globalThis as unknown as { watched: { lcp: number; tbt: number } }).watched,
  );
  const bytes = { html: 0, css: 0, js: 0, font: 0, other: 0 };
  const files = site.sent.filter(({ path }) => !/favicon/.test(path));
  for (const { kind, bytes: size } of files) bytes[kind] += size;
  await context.close();
  return { requests: files.length, bytes, lcp, tbt };
}

/** Runs in the page: the largest contentful paint, and what long tasks block beyond 50 ms each. */
function watch(): void {
  const watched = { lcp: 0, tbt: 0 };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tbt += Math.max(duration - 50, 0);
  }).observe({ type: 'longtask', buffered: true });
}

/** Bytes that a site sends from opening its search to the first result for `question`. */
export async function searchBytes(
  browser: Browser,
  site: Served,
  path: string,
  { open, input, result }: Peer['search'],
  question: string,
): Promise<number> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
  });
  const page: Page = await context.newPage();
  try {
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    const before = new Set(site.sent.map(({ path }) => path));
    site.sent.length = 0;
    await page.locator(open).first().click();
    await page.locator(input).first().pressSequentially(question, { delay: 30 });
    await page.locator(result).first().waitFor({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    return site.sent.filter(({ path }) => !before.has(path)).reduce((sum, { bytes }) => sum + bytes, 0);
  } finally {
    await context.close();
  }
}
