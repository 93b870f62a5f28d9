/** The share menu of the device: the reader's own mail and messages. Nothing leaves before the reader chooses there. */

/** Whether the device has one. */
export function canShare(): boolean {
  return typeof navigator.share === 'function';
}

/** Opens it with this text. A reader who closes it again is no error. */
export async function shareText(text: string): Promise<void> {
  try {
    await navigator.share({ text });
  } catch {
    // Closed without a choice.
  }
}
