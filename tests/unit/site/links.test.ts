import { describe, expect, it } from 'vitest';
import { siteHref } from '../../../src/site/links.ts';
import { localeOfId, publishedLocales, starlightLocales } from '../../../src/site/locales.ts';
import { siteLinks } from '../../../src/site/markdown.ts';

describe('siteHref', () => {
  it.each([
    ['/methode/', '/', '/methode/'],
    ['/methode/4-opbouwen/#anker', '/handboek/', '/handboek/methode/4-opbouwen/#anker'],
    ['/', '/handboek/', '/handboek/'],
    ['#anker', '/handboek/', '#anker'],
    ['../lessen/', '/handboek/', '../lessen/'],
    ['https://example.org/x', '/handboek/', 'https://example.org/x'],
    ['//example.org/x', '/handboek/', '//example.org/x'],
  ])('%s under %s is %s', (path, base, expected) => {
    expect(siteHref(path, base)).toBe(expected);
  });

  it('puts another language than the root’s after the folder', () => {
    expect(siteHref('/methode/', '/handboek/', 'fr')).toBe('/handboek/fr/methode/');
  });
});

describe('siteHref in another language than the root’s', () => {
  it.each([
    ['/afdrukken/', '/fr/afdrukken/'],
    ['/afdrukken/fase/4-opbouwen/', '/afdrukken/fase/4-opbouwen/'],
    ['/q/fase-4/delen/', '/q/fase-4/delen/'],
    ['/afdrukken/werkblad/visgeraamte.docx', '/afdrukken/werkblad/visgeraamte.docx'],
    ['/feed.xml', '/feed.xml'],
    ['/hulpmiddelen/agenda/?agenda=infosessie#a.b', '/fr/hulpmiddelen/agenda/?agenda=infosessie#a.b'],
    ['/hulpmiddelen/technieken.json', '/fr/hulpmiddelen/technieken.json'],
    ['/manifest.webmanifest', '/fr/manifest.webmanifest'],
    ['/offline/', '/fr/offline/'],
    ['/', '/fr/'],
  ])(
    'leads %s to %s: what is made once stays where it is, what is made per language does not',
    (path, expected) => {
      expect(siteHref(path, '/', 'fr')).toBe(expected);
    },
  );
});

describe('locales', () => {
  it('have the root language without a prefix', () => {
    expect(starlightLocales()['root']?.lang).toBe(publishedLocales[0]);
    expect(Object.keys(starlightLocales())).toHaveLength(publishedLocales.length);
  });

  it('take the language of a page from its id', () => {
    expect(localeOfId('methode/4-opbouwen')).toBe('nl');
    expect(localeOfId('french-bread')).toBe('nl');
  });
});

describe('the Markdown plugin for links', () => {
  it('rewrites links from the root only', () => {
    const plugin = siteLinks('/handboek/')({ fileURL: new URL('file:///x/content/docs/methode/index.mdx') });
    const written: string[] = [];
    const visit = (href: unknown): void =>
      plugin.element.visit(
        { type: 'element', tagName: 'a', properties: { href }, children: [] },
        { setProperty: (_node, name, value) => written.push(`${name}=${value}`) },
      );
    visit('/begrippen/#charter');
    visit('#hier');
    visit(undefined);
    expect(written).toEqual(['href=/handboek/begrippen/#charter', 'href=#hier']);
  });
});
