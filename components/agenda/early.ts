import { readTyped } from '../../src/browser/early.ts';
import {
  EMPTY_PLAN,
  type Experience,
  fromClock,
  MOST_MINUTES,
  MOST_PEOPLE,
  minutesUntil,
  type Plan,
} from '../../src/domain/plan/index.ts';

const TEXTS = ['title', 'goal', 'date', 'place', 'facilitator', 'secretary'] as const;

/** What a reader filled in on the page as it was sent, as far as it differs from an empty plan. */
export function readEarly(): Partial<Plan> {
  const typed = (name: string): string => readTyped(`.tool [name="${name}"]`);
  const number = (name: string, most: number): number | null => {
    const value = Number(typed(name));
    return Number.isInteger(value) && value > 0 && value <= most ? value : null;
  };
  const start = fromClock(typed('start')) ?? EMPTY_PLAN.start;
  const end = fromClock(typed('end'));
  const length = number('length', MOST_MINUTES) ?? EMPTY_PLAN.length;
  const sentEnd = EMPTY_PLAN.start + (EMPTY_PLAN.length ?? 0);
  const read: Plan = {
    ...EMPTY_PLAN,
    ...Object.fromEntries(TEXTS.map((name) => [name, typed(name)])),
    phase: number('phase', 8),
    start,
    // An end of one's own says how long it lasts; else the length does.
    length: end === null || end === sentEnd ? length : minutesUntil(start, end),
    people: number('people', MOST_PEOPLE),
    online: typed('where') === 'online',
    experience: (typed('experience') || null) as Experience | null,
  };
  return Object.fromEntries(
    Object.entries(read).filter(([key, value]) => value !== EMPTY_PLAN[key as keyof Plan]),
  );
}
