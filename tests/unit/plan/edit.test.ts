import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addItem,
  changeItem,
  EMPTY_PLAN,
  makeItem,
  moveItem,
  placeFor,
  putItem,
  removeItem,
  undoChange,
  withItems,
} from '../../../src/domain/plan/index.ts';
import { plans, techniques } from './plans.ts';

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

describe('undoing a change', () => {
  test('brings back exactly what was, when nothing else was done', () => {
    fc.assert(
      fc.property(filled, plans, (plan, other) => {
        const key = plan.items[0]!.key;
        for (const after of [
          removeItem(plan, key),
          moveItem(plan, key, 9),
          changeItem(plan, key, { minutes: 7 }),
          other,
          EMPTY_PLAN,
        ])
          expect(undoChange(after, plan, after)).toEqual(plan);
      }),
    );
  });

  test('leaves what was typed and set since', () => {
    const after = removeItem(three, 2);
    const since = changeItem({ ...after, title: 'Nieuw', place: 'Zaal 2' }, 1, {
      text: 'Cijfers',
      minutes: 12,
    });
    expect(undoChange(since, three, after)).toEqual({
      ...three,
      title: 'Nieuw',
      place: 'Zaal 2',
      items: [{ ...three.items[0], text: 'Cijfers', minutes: 12 }, three.items[1], three.items[2]],
    });
  });

  test('takes back minutes that the change itself set', () => {
    const after = changeItem(three, 1, { minutes: 45 });
    expect(minutes(undoChange(changeItem(after, 2, { minutes: 25 }), three, after))).toEqual([10, 25, 30]);
  });
});

describe('a new item comes', () => {
  const technique = (id: string) => makeItem({ kind: 'technique', technique: id, minutes: 10 });
  const round = withItems(EMPTY_PLAN, [
    makeItem({ kind: 'break', minutes: 15 }),
    technique('brainstorm'),
    technique('eindronde'),
  ]);
  const place = (id: string | null, plan = round) =>
    placeFor(plan, techniques.get(id ?? '') ?? null, techniques);

  test.each([
    ['before the closing round', 'samenbrengen', 2],
    ['before the closing round, also when it is a break or an own item', null, 2],
    ['before the first technique, when it opens', 'openingsronde', 1],
    ['at the end, when it closes too', 'slotgesprek', 3],
  ])('%s', (_name, id, at) => {
    expect(place(id)).toBe(at);
  });

  test('at the end, where no round closes', () => {
    expect(place('samenbrengen', removeItem(round, 3))).toBe(2);
    expect(place('samenbrengen', EMPTY_PLAN)).toBe(0);
    expect(place('openingsronde', EMPTY_PLAN)).toBe(0);
  });
});
