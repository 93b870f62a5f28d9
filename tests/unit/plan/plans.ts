import fc from 'fast-check';
import { makeItem, type Plan, withItems } from '../../../src/domain/plan/index.ts';
import { type TechniqueFacts, localizeFacts } from '../../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';
import { entries } from '../../content/load.ts';

/** The techniques of the handbook. */
export const techniques: ReadonlyMap<string, TechniqueFacts> = new Map(
  [...entries('techniques', techniqueSchema)].map(([id, technique]) => [
    id,
    localizeFacts(id, technique, 'nl'),
  ]),
);
export const known: ReadonlySet<string> = new Set(techniques.keys());

const minutes = fc.integer({ min: 1, max: 9999 });
const words = fc.string({ maxLength: 40 });
const item = fc.oneof(
  fc
    .record({ technique: fc.constantFrom(...known), minutes, part: fc.boolean(), text: words, who: words })
    .map((given) => makeItem({ kind: 'technique', ...given })),
  fc
    .record({ kind: fc.constantFrom('break' as const, 'own' as const), minutes, text: words, who: words })
    .map((given) => makeItem(given)),
);

/** Any plan a reader can make. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    title: words,
    goal: words,
    place: words,
    facilitator: words,
    secretary: words,
    phase: fc.option(fc.integer({ min: 1, max: 8 })),
    date: fc.oneof(
      fc.constant(''),
      fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.option(minutes),
    people: fc.option(fc.integer({ min: 1, max: 999 })),
    online: fc.boolean(),
    experience: fc.option(fc.constantFrom('none' as const, 'some' as const, 'much' as const)),
    accepted: fc.array(words, { maxLength: 3 }),
    items: fc.array(item, { maxLength: 40 }),
  })
  .map((plan) => withItems({ ...plan, items: [] }, plan.items));
