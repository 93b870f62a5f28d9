/** Versions of what is printed: which paper is still current, and what changed since. */
export { fingerprintOf, printedData, printedText } from './fingerprint.ts';
export { currentVersion, faultsOf, withFingerprint, withVersion } from './history.ts';
export { standingOf, type Standing } from './standing.ts';
export type { Revision, RevisionVersion } from './schema.ts';
