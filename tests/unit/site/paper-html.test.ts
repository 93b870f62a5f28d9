import { describe, expect, it } from 'vitest';
import { anchorOf, idInDocument, resolver, toPaper } from '../../../src/site/paper-html.ts';

const resolve = resolver({
  anchors: new Map([
    ['methode/4-opbouwen', 'methode-4-opbouwen'],
    ['fiches/brainstorm', 'blad-brainstorm'],
    ['index', 'index'],
  ]),
  sheets: new Set(['fiches/brainstorm']),
  base: '/handboek/',
  site: 'https://example.org',
});
const paper = (html: string, deeper = 0): string => toPaper(html, { anchor: 'a', deeper, resolve });

describe('links of a page in a document', () => {
  it.each([
    ['/handboek/methode/4-opbouwen/', '#methode-4-opbouwen'],
    ['/handboek/methode/4-opbouwen/#hulp', '#methode-4-opbouwen--hulp'],
    ['/handboek/fiches/brainstorm/#stap-openen', '#blad-brainstorm'],
    ['/handboek/', '#index'],
    ['/handboek/cases/kubeko/', 'https://example.org/handboek/cases/kubeko/'],
    ['/handboek/methode/4-opbouwen/?x=1', 'https://example.org/handboek/methode/4-opbouwen/?x=1'],
    ['https://example.com/', 'https://example.com/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['//example.com/', '//example.com/'],
  ])('%s becomes %s', (href, expected) => expect(resolve(href)).toBe(expected));
});

describe('a page in a document', () => {
  it('keeps its text and gives its ids and what points to them its own name', () => {
    expect(paper('<p id="x">Tekst</p><a href="#x">naar</a><label for="x y">l</label>')).toBe(
      '<p id="a--x">Tekst</p><a href="#a--x">naar</a><label for="a--x a--y">l</label>',
    );
    expect(paper('<svg><path id="p"/><use href="#p" fill="url(#p)"/></svg>')).toBe(
      '<svg><path id="a--p"/><use href="#a--p" fill="url(#a--p)"/></svg>',
    );
    expect(anchorOf('methode/4-opbouwen')).toBe('methode-4-opbouwen');
    expect(idInDocument('a', 'x')).toBe('a--x');
  });

  it('says of a link whether it leads to this site, whose address the paper names already', () => {
    expect(paper('<a href="/handboek/cases/">c</a>')).toBe(
      '<a href="https://example.org/handboek/cases/" data-own-site>c</a>',
    );
    expect(paper('<a href="https://example.com/">e</a>')).toBe('<a href="https://example.com/">e</a>');
  });

  it('leaves out what does nothing on paper', () => {
    expect(
      paper(
        'a<script type="module">let b = "</p>";</script><astro-island uid="1" x="2"><p>tool</p></astro-island>' +
          '<form class="f"><select></select></form>z',
      ),
    ).toBe('az');
    expect(
      paper(
        '<button type="button" class="term" popovertarget="t">charter</button><span popover id="t"><b>c</b> x <a href="/y">m</a></span>.',
      ),
    ).toBe('<span class="term">charter</span>.');
    expect(paper('<h2 id="k">Kop</h2><a class="sl-anchor-link" href="#k"><span>#</span></a>')).toBe(
      '<h2 id="a--k">Kop</h2>',
    );
  });

  it('sets headings deeper, never below the sixth level', () => {
    expect(paper('<h2>a</h2><h3 class="k">b</h3>', 2)).toBe('<h4>a</h4><h5 class="k">b</h5>');
    expect(paper('<h5>a</h5><header>b</header><hr>', 3)).toBe('<h6>a</h6><header>b</header><hr>');
  });
});
