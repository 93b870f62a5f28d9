import type nl from '../../content/i18n/nl.json';
import { fill } from '../../src/domain/shared/index.ts';

type KeyOf<K> = K extends `assessment.${infer Rest}` ? Rest : never;

/** What the tool says, by key without its prefix, in the reader's language. */
export type Labels = Readonly<Record<KeyOf<keyof typeof nl>, string>>;
type PluralKey<K> = K extends `${infer Rest}.other` ? Rest : never;

/** The tool's labels out of all UI strings. */
export function pickLabels(strings: Readonly<Record<string, unknown>>): Labels {
  const own = Object.entries(strings).filter(([key]) => key.startsWith('assessment.'));
  return Object.fromEntries(own.map(([key, text]) => [key.slice('assessment.'.length), text])) as Labels;
}

/** The form of a label that fits `n` in `lang`, with `{n}` and the other values filled in. */
export function plural(
  labels: Labels,
  lang: string,
  key: PluralKey<keyof Labels>,
  n: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const form = new Intl.PluralRules(lang).select(n) === 'one' ? 'one' : 'other';
  return fill(labels[`${key}.${form}`], { n, ...values });
}
