import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentStep,
  currentVisit,
  nextRun,
  optionsOf,
  type Run,
  type RunScript,
  scriptOf,
  sourceOf,
  timesHere,
  totalSeconds,
  whatNext,
} from '../../../src/domain/run/index.ts';
import {
  begin,
  CONSENT,
  courses,
  doAll,
  ELECTION,
  PLAN,
  play,
  scriptOfItems,
  scripts,
  scriptWith,
  START,
  techniques,
} from './models.ts';

const at = (script: RunScript, run: Run): string => currentStep(script, run).key.split('.')[1] ?? '';
const NEXT = { type: 'next' } as const;
const BACK = { type: 'back' } as const;
const go = (step: string) => ({ type: 'go', step: `0.${step}` }) as const;
const mark = (option: number) => ({ type: 'mark', option }) as const;
const take = (option: number) => ({ type: 'take', option }) as const;
/** Everything of a run that does not change by looking. */
const place = ({ trail, at, choice, endedAt }: Run) => ({
  steps: trail.map(({ step }) => step),
  at,
  choice,
  isEnded: endedAt !== null,
});

describe('a script', () => {
  test('has unique steps, and every way out of a step leads to one of them', () => {
    for (const technique of techniques) {
      const { steps } = scriptWith(technique.id, 8);
      const keys = steps.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { exits } of steps) for (const { to } of exits) expect(keys).toContain(to);
    }
  });

  test('takes the minutes of its technique with eight people, and longer rounds with more', () => {
    for (const technique of techniques) {
      const minutes = technique.script.reduce((sum, step) => sum + step.minutes, 0);
      expect(totalSeconds(scriptWith(technique.id, 8))).toBe(60 * minutes);
    }
    fc.assert(
      fc.property(fc.constantFrom(...techniques), fc.integer({ min: 1, max: 59 }), (technique, people) => {
        const [fewer, more] = [scriptWith(technique.id, people), scriptWith(technique.id, people + 1)];
        fewer.steps.forEach((step, index) => {
          const other = more.steps[index]!;
          expect(other.seconds).toBeGreaterThanOrEqual(step.seconds);
          if (!step.isRound) expect(other.seconds).toBe(step.seconds);
          expect(step.seconds).toBeGreaterThanOrEqual(60);
        });
      }),
    );
  });

  test('of a plan keeps the minutes that the plan gives', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            technique: fc.constantFrom('', ...techniques.map(({ id }) => id)),
            minutes: fc.integer({ min: 1, max: 240 }),
            text: fc.string(),
            isPart: fc.boolean(),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 30 }),
        (items, people) => {
          const script = scriptOfItems(items, people);
          items.forEach(({ minutes, technique, isPart }, part) => {
            const own = script.steps.filter((step) => step.part === part);
            expect(script.parts[part]!.seconds).toBe(60 * minutes);
            expect(own.length).toBe(script.parts[part]!.steps);
            // A part of a technique: nobody knows which steps, so they keep their usual minutes.
            const total = own.reduce((sum, { seconds }) => sum + seconds, 0);
            const usual = isPart && technique !== '' ? totalSeconds(scriptWith(technique, 8)) : 60 * minutes;
            expect(total).toBe(usual);
          });
          expect(new Set(script.steps.map(({ key }) => key)).size).toBe(script.steps.length);
          expect(totalSeconds(script)).toBe(60 * items.reduce((sum, { minutes }) => sum + minutes, 0));
        },
      ),
    );
    expect(PLAN.parts.map(({ title, technique, note, who }) => [title, technique, note, who])).toEqual([
      ['Openingsronde', 'openingsronde', '', ''],
      ['Pauze', null, '', ''],
      ['Beslissen met instemming (consent)', 'beslissen-met-instemming', 'Het charter', 'An'],
      ['Brainstorm', 'brainstorm', '', ''],
    ]);
  });

  test('is none where the handbook does not have the technique; in a plan it is a point of its own', () => {
    expect(scriptOf(sourceOf('bestaat-niet'), techniques, 8)).toBeNull();
    expect(scriptOf({ title: '', items: [] }, techniques, 8)).toBeNull();
    const plan = scriptOfItems([{ technique: 'bestaat-niet', minutes: 20 }], 8);
    expect(plan.parts).toMatchObject([{ title: 'bestaat-niet', technique: null, seconds: 1200 }]);
  });
});

describe('going on', () => {
  test('comes by every step in order, or the way most groups go, and then to the end, when each question gets the first answer', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        let run = begin(script);
        const seen = [currentStep(script, run)];
        for (let presses = 0; run.endedAt === null; presses++) {
          expect(presses).toBeLessThan(13 * script.steps.length);
          run = doAll(script, run, NEXT);
          if (currentStep(script, run) !== seen.at(-1)) seen.push(currentStep(script, run));
        }
        const way: typeof seen = [];
        for (let place = 0; place < script.steps.length;) {
          const step = script.steps[place]!;
          way.push(step);
          const usual = step.exits.find(({ isUsual }) => isUsual)?.to;
          // The usual way leads on, never back: who only goes on comes to the end.
          const to = usual === undefined ? place + 1 : script.steps.findIndex(({ key }) => key === usual);
          expect(to).toBeGreaterThan(place);
          place = to;
        }
        expect(seen).toEqual(way);
        expect(doAll(script, run, NEXT)).toBe(run);
      }),
    );
  });

  test('and back again end at the first step, with nothing to choose', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        let { run } = play(script, begin(script), done);
        const enough = 2 + 100 * run.trail.length;
        for (let presses = 0; presses < enough; presses++) run = doAll(script, run, BACK);
        expect(place(run)).toMatchObject({ at: 0, choice: null, isEnded: false });
        expect(currentVisit(run).turns).toBeNull();
        expect(doAll(script, run, BACK)).toBe(run);
      }),
    );
  });

  test('does what was told before', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run, now } = play(script, begin(script), done);
        const told = whatNext(script, run);
        const after = nextRun(script, run, NEXT, now);
        if (told.kind === 'step') expect(currentStep(script, after)).toBe(told.to);
        if (told.kind === 'end') expect(after.endedAt).not.toBeNull();
        if (told.kind === 'question') expect(after.choice).toBe(0);
        if (told.kind === 'begin-turns') expect(currentVisit(after).turns?.done).toEqual([]);
        if (told.kind === 'turn') expect(currentVisit(after).turns?.queue[0]).toBe(told.who);
        if (told.kind === 'all-spoke') expect(currentVisit(after).turns?.queue).toEqual([]);
        if (told.kind === 'nothing') expect(after).toBe(run);
      }),
    );
  });

  test('one step forward and one back is where one was', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run } = play(script, begin(script), done);
        const next = whatNext(script, run).kind;
        if (next !== 'step' && next !== 'end' && next !== 'question') return;
        const there = doAll(script, run, NEXT);
        const back = doAll(script, there, BACK);
        expect(currentStep(script, back)).toBe(currentStep(script, run));
        expect(back.at).toBe(run.at);
        expect(back.choice).toBe(run.choice);
      }),
    );
  });
});

describe('any course of a meeting', () => {
  test('stays on a step of the script, in a trail that holds together', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run } = play(script, begin(script), done);
        const keys = script.steps.map(({ key }) => key);
        expect(run.trail.length).toBeGreaterThan(0);
        expect(run.trail.every(({ step }) => keys.includes(step))).toBe(true);
        expect(run.at).toBeLessThan(run.trail.length);
        const options = optionsOf(script, currentStep(script, run));
        if (run.choice !== null) expect(options[run.choice]).toBeDefined();
        for (const { turns, spent, step, extra } of run.trail) {
          expect(spent).toBeGreaterThanOrEqual(0);
          expect(script.steps.find(({ key }) => key === step)!.seconds + extra).toBeGreaterThanOrEqual(
            Math.min(60, script.steps.find(({ key }) => key === step)!.seconds),
          );
          for (const who of turns?.queue ?? []) expect(who).toBeLessThan(run.people);
          expect(new Set(turns?.queue).size).toBe(turns?.queue.length ?? 0);
        }
      }),
    );
  });

  test('can jump to any step, and comes back by one step back', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run, now } = play(script, begin(script), done);
        for (const { key } of script.steps) {
          const there = nextRun(script, run, { type: 'go', step: key }, now);
          expect(currentStep(script, there).key).toBe(key);
          expect(there.endedAt).toBeNull();
          if (key === currentStep(script, run).key || currentVisit(there).turns) continue;
          const back = nextRun(script, there, BACK, now);
          expect(currentStep(script, back)).toBe(currentStep(script, run));
        }
        expect(nextRun(script, run, { type: 'go', step: '9.nergens' }, now)).toBe(run);
      }),
    );
  });

  test('keeps the notes that were written last', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run } = play(script, begin(script), done);
        const last = new Map<string, string>();
        for (const { action } of done) if (action.type === 'note') last.set(action.step, action.text);
        expect(run.notes).toEqual(Object.fromEntries([...last].filter(([, text]) => text !== '')));
      }),
    );
  });
});

describe('the loop of consent', () => {
  const objections = doAll(CONSENT, begin(CONSENT), go('bezwaren'));
  const noTurns = { type: 'set', setting: { hasTurns: false } } as const;

  test('asks again after every amendment, and counts how often', () => {
    let run = doAll(CONSENT, objections, noTurns);
    for (let times = 1; times <= 4; times++) {
      expect(at(CONSENT, run)).toBe('bezwaren');
      expect(timesHere(run)).toBe(times);
      run = doAll(CONSENT, run, NEXT, take(0));
      expect(at(CONSENT, run)).toBe('verwerken');
      run = doAll(CONSENT, run, NEXT, take(1));
    }
    expect(at(CONSENT, doAll(CONSENT, run, NEXT, take(1)))).toBe('vastleggen');
  });

  test('is asked for, never taken by itself: the question names every way and staying', () => {
    const run = doAll(CONSENT, objections, noTurns, NEXT);
    const options = optionsOf(CONSENT, currentStep(CONSENT, run));
    expect(options.map(({ kind }) => kind)).toEqual(['next', 'exit', 'stay']);
    expect(options[1]).toMatchObject({ when: 'Niemand heeft een bezwaar.', to: { key: '0.vastleggen' } });
    // A presenter's remote has two buttons: one marks another answer, one takes it.
    const marked = doAll(CONSENT, run, mark(1));
    expect(marked.choice).toBe(1);
    expect(at(CONSENT, doAll(CONSENT, marked, NEXT))).toBe('vastleggen');
    const stayed = doAll(CONSENT, run, mark(-1), NEXT);
    expect(at(CONSENT, stayed)).toBe('bezwaren');
    expect(stayed.choice).toBeNull();
    // Without the question there is nothing to mark or take.
    expect(doAll(CONSENT, stayed, mark(1), take(1), { type: 'stay' })).toBe(stayed);
    expect(doAll(CONSENT, run, mark(3)).choice).toBe(0);
  });

  test('names what happened on every way, also on to the next step', () => {
    const solved = doAll(CONSENT, objections, noTurns, NEXT, take(0), NEXT);
    expect(optionsOf(CONSENT, currentStep(CONSENT, solved))).toMatchObject([
      { kind: 'next', when: 'Na drie pogingen blijft er een bezwaar.', to: { key: '0.teruggeven' } },
      { kind: 'exit', when: 'De bezwaren zijn verwerkt en er ligt een nieuwe tekst.' },
      { kind: 'stay' },
    ]);
  });

  test('offers first the way most groups go', () => {
    const opening = scriptWith('openingsronde', 8);
    const first = doAll(opening, begin(opening), NEXT, NEXT, NEXT);
    expect(optionsOf(opening, currentStep(opening, first)).map(({ kind }) => kind)).toEqual([
      'exit',
      'next',
      'stay',
    ]);
    // The question for a first meeting is not followed by the one for a later meeting.
    expect(at(opening, doAll(opening, first, NEXT))).toBe('denkmoment');
  });

  test('says a way that leads to the next step once', () => {
    const review = scriptWith('jaarlijkse-terugblik', 8);
    const options = optionsOf(review, currentStep(review, doAll(review, begin(review), go('beslissen'))));
    expect(options.map(({ kind }) => kind)).toEqual(['exit', 'exit', 'exit', 'stay']);
  });

  test('gives the time of each time round apart, and takes it up again on the way back', () => {
    const first = doAll(CONSENT, objections, noTurns, NEXT, take(0));
    const again = doAll(CONSENT, first, NEXT, take(1));
    expect(currentVisit(again)).toMatchObject({ spent: 0, extra: 0 });
    const before = doAll(CONSENT, again, BACK, BACK);
    expect(at(CONSENT, before)).toBe('bezwaren');
    expect(currentVisit(before).spent).toBeGreaterThan(0);
  });
});

describe('the loop of an election', () => {
  test('goes back to the changes, to another proposal, and from an objection to a new round', () => {
    const noTurns = { type: 'set', setting: { hasTurns: false } } as const;
    let run = doAll(ELECTION, begin(ELECTION), noTurns, go('voorstel'));
    const way: string[] = [];
    for (const option of [1, 0, 0, 0, 2, 1, 0, 0, 1, 0, 0, 1]) {
      run = doAll(ELECTION, run, NEXT);
      if (run.choice !== null) run = doAll(ELECTION, run, take(option));
      way.push(at(ELECTION, run));
    }
    expect(way).toContain('wijzigingen');
    expect(way).toContain('oplossen');
    expect(way.filter((step) => step === 'voorstel').length).toBeGreaterThan(1);
  });
});

describe('speaking in turn', () => {
  const round = doAll(CONSENT, begin(CONSENT, { people: 3 }), go('reageren'));

  test('goes round clockwise from who starts, and then on to the next step', () => {
    expect(whatNext(CONSENT, round)).toEqual({ kind: 'begin-turns' });
    let run = doAll(CONSENT, round, { type: 'next', first: 4 });
    const order = [currentVisit(run).turns?.queue[0]];
    while (whatNext(CONSENT, run).kind === 'turn') {
      run = doAll(CONSENT, run, NEXT);
      order.push(currentVisit(run).turns?.queue[0]);
    }
    expect(order).toEqual([1, 2, 0]);
    expect(whatNext(CONSENT, run)).toEqual({ kind: 'all-spoke' });
    run = doAll(CONSENT, run, NEXT);
    expect(whatNext(CONSENT, run)).toMatchObject({ kind: 'step', to: { key: '0.bijsturen' } });
    expect(at(CONSENT, doAll(CONSENT, run, NEXT))).toBe('bijsturen');
    // One step too far on a remote is undone by one press back.
    expect(currentVisit(doAll(CONSENT, run, BACK)).turns?.queue).toEqual([0]);
  });

  test('is left at any moment, to the step or question that follows', () => {
    for (const run of [round, doAll(CONSENT, round, NEXT), doAll(CONSENT, round, NEXT, NEXT)])
      expect(at(CONSENT, doAll(CONSENT, run, { type: 'leave' }))).toBe('bijsturen');
    const asked = doAll(CONSENT, round, go('bezwaren'), { type: 'leave' });
    expect(asked.choice).toBe(0);
    expect(doAll(CONSENT, asked, { type: 'leave' })).toBe(asked);
  });

  test('cannot begin where there is no round, nobody to begin, or nobody counts', () => {
    const turnless = begin(CONSENT);
    expect(doAll(CONSENT, turnless, { type: 'begin-turns', first: 0 })).toBe(turnless);
    expect(doAll(CONSENT, round, { type: 'begin-turns', first: 3 })).toBe(round);
    const uncounted = { ...round, hasTurns: false };
    expect(doAll(CONSENT, uncounted, { type: 'begin-turns', first: 0 })).toBe(uncounted);
  });

  test('is kept when one goes back to it, and anew when the loop brings it again', () => {
    const run = doAll(CONSENT, round, { type: 'begin-turns', first: 0 }, NEXT, go('bezwaren'));
    expect(currentVisit(run).turns).toBeNull();
    expect(currentVisit(doAll(CONSENT, run, BACK)).turns?.queue).toEqual([1, 2]);
    expect(currentVisit(doAll(CONSENT, run, go('reageren'))).turns).toBeNull();
  });
});

test('a run begins at its first step, at the moment it is begun', () => {
  const run = begin(scriptWith('openingsronde', 5));
  expect(run).toMatchObject({ at: 0, choice: null, endedAt: null, isOpen: true, changedAt: START });
  expect(run.trail).toHaveLength(1);
});
