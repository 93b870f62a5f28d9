import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FilterFacts,
  filterFromQuery,
  fits,
  NO_FILTER,
  queryFromFilter,
  type TechniqueFilter,
} from '../../../src/domain/technique/index.ts';

const facts: FilterFacts = {
  phases: [3, 7],
  minutes: { min: 20 },
  people: { min: 3, max: 12 },
  experience: 'some',
  online: 'adapted',
};
const filters: fc.Arbitrary<TechniqueFilter> = fc.record({
  phase: fc.option(fc.integer({ min: 1, max: 8 })),
  minutes: fc.option(fc.integer({ min: 1, max: 9999 })),
  people: fc.option(fc.integer({ min: 1, max: 9999 })),
  experience: fc.option(fc.constantFrom('none' as const, 'some' as const)),
  online: fc.option(fc.constant('yes' as const)),
});

describe('a technique fits', () => {
  it('when nothing is chosen', () => {
    expect(fits(facts, NO_FILTER)).toBe(true);
  });

  it.each([
    [{ phase: 7 }, true],
    [{ phase: 4 }, false],
    [{ minutes: 20 }, true],
    [{ minutes: 19 }, false],
    [{ people: 3 }, true],
    [{ people: 2 }, false],
    [{ people: 13 }, false],
    [{ experience: 'some' }, true],
    [{ experience: 'none' }, false],
    [{ online: 'yes' }, true],
  ] as const)('%o: %s', (choice, expected) => {
    expect(fits(facts, { ...NO_FILTER, ...choice })).toBe(expected);
  });

  it('not in a video call when it cannot be done there', () => {
    expect(fits({ ...facts, online: 'no' }, { ...NO_FILTER, online: 'yes' })).toBe(false);
  });

  it('only if it fits each choice by itself', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const single = (Object.keys(filter) as (keyof TechniqueFilter)[]).every((key) =>
          fits(facts, { ...NO_FILTER, [key]: filter[key] }),
        );
        expect(fits(facts, filter)).toBe(single);
      }),
    );
  });
});

describe('the choices in an address', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFromQuery(queryFromFilter(filter))).toEqual({ ...filter });
      }),
    );
  });

  it('are readable', () => {
    expect(queryFromFilter({ ...NO_FILTER, phase: 4, minutes: 30, online: 'yes' })).toBe(
      '?fase=4&minuten=30&online=yes',
    );
    expect(queryFromFilter(NO_FILTER)).toBe('');
  });

  it('are left open when they are unknown or out of range', () => {
    expect(filterFromQuery('?fase=9&minuten=-5&mensen=veel&ervaring=groot&online=nee&x=1')).toEqual(
      NO_FILTER,
    );
  });

  it('never throw, whatever the address says', () => {
    fc.assert(fc.property(fc.string(), (query) => void filterFromQuery(query)));
  });
});
