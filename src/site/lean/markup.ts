/** The drawing in the link to a heading; a sign of the theme stands there. */
const ANCHOR = /(<span aria-hidden="true" class="sl-anchor-icon">)<svg[\s\S]*?<\/svg>/g;

/** Starlight hides some scripts from screen readers; HTML forbids it, and no program reads scripts aloud. */
const HIDDEN_SCRIPT = '<script aria-hidden="true">';

/** Where Starlight's menu would find back how far it was scrolled; that script is not here (src/site/menu-state.ts). */
const MENU_STATE = /<sl-sidebar-restore[^>]*><\/sl-sidebar-restore>/g;

/** What a page was made with; no reader uses it. */
const GENERATOR = /<meta name="generator"[^>]*>/g;

/** Starlight's icons in the frame of a page, by the beginning of their outline, as strokes of a third of the bytes. */
const STROKES: readonly (readonly [outline: string, stroke: string])[] = [
  // Caret of the menu, to the next page, to the page before, menu, close.
  ['m14.83 11.29', 'm9 6 6 6-6 6'],
  ['M17.92 11.62', 'M6 12h12m-6-6 6 6-6 6'],
  ['M17 11H9.41', 'M18 12H6m6-6-6 6 6 6'],
  ['M3 8h18a1', 'M3 7h18M3 12h18M3 17h18'],
  ['m13.41 12', 'm6 6 12 12m0-12L6 18'],
];
const ICON = /fill="currentColor"([^>]*)><path d="([^"]*)"\/>/g;

/** `html` of a page without markup that no reader misses, and with lighter drawings of the icons in its frame. */
export function lighterMarkup(html: string): string {
  return html
    .replaceAll(ANCHOR, '$1')
    .replaceAll(HIDDEN_SCRIPT, '<script>')
    .replaceAll(MENU_STATE, '')
    .replaceAll(GENERATOR, '')
    .replaceAll(ICON, (icon, attributes: string, outline: string) => {
      const stroke = STROKES.find(([start]) => outline.startsWith(start))?.[1];
      return stroke
        ? `fill="none" stroke="currentColor" stroke-width="2"${attributes}><path d="${stroke}"/>`
        : icon;
    });
}
