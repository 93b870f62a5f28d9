import { type Locale, textIn } from '../shared/index.ts';
import type { FilterFacts } from './filter.ts';
import type { Range } from './length.ts';
import type { Technique } from './schema.ts';

/** What an agenda must know of a technique before it is opened: enough to choose, to add up and to check. */
export interface TechniqueFacts extends FilterFacts {
  readonly id: string;
  readonly name: string;
  /** Usual length, and what its script takes with about eight people; minutes. */
  readonly minutes: Range & { readonly usual: number };
  readonly people: Range;
  readonly roles: Technique['roles'];
}

/** A step of a script in one language. */
export interface PlanStep {
  /** Id within the technique. */
  readonly id: string;
  /** Minutes for about eight people. */
  readonly minutes: number;
  /** What the facilitator and the group do. */
  readonly do: string;
  /** What the facilitator can say as it stands; null where the step has no sentence. */
  readonly say: string | null;
  /** Where the script goes instead of to the next step (an id in the same script), and when. */
  readonly branches: readonly { readonly when: string; readonly goTo: string; readonly isUsual: boolean }[];
  /** What happened when a step with branches goes on to the next one; null where nothing is said of it. */
  readonly onward: string | null;
  /** Whether each participant speaks in turn. */
  readonly round: boolean;
}

/** A technique in one language with all that is needed to prepare and run it. */
export interface PlanTechnique extends TechniqueFacts {
  readonly room: string;
  /** What to bring, one thing each. */
  readonly materials: readonly string[];
  /** What to do beforehand, one action each. */
  readonly prepare: readonly string[];
  readonly script: readonly PlanStep[];
}

/** The facts of a technique in `locale`. */
export function localizeFacts(id: string, technique: Technique, locale: Locale): TechniqueFacts {
  const { name, phases, minutes, people, experience, online, roles, script } = technique;
  return {
    id,
    name: textIn(name, locale),
    // The id of a phase begins with its number.
    phases: phases.map((phase) => Number.parseInt(phase, 10)),
    minutes: {
      min: minutes.min,
      max: minutes.max,
      usual: script.reduce((sum, step) => sum + step.minutes, 0),
    },
    people: { min: people.min, max: people.max },
    experience,
    online,
    roles,
  };
}

/** A technique in `locale`, with its script. */
export function localizeTechnique(id: string, technique: Technique, locale: Locale): PlanTechnique {
  const { room, materials, prepare, script } = technique;
  return {
    ...localizeFacts(id, technique, locale),
    room: textIn(room, locale),
    materials: materials.map((text) => textIn(text, locale)),
    prepare: prepare.map((text) => textIn(text, locale)),
    script: script.map(({ id, minutes, do: action, say, branches, onward, round }) => ({
      id,
      minutes,
      do: textIn(action, locale),
      say: say ? textIn(say, locale) : null,
      branches: branches.map(({ when, goTo, usual }) => ({
        when: textIn(when, locale),
        goTo,
        isUsual: usual === true,
      })),
      onward: onward ? textIn(onward, locale) : null,
      round,
    })),
  };
}
