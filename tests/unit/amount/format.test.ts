import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountTexts, formatAmount } from '../../../src/domain/amount/format.ts';
import { amountsSchema } from '../../../src/domain/amount/schema.ts';

/** Spaces that keep a number on one line are written as ordinary ones here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('an amount', () => {
  test.each([
    [61_500, 'euro', '61.500 euro', '61 500 euros', '61,500 euro'],
    [81.07, 'euro', '81,07 euro', '81,07 euros', '81.07 euro'],
    [81.5, 'euro', '81,50 euro', '81,50 euros', '81.50 euro'],
    [1_234_567.5, 'euro', '1.234.567,50 euro', '1 234 567,50 euros', '1,234,567.50 euro'],
    [6, 'percent', '6%', '6%', '6%'],
    [33.3, 'percent', '33,3%', '33,3%', '33.3%'],
    [50, 'count', '50', '50', '50'],
    [2500, 'count', '2.500', '2 500', '2,500'],
  ] as const)('%s %s', (value, unit, nl, fr, en) => {
    expect(
      (['nl', 'fr', 'en'] as const).map((locale) => plain(formatAmount({ value, unit }, locale))),
    ).toEqual([nl, fr, en]);
  });

  test('can be read back from how it is written', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), (cents) => {
        const text = formatAmount({ value: cents / 100, unit: 'euro' }, 'nl');
        expect(text).toMatch(/^\d{1,3}(\.\d{3})*(,\d{2})? euro$/);
        const digits = text.replace(' euro', '').replaceAll('.', '').replace(',', '.');
        expect(Math.round(Number(digits) * 100)).toBe(cents);
      }),
    );
  });

  test('fills the place that its id names', () => {
    const amounts = [
      { id: 'nv-kapitaal', value: 61_500, unit: 'euro' },
      { id: 'btw-laag', value: 6, unit: 'percent' },
    ] as const;
    expect(amountTexts(amounts, 'nl')).toEqual({ 'nv-kapitaal': '61.500 euro', 'btw-laag': '6%' });
    expect(amountTexts([], 'nl')).toEqual({});
  });
});

describe('a table of amounts', () => {
  const entry = {
    id: 'nv-kapitaal',
    label: { nl: 'Kapitaal' },
    value: 61_500,
    unit: 'euro',
    since: '2019-05-01',
    sources: ['wvv'],
    tier: 'statute',
    confidence: 'high',
    checked: '2026-11-22',
  };

  test.each<[string, object, boolean]>([
    ['what the law says, with a source and a date', {}, true],
    ['a negative amount', { value: -1 }, false],
    ['an amount as text', { value: '61.500' }, false],
    ['a unit that does not exist', { unit: 'frank' }, false],
    ['law without a source', { sources: [] }, false],
    ['law that was never checked', { checked: undefined }, false],
    ['an id with capitals', { id: 'NV' }, false],
  ])('%s', (_what, changed, isSound) => {
    expect(amountsSchema.safeParse({ entries: [{ ...entry, ...changed }] }).success).toBe(isSound);
  });
});
