import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_PLAN,
  gather,
  makeItem,
  timeSteps,
  timetable,
  withItems,
} from '../../../src/domain/plan/index.ts';
import { localizeTechnique } from '../../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';
import { entries } from '../../content/load.ts';
import { plans } from './plans.ts';

const scripts = new Map(
  [...entries('techniques', techniqueSchema)].map(([id, technique]) => [
    id,
    localizeTechnique(id, technique, 'nl'),
  ]),
);
const two = withItems(EMPTY_PLAN, [
  makeItem({ kind: 'technique', technique: 'openingsronde', minutes: 20 }),
  makeItem({ kind: 'break', minutes: 10 }),
  makeItem({ kind: 'technique', technique: 'visgeraamte', minutes: 60, part: true }),
  makeItem({ kind: 'technique', technique: 'openingsronde', minutes: 10 }),
]);

describe('what a meeting needs', () => {
  test('is every thing of every technique once, with what it is for', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { materials, rooms, prepare } = gather(plan, scripts);
        const used = new Set(
          plan.items.filter(({ kind }) => kind === 'technique').map(({ technique }) => technique),
        );
        expect(prepare.map(({ technique }) => technique).sort()).toEqual(
          [...used].map((id) => scripts.get(id)!.name).sort(),
        );
        for (const { text, techniques } of [...materials, ...rooms])
          expect([text, techniques.length > 0]).toEqual([text, true]);
        expect(new Set(materials.map(({ text }) => text)).size).toBe(materials.length);
        for (const id of used) {
          const { name } = scripts.get(id)!;
          expect(rooms.some(({ techniques }) => techniques.includes(name))).toBe(true);
        }
      }),
    );
  });

  test('counts a thing once that is written a little differently', () => {
    const base = scripts.get('openingsronde')!;
    const other = { ...base, name: 'Andere', materials: ['Klok of timer', 'Krijt'] };
    const plan = withItems(EMPTY_PLAN, [
      makeItem({ kind: 'technique', technique: 'a', minutes: 5 }),
      makeItem({ kind: 'technique', technique: 'b', minutes: 5 }),
    ]);
    const { materials } = gather(
      plan,
      new Map([
        ['a', { ...base, materials: ['Een klok of een timer.'] }],
        ['b', other],
      ]),
    );
    expect(materials).toEqual([
      { text: 'Een klok of een timer.', techniques: ['Openingsronde', 'Andere'] },
      { text: 'Krijt', techniques: ['Andere'] },
    ]);
  });

  test('is nothing for breaks and own items', () => {
    const plan = withItems(EMPTY_PLAN, [makeItem({ kind: 'own', minutes: 5, text: 'openingsronde' })]);
    expect(gather(plan, scripts)).toEqual({ materials: [], rooms: [], prepare: [] });
  });
});

describe('the steps of an item', () => {
  const [opening, , fish] = timetable(two).items;

  test('follow the clock and fill exactly the minutes of the item', () => {
    const steps = timeSteps(opening!, scripts.get('openingsronde')!);
    expect(steps[0]).toMatchObject({ number: 1, from: 720 });
    for (const [index, { from, minutes }] of steps.entries())
      expect(from! + minutes).toBe(steps[index + 1]?.from ?? opening!.to);
  });

  test('keep their own minutes, without a time, where only a part is done', () => {
    const script = scripts.get('visgeraamte')!;
    expect(timeSteps(fish!, script).map(({ from, minutes }) => [from, minutes])).toEqual(
      script.script.map(({ minutes }) => [null, minutes]),
    );
  });
});
