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
