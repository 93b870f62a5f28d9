import { describe, expect, it } from 'vitest';
import { isInjected, listedOnly } from '../../../src/site/routes.ts';

describe('injected routes', () => {
  it.each([
    ['/q/fase-4/', true],
    ['/q/fase-4/delen/', true],
    ['/q/fase-4/qr.svg', true],
    ['/fr/q/fase-4/', true],
    ['/q/', false],
    ['/q/fase-4/delen/meer/', false],
    ['/methode/4-opbouwen/', false],
    ['/', false],
  ])('know %s as theirs: %s', (path, injected) => {
    expect(isInjected(path)).toBe(injected);
  });

  it('are not in the sitemap', () => {
    const entry = (path: string): string => `<url><loc>https://example.org${path}</loc></url>`;
    const sitemap = `<urlset>${entry('/methode/')}${entry('/q/fase-4/')}${entry('/over/')}</urlset>`;
    expect(listedOnly(sitemap)).toBe(`<urlset>${entry('/methode/')}${entry('/over/')}</urlset>`);
  });
});
