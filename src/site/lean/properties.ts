/** The name of a custom property, where it is set and where it is used. */
const PROPERTY = /(?<![\w-])--[A-Za-z][\w-]*/g;
/** Where a page sets or uses custom properties: its own styles, and the style of one element. */
const STYLE = /<style[^>]*>[\s\S]*?<\/style>|\sstyle="[^"]*"/g;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Short names for the custom properties of a stylesheet, the most frequent first.
 * @param css all style that these pages share or have in them
 * @param elsewhere what names properties too and is not rewritten, other stylesheets and scripts: those keep their name
 */
export function shortProperties(css: string, elsewhere: readonly string[]): Map<string, string> {
  const kept = new Set(elsewhere.flatMap((text) => text.match(PROPERTY) ?? []));
  const counts = new Map<string, number>();
  for (const name of css.match(PROPERTY) ?? [])
    if (!kept.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const short = new Map<string, string>();
  let next = 0;
  for (const name of names) {
    let made: string;
    do made = `--${inLetters(next++)}`;
    while (kept.has(made));
    short.set(name, made);
  }
  return short;
}

/** A stylesheet with the short names of its properties. */
export function withShortProperties(css: string, short: ReadonlyMap<string, string>): string {
  return css.replaceAll(PROPERTY, (name) => short.get(name) ?? name);
}

/** A page with the short names, in its styles only: a text may speak of a property. */
export function pageWithShortProperties(html: string, short: ReadonlyMap<string, string>): string {
  return html.replaceAll(STYLE, (style) => withShortProperties(style, short));
}

/** The styles of a page and of its elements. */
export function stylesIn(html: string): string {
  return (html.match(STYLE) ?? []).join('\n');
}

/** 0 is a, 51 is Z, 52 is aa. */
function inLetters(number: number): string {
  const rest = Math.floor(number / LETTERS.length) - 1;
  return (rest >= 0 ? inLetters(rest) : '') + (LETTERS[number % LETTERS.length] ?? '');
}
