import { describe, expect, it } from 'vitest';
import { isInjected, listedOnly } from '../../../src/site/routes.ts';

describe('injected routes', () => {
  it.each([
    ['/q/fase-4/', true],
    ['/q/fase-4/delen/', true],
    ['/q/fase-4/qr.svg', true],
    ['/fr/q/fase-4/', true],
    ['/offline/', true],
    ['/fr/offline/', true],
    ['/fr/manifest.webmanifest', true],
    ['/q/', false],
    ['/q/fase-4/delen/meer/', false],
    ['/methode/4-opbouwen/', false],
    ['/', false],
  ])('know %s as theirs: %s', (path, injected) => {
    expect(isInjected(path)).toBe(injected);
  });

  it('and stand-ins for translations are not in the sitemap, nor named as a translation', () => {
    const link = (path: string): string =>
      `<xhtml:link rel="alternate" hreflang="fr" href="https://example.org${path}"/>`;
    const entry = (path: string, more = ''): string =>
      `<url><loc>https://example.org${path}</loc>${more}</url>`;
    const isListed = (path: string): boolean => !['/q/fase-4/', '/fr/over/'].includes(path);
    const made = listedOnly(
      `<urlset>${entry('/methode/', link('/fr/methode/'))}${entry('/q/fase-4/')}${entry('/over/', link('/fr/over/'))}${entry('/fr/over/')}</urlset>`,
      isListed,
    );
    expect(made).toBe(`<urlset>${entry('/methode/', link('/fr/methode/'))}${entry('/over/')}</urlset>`);
  });
});
