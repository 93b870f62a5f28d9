/** Steps of a tool in the browser's history, so that the back button goes one step back and not off the page. */

/** Adds `step` to the history of this tab. */
export function pushStep(step: string): void {
  history.pushState({ step }, '');
}

/** Names `step` as what the current entry in the history shows. */
export function markStep(step: string): void {
  history.replaceState({ step }, '');
}

/**
 * Calls `listener` with the step of the entry the reader comes to, or null for an entry that names none: one that
 * the browser adds itself when the reader follows an ordinary anchor. Returns the way to stop.
 */
export function onStepChange(listener: (step: string | null) => void): () => void {
  const handle = (event: PopStateEvent): void => {
    const state: unknown = event.state;
    const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
    listener(typeof step === 'string' ? step : null);
  };
  addEventListener('popstate', handle);
  return () => removeEventListener('popstate', handle);
}
