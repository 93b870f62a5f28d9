import type { Technique } from './schema.ts';

/** What a reader is looking for; a choice that is left open is null. */
export interface TechniqueFilter {
  /** Number of the phase, 1–8. */
  readonly phase: number | null;
  /** Minutes available. */
  readonly minutes: number | null;
  /** Number of participants. */
  readonly people: number | null;
  /** Most experience the facilitator has. */
  readonly experience: 'none' | 'some' | null;
  /** `yes`: it must work in a video call. */
  readonly online: 'yes' | null;
}

/** The facts of a technique that the filter looks at; phases by number. */
export interface FilterFacts {
  readonly phases: readonly number[];
  readonly minutes: { readonly min: number };
  readonly people: { readonly min: number; readonly max: number };
  readonly experience: Technique['experience'];
  readonly online: Technique['online'];
}

export const NO_FILTER: TechniqueFilter = {
  phase: null,
  minutes: null,
  people: null,
  experience: null,
  online: null,
};

const EXPERIENCE = { none: 0, some: 1, much: 2 } as const;

/** A choice that a technique does not fit. */
export type Misfit = keyof TechniqueFilter;

/** The choices that a technique does not fit: it cannot be done in the time, with the people or the experience, there. */
export function misfits(facts: FilterFacts, filter: TechniqueFilter): Misfit[] {
  const { phase, minutes, people, experience, online } = filter;
  return [
    phase !== null && !facts.phases.includes(phase) && ('phase' as const),
    minutes !== null && facts.minutes.min > minutes && ('minutes' as const),
    people !== null && !(facts.people.min <= people && people <= facts.people.max) && ('people' as const),
    experience !== null && EXPERIENCE[facts.experience] > EXPERIENCE[experience] && ('experience' as const),
    online !== null && facts.online === 'no' && ('online' as const),
  ].filter((misfit) => misfit !== false);
}

/** Whether a technique fits all choices. */
export function fits(facts: FilterFacts, filter: TechniqueFilter): boolean {
  return misfits(facts, filter).length === 0;
}

/** Names of the choices in an address, in Dutch because readers see them. */
const KEYS = {
  phase: 'fase',
  minutes: 'minuten',
  people: 'mensen',
  experience: 'ervaring',
  online: 'online',
} as const;

/** The choices in the query of an address. What is unknown or out of range counts as left open. */
export function filterFromQuery(query: string): TechniqueFilter {
  const values = new Map<string, string>();
  for (const pair of query.replace(/^\?/, '').split('&')) {
    const [key = '', value = ''] = pair.split('=', 2);
    values.set(key, value);
  }
  const number = (key: string, most: number): number | null => {
    const value = values.get(key);
    return value !== undefined && /^[1-9]\d{0,3}$/.test(value) && Number(value) <= most
      ? Number(value)
      : null;
  };
  const experience = values.get(KEYS.experience);
  return {
    phase: number(KEYS.phase, 8),
    minutes: number(KEYS.minutes, 9999),
    people: number(KEYS.people, 9999),
    experience: experience === 'none' || experience === 'some' ? experience : null,
    online: values.get(KEYS.online) === 'yes' ? 'yes' : null,
  };
}

/** The query of an address for these choices, in a fixed order; empty when all are open. */
export function queryFromFilter(filter: TechniqueFilter): string {
  const pairs = (Object.keys(KEYS) as (keyof TechniqueFilter)[])
    .filter((key) => filter[key] !== null)
    .map((key) => `${KEYS[key]}=${String(filter[key])}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
