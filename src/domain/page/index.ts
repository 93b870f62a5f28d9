export type { PageFields } from './schema.ts';
