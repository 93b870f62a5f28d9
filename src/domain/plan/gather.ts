import type { PlanTechnique } from '../technique/index.ts';
import type { Plan } from './plan.ts';
import { shareMinutes, type TimedItem } from './time.ts';

/** A thing to bring or do, and the techniques it is for, by name. */
export interface Gathered {
  readonly text: string;
  readonly techniques: readonly string[];
}

/** What a whole meeting needs, each thing once. */
export interface Gathering {
  readonly materials: readonly Gathered[];
  /** How the room is set up; more than one when it changes during the meeting. */
  readonly rooms: readonly Gathered[];
  /** What to do beforehand, per technique. */
  readonly prepare: readonly { readonly technique: string; readonly actions: readonly string[] }[];
}

type Scripts = ReadonlyMap<string, PlanTechnique>;

/** What the techniques of a plan need, in the order in which they come. */
export function gather({ items }: Pick<Plan, 'items'>, scripts: Scripts): Gathering {
  const ids = new Set(items.map(({ technique }) => technique));
  const techniques = [...ids].flatMap((id) => scripts.get(id) ?? []);
  return {
    materials: once(techniques.flatMap(({ name, materials }) => materials.map((text) => ({ text, name })))),
    rooms: once(techniques.map(({ name, room }) => ({ text: room, name }))),
    prepare: techniques.map(({ name, prepare }) => ({ technique: name, actions: prepare })),
  };
}

/** The same thing under small differences: capitals, articles and points do not make another. */
function once(found: readonly { text: string; name: string }[]): Gathered[] {
  const things = new Map<string, { text: string; techniques: string[] }>();
  for (const { text, name } of found) {
    const key = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .replaceAll(/(?<= |^)(?:een|de|het|un|une|le|la|les|des|a|an|the) /g, '')
      .trim();
    const thing = things.get(key);
    if (!thing) things.set(key, { text, techniques: [name] });
    else if (!thing.techniques.includes(name)) thing.techniques.push(name);
  }
  return [...things.values()];
}

/** A step of a script on the clock of the meeting. */
export interface TimedStep {
  /** Place in the script, from 1. */
  readonly number: number;
  readonly step: PlanTechnique['script'][number];
  /** Minutes in this meeting. */
  readonly minutes: number;
  /** When it begins, in minutes after the midnight before the meeting; null where only a part of the script is done. */
  readonly from: number | null;
}

/**
 * The steps of an item's technique, stretched or shortened to the minutes it has. Of an item that does a part nobody
 * knows which steps: they keep the minutes of the script and get no time.
 */
export function timeSteps({ item, from }: TimedItem, { script }: Pick<PlanTechnique, 'script'>): TimedStep[] {
  const usual = script.map(({ minutes }) => minutes);
  const scaled = item.part ? usual : shareMinutes(usual, item.minutes);
  let at = from;
  return script.map((step, index) => {
    const minutes = scaled[index] ?? 0;
    const begins = at;
    at += minutes;
    return { number: index + 1, step, minutes, from: item.part ? null : begins };
  });
}
