import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockText,
  fromRunText,
  isLeft,
  nextRun,
  type Run,
  timeCall,
  timingOf,
  toRunText,
  totalSeconds,
} from '../../../src/domain/run/index.ts';
import { pauseClock, readClock, resumeClock, startClock } from '../../../src/domain/run/clock.ts';
import { begin, CONSENT, courses, doAll, MINUTE, PLAN, play, START } from './models.ts';

const gaps = fc.nat(10 * 60 * MINUTE);

describe('the clock', () => {
  test('shows the time that passed less the time it stood still', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(gaps, gaps), { maxLength: 10 }), gaps, (spells, last) => {
        let now = START;
        let ran = 0;
        let clock = startClock(now);
        for (const [runs, stands] of spells) {
          clock = pauseClock(clock, (now += runs));
          ran += runs;
          // Stopping what stands still changes nothing.
          expect(pauseClock(clock, now + 1)).toBe(clock);
          expect(readClock(clock, now + stands)).toBe(ran);
          clock = resumeClock(clock, (now += stands));
          expect(resumeClock(clock, now + 1)).toBe(clock);
        }
        expect(readClock(clock, now + last)).toBe(ran + last);
      }),
    );
  });

  test('never runs backwards below nothing when the time of day is set back', () => {
    expect(readClock(startClock(START), START - MINUTE)).toBe(0);
    const paused = pauseClock(startClock(START), START + MINUTE);
    expect(readClock(resumeClock(paused, START), START + 2 * MINUTE)).toBe(2 * MINUTE);
  });
});

describe('times of a run', () => {
  test('follow from the moment alone, however often somebody looked in between', () => {
    fc.assert(
      fc.property(courses, gaps, fc.array(gaps), ([script, done], after, looks) => {
        const { run, now } = play(script, begin(script), done);
        const direct = timingOf(script, run, now + after);
        for (const look of looks) timingOf(script, run, now + look);
        expect(timingOf(script, run, now + after)).toEqual(direct);
      }),
    );
  });

  test('are the same after a reload, wherever in the meeting it came', () => {
    fc.assert(
      fc.property(courses, fc.nat(), gaps, ([script, done], cut, after) => {
        const place = done.length === 0 ? 0 : cut % done.length;
        const first = play(script, begin(script), done.slice(0, place));
        const reloaded = fromRunText(toRunText(first.run));
        if (!reloaded.ok) throw new Error(reloaded.reason);
        // A change carries the moment it was made; nothing else of the run may depend on having stayed open.
        const rest = done.slice(place);
        const stayed = rest.reduce(step(script), first);
        const came = rest.reduce(step(script), { run: reloaded.run, now: first.now });
        expect(came).toEqual(stayed);
        expect(timingOf(script, came.run, came.now + after)).toEqual(
          timingOf(script, stayed.run, stayed.now + after),
        );
      }),
    );
  });
  const step =
    (script: Parameters<typeof nextRun>[0]) =>
    (
      { run, now }: { run: Run; now: number },
      { action, after }: { action: Parameters<typeof nextRun>[2]; after: number },
    ) => ({
      run: nextRun(script, run, action, now + after),
      now: now + after,
    });

  test('of all visits together are the time of the whole, while nothing is dropped', () => {
    // Forward only: no visit is left behind.
    const forward = Array.from({ length: 12 }, (_, n) => ({
      action: { type: 'next' } as const,
      after: n * 7_001,
    }));
    const { run, now } = play(CONSENT, begin(CONSENT, { hasTurns: false }), forward);
    const { whole, step } = timingOf(CONSENT, run, now);
    const before = run.trail.slice(0, run.at).reduce((sum, { spent }) => sum + spent, 0);
    expect(before / 1000 + step.elapsed).toBeCloseTo(whole.elapsed, -1);
    expect(whole.elapsed).toBe(Math.floor((now - START) / 1000));
  });

  test('stand still in a pause, and at the end', () => {
    fc.assert(
      fc.property(courses, gaps, ([script, done], after) => {
        const { run, now } = play(script, begin(script), done);
        for (const type of ['pause', 'end'] as const) {
          const still = nextRun(script, run, { type }, now);
          expect(timingOf(script, still, now + after)).toEqual(timingOf(script, still, now));
        }
      }),
    );
  });

  test('count over softly: planned stays, elapsed goes on, what is left is never negative', () => {
    const run = begin(CONSENT);
    const late = timingOf(CONSENT, run, START + 9 * MINUTE);
    expect(late.step).toEqual({ planned: 300, elapsed: 540 });
    expect(late.toEnd).toBe(totalSeconds(CONSENT) - 300);
    const early = timingOf(CONSENT, run, START + 2 * MINUTE);
    expect(early.toEnd).toBe(totalSeconds(CONSENT) - 120);
  });

  test('give a step a minute more or less, never less than one', () => {
    const longer = doAll(CONSENT, begin(CONSENT), { type: 'extend', seconds: 60 });
    expect(timingOf(CONSENT, longer, START).step.planned).toBe(360);
    expect(timingOf(CONSENT, longer, START).whole.planned).toBe(totalSeconds(CONSENT) + 60);
    const shorter = Array.from({ length: 9 }).reduce<Run>(
      (run) => doAll(CONSENT, run, { type: 'extend', seconds: -60 }),
      begin(CONSENT),
    );
    expect(timingOf(CONSENT, shorter, START).step.planned).toBe(60);
  });

  test('of a turn begin with the turn, and are kept over a look at another step', () => {
    const round = doAll(CONSENT, begin(CONSENT), { type: 'go', step: '0.reageren' });
    expect(timingOf(CONSENT, round, START + MINUTE).turn).toBeNull();
    const begun = nextRun(CONSENT, round, { type: 'begin-turns', first: 0 }, START + MINUTE);
    const second = nextRun(CONSENT, begun, { type: 'next' }, START + 2 * MINUTE);
    expect(timingOf(CONSENT, second, START + 2 * MINUTE + 5000).turn).toEqual({ planned: 90, elapsed: 5 });
    const away = nextRun(CONSENT, second, { type: 'go', step: '0.voorstel' }, START + 2 * MINUTE + 5000);
    const back = nextRun(CONSENT, away, { type: 'back' }, START + 9 * MINUTE);
    expect(timingOf(CONSENT, back, START + 9 * MINUTE).turn).toEqual({ planned: 90, elapsed: 5 });
  });

  test('leave out the days that a run lay closed', () => {
    const closed = doAll(CONSENT, begin(CONSENT), { type: 'close' });
    const day = START + 30 * 60 * MINUTE;
    expect(isLeft(closed, START + 60 * MINUTE)).toBe(false);
    expect(isLeft(closed, day)).toBe(true);
    const opened = nextRun(CONSENT, closed, { type: 'open', isLater: true }, day);
    expect(timingOf(CONSENT, opened, day).whole.elapsed).toBe(1);
    expect(
      timingOf(CONSENT, nextRun(CONSENT, closed, { type: 'open', isLater: false }, day), day).whole.elapsed,
    ).toBe(30 * 3600);
  });
});

test('of a technique done in part, what is left is no more than the plan gives it', () => {
  const part = doAll(PLAN, begin(PLAN), { type: 'go', step: '3.vraag-stellen' });
  expect(timingOf(PLAN, part, START + 1000).toEnd).toBeLessThanOrEqual(600);
  expect(timingOf(PLAN, begin(PLAN), START).toEnd).toBe(totalSeconds(PLAN));
});

describe('what is said of time', () => {
  test('is each mark once, whatever the ticks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 3600 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 100, maxLength: 200 }),
        (planned, ticks) => {
          let now = 0;
          const calls = ticks.map((tick) => timeCall(planned, now, (now += tick))).filter(Boolean);
          const expected = [
            ...(planned >= 180 && now >= planned - 60 ? ['minute'] : []),
            ...(now >= planned ? ['over'] : []),
          ];
          expect(calls).toEqual(expected);
        },
      ),
    );
  });

  test('is only the last after a gap, and nothing over what was over already', () => {
    expect(timeCall(300, 100, 900)).toBe('over');
    expect(timeCall(300, 300, 301)).toBeNull();
    expect(timeCall(120, 59, 61)).toBeNull();
  });

  test('is written as a clock shows it', () => {
    expect([0, 59, 65, 3599, 3600, 36_061].map(clockText)).toEqual([
      '0:00',
      '0:59',
      '1:05',
      '59:59',
      '1:00:00',
      '10:01:01',
    ]);
  });
});
