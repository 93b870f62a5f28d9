import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitRun, fromRunText, timingOf, toRunText, whatNext } from '../../../src/domain/run/index.ts';
import { begin, CONSENT, courses, doAll, play, START } from './models.ts';

describe('a kept run', () => {
  test('is the same when it is read again', () => {
    fc.assert(
      fc.property(courses, ([script, done]) => {
        const { run } = play(script, begin(script), done);
        expect(fromRunText(toRunText(run))).toEqual({ ok: true, run });
        expect(fitRun(script, run)).toEqual({ run, isWhole: true });
      }),
    );
  });

  test('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(fromRunText(text).ok).toBe(false);
      }),
    );
    // One field of a real one replaced by anything at all: refused, or still something that can be run.
    const whole = JSON.parse(
      toRunText(
        doAll(CONSENT, begin(CONSENT), { type: 'go', step: '0.reageren' }, { type: 'begin-turns', first: 2 }),
      ),
    ) as Record<string, unknown>;
    const paths = [
      ...Object.keys(whole).map((key) => [key]),
      ...['startedAt', 'pausedAt', 'pausedFor'].map((key) => ['clock', key]),
      ...['step', 'enteredAt', 'spent', 'extra', 'turns', 'turnFrom'].map((key) => ['trail', '0', key]),
      ['trail', '1', 'turns', 'queue'],
      ['trail', '1', 'turns', 'done'],
      ['source', 'title'],
      ['source', 'items'],
      ['source', 'items', '0', 'technique'],
      ['source', 'items', '0', 'minutes'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed = structuredClone(whole);
        const last = path.at(-1)!;
        const holder = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, changed);
        holder[last] = value;
        const read = fromRunText(JSON.stringify(changed));
        if (!read.ok) return;
        const fit = fitRun(CONSENT, read.run);
        if (!fit) return;
        const { step, whole: all } = timingOf(CONSENT, fit.run, START);
        expect([step.elapsed, all.elapsed].every(Number.isFinite)).toBe(true);
        whatNext(CONSENT, fit.run);
      }),
      { numRuns: 2000 },
    );
  });

  test('of another tool or a later version is left alone', () => {
    expect(fromRunText('{"kind":"fasetest"}')).toEqual({ ok: false, reason: 'foreign' });
    const later = toRunText(begin(CONSENT)).replace('"version":1', '"version":2');
    expect(fromRunText(later)).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('goes on where it can when a step is no longer in the script', () => {
    const run = doAll(
      CONSENT,
      begin(CONSENT),
      { type: 'go', step: '0.verduidelijken' },
      { type: 'go', step: '0.bijsturen' },
    );
    const without = { ...CONSENT, steps: CONSENT.steps.filter(({ key }) => key !== '0.bijsturen') };
    const fit = fitRun(without, run);
    expect(fit?.isWhole).toBe(false);
    expect(fit?.run.trail.map(({ step }) => step)).toEqual(['0.voorstel', '0.verduidelijken']);
    expect(fit?.run.at).toBe(1);
    expect(fitRun({ ...CONSENT, steps: CONSENT.steps.slice(7) }, run)).toBeNull();
  });
});
