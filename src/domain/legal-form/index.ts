export { type FactKey, FACTS, SITE_DUTIES, type SiteDutyKey } from './facts.ts';
export type { LegalForm } from './schema.ts';
