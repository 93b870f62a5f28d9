import type { Locale } from '../shared/index.ts';
import type { Amounts } from './schema.ts';

type Amount = Pick<Amounts['entries'][number], 'id' | 'value' | 'unit'>;

const WORD: Record<Locale, string> = { nl: 'euro', fr: 'euros', en: 'euro' };
/** How each language writes numbers here: 61.500 euro, 61 500 euros, 61,500 euro (en-BE has the Dutch signs). */
const TAG: Record<Locale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/** The amount as a reader writes it: "61.500 euro", "81,07 euro", "6%", "50". */
export function formatAmount({ value, unit }: Omit<Amount, 'id'>, locale: Locale): string {
  const cents = Number.isInteger(value) ? 0 : 2;
  const digits = unit === 'euro' ? { minimumFractionDigits: cents } : {};
  const number = value.toLocaleString(TAG[locale], digits);
  return unit === 'euro' ? `${number} ${WORD[locale]}` : unit === 'percent' ? `${number}%` : number;
}

/** Every amount by its id, written out: the values for the placeholders in texts. */
export function amountTexts(amounts: readonly Amount[], locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(amounts.map((amount) => [amount.id, formatAmount(amount, locale)]));
}
