import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clock,
  fromClock,
  minutesUntil,
  scaleMinutes,
  shareMinutes,
  timetable,
} from '../../../src/domain/plan/index.ts';
import { plans } from './plans.ts';

describe('the clock', () => {
  test.each([
    [0, '00:00'],
    [570, '09:30'],
    [1439, '23:59'],
    [1440, '00:00'],
    [1500, '01:00'],
    [-5, '23:55'],
  ])('%i minutes after midnight is %s', (minutes, text) => {
    expect(clock(minutes)).toBe(text);
  });

  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (at) => {
        expect(fromClock(clock(at))).toBe(at);
      }),
    );
    for (const text of ['', '9', '24:00', '12:60', '-1:00', '12:5', 'noon'])
      expect(fromClock(text)).toBeNull();
  });

  test('counts on over midnight', () => {
    expect(minutesUntil(720, 870)).toBe(150);
    expect(minutesUntil(1380, 60)).toBe(120);
    expect(minutesUntil(600, 600)).toBe(1440);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), (start, length) => {
        expect(minutesUntil(start, (start + length) % 1440)).toBe(length);
      }),
    );
  });
});

describe('a timetable', () => {
  test('puts items one after the other, without gaps, and adds up', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { items, total, end, left } = timetable(plan);
        expect(total).toBe(plan.items.reduce((sum, { minutes }) => sum + minutes, 0));
        expect(end).toBe(plan.start + total);
        expect(left).toBe(plan.length === null ? null : plan.length - total);
        for (const [index, { item, from, to }] of items.entries()) {
          expect(item).toBe(plan.items[index]);
          expect(from).toBe(items[index - 1]?.to ?? plan.start);
          expect(to - from).toBe(item.minutes);
        }
      }),
    );
  });
});

describe('steps scaled to the minutes of an item', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 });

  test('add up exactly, each within a minute of its share', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 9999 }), (minutes, total) => {
        const scaled = scaleMinutes(minutes, total);
        const sum = minutes.reduce((all, one) => all + one, 0);
        expect(scaled.reduce((all, one) => all + one, 0)).toBe(total);
        for (const [index, one] of scaled.entries())
          expect(Math.abs(one - ((minutes[index] ?? 0) * total) / sum)).toBeLessThan(1);
      }),
    );
  });

  test('stay as they are when nothing changes', () => {
    fc.assert(
      fc.property(steps, (minutes) => {
        expect(
          scaleMinutes(
            minutes,
            minutes.reduce((all, one) => all + one, 0),
          ),
        ).toEqual(minutes);
      }),
    );
    expect(scaleMinutes([0, 0], 10)).toEqual([0, 0]);
  });

  test('keep a minute each in a meeting that has one for each, and add up', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 300 }), (minutes, total) => {
        const shared = shareMinutes(minutes, total);
        expect(shared.reduce((all, one) => all + one, 0)).toBe(total);
        const working = minutes.filter((one) => one > 0).length;
        if (total >= working) expect(shared.filter((one) => one > 0)).toHaveLength(working);
      }),
    );
    // The opening round of ten minutes, with a step that would have got none.
    expect(shareMinutes([1, 1, 1, 1, 9, 1, 2], 10)).toEqual([1, 1, 1, 1, 4, 1, 1]);
  });
});
