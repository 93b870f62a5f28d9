import { describe, expect, it } from 'vitest';
import { flattenSections, keepCurrentSection } from '../../../src/site/route-data.ts';

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

  it('does not grow with the pages of other sections', () => {
    const many = group(
      'Fiches',
      Array.from({ length: 1000 }, (_, index) => link(`fiche-${index}`)),
    );
    expect(keepCurrentSection([group('Methode', [link('een', true)]), many])).toHaveLength(2);
  });

  it('has the pages of a section in one list, in their order, wherever they stand', () => {
    const [section, page] = flattenSections([
      group('Hulpmiddelen', [link('een'), group('map', [link('twee'), link('drie')]), link('vier')]),
      link('vijf'),
    ]);
    expect(section).toEqual(group('Hulpmiddelen', [link('een'), link('twee'), link('drie'), link('vier')]));
    expect(page).toEqual(link('vijf'));
  });

  it('leaves a section without pages as it is', () => {
    const empty = group('Leeg', []);
    expect(keepCurrentSection([empty])).toEqual([empty]);
  });
});
