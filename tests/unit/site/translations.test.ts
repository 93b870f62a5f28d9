import { describe, expect, it } from 'vitest';
import { keptInLanguage, withAnchorsOf } from '../../../src/site/translations.ts';

const page = (main: string, text: string): string =>
  `<html lang="fr"><a href="/methode/">Menu</a><main class="x" lang="${main}">${text}</main></html>`;

describe('what stands in for a translation', () => {
  it('leads to pages in the language of the reader, and to what is made once where it stands', () => {
    const text = (prefix: string): string =>
      `<a href="${prefix}/methode/#kern">a</a> <a class="b" href="${prefix}/">b</a> <a href="/q/fase-4/delen/">c</a> <a href="#d">d</a> <a href="/licenties.txt">e</a> <a href="https://example.org/x/">f</a>`;
    expect(keptInLanguage(page('nl', text('')), 'fr')).toBe(page('nl', text('/fr')));
    expect(keptInLanguage(page('nl', text('/fr')), 'fr')).toBe(page('nl', text('/fr')));
  });

  it('is not touched when it is a translation: who wrote it chose its links', () => {
    const translated = page('fr', '<a href="/methode/">a</a>');
    expect(keptInLanguage(translated, 'fr')).toBe(translated);
  });
});

describe('a translated page', () => {
  const dutch = '<h2 id="draaiboek">Draaiboek</h2><h3 id="stap">Stap</h3>';

  it('is found by the anchors of the original too, at the same headings', () => {
    expect(withAnchorsOf('<h2 id="scenario">Scénario</h2><h3 class="x" id="stap">Pas</h3>', dutch)).toBe(
      '<h2 id="scenario"><span id="draaiboek"></span>Scénario</h2><h3 class="x" id="stap">Pas</h3>',
    );
    expect(withAnchorsOf('<h2 id="scenario">Scénario</h2><h3 id="pas">Pas</h3>', dutch)).toBe(
      '<h2 id="scenario"><span id="draaiboek"></span>Scénario</h2><h3 id="pas"><span id="stap"></span>Pas</h3>',
    );
  });

  it('keeps its own anchors only when its headings are others', () => {
    const other = '<h2 id="scenario">Scénario</h2>';
    expect(withAnchorsOf(other, dutch)).toBe(other);
  });
});
