/**
 * The browser's local storage, which may be blocked, full or changed by another tab. Nothing here throws.
 */

/** What stands under a key; `blocked` when the browser lets us read nothing. */
export type StoredRead =
  | { readonly state: 'found'; readonly text: string }
  | { readonly state: 'empty' }
  | { readonly state: 'blocked' };

/** How a write ended: `full` when the browser has no room left for us, `blocked` when it lets us write nothing. */
export type StoredWrite = 'written' | 'full' | 'blocked';

/** Names of the error for a full storage; the second is Firefox's own. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);

/** Reads the text under `key`. */
export function readStored(key: string): StoredRead {
  try {
    const text = localStorage.getItem(key);
    return text === null ? { state: 'empty' } : { state: 'found', text };
  } catch {
    return { state: 'blocked' };
  }
}

/** Writes `text` under `key`, in place of what stood there. */
export function writeStored(key: string, text: string): StoredWrite {
  try {
    localStorage.setItem(key, text);
    return 'written';
  } catch (error) {
    return error instanceof DOMException && FULL.has(error.name) ? 'full' : 'blocked';
  }
}

/** Removes what stands under `key`. */
export function removeStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked storage holds nothing of ours.
  }
}

/** Calls `listener` with the new text (null: removed) when another tab changes `key`. Returns the way to stop. */
export function onStoredElsewhere(key: string, listener: (text: string | null) => void): () => void {
  const handle = (event: StorageEvent): void => {
    if (event.key === key) listener(event.newValue);
  };
  addEventListener('storage', handle);
  return () => removeEventListener('storage', handle);
}
