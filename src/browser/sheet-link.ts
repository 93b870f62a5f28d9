import { placeSheet } from './page-paper.ts';

/**
 * The link to the sheet of a page: where the site is kept on the device, takes the sheet from there before it is printed, because a
 * request that is waited for does not reach what is kept.
 */
class SheetLink extends HTMLElement {
  constructor() {
    super();
    const address = this.querySelector('a')?.href;
    if (address)
      navigator.serviceWorker?.ready
        .then(() => fetchAll(address))
        .then((texts) => placeSheet(address, (asked) => texts[asked] ?? ''))
        // Asked for again when the page is printed.
        .catch(() => {});
  }
}

/** The page of a sheet and the style with which it prints inside another page, by address. */
async function fetchAll(address: string): Promise<Record<string, string>> {
  const page = await textAt(address);
  const style = /name="page-style" content="([^"]+)"/.exec(page)?.[1] ?? '';
  return { [address]: page, [style]: await textAt(style) };
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.text();
}

customElements.define('sheet-link', SheetLink);
