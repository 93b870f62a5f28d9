/** In the place of `src/browser/turns.ts`: what waits for its turn is there at once. That it does wait is in `pieces.test.tsx`. */

/** Does it now. */
export function inTurn(work: () => void): () => void {
  work();
  return () => undefined;
}

/** As on paper, where nothing can come later. */
export const isPrinting = (): boolean => true;
