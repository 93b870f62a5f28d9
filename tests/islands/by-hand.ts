/** In the place of `src/browser/turns.ts`: work waits for its turn until a test gives it one. */

const waiting = new Set<() => void>();

/** Keeps it waiting. */
export function inTurn(work: () => void): () => void {
  const turn = (): void => work();
  waiting.add(turn);
  return () => waiting.delete(turn);
}

/** Never on paper. */
export const isPrinting = (): boolean => false;

/** Does what has waited longest; says whether something waited. */
export function takeTurn(): boolean {
  const [first] = waiting;
  if (!first) return false;
  waiting.delete(first);
  first();
  return true;
}
