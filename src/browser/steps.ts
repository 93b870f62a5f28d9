/** Steps of a tool in the browser's history, so that the back button goes one step back and not off the page. */

/** Adds `step` to the history of this tab. */
export function pushStep(step: string): void {
  history.pushState({ step }, '');
}

/** Calls `listener` with the step the reader goes back or forward to. Returns the way to stop. */
export function onStepChange(listener: (step: string | null) => void): () => void {
  const handle = (event: PopStateEvent): void => {
    const state: unknown = event.state;
    const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
    listener(typeof step === 'string' ? step : null);
  };
  addEventListener('popstate', handle);
  return () => removeEventListener('popstate', handle);
}
