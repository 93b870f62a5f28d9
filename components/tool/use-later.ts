import { type Inputs, useEffect, useState } from 'preact/hooks';

/**
 * What `compute` gives for these inputs, computed after the screen has shown what was just chosen, so that a choice
 * never waits for it. Null before the first time; after that the last value until the next is there.
 */
export function useLater<T>(compute: () => T, inputs: Inputs): T | null {
  const [value, setValue] = useState<{ readonly now: T } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setValue({ now: compute() }));
    return () => clearTimeout(timer);
  }, inputs);
  return value === null ? null : value.now;
}
