/** The data of the handbook for who reuses it in a program. */
export { inLanguage, type NamedSource } from './localize.ts';
export type { ApiCollection } from './schema.ts';
