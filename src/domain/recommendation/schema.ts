import { z } from 'zod';
import { localizedText, permanentId, phaseId } from '../shared/schema.ts';

/** One of the 26 recommendations of smart-sip3: `content/recommendations/<id>.yaml`, id = "sip3-01" … "sip3-26". */
export const recommendationSchema = z.strictObject({
  /** Number in the source, 1–26. */
  number: z.int().min(1).max(26),
  /** Working group it comes from. */
  theme: z.enum(['networks', 'purchasing', 'impact']),
  /** Short title, our words. */
  title: localizedText,
  /** What it recommends, two to four sentences, our words. */
  gist: localizedText,
  /** The board's answer (9 May 2019): approved, and its point of attention where it made one. */
  attention: localizedText.optional(),
  /** Where the handbook uses it: pages as root-relative paths with anchor. */
  usedIn: z.array(z.string().regex(/^\/[a-z0-9/-]+\/(#\S+)?$/)).min(1),
  /** Phases it helps in. */
  phases: z.array(phaseId),
  /** Sources. */
  sources: z.array(permanentId).min(1),
});
export type Recommendation = z.infer<typeof recommendationSchema>;
