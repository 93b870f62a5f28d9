/** How a printed sheet stands to the page: as it is now, older, or of a version that never was. */
export type Standing<Version> =
  | { readonly kind: 'current' }
  | {
      readonly kind: 'older';
      /** The version on paper. */
      readonly printed: Version;
      /** What came after it, the newest first. */
      readonly since: readonly Version[];
    }
  | { readonly kind: 'unknown' };

/** Where paper of version `asked` (as it stands in the address) stands among `versions`, the first one first. */
export function standingOf<Version extends { readonly version: number }>(
  versions: readonly Version[],
  asked: string | null,
): Standing<Version> {
  const at = versions.findIndex(({ version }) => String(version) === asked);
  const printed = versions[at];
  if (!printed) return { kind: 'unknown' };
  return at === versions.length - 1
    ? { kind: 'current' }
    : { kind: 'older', printed, since: versions.slice(at + 1).reverse() };
}
