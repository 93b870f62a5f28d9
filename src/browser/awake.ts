/** Keeping the screen on, where the browser can. */

/**
 * Asks the browser to keep the screen on, and asks again whenever the page comes back into view, because the browser lets
 * go of it meanwhile. `told` hears whether the screen stays on. Returns the way to stop.
 */
export function keepAwake(told: (isAwake: boolean) => void): () => void {
  // Absent in older browsers and on pages that did not come over a safe connection.
  const wakeLock = navigator.wakeLock as WakeLock | undefined;
  let held: WakeLockSentinel | null = null;
  let isStopped = false;

  async function ask(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    try {
      const lock = await wakeLock?.request('screen');
      if (isStopped) return void lock?.release();
      held = lock ?? null;
      // The device may take it back, for want of power for example.
      lock?.addEventListener('release', () => {
        if (held === lock && document.visibilityState === 'visible') told(false);
      });
      told(held !== null);
    } catch {
      told(false);
    }
  }
  const again = (): void => void ask();

  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    isStopped = true;
    document.removeEventListener('visibilitychange', again);
    const lock = held;
    held = null;
    void lock?.release().catch(() => undefined);
  };
}
