import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expiryOf, isExpired } from '../../../src/domain/evidence/expiry.ts';
import { evidence, withEvidence } from '../../../src/domain/evidence/schema.ts';
import { z } from 'zod';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a check', () => {
  test.each([
    ['an ordinary day', '2026-11-22', '2027-11-22'],
    ['the first day of a year', '2026-01-01', '2027-01-01'],
    ['the last day of a year', '2026-12-31', '2027-12-31'],
    ['the last day of February', '2026-02-28', '2027-02-28'],
    ['the last day of February, before a leap year', '2027-02-28', '2028-02-28'],
    ['28 February of a leap year', '2028-02-28', '2029-02-28'],
    ['29 February', '2028-02-29', '2029-02-28'],
    ['the day after it', '2028-03-01', '2029-03-01'],
    ['31 January', '2027-01-31', '2028-01-31'],
    ['a day long ago', '0099-05-06', '0100-05-06'],
  ])('made on %s counts for twelve months', (_what, checked, expiry) => {
    expect(expiryOf(checked)).toBe(expiry);
  });

  test('counts up to the day before it expires, not on that day', () => {
    expect(isExpired('2026-11-22', '2026-11-22')).toBe(false);
    expect(isExpired('2026-11-22', '2027-11-21')).toBe(false);
    expect(isExpired('2026-11-22', '2027-11-22')).toBe(true);
    expect(isExpired('2026-11-22', '2027-11-23')).toBe(true);
    expect(isExpired('2028-02-29', '2029-02-27')).toBe(false);
    expect(isExpired('2028-02-29', '2029-02-28')).toBe(true);
  });

  test('that was never made does not expire', () => {
    expect(isExpired(undefined, '2100-01-01')).toBe(false);
  });

  test('expires on a real day, 365 or 366 days later', () => {
    fc.assert(
      fc.property(days, (checked) => {
        const expiry = expiryOf(checked);
        expect(new Date(expiry).toISOString().slice(0, 10)).toBe(expiry);
        expect([365, 366]).toContain((Date.parse(expiry) - Date.parse(checked)) / 86_400_000);
      }),
    );
  });

  test('made later never expires earlier', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, today) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        expect(expiryOf(first) <= expiryOf(last)).toBe(true);
        if (isExpired(last, today)) expect(isExpired(first, today)).toBe(true);
      }),
    );
  });
});

describe('what a statement rests on', () => {
  const schema = withEvidence(z.strictObject({ ...evidence }));
  const law = { sources: ['wvv'], tier: 'statute', confidence: 'high', checked: '2026-11-22' };

  test.each<[string, object, boolean]>([
    ['law with a source and a date', law, true],
    ['law without a source', { ...law, sources: [] }, false],
    ['law without a date', { ...law, checked: undefined }, false],
    ['an official page without a source', { ...law, tier: 'secondary', sources: [] }, false],
    ['an official page without a date', { ...law, tier: 'secondary', checked: undefined }, false],
    ['general knowledge without a source', { ...law, tier: 'general', sources: [] }, true],
    ['general knowledge without a date', { ...law, tier: 'general', checked: undefined }, false],
    ['a document without a source', { ...law, tier: 'source', sources: [] }, false],
    ['a document without a date', { ...law, tier: 'source', checked: undefined }, true],
    ['the editors with neither', { sources: [], tier: 'editors', confidence: 'low' }, true],
    ['a date that does not exist', { ...law, checked: '2026-02-30' }, false],
    ['a review that is empty', { ...law, lastReviewed: '' }, false],
    ['a tier that does not exist', { ...law, tier: 'gerucht' }, false],
  ])('%s', (_what, statement, isSound) => {
    expect(schema.safeParse(statement).success).toBe(isSound);
  });
});
