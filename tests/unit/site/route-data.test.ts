import { describe, expect, it } from 'vitest';
import {
  flattenSections,
  keepCurrentSection,
  keepNeighbours,
  MOST_IN_MENU,
  withAlternates,
  withLabels,
  withLanguages,
  withoutAddress,
} from '../../../src/site/route-data.ts';

type Entries = Parameters<typeof keepCurrentSection>[0];
const link = (label: string, isCurrent = false) =>
  ({ type: 'link', label, href: `/${label}/`, isCurrent, badge: undefined, attrs: {} }) as const;
const group = (label: string, entries: Entries[number][]) =>
  ({ type: 'group', label, entries, collapsed: false, badge: undefined }) as Entries[number];

describe('the menu', () => {
  it('keeps the pages of the current section, also when they stand deeper', () => {
    const here = group('Methode', [link('een'), group('Dieper', [link('twee', true)])]);
    expect(keepCurrentSection([here])).toEqual([here]);
  });

  it('turns every other section into one link to its first page', () => {
    const [other] = keepCurrentSection([group('Fiches', [group('Dieper', [link('een')]), link('twee')])]);
    expect(other).toEqual({ ...link('een'), label: 'Fiches' });
  });

  it('says the language of the pages that are not translated, and not of a section that begins with one', () => {
    const untranslated = (label: string) => ({ ...link(label), attrs: { lang: 'nl' } });
    const marked = withLanguages(
      [group('Méthode', [link('een', true), link('twee')]), group('Fiches', [link('drie')])],
      (href) => href === '/een/',
    );
    expect(marked).toEqual([
      group('Méthode', [link('een', true), untranslated('twee')]),
      group('Fiches', [untranslated('drie')]),
    ]);
    expect(keepCurrentSection(marked)[1]).toEqual({ ...link('drie'), label: 'Fiches' });
  });

  it('does not grow with the pages of other sections', () => {
    const many = group(
      'Fiches',
      Array.from({ length: 1000 }, (_, index) => link(`fiche-${index}`)),
    );
    expect(keepCurrentSection([group('Methode', [link('een', true)]), many])).toHaveLength(2);
  });

  it('does not grow with its own section either: it keeps the first page, those around this one, and the way to all', () => {
    const contents = link('inhoud');
    for (const at of [0, 1, 30, 500, 998, 999]) {
      const many = Array.from({ length: 1000 }, (_, index) => link(`fiche-${index}`, index === at));
      const [section] = keepNeighbours([group('Fiches', many)], contents);
      const names = section?.type === 'group' ? section.entries.map(({ label }) => label) : [];
      expect(names, String(at)).toHaveLength(MOST_IN_MENU + 1);
      expect(new Set(names).size).toBe(names.length);
      expect(names[0]).toBe('fiche-0');
      expect(names.at(-1)).toBe('inhoud');
      for (const near of [at - 5, at, at + 5].filter((one) => one >= 0 && one < 1000))
        expect(names).toContain(`fiche-${near}`);
    }
  });

  it('lists a section whole that fits', () => {
    const all = Array.from({ length: MOST_IN_MENU }, (_, index) => link(`fiche-${index}`, index === 3));
    const sections = [group('Fiches', all), link('cases')];
    expect(keepNeighbours(sections, link('inhoud'))).toEqual(sections);
  });

  it('has the pages of a section in one list, in their order, wherever they stand', () => {
    const [section, page] = flattenSections([
      group('Hulpmiddelen', [link('een'), group('map', [link('twee'), link('drie')]), link('vier')]),
      link('vijf'),
    ]);
    expect(section).toEqual(group('Hulpmiddelen', [link('een'), link('twee'), link('drie'), link('vier')]));
    expect(page).toEqual(link('vijf'));
  });

  it('names the sections in the language of the page', () => {
    const [method, sheets] = withLabels([group('Methode', [link('een')]), group('Fiches', [])], ['Méthode']);
    expect(method).toEqual(group('Méthode', [link('een')]));
    expect(sheets).toEqual(group('Fiches', []));
  });

  it('leaves a section without pages as it is', () => {
    const empty = group('Leeg', []);
    expect(keepCurrentSection([empty])).toEqual([empty]);
  });
});

describe('the head', () => {
  const alternate = (hreflang: string) =>
    ({
      tag: 'link',
      attrs: { rel: 'alternate', hreflang, href: 'https://example.org/' },
      content: '',
    }) as const;
  const title = { tag: 'title', attrs: undefined, content: 'Opbouwen' } as const;
  const head = [title, ...['nl', 'fr', 'en', 'x-default'].map(alternate)];

  it('leads to the languages in which the page is there, and says which one is for everybody else', () => {
    expect(withAlternates(head, ['nl', 'fr'])).toEqual([title, ...['nl', 'fr', 'x-default'].map(alternate)]);
  });

  it('leads nowhere when the page is there in one language, or stands in for a translation', () => {
    expect(withAlternates(head, ['nl'])).toEqual([title]);
    expect(withAlternates(head, [])).toEqual([title]);
  });

  it('has no address on the page for what is not there', () => {
    const canonical = {
      tag: 'link',
      attrs: { rel: 'canonical', href: 'https://example.org/404/' },
      content: '',
    } as const;
    expect(withoutAddress([title, canonical])).toEqual([title]);
  });
});
