/** What running needs to know of a technique, in one language. */
export interface RunTechnique {
  /** Permanent id. */
  readonly id: string;
  readonly name: string;
  /** What is on paper afterwards. */
  readonly outcome: string;
  readonly script: readonly {
    /** Permanent id within the technique. */
    readonly id: string;
    /** Minutes for about eight participants. */
    readonly minutes: number;
    readonly do: string;
    readonly say?: string | undefined;
    /** Whether each participant speaks in turn. */
    readonly round: boolean;
    /** Where the script goes instead of to the next step, and when. */
    readonly branches: readonly { readonly when: string; readonly goTo: string }[];
  }[];
}

/** A way out of a step to another one than the next. */
export interface Exit {
  /** When to take it. */
  readonly when: string;
  /** Key of the step it leads to. */
  readonly to: string;
}

/** One step of what is run. */
export interface RunStep {
  /** `<place of its part>.<id in the technique>`: unique in the script. */
  readonly key: string;
  /** Place of its part, from 0. */
  readonly part: number;
  /** Place within its part, from 1. */
  readonly number: number;
  /** Planned length, seconds. */
  readonly seconds: number;
  /** What the facilitator and the group do; empty for an item of the plan's own. */
  readonly do: string;
  /** The sentence to say; empty where there is none. */
  readonly say: string;
  /** Whether each participant speaks in turn. */
  readonly isRound: boolean;
  readonly exits: readonly Exit[];
}

/** A technique, or another item of a plan. */
export interface RunPart {
  readonly title: string;
  /** Id of the technique; null for a break or an item of the plan's own. */
  readonly technique: string | null;
  /** What is on paper afterwards; empty where nothing is. */
  readonly outcome: string;
  /** How many steps it has. */
  readonly steps: number;
}

/** All that is run, in order. */
export interface RunScript {
  readonly parts: readonly RunPart[];
  readonly steps: readonly RunStep[];
}

/** An item of what is run: a technique, or something with a title only. */
export interface RunItem {
  readonly title: string;
  readonly technique: RunTechnique | null;
  /** Minutes it gets; null: as many as its script takes with these people. */
  readonly minutes: number | null;
}

/** Participants for whom the minutes of the scripts are meant. */
export const SCRIPT_PEOPLE = 8;
/** Most participants a run can count. */
export const MOST_PEOPLE = 60;
/** Length of an item that names none, minutes. */
const USUAL_MINUTES = 10;

/**
 * Seconds of a step with so many people. In a round everybody speaks, so it grows and shrinks with them; other steps
 * take as long as for eight.
 */
export function scaledSeconds(minutes: number, isRound: boolean, people: number): number {
  return 60 * (isRound ? Math.max(1, Math.round((minutes * people) / SCRIPT_PEOPLE)) : minutes);
}

/** The script of one technique. */
export function scriptOf(technique: RunTechnique, people: number): RunScript {
  return scriptOfItems([{ title: technique.name, technique, minutes: null }], people);
}

/** The script of several items after each other. */
export function scriptOfItems(items: readonly RunItem[], people: number): RunScript {
  return {
    parts: items.map(({ title, technique }) => ({
      title,
      technique: technique?.id ?? null,
      outcome: technique?.outcome ?? '',
      steps: technique?.script.length ?? 1,
    })),
    steps: items.flatMap((item, part) => stepsOf(item, part, people)),
  };
}

function stepsOf({ technique, minutes }: RunItem, part: number, people: number): readonly RunStep[] {
  if (technique === null) {
    const seconds = 60 * (minutes ?? USUAL_MINUTES);
    return [{ key: `${part}.`, part, number: 1, seconds, do: '', say: '', isRound: false, exits: [] }];
  }
  const { script } = technique;
  const usual = script.map((step) => scaledSeconds(step.minutes, step.round, people));
  const seconds = minutes === null ? usual : share(60 * minutes, usual);
  return script.map((step, index) => ({
    key: `${part}.${step.id}`,
    part,
    number: index + 1,
    seconds: seconds[index] ?? 0,
    do: step.do,
    say: step.say ?? '',
    isRound: step.round,
    exits: step.branches.map(({ when, goTo }) => ({ when, to: `${part}.${goTo}` })),
  }));
}

/** `total` divided in the proportion of `weights`, in whole numbers that add up to it. */
function share(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let upTo = 0;
  return weights.map((weight) => {
    const start = Math.round((total * upTo) / sum);
    upTo += weight;
    return Math.round((total * upTo) / sum) - start;
  });
}

/** Planned length of everything, seconds. */
export function totalSeconds({ steps }: RunScript): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The first sentence of what happens in a step, to recognise it by; the title of its part where nothing is said. */
export function gistOf({ parts }: RunScript, step: RunStep): string {
  return /^.*?[.!?](?=\s|$)/s.exec(step.do)?.[0] ?? (step.do || (parts[step.part]?.title ?? ''));
}
