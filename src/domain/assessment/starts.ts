import type { Start } from './schema.ts';

/** The starts in the order in which they are offered. Apart from the schema, which must not reach the browser. */
export const START_LIST = ['new', 'informal', 'formal'] as const satisfies readonly Start[];
