import type { LocalizedText } from './schema.ts';

/** Languages the handbook can be written in; Dutch is the root. */
export type Locale = 'nl' | 'fr' | 'en';

/** The text in `locale`, or the Dutch text where there is no translation yet. */
export function textIn(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.nl;
}

/** `template` with each `{name}` replaced by its value; a name without a value stays as it is, so that it shows. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{([\w-]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/**
 * Names as one phrase, `a, b en c`, with `word` before the last. (The formatter of the browser says the same for Dutch and
 * French, but the first use of it costs a slow phone 60 ms.)
 */
export function listInWords(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${word} ${last}` : last;
}

/**
 * The first sentence of a text: up to the mark that ends it before a capital, a quote or the end. Shorter than `least`
 * characters it says too little by itself, and the next one comes along.
 */
export function firstSentence(text: string, least = 0): string {
  const ends = text.matchAll(/[.?!…]”?(?=\s+[\p{Lu}“‘(]|\s*$)/gu);
  for (const { index, 0: end } of ends) {
    if (index + end.length >= least) return text.slice(0, index + end.length);
  }
  return text;
}
