import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, impose, PER_SHEET } from '../../../src/domain/cards/index.ts';

describe('putting cards on sheets', () => {
  const decks = fc.integer({ min: 0, max: 12 }).map((sheets) => [...Array(sheets * PER_SHEET).keys()]);

  it('brings every back behind its front when the sheet is turned over its long edge', () => {
    fc.assert(
      fc.property(decks, (cards) => {
        for (const { front, back } of impose(cards)) {
          front.forEach((card, place) => {
            const row = Math.floor(place / COLUMNS);
            const turned = row * COLUMNS + (COLUMNS - 1 - (place % COLUMNS));
            expect(back[turned]).toBe(card);
          });
        }
      }),
    );
  });

  it('loses no card and keeps their order', () => {
    fc.assert(
      fc.property(decks, (cards) => {
        expect(impose(cards).flatMap(({ front }) => front)).toEqual(cards);
        expect(
          impose(cards)
            .flatMap(({ back }) => back)
            .sort((a, b) => a - b),
        ).toEqual(cards);
      }),
    );
  });

  it('does not leave a sheet half empty without saying so', () => {
    expect(() => impose([1, 2, 3])).toThrow(RangeError);
  });
});
