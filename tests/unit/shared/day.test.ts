import { describe, expect, test } from 'vitest';
import nl from '../../../content/i18n/nl.json' with { type: 'json' };
import { dayInWords, localDay } from '../../../src/domain/shared/index.ts';

const NAMES = { months: nl['tool.months'], weekdays: nl['tool.weekdays'] };
/** Every day of a leap year and the years beside it, as moments at noon by the clock of this machine. */
const DAYS = Array.from({ length: 1096 }, (_, at) => new Date(2027, 0, 1 + at, 12));

describe('the day by the reader’s own clock', () => {
  test('is what a formatter of the browser says, also at the ends of a day', () => {
    for (const day of DAYS) {
      expect(localDay(day)).toBe(day.toLocaleDateString('sv'));
      const [first, last] = [new Date(day), new Date(day)];
      first.setHours(0, 0, 0, 0);
      last.setHours(23, 59, 59, 999);
      expect([localDay(first), localDay(last)]).toEqual([localDay(day), localDay(day)]);
    }
  });
});

describe('a day in words', () => {
  test('is what a formatter of the browser says, with and without the day of the week and the year', () => {
    for (const moment of DAYS) {
      const day = localDay(moment);
      const long = { day: 'numeric', month: 'long' } as const;
      expect(dayInWords(day, NAMES)).toBe(moment.toLocaleDateString('nl', { dateStyle: 'long' }));
      expect(dayInWords(day, NAMES, { hasWeekday: true })).toBe(
        moment.toLocaleDateString('nl', { ...long, weekday: 'long', year: 'numeric' }),
      );
      expect(dayInWords(day, NAMES, { hasWeekday: true, hasYear: false })).toBe(
        moment.toLocaleDateString('nl', { ...long, weekday: 'long' }),
      );
    }
  });

  test('leaves what is no day as it is', () => {
    for (const text of ['', 'morgen', '2027-02-30']) expect(dayInWords(text, NAMES)).toBe(text);
  });
});
