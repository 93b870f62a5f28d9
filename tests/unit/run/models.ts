import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  beginRun,
  nextRun,
  type Run,
  type RunAction,
  type RunSetting,
  type RunScript,
  type RunTechnique,
  scriptOf,
  scriptOfItems,
} from '../../../src/domain/run/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';

const folder = resolve(import.meta.dirname, '../../../content/techniques');

/** All techniques of the handbook, as running takes them. */
export const techniques: readonly RunTechnique[] = readdirSync(folder).map((file) => {
  const data = techniqueSchema.parse(parse(readFileSync(resolve(folder, file), 'utf8')));
  return {
    id: file.replace('.yaml', ''),
    name: data.name.nl,
    outcome: data.outcome.nl,
    script: data.script.map((step) => ({
      ...step,
      do: step.do.nl,
      say: step.say?.nl,
      branches: step.branches.map(({ when, goTo }) => ({ when: when.nl, goTo })),
    })),
  };
});

export function technique(id: string): RunTechnique {
  const found = techniques.find((technique) => technique.id === id);
  if (!found) throw new Error(`No technique ${id}.`);
  return found;
}

export const CONSENT = scriptOf(technique('beslissen-met-instemming'), 8);
export const ELECTION = scriptOf(technique('verkiezing-zonder-kandidaat'), 8);
/** A technique, a break, and another technique that gets fewer minutes than its script takes. */
export const PLAN = scriptOfItems(
  [
    { title: 'Openingsronde', technique: technique('openingsronde'), minutes: null },
    { title: 'Pauze', technique: null, minutes: 15 },
    { title: 'Beslissen', technique: technique('beslissen-met-instemming'), minutes: 40 },
  ],
  6,
);

export const scripts = fc.oneof(
  fc.constantFrom(CONSENT, ELECTION, PLAN),
  fc
    .tuple(fc.constantFrom(...techniques), fc.integer({ min: 1, max: 30 }))
    .map(([technique, people]) => scriptOf(technique, people)),
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
  ...beginRun(script, { source: { kind: 'technique', id: 'x' }, ...SETTING }, now),
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
