/** The query of the page's address (`?…`), in which a list keeps what it shows. */

/** The query with its `?`, or an empty string. */
export function readQuery(): string {
  return location.search;
}

/** Puts `query` in the address without leaving an entry in the history. The fragment stays. */
export function replaceQuery(query: string): void {
  history.replaceState(history.state, '', location.pathname + query + location.hash);
}
