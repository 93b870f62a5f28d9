/** Printing a part of a page: what is marked on the root decides, by style sheet, what goes on paper. */

/** Prints with `data-print-<what>` on the root of the page until the print is over. */
export function printOnly(what: 'paper' | 'all' | 'form' | 'script'): void {
  const root = document.documentElement;
  const mark = `data-print-${what}`;
  root.setAttribute(mark, '');
  addEventListener('afterprint', () => root.removeAttribute(mark), { once: true });
  print();
}

/** Opens the closed `details` that `selector` finds for as long as a print takes. Returns the way to stop. */
export function openForPrint(selector: string): () => void {
  let opened: HTMLDetailsElement[] = [];
  const open = (): void => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>(`${selector}:not([open])`)];
    for (const details of opened) details.open = true;
  };
  const close = (): void => {
    for (const details of opened) details.open = false;
    opened = [];
  };
  addEventListener('beforeprint', open);
  addEventListener('afterprint', close);
  return () => {
    removeEventListener('beforeprint', open);
    removeEventListener('afterprint', close);
  };
}
