import { type Inputs, useLayoutEffect, useState } from 'preact/hooks';
import { inTurn, isPrinting } from '../../src/browser/turns.ts';

/**
 * What `compute` gives for these inputs, computed after the screen has shown what was just chosen, so that a choice
 * never waits for it. Null before the first time, but not on paper; after that the last value until the next is there.
 */
export function useLater<T>(compute: () => T, inputs: Inputs): T | null {
  const [value, setValue] = useState<{ readonly now: T } | null>(() =>
    isPrinting() ? { now: compute() } : null,
  );
  // Before the page is painted, so that a print at once has it too.
  useLayoutEffect(() => inTurn(() => setValue({ now: compute() })), inputs);
  return value === null ? null : value.now;
}
