import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  beginRun,
  nextRun,
  type Run,
  type RunAction,
  type RunItem,
  type RunSetting,
  type RunScript,
  type RunTechnique,
  scriptOf,
  sourceOf,
} from '../../../src/domain/run/index.ts';
import { localizeTechnique } from '../../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';

const folder = resolve(import.meta.dirname, '../../../content/techniques');

/** All techniques of the handbook, as running takes them. */
export const techniques: readonly RunTechnique[] = readdirSync(folder).map((file) => {
  const data = techniqueSchema.parse(parse(readFileSync(resolve(folder, file), 'utf8')));
  return { ...localizeTechnique(file.replace('.yaml', ''), data, 'nl'), outcome: data.outcome.nl };
});

/** The script of one technique with so many people. */
export function scriptWith(technique: string, people: number): RunScript {
  return found(scriptOf(sourceOf(technique), techniques, people));
}

/** The script of these points. */
export function scriptOfItems(
  items: readonly (Partial<RunItem> & Pick<RunItem, 'minutes'>)[],
  people: number,
): RunScript {
  const whole = items.map((item) => ({ technique: '', isPart: false, text: '', who: '', ...item }));
  return found(scriptOf({ title: 'Vergadering', items: whole }, techniques, people));
}

function found<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing to run.');
  return value;
}

export const CONSENT = scriptWith('beslissen-met-instemming', 8);
export const ELECTION = scriptWith('verkiezing-zonder-kandidaat', 8);
/** A technique, a break, another technique in less time than its script takes, and a part of one. */
export const PLAN = scriptOfItems(
  [
    { technique: 'openingsronde', minutes: 16 },
    { text: 'Pauze', minutes: 15 },
    { technique: 'beslissen-met-instemming', minutes: 40, text: 'Het charter', who: 'An' },
    { technique: 'brainstorm', minutes: 10, isPart: true },
  ],
  6,
);

export const scripts = fc.oneof(
  fc.constantFrom(CONSENT, ELECTION, PLAN),
  fc
    .tuple(fc.constantFrom(...techniques), fc.integer({ min: 1, max: 30 }))
    .map(([{ id }, people]) => scriptWith(id, people)),
);

/** A moment to begin at. */
export const START = Date.UTC(2026, 10, 29, 13, 0);
export const MINUTE = 60_000;

export const SETTING: RunSetting = {
  people: 8,
  names: [],
  hasTurns: true,
  isRandom: false,
  hasSound: false,
  hasLetterKeys: true,
};

export const begin = (script: RunScript, part: Partial<Run> = {}, now = START): Run => ({
  ...beginRun(script, { source: sourceOf('x'), ...SETTING }, now),
  ...part,
});

/** Something that is done, so many milliseconds after what was done before. */
export interface Deed {
  readonly action: RunAction;
  readonly after: number;
}

/** Anything a facilitator may do with a script. */
const actions = (script: RunScript): fc.Arbitrary<RunAction> => {
  const step = fc.constantFrom(...script.steps.map(({ key }) => key));
  const of = <A extends RunAction>(action: fc.Arbitrary<A>): fc.Arbitrary<RunAction> => action;
  const people = fc.integer({ min: 1, max: 12 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<RunAction>({ type: 'next' }) },
    fc.constantFrom<RunAction>(
      { type: 'back' },
      { type: 'end' },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'skip-turn' },
      { type: 'close' },
      { type: 'stay' },
      { type: 'leave' },
      { type: 'extend', seconds: 60 },
      { type: 'extend', seconds: -60 },
      { type: 'open', isLater: false },
      { type: 'open', isLater: true },
    ),
    of(fc.record({ type: fc.constant('go'), step })),
    of(fc.record({ type: fc.constant('next'), first: fc.nat(12) })),
    of(fc.record({ type: fc.constant('mark'), option: fc.integer({ min: -1, max: 5 }) })),
    of(fc.record({ type: fc.constant('take'), option: fc.nat(5) })),
    of(fc.record({ type: fc.constant('begin-turns'), first: fc.nat(12) })),
    of(fc.record({ type: fc.constant('give-turn'), who: fc.nat(12) })),
    of(
      fc.record({
        type: fc.constant('set'),
        setting: fc.record({ people, hasTurns: fc.boolean() }, { requiredKeys: [] }),
      }),
    ),
    of(fc.record({ type: fc.constant('note'), step, text: fc.string({ unit: 'grapheme' }) })),
  );
};

/** Anything done with a script, in any order. */
const deeds = (script: RunScript): fc.Arbitrary<readonly Deed[]> =>
  fc.array(fc.record({ action: actions(script), after: fc.nat(20 * MINUTE) }), { maxLength: 60 });

/** A script with what was done with it. */
export const courses = scripts.chain((script) => fc.tuple(fc.constant(script), deeds(script)));

/** The run after all of it, and the moment it was over. */
export function play(script: RunScript, run: Run, done: readonly Deed[]): { run: Run; now: number } {
  return done.reduce(
    ({ run, now }, { action, after }) => ({
      run: nextRun(script, run, action, now + after),
      now: now + after,
    }),
    { run, now: run.changedAt },
  );
}

/** The run after these actions, one second each. */
export const doAll = (script: RunScript, run: Run, ...actions: RunAction[]): Run =>
  play(
    script,
    run,
    actions.map((action) => ({ action, after: 1000 })),
  ).run;
