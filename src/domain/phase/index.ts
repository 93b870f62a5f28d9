export type { Phase } from './schema.ts';
