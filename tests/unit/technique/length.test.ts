import { describe, expect, it } from 'vitest';
import { rangeText, usualLength } from '../../../src/domain/technique/index.ts';

describe('the length of a technique', () => {
  it.each([
    [{ min: 20, max: 45 }, 'minutes', '20–45'],
    [{ min: 30, max: 30 }, 'minutes', '30'],
    [{ min: 90, max: 180 }, 'minutes', '90–180'],
    [{ min: 120, max: 181 }, 'hours', '2–4'],
    [{ min: 540, max: 720 }, 'hours', '9–12'],
    [{ min: 2100, max: 2400 }, 'days', '5'],
  ] as const)('%o is told in %s: %s', (minutes, unit, text) => {
    expect(usualLength(minutes)).toEqual({ unit, text });
  });

  it('is one number when both ends are the same', () => {
    expect(rangeText({ min: 8, max: 8 })).toBe('8');
  });
});
