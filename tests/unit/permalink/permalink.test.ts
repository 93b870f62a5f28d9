import { describe, expect, it } from 'vitest';
import { isLive, pageOf, type Permalink, permalinkPath } from '../../../src/domain/permalink/index.ts';

const link = (more: Partial<Permalink>): Permalink => ({
  id: 'x',
  kind: 'phase',
  item: '4-opbouwen',
  since: '2026-11-22',
  ...more,
});

describe('a permanent link', () => {
  it.each([
    [link({}), '/methode/4-opbouwen/'],
    [link({ kind: 'technique', item: 'brainstorm' }), '/fiches/brainstorm/'],
    [link({ kind: 'sheet', item: 'fiche-1' }), '/fiches/fiche-1/'],
    [link({ kind: 'case', item: 'kubeko' }), '/cases/kubeko/'],
    [link({ kind: 'term', item: 'charter' }), '/begrippen/#charter'],
    [link({ kind: 'recommendation', item: 'sip3-12' }), '/achtergrond/aanbevelingen/#sip3-12'],
    [link({ kind: 'legal-form', item: 'bv' }), '/rechtsvormen/bv/'],
    [link({ kind: 'tool', item: 'fasetest' }), '/hulpmiddelen/fasetest/'],
    [link({ kind: 'tool', item: 'groepsronde', page: '/hulpmiddelen/groep/' }), '/hulpmiddelen/groep/'],
  ])('knows its page', (one, path) => {
    expect(pageOf(one)).toBe(path);
  });

  it('carries the version on paper, and nothing elsewhere', () => {
    expect(permalinkPath('fase-4')).toBe('/q/fase-4/');
    expect(permalinkPath('fase-4', 3)).toBe('/q/fase-4/?v=3');
  });

  it('is live unless it moved or its item is gone', () => {
    expect(isLive(link({}))).toBe(true);
    expect(isLive(link({ movedTo: 'y' }))).toBe(false);
    expect(isLive(link({ retired: { name: { nl: 'X' }, text: { nl: 'Weg.' } } }))).toBe(false);
  });
});
