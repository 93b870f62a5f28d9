import { z } from 'zod';
import { localizedText, permanentId, sourceIds } from '../shared/schema.ts';

/** One term of the handbook: `content/glossary/<id>.yaml`, shown on /begrippen/. */
export const termSchema = z.strictObject({
  /** The term; French and English names are given wherever they exist, also before those languages are published. */
  name: localizedText,
  /** What it means, in one to three plain sentences. */
  definition: localizedText,
  /** Abbreviations in use, as they are written. */
  abbreviations: z.array(z.string().min(1)).default([]),
  /** Terms it is often mixed up with, by id. */
  confusedWith: z.array(permanentId).default([]),
  /** Whether it needs no link on first use: readers know the word, or it has a page of its own. */
  everyday: z.boolean().default(false),
  /** Sources of the definition. */
  sources: sourceIds,
});
export type Term = z.infer<typeof termSchema>;
