import { z } from 'zod';
import { localizedText, phaseId, sourceIds } from '../shared/schema.ts';

/** The facts of one case, comparable with the others: `content/cases/<id>.yaml`. */
export const caseSchema = z.strictObject({
  /** Name of the group or project. */
  name: localizedText,
  /** Trade or sector. */
  sector: localizedText,
  /** Where it took place. */
  region: localizedText,
  /** Who took part, as far as the source says. */
  partners: localizedText,
  /** Years the source speaks of, first and last. */
  years: z.strictObject({
    /** First year. */
    from: z.int().min(1990).max(2100),
    /** Last year the source describes. */
    to: z.int().min(1990).max(2100),
  }),
  /** Phases of the method the case shows. */
  phases: z.array(phaseId),
  /** How it was coordinated. */
  coordination: localizedText,
  /** The legal form it took, in the words of its time. */
  legalForm: localizedText,
  /** State at the time of the source. */
  status: z.enum(['running', 'ended', 'unknown']),
  /** Sources of the facts. */
  sources: sourceIds,
});
export type Case = z.infer<typeof caseSchema>;
