/**
 * Adds a stylesheet to the page that came with a part loaded on demand, so that no page carries it before. Each text is
 * added once; on the server nothing happens.
 */
export function adoptStyles(...texts: readonly string[]): void {
  if (typeof document === 'undefined') return;
  for (const text of texts) {
    if (adopted.has(text)) continue;
    adopted.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
}

const adopted = new Set<string>();
