import type { Revision, RevisionVersion } from './schema.ts';

/** The last version: what is printed today. */
export function currentVersion({ versions }: Revision): RevisionVersion {
  const last = versions.at(-1);
  if (!last) throw new RangeError('A revision has at least one version.');
  return last;
}

/** The history with one more version. */
export function withVersion(revision: Revision, next: Omit<RevisionVersion, 'version'>): Revision {
  return {
    ...revision,
    versions: [...revision.versions, { version: currentVersion(revision).version + 1, ...next }],
  };
}

/** The history with another fingerprint for its last version: nobody has that version on paper, or it reads the same. */
export function withFingerprint(revision: Revision, fingerprint: string): Revision {
  return {
    ...revision,
    versions: [...revision.versions.slice(0, -1), { ...currentVersion(revision), fingerprint }],
  };
}

/** What is wrong with a history: versions count from 1 without a gap, and no day comes before an earlier one. */
export function faultsOf({ id, versions }: Revision): string[] {
  return versions.flatMap(({ version, date }, index) => [
    ...(version === index + 1 ? [] : [`${id}: versie ${version} staat op plaats ${index + 1}.`]),
    ...(date >= (versions[index - 1]?.date ?? date)
      ? []
      : [`${id}: versie ${version} is ouder dan de vorige.`]),
  ]);
}
