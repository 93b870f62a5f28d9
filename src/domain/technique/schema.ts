import { z } from 'zod';
import { localizedText, phaseId, sourceIds } from '../shared/schema.ts';

/** One technique of the practical sheets: `content/techniques/<id>.yaml`. */
export const techniqueSchema = z.strictObject({
  /** Name as the handbook uses it. */
  name: localizedText,
  /** Other names people look for, per language. */
  aliases: z.strictObject({
    nl: z.array(z.string().min(1)),
    fr: z.array(z.string().min(1)),
    en: z.array(z.string().min(1)),
  }),
  /** What it yields, in at most two sentences. */
  gist: localizedText,
  /** Phases in which it is used. */
  phases: z.array(phaseId).min(1),
  /** Places on the practical sheets of the source: sheet 1–3 and the order on that sheet. */
  sheets: z.array(
    z.strictObject({
      /** Number of the practical sheet, 1–3. */
      sheet: z.int().min(1).max(3),
      /** Place on that sheet, from 1. */
      order: z.int().min(1),
    }),
  ),
  /** Sources that describe it. */
  sources: sourceIds,
});
export type Technique = z.infer<typeof techniqueSchema>;
