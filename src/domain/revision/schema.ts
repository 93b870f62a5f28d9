import { z } from 'zod';
import { day, localizedText, permanentId } from '../shared/schema.ts';

/** The versions of one thing that is printed: an entry of `content/revisions.yaml`, written by `npm run revise`. */
export const revisionSchema = z.strictObject({
  /** Id of its permanent link. */
  id: permanentId,
  /** Its versions, the first one first. Only the last one is ever rewritten, and only while nobody printed it. */
  versions: z
    .array(
      z.strictObject({
        /** 1 for the first, then one more each time. */
        version: z.int().positive(),
        /** Day of this version (YYYY-MM-DD). */
        date: day,
        /** Fingerprint of what is printed, so that no change goes by without a version. */
        fingerprint: z.string().regex(/^[0-9a-f]{12}$/, 'Laat de vingerafdruk maken: npm run revise'),
        /** What changed, in one sentence for somebody who holds the older paper. */
        words: localizedText,
      }),
    )
    .min(1),
});
export type Revision = z.infer<typeof revisionSchema>;
export type RevisionVersion = Revision['versions'][number];
