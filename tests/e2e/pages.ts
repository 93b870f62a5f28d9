import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** One page of every kind of page there is. */
export const TEMPLATES = [
  '/',
  '/start/voordelen/',
  '/start/verwarring/',
  '/methode/',
  '/methode/4-opbouwen/',
  '/methode/lessen/',
  '/methode/overzicht/',
  '/fiches/',
  '/fiches/beslissen-met-instemming/',
  '/fiches/fiche-1/',
  '/fiches/eerste-hulp/',
  '/fiches/werkbladen/',
  '/cases/',
  '/cases/kubeko/',
  '/cases/rana-plaza/',
  '/achtergrond/impact-meten/',
  '/achtergrond/aanbevelingen/',
  '/hulpmiddelen/fasetest/',
  '/hulpmiddelen/coordinatie/',
  '/hulpmiddelen/rechtsvorm/',
  '/hulpmiddelen/rechtsvorm-regels/',
  '/hulpmiddelen/draaien/',
  '/hulpmiddelen/besluit/',
  '/hulpmiddelen/groep/',
  '/hulpmiddelen/agenda/',
  '/hulpmiddelen/groep/overzicht/',
  '/rechtsvormen/',
  '/rechtsvormen/bv/',
  '/afdrukken/',
  '/begrippen/',
  '/bronnen/',
  '/over/',
  '/inhoud/',
  '/q/openingsronde/delen/',
  '/404.html',
];

/** Every page of the built site. */
export function allPages(): string[] {
  const sitemap = readFileSync(join(import.meta.dirname, '../../dist/sitemap-0.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
}

/** Every HTML file of the built site, by its address: also what is to print, the permanent links and what is to share. */
export function builtPages(): string[] {
  const dist = join(import.meta.dirname, '../../dist');
  return globSync('**/*.html', { cwd: dist })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort();
}

/**
 * Collects what must never happen on a page: an error in the console, an exception, a request to another host, an
 * answer with an error status.
 */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // Said by the browser driver, because playwright.config.ts keeps the service worker out of most tests.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' && !['data:', 'blob:'].includes(protocol))
      faults.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/404.html'))
      faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
