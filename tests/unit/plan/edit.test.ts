import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addItem,
  changeItem,
  EMPTY_PLAN,
  makeItem,
  moveItem,
  putItem,
  removeItem,
  withItems,
} from '../../../src/domain/plan/index.ts';
import { plans } from './plans.ts';

const three = withItems(
  EMPTY_PLAN,
  [10, 20, 30].map((minutes) => makeItem({ kind: 'own', minutes })),
);
const minutes = (plan: typeof three) => plan.items.map((item) => item.minutes);
const filled = plans.filter(({ items }) => items.length > 0);

describe('the items of a plan', () => {
  test('are added at the end or at a place, each under a key of its own', () => {
    const item = makeItem({ kind: 'break', minutes: 5 });
    expect(minutes(addItem(three, item))).toEqual([10, 20, 30, 5]);
    expect(minutes(addItem(three, item, 1))).toEqual([10, 5, 20, 30]);
    expect(addItem(removeItem(three, 2), item).items.map(({ key }) => key)).toEqual([1, 3, 4]);
  });

  test('are at most 40', () => {
    const full = withItems(
      EMPTY_PLAN,
      Array.from({ length: 40 }, () => makeItem({ kind: 'own', minutes: 1 })),
    );
    expect(addItem(full, makeItem({ kind: 'own', minutes: 2 }))).toBe(full);
  });

  test('move to a place, not out of the list', () => {
    expect(minutes(moveItem(three, 1, 1))).toEqual([20, 10, 30]);
    expect(minutes(moveItem(three, 3, 0))).toEqual([30, 10, 20]);
    expect(minutes(moveItem(three, 2, 9))).toEqual([10, 30, 20]);
    expect(minutes(moveItem(three, 2, -1))).toEqual([20, 10, 30]);
    expect(moveItem(three, 7, 0)).toBe(three);
  });

  test('are the same after a move and back, and after taking out and putting back', () => {
    fc.assert(
      fc.property(filled, fc.nat(), fc.nat(), (plan, from, to) => {
        const at = from % plan.items.length;
        const item = plan.items[at]!;
        expect(moveItem(moveItem(plan, item.key, to % plan.items.length), item.key, at)).toEqual(plan);
        expect(putItem(removeItem(plan, item.key), item, at)).toEqual(plan);
      }),
    );
  });

  test('change one at a time', () => {
    expect(minutes(changeItem(three, 2, { minutes: 25 }))).toEqual([10, 25, 30]);
  });
});
