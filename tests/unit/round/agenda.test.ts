import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { proposeAgenda, type TalkItem } from '../../../src/domain/round/index.ts';

const talk = (id: string, minutes: number): TalkItem => ({ id, technique: 'visgraat', minutes });
const items = fc
  .array(
    fc.record({
      technique: fc.constantFrom('visgraat', 'consent'),
      minutes: fc.integer({ min: 1, max: 90 }),
    }),
    {
      maxLength: 10,
    },
  )
  .map((list) => list.map((item, at) => ({ ...item, id: `vraag-${at}` })));

describe('a proposed agenda', () => {
  test('opens and closes with a round, and talks in between', () => {
    expect(proposeAgenda([talk('een', 30), talk('twee', 25)], 90)).toEqual({
      parts: [
        { item: null, technique: 'openingsronde', minutes: 10 },
        { item: 'een', technique: 'visgraat', minutes: 30 },
        { item: 'twee', technique: 'visgraat', minutes: 25 },
        { item: null, technique: 'eindronde', minutes: 10 },
      ],
      minutes: 75,
      left: [],
    });
  });

  test('passes over what does not fit and takes a shorter one after it', () => {
    const agenda = proposeAgenda([talk('een', 30), talk('twee', 60), talk('drie', 10), talk('vier', 1)], 60);
    expect(agenda.parts.map(({ item }) => item)).toEqual([null, 'een', 'drie', null]);
    expect(agenda).toMatchObject({ minutes: 60, left: ['twee', 'vier'] });
  });

  test('has nothing but the two rounds when no more fits, and not even those in less time', () => {
    expect(proposeAgenda([talk('een', 5)], 20)).toMatchObject({ minutes: 20, left: ['een'] });
    expect(proposeAgenda([talk('een', 5)], 20).parts).toHaveLength(2);
    for (const minutes of [19, 0, -60, NaN])
      expect(proposeAgenda([talk('een', 5), talk('twee', 1)], minutes)).toEqual({
        parts: [],
        minutes: 0,
        left: ['een', 'twee'],
      });
  });

  test('is never longer than the time, keeps the order, and has every item in it or among what is left', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 300 }), (list, minutes) => {
        const agenda = proposeAgenda(list, minutes);
        expect(agenda.minutes).toBeLessThanOrEqual(minutes);
        expect(agenda.minutes).toBe(agenda.parts.reduce((sum, part) => sum + part.minutes, 0));
        const ids = list.map(({ id }) => id);
        const taken = agenda.parts.flatMap(({ item }) => item ?? []);
        expect(taken).toEqual(ids.filter((id) => taken.includes(id)));
        expect(agenda.left).toEqual(ids.filter((id) => !taken.includes(id)));
        for (const part of agenda.parts.slice(1, -1)) {
          const { id, ...rest } = list.find((item) => item.id === part.item)!;
          expect(part).toEqual({ item: id, ...rest });
        }
        const room = minutes - agenda.minutes;
        if (agenda.parts.length > 0)
          for (const id of agenda.left)
            expect(list.find((item) => item.id === id)!.minutes).toBeGreaterThan(room);
      }),
      { numRuns: 500 },
    );
  });

  test('opens and closes with techniques that the handbook has, in minutes that their sheets allow', () => {
    for (const { technique, minutes } of proposeAgenda([], 20).parts) {
      const file = resolve(import.meta.dirname, `../../../content/techniques/${technique}.yaml`);
      expect(existsSync(file), technique).toBe(true);
      const sheet = parse(readFileSync(file, 'utf8')) as { minutes: { min: number; max: number } };
      expect(minutes).toBeGreaterThanOrEqual(sheet.minutes.min);
      expect(minutes).toBeLessThanOrEqual(sheet.minutes.max);
    }
  });
});
