/** Filling the whole screen with a part of the page, where the browser can. */

/** Whether this browser can fill the screen; a telephone often cannot. */
export function canFillScreen(): boolean {
  return typeof document !== 'undefined' && document.fullscreenEnabled;
}

/** Fills the screen with `element`, or goes back to the page when it is filled. A refusal changes nothing. */
export async function toggleFullscreen(element: Element): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await element.requestFullscreen();
  } catch {
    // The browser or the reader does not allow it; the page works as well without.
  }
}

/** Leaves the filled screen, if it is filled. */
export async function leaveFullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
  } catch {
    // Already left.
  }
}
