export { expiryOf, isExpired } from './expiry.ts';
export type { Confidence, Tier } from './schema.ts';
