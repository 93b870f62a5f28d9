/**
 * The fragment of the page's address (`#…`), in which a tool keeps what it shares. A fragment is never sent to a
 * server.
 */

/** The fragment without `#`, or an empty string. */
export function readFragment(): string {
  return location.hash.slice(1);
}

/** Takes the fragment out of the address without leaving an entry in the history. */
export function clearFragment(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** The address of this page with `fragment`. */
export function linkWith(fragment: string): string {
  return `${location.origin}${location.pathname}#${fragment}`;
}

/** The address of another page of this site with `fragment`; `path` as it stands in the page. */
export function linkTo(path: string, fragment: string): string {
  return `${new URL(path, location.href).href}#${fragment}`;
}

/** Calls `listener` when the reader opens another fragment in this tab. Returns the way to stop. */
export function onFragmentChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
