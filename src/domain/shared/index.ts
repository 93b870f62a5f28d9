export { toCsv } from './csv.ts';
export { found } from './found.ts';
export type { Basis, LocalizedText, Route } from './schema.ts';
export { fill, type Locale, textIn } from './text.ts';
