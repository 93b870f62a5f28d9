import { shareMinutes } from '../plan/index.ts';
import type { PlanTechnique } from '../technique/index.ts';

/** What running needs to know of a technique, in one language. */
export interface RunTechnique extends Pick<PlanTechnique, 'id' | 'name' | 'script'> {
  /** What is on paper afterwards. */
  readonly outcome: string;
}

/** A point of what is run: a technique, or something with a title only. */
export interface RunItem {
  /** Id of the technique; empty for a break or an item of the plan's own. */
  readonly technique: string;
  /** Minutes it gets; null: as many as its script takes with these people. */
  readonly minutes: number | null;
  /** Whether only a part of the technique is done, so that its steps keep their usual minutes. */
  readonly isPart: boolean;
  /** Own words: the title of an item without a technique, a note with one. */
  readonly text: string;
  /** Who leads it, in own words. */
  readonly who: string;
}

/** What is run: one technique, or the points of a plan. */
export interface RunSource {
  /** What the plan is called; empty for one technique. */
  readonly title: string;
  readonly items: readonly RunItem[];
}

/** One technique, for as long as its script takes. */
export function sourceOf(technique: string): RunSource {
  return { title: '', items: [{ technique, minutes: null, isPart: false, text: '', who: '' }] };
}

/** A way out of a step to another one than the next. */
export interface Exit {
  /** When to take it. */
  readonly when: string;
  /** Key of the step it leads to. */
  readonly to: string;
  /** Whether most groups go this way. */
  readonly isUsual: boolean;
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
  /** What happened when a step with exits goes on to the next one; empty where nothing is said of it. */
  readonly onward: string;
}

/** A technique, or another item of a plan. */
export interface RunPart {
  readonly title: string;
  /** Id of the technique; null for a break or an item of the plan's own. */
  readonly technique: string | null;
  /** A note with the technique, in own words; empty where there is none. */
  readonly note: string;
  /** Who leads it; empty where nobody is named. */
  readonly who: string;
  /** What is on paper afterwards; empty where nothing is. */
  readonly outcome: string;
  /** How many steps it has. */
  readonly steps: number;
  /** Planned length, seconds. */
  readonly seconds: number;
  /** Whether only some of its steps are done. */
  readonly isPart: boolean;
}

/** All that is run, in order. */
export interface RunScript {
  /** What it is called. */
  readonly title: string;
  readonly parts: readonly RunPart[];
  readonly steps: readonly RunStep[];
}

/** Participants for whom the minutes of the scripts are meant. */
export const SCRIPT_PEOPLE = 8;
/** Most participants a run can count. */
export const MOST_PEOPLE = 60;
/**
 * Seconds of a step with so many people. In a round everybody speaks, so it grows and shrinks with them; other steps
 * take as long as for eight.
 */
export function scaledSeconds(minutes: number, isRound: boolean, people: number): number {
  return 60 * (isRound ? Math.max(1, Math.round((minutes * people) / SCRIPT_PEOPLE)) : minutes);
}

/** The script of what is run; null when the handbook no longer has the technique. */
export function scriptOf(
  { title, items }: RunSource,
  techniques: readonly RunTechnique[],
  people: number,
): RunScript | null {
  const known = new Map(techniques.map((technique) => [technique.id, technique]));
  const parts = items.map((item, part) => readItem(item, known.get(item.technique) ?? null, part, people));
  if (parts.length === 0 || items.some(({ technique, minutes }) => minutes === null && !known.has(technique)))
    return null;
  return {
    title: title || parts.map(({ part }) => part.title).join(' · '),
    parts: parts.map(({ part }) => part),
    steps: parts.flatMap(({ steps }) => steps),
  };
}

function readItem(
  item: RunItem,
  technique: RunTechnique | null,
  part: number,
  people: number,
): { readonly part: RunPart; readonly steps: readonly RunStep[] } {
  const steps = technique
    ? stepsOf(technique, item, part, people)
    : [{ ...NO_STEP, key: `${part}.`, part, number: 1, seconds: 60 * (item.minutes ?? 0) }];
  return {
    steps,
    part: {
      title: technique?.name ?? (item.text || item.technique),
      technique: technique?.id ?? null,
      note: technique ? item.text : '',
      who: item.who,
      outcome: technique?.outcome ?? '',
      steps: steps.length,
      isPart: item.isPart,
      seconds: item.minutes === null ? sum(steps.map(({ seconds }) => seconds)) : 60 * item.minutes,
    },
  };
}

const NO_STEP = { do: '', say: '', isRound: false, exits: [], onward: '' } as const;

function stepsOf({ script }: RunTechnique, item: RunItem, part: number, people: number): readonly RunStep[] {
  const usual = script.map(({ minutes }) => minutes);
  // The minutes of a plan are shared out as on its paper.
  const minutes = item.minutes === null || item.isPart ? usual : shareMinutes(usual, item.minutes);
  return script.map((step, index) => ({
    key: `${part}.${step.id}`,
    part,
    number: index + 1,
    seconds:
      item.minutes === null ? scaledSeconds(step.minutes, step.round, people) : 60 * (minutes[index] ?? 0),
    do: step.do,
    say: step.say ?? '',
    isRound: step.round,
    exits: step.branches.map(({ when, goTo, isUsual }) => ({ when, to: `${part}.${goTo}`, isUsual })),
    onward: step.onward ?? '',
  }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Planned length of everything, seconds. */
export function totalSeconds({ parts }: RunScript): number {
  return sum(parts.map(({ seconds }) => seconds));
}

/** The first sentence of what happens in a step, to recognise it by; the title of its part where nothing is said. */
export function gistOf({ parts }: RunScript, step: RunStep): string {
  return /^.*?[.!?](?=\s|$)/s.exec(step.do)?.[0] ?? (step.do || (parts[step.part]?.title ?? ''));
}
