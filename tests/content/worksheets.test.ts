import { describe, expect, it } from 'vitest';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { sourceSchema } from '../../src/domain/source/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { worksheetSchema } from '../../src/domain/worksheet/schema.ts';
import { entries, faults, pages } from './load.ts';
import { dutchWorksheet, worksheets } from './worksheets.ts';

const all = [...worksheets];
const sources = entries('sources', sourceSchema);
const phases = entries('phases', phaseSchema);
const techniques = entries('techniques', techniqueSchema);
const choosers = entries('choosers', chooserSchema);

describe('the worksheets', () => {
  it('are those that the handbook promises', () => {
    expect([...worksheets.keys()]).toEqual(
      expect.arrayContaining([
        'schriftelijk-stramien',
        'visgeraamte',
        'gedeelde-visie',
        'besluitverslag',
        'verkiezingsverslag',
        'feedbackformulier',
        'belanghebbenden-in-kaart',
        'impactindicatoren',
        'charter-checklist',
        'leverancierscharter',
      ]),
    );
  });

  it('stand in one order, without gaps', () => {
    const wrong = all.flatMap(([id, { order }]) => {
      const same = all.filter(([other, sheet]) => other !== id && sheet.order === order);
      return order > all.length || same.length > 0
        ? [`content/worksheets/${id}.yaml: order: elk blad een eigen plaats, van 1 tot ${all.length}.`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('name techniques, phases, pages and sources that exist', () => {
    const paths = new Set(pages().map(({ id }) => `/${id}/`));
    const missing = all.flatMap(([id, worksheet]) => [
      ...worksheet.techniques.filter((name) => !techniques.has(name)).map((name) => `${id}: ${name}`),
      ...worksheet.phases.filter((name) => !phases.has(name)).map((name) => `${id}: ${name}`),
      ...dutchWorksheet(id)
        .sources.filter((name) => !sources.has(name))
        .map((name) => `${id}: ${name}`),
      ...[
        ...worksheet.pages,
        ...worksheet.sheets.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'example' ? [block.page] : [])),
        ),
      ]
        .filter((page) => !paths.has(page.split('#')[0] ?? ''))
        .map((page) => `${id}: ${page}`),
    ]);
    expect(missing).toEqual([]);
  });

  it('say the legal points of a charter in the words of the chooser, with all that it asks', () => {
    const duties = (choosers.get('rechtsvorm')?.rules ?? []).filter(
      ({ kind, options }) => kind === 'duty' && options.includes('samenwerkingsovereenkomst'),
    );
    const asked = (worksheets.get('charter-checklist')?.sheets ?? []).flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'checklist' ? block.items.flatMap(({ rule }) => rule?.id ?? []) : [],
      ),
    );
    expect(asked.sort()).toEqual(duties.map(({ id }) => id).sort());
    expect(dutchWorksheet('charter-checklist').legalNotice).toContain('geen juridisch advies');
    expect(JSON.stringify(dutchWorksheet('charter-checklist').sheets).match(/\{[\w-]+\}/g) ?? []).toEqual([]);
  });
});

describe('a wrong worksheet is explained to its author', () => {
  const [id, worksheet] = all[0] ?? ['', undefined];
  const told = (change: object): string =>
    faults(
      [{ id, path: 'x.yaml', data: { ...structuredClone(worksheet), ...change } }],
      worksheetSchema,
    ).join('\n');
  const sheet = (block: object, more: object = {}) => ({
    sheets: [{ orientation: 'portrait', blocks: [block], ...more }],
  });
  const lines = { kind: 'lines', label: { nl: 'x' }, rows: 2 };

  it('is silent about what is right', () => {
    expect(told({})).toBe('');
    expect(told(sheet({ ...lines, basis: 'editors' }))).toBe('');
  });

  it.each([
    ['a block that rests on nothing', sheet(lines), 'Kies basis'],
    ['a source that is not named', sheet({ ...lines, basis: 'source' }), 'Noem de bron'],
    ['a title on a single sheet', sheet({ ...lines, basis: 'editors' }, { title: { nl: 'x' } }), 'titel'],
    [
      'a point with words of its own and of a rule',
      sheet({
        kind: 'checklist',
        label: { nl: 'x' },
        ticks: [{ nl: 'ja' }],
        items: [{ id: 'a', text: { nl: 'x' }, rule: { chooser: 'a', id: 'b' }, basis: 'editors' }],
        basis: 'editors',
      }),
      'niet allebei',
    ],
    [
      'a place that the drawing does not have',
      sheet({
        kind: 'drawing',
        drawing: 'fishbone',
        label: { nl: 'x' },
        words: { fin: { nl: 'x' } },
        basis: 'editors',
      }),
      'words',
    ],
    ['minutes that nothing says', { techniques: [], minutes: undefined }, 'minutes en people'],
  ])('notices %s', (_what, change, message) => {
    expect(told(change)).toContain(message);
  });
});
