import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentVersion,
  faultsOf,
  fingerprintOf,
  printedData,
  printedText,
  type Revision,
  standingOf,
  withFingerprint,
  withVersion,
} from '../../../src/domain/revision/index.ts';

describe('the fingerprint of what is printed', () => {
  const technique = {
    name: { nl: 'Openingsronde', fr: 'Tour' },
    minutes: { min: 10, max: 20 },
    sources: ['ecobuild-2017'],
    aliases: { nl: ['ronde'] },
  };
  const of = (data: unknown, body = ''): string => fingerprintOf([printedData(data), printedText(body)]);

  it('changes with every character that is printed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const same =
          a.normalize('NFC').replaceAll(/\s+/g, ' ').trim() ===
          b.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
        expect(of({ text: { nl: a } }) === of({ text: { nl: b } })).toBe(same);
      }),
    );
    expect(of({ ...technique, minutes: { min: 10, max: 25 } })).not.toBe(of(technique));
    expect(of(technique, 'Een zin.')).not.toBe(of(technique, 'Een andere zin.'));
  });

  it('is always twelve hexadecimal characters', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => /^[0-9a-f]{12}$/.test(of(value))));
  });

  it.each([
    [
      'another order of the fields',
      { minutes: { max: 20, min: 10 }, name: technique.name, aliases: technique.aliases },
    ],
    ['a source', { ...technique, sources: ['sfec-module-6'] }],
    [
      'a translation',
      { ...technique, name: { nl: 'Openingsronde', fr: 'Tour d’ouverture', en: 'Opening round' } },
    ],
    ['wrapping', { ...technique, name: { nl: ' Openingsronde\n' } }],
  ])('stays the same with %s', (_what, changed) => {
    expect(of(changed)).toBe(of(technique));
  });

  it('does not see how a page is written: imports, links, marks of terms, wrapping', () => {
    const plain = 'De facilitator begint. Lees ook [fiche 1].\n\n| a   | b |\n| --- | - |';
    const marked =
      'import Term from \'@components/content/Term.astro\';\n\nDe <Term id="facilitator">facilitator</Term>\nbegint. Lees ook [fiche 1](/fiches/fiche-1/).{/* nagelezen */}\n\n| a | b |\n| ------ | - |';
    expect(printedText(marked)).toBe(printedText(plain));
  });
});

const history: Revision = {
  id: 'openingsronde',
  versions: [
    { version: 1, date: '2026-11-22', fingerprint: '0'.repeat(12), words: { nl: 'Eerste versie.' } },
    { version: 2, date: '2027-01-10', fingerprint: '1'.repeat(12), words: { nl: 'Stap 3 duurt langer.' } },
    { version: 3, date: '2027-02-01', fingerprint: '2'.repeat(12), words: { nl: 'Een variant erbij.' } },
  ],
};

describe('where a printed sheet stands', () => {
  it('is current when it carries the last version', () => {
    expect(standingOf(history.versions, '3')).toEqual({ kind: 'current' });
  });

  it('is older otherwise, with what came after it, newest first', () => {
    const standing = standingOf(history.versions, '1');
    expect(standing.kind).toBe('older');
    if (standing.kind !== 'older') return;
    expect(standing.printed.date).toBe('2026-11-22');
    expect(standing.since.map(({ version }) => version)).toEqual([3, 2]);
  });

  it('is unknown for whatever else stands in the address', () => {
    for (const asked of [null, '', '0', '4', '-1', '1.0', '01', ' 1', 'twee', '1e0', '🦆'])
      expect.soft(standingOf(history.versions, asked).kind, String(asked)).toBe('unknown');
    fc.assert(
      fc.property(fc.string(), (asked) =>
        ['current', 'older', 'unknown'].includes(standingOf(history.versions, asked).kind),
      ),
    );
  });
});

describe('a history', () => {
  it('grows by one version at its end', () => {
    const next = withVersion(history, {
      date: '2027-03-01',
      fingerprint: '3'.repeat(12),
      words: { nl: 'x' },
    });
    expect(currentVersion(next)).toMatchObject({ version: 4, date: '2027-03-01' });
    expect(next.versions.slice(0, 3)).toEqual(history.versions);
    expect(faultsOf(next)).toEqual([]);
  });

  it('takes another fingerprint for its last version only', () => {
    const next = withFingerprint(history, '9'.repeat(12));
    expect(next.versions.slice(0, 2)).toEqual(history.versions.slice(0, 2));
    expect(currentVersion(next)).toEqual({ ...currentVersion(history), fingerprint: '9'.repeat(12) });
  });

  it('is faulty with a gap or a day that goes back', () => {
    const [first, second, third] = history.versions as [
      Revision['versions'][0],
      Revision['versions'][0],
      Revision['versions'][0],
    ];
    expect(faultsOf({ ...history, versions: [first, third] })).toHaveLength(1);
    expect(
      faultsOf({ ...history, versions: [first, { ...second, date: '2026-01-01' }, third] }),
    ).toHaveLength(1);
  });
});
