import { describe, expect, it } from 'vitest';
import { localizeWorksheet, textsOf, type WorksheetContext } from '../../../src/domain/worksheet/index.ts';
import { type Worksheet, worksheetSchema } from '../../../src/domain/worksheet/schema.ts';

const text = (nl: string) => ({ nl });
const technique = {
  minutes: { min: 25, max: 90, basis: 'editors' },
  people: { min: 3, max: 12, basis: 'source' },
};
const context: WorksheetContext = {
  technique,
  dutyOf: (chooser, id) => ({ text: `${chooser} ${id}`, articles: ['WVV 4:1'], notice: 'Geen advies.' }),
};
const worksheet = (blocks: object[], more: object = {}): Worksheet =>
  worksheetSchema.parse({
    title: text('Blad'),
    order: 1,
    purpose: text('Waarvoor'),
    techniques: ['ronde'],
    phases: ['4-opbouwen'],
    use: [text('Eerst'), text('Dan')],
    sheets: [{ orientation: 'portrait', blocks }],
    sources: ['ecobuild-2017'],
    ...more,
  });
const local = (blocks: object[], more: object = {}) =>
  localizeWorksheet('blad', worksheet(blocks, more), 'nl', context);
const [note] = [{ kind: 'note', text: text('Let op'), basis: 'editors' }];

describe('a worksheet in one language', () => {
  it('takes minutes and people from its technique unless it says them itself', () => {
    expect(local([note]).minutes).toEqual({ min: 25, max: 90, editors: true });
    expect(local([note]).people).toEqual({ min: 3, max: 12, editors: false });
    expect(local([note], { minutes: { min: 5, max: 5, basis: 'source' } }).minutes).toEqual({
      min: 5,
      max: 5,
      editors: false,
    });
    expect(() => localizeWorksheet('blad', worksheet([note]), 'nl', { dutyOf: context.dutyOf })).toThrow(
      'minutes',
    );
  });

  it('falls back to Dutch where a text has no translation', () => {
    const blocks = [{ ...note, text: { nl: 'Let op', fr: 'Attention' } }];
    const french = localizeWorksheet('blad', worksheet(blocks), 'fr', context);
    expect(french.title).toBe('Blad');
    expect(french.sheets[0]?.blocks[0]).toMatchObject({ text: 'Attention' });
  });

  it('fills every row of a table to its last column: given words, boxes to tick, room to write', () => {
    const table = {
      kind: 'table',
      label: text('Tabel'),
      columns: [{ label: text('A') }, { label: text('B') }, { label: text('C'), tick: true }],
      given: [[text('een')], [text('twee'), text('drie')]],
      rows: 1,
      basis: 'editors',
    };
    expect(local([table]).sheets[0]?.blocks[0]).toMatchObject({
      rows: [
        [{ text: 'een' }, 'empty', 'tick'],
        [{ text: 'twee' }, { text: 'drie' }, 'tick'],
        ['empty', 'empty', 'tick'],
      ],
    });
  });

  it('lets a rule speak for a legal point, with its articles and its notice', () => {
    const list = (items: object[]) => ({
      kind: 'checklist',
      label: text('Lijst'),
      ticks: [text('ja')],
      items,
      basis: 'editors',
    });
    const own = { id: 'a', text: text('Een punt'), basis: 'editors' };
    const legal = { id: 'b', rule: { chooser: 'rechtsvorm', id: 'p-x' }, basis: 'editors' };
    expect(local([list([own])]).legalNotice).toBeNull();
    const both = local([list([own, legal])]);
    expect(both.legalNotice).toBe('Geen advies.');
    expect(both.sheets[0]?.blocks[0]).toMatchObject({
      items: [
        { text: 'Een punt', articles: [] },
        { text: 'rechtsvorm p-x', articles: ['WVV 4:1'] },
      ],
    });
  });

  it('names every source once, those of the whole first', () => {
    const blocks = [
      { ...note, basis: 'source', sources: ['smart-sip3', 'ecobuild-2017'] },
      { ...note, basis: 'source', sources: ['smart-sip3'] },
    ];
    expect(local(blocks).sources).toEqual(['ecobuild-2017', 'smart-sip3']);
  });

  it('lists all its texts, so that a sheet that drops one is found out', () => {
    const texts = textsOf(
      local([
        { kind: 'heading', text: text('Kop') },
        note,
        { kind: 'fields', fields: [{ label: text('Naam') }], basis: 'editors' },
        { kind: 'lines', label: text('Regels'), hint: text('Kort'), rows: 2, basis: 'editors' },
        { kind: 'choice', label: text('Kies'), options: [text('dit'), text('dat')], basis: 'editors' },
        {
          kind: 'grid',
          label: text('Vakken'),
          columns: 2,
          cells: [{ title: text('Sterk'), prompt: text('Wat?') }, { title: text('Zwak') }],
          rows: 3,
          basis: 'editors',
        },
        {
          kind: 'drawing',
          drawing: 'vision-schema',
          label: text('Tekening'),
          words: {
            part: text('Deel'),
            middle: text('Midden'),
            shared: text('Samen'),
            essential: text('Nodig'),
          },
          basis: 'editors',
        },
        {
          kind: 'example',
          title: text('Groep'),
          lines: [{ label: text('Rol'), text: text('Trekker') }],
          page: '/cases/kubeko/',
          sources: ['ecobuild-2017'],
        },
      ]),
    );
    expect(texts).toEqual([
      'Blad',
      'Eerst',
      'Dan',
      'Kop',
      'Let op',
      'Naam',
      'Regels',
      'Kort',
      'Kies',
      'dit',
      'dat',
      'Vakken',
      'Sterk',
      'Wat?',
      'Zwak',
      'Tekening',
      'Deel',
      'Midden',
      'Samen',
      'Nodig',
      'Groep',
      'Rol',
      'Trekker',
    ]);
  });
});
