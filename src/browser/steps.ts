/** Steps of a tool in the browser's history, so that the back button goes one step back and not off the page. */

/** Adds `step` to the history of this tab. */
export function pushStep(step: string): void {
  history.pushState({ step }, '');
}

/** The step that the current entry in the history shows, or null: what a reload or a return comes back to. */
export function readStep(): string | null {
  return stepOf(history.state);
}

/** Names `step` as what the current entry in the history shows. Writing there costs a slow phone 25 ms: only what is new. */
export function markStep(step: string): void {
  if (readStep() !== step) history.replaceState({ step }, '');
}

/**
 * Calls `listener` with the step of the entry the reader comes to, or null for an entry that names none: one that
 * the browser adds itself when the reader follows an ordinary anchor. Returns the way to stop.
 */
export function onStepChange(listener: (step: string | null) => void): () => void {
  const handle = (event: PopStateEvent): void => listener(stepOf(event.state));
  addEventListener('popstate', handle);
  return () => removeEventListener('popstate', handle);
}

function stepOf(state: unknown): string | null {
  const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
  return typeof step === 'string' ? step : null;
}
