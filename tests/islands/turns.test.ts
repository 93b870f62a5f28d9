// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTurn, isPrinting } from '../../src/browser/turns.ts';

/** What was done, in order; `drawn` each time the screen was. */
let done: string[] = [];

beforeEach(() => {
  done = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const work = (name: string) => (): void => void done.push(name);
const watchFrames = (): void => {
  const frame = requestAnimationFrame;
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((then) =>
    frame((time) => {
      done.push('drawn');
      then(time);
    }),
  );
};

describe('work that waits for its turn', () => {
  test('is done in order, with the screen drawn before each piece', () => {
    watchFrames();
    inTurn(work('a'));
    inTurn(work('b'));
    inTurn(work('c'));
    expect(done).toEqual([]);
    vi.runAllTimers();
    expect(done).toEqual(['drawn', 'a', 'drawn', 'b', 'drawn', 'c']);
  });

  test('can be called off while it waits', () => {
    inTurn(work('a'));
    const callOff = inTurn(work('b'));
    callOff();
    inTurn(work('c'));
    vi.runAllTimers();
    expect(done).toEqual(['a', 'c']);
  });

  test('may ask for more', () => {
    inTurn(() => {
      done.push('a');
      inTurn(work('c'));
    });
    inTurn(work('b'));
    vi.runAllTimers();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('is done at once when the page is printed, before what else is done for a print', () => {
    inTurn(work('a'));
    inTurn(work('b'));
    const seen: boolean[] = [isPrinting()];
    const print = (): void => {
      done.push('print');
      seen.push(isPrinting());
    };
    addEventListener('beforeprint', print);
    dispatchEvent(new Event('beforeprint'));
    removeEventListener('beforeprint', print);
    expect(done).toEqual(['a', 'b', 'print']);
    dispatchEvent(new Event('afterprint'));
    expect([...seen, isPrinting()]).toEqual([false, true, false]);
    inTurn(work('c'));
    vi.runAllTimers();
    expect(done).toEqual(['a', 'b', 'print', 'c']);
  });

  test('does not keep the rest from its turn when a piece fails', () => {
    inTurn(() => {
      throw new Error('broken');
    });
    inTurn(work('b'));
    expect(() => vi.runAllTimers()).toThrow('broken');
    vi.runAllTimers();
    expect(done).toEqual(['b']);
  });
});
