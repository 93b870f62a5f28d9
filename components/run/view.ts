import {
  type Run,
  type RunAction,
  type RunScript,
  scriptOf,
  type RunTechnique,
} from '../../src/domain/run/index.ts';
import { clock } from '../../src/domain/plan/index.ts';
import { dayInWords, fill, localDay } from '../../src/domain/shared/index.ts';
import type { LabelsOf } from '../tool/labels.ts';

export type RunLabels = LabelsOf<'run'>;

/** A technique as the run mode offers it. */
export interface ViewTechnique extends RunTechnique {
  /** Address of its page. */
  readonly href: string;
  /** Participants it works with. */
  readonly people: { readonly min: number; readonly max: number };
  /** Address of the page that writes down the decision it leads to; null where there is none. */
  readonly recordHref: string | null;
}

/** What every part of the run mode needs. */
export interface RunView {
  readonly techniques: readonly ViewTechnique[];
  readonly labels: RunLabels;
  /** Language tag of the page, for numbers, days and plurals. */
  readonly lang: string;
}

/** Does something in the run. */
export type Act = (action: RunAction) => void;

/** What a part of an open run gets. */
export interface OpenRun {
  readonly view: RunView;
  readonly script: RunScript;
  readonly run: Run;
  readonly act: Act;
}

/** The script of what is run, or null where the handbook no longer has it. */
export function scriptFor(
  { techniques }: RunView,
  { source, people }: Pick<Run, 'source' | 'people'>,
): RunScript | null {
  return scriptOf(source, techniques, people);
}

/** Who has this number: the name typed, or the number counted from one. */
export function personName({ labels }: RunView, { names }: Pick<Run, 'names'>, who: number): string {
  return names[who] ?? fill(labels['person'], { n: who + 1 });
}

/** A moment as the time of day: `09:05`. */
export function timeOfDay(moment: number): string {
  const time = new Date(moment);
  return clock(time.getHours() * 60 + time.getMinutes());
}

/** A moment as a day in words. */
export function dayOf(moment: number, { labels }: RunView): string {
  return dayInWords(localDay(new Date(moment)), labels, { hasWeekday: true, hasYear: false });
}

/** A length in whole minutes, never less than one. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
