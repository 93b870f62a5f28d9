export { amountTexts, formatAmount } from './format.ts';
export type { Amounts } from './schema.ts';
