import type nl from '../../content/i18n/nl.json';
import { fill } from '../../src/domain/shared/index.ts';

type KeyOf<Tool extends string, K> = K extends `${Tool}.${infer Rest}` ? Rest : never;
type PluralKey<K> = K extends `${infer Rest}.other` ? Rest : never;

/** What a tool says, by key without its prefix, in the reader's language: what all tools say and what is its own. */
export type LabelsOf<Tool extends string> = Readonly<Record<KeyOf<Tool | 'tool', keyof typeof nl>, string>>;

/** What all tools say. */
export type ToolLabels = LabelsOf<'tool'>;

/** The labels of a tool out of all UI strings. */
export function pickLabels<Tool extends string>(
  strings: Readonly<Record<string, unknown>>,
  tool: Tool,
): LabelsOf<Tool> {
  const under = (prefix: string) =>
    Object.entries(strings)
      .filter(([key]) => key.startsWith(`${prefix}.`))
      .map(([key, text]) => [key.slice(prefix.length + 1), text]);
  return Object.fromEntries([...under('tool'), ...under(tool)]) as LabelsOf<Tool>;
}

/** Making these costs a slow phone some milliseconds each. */
const rules = new Map<string, Intl.PluralRules>();

/** The form of a label that fits `n` in `lang`, with `{n}` and the other values filled in. */
export function plural<L extends Readonly<Record<string, string>>>(
  labels: L,
  lang: string,
  key: PluralKey<keyof L & string>,
  n: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const rule = rules.get(lang) ?? new Intl.PluralRules(lang);
  rules.set(lang, rule);
  const form = rule.select(n) === 'one' ? 'one' : 'other';
  return fill(labels[`${key}.${form}`] ?? '', { n, ...values });
}
