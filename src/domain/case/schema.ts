import { z } from 'zod';
import { localizedText, permanentId, phaseId, sourceIds } from '../shared/schema.ts';

/** The facts of one case, comparable with the others: `content/cases/<id>.yaml`. */
export const caseSchema = z.strictObject({
  /** full = told at length along the case anatomy; short = a fact box and a lesson. */
  kind: z.enum(['full', 'short']),
  /** Name of the group or project. */
  name: localizedText,
  /** Trade or sector. */
  sector: localizedText,
  /** Where it took place. */
  region: localizedText,
  /** Who took part, as far as the source says. */
  partners: localizedText,
  /** Years the source speaks of; leave out when it gives none. */
  years: z.strictObject({ from: z.int().min(1990).max(2100), to: z.int().min(1990).max(2100) }).optional(),
  /** Phases of the method the case shows. */
  phases: z.array(phaseId).min(1),
  /** How it was coordinated ("niet vermeld" when the source does not say). */
  coordination: localizedText,
  /** The form it took, in the words of its time. */
  legalForm: localizedText,
  /** State at the time of the source. */
  status: z.enum(['running', 'ended', 'unknown']),
  /** What came of it according to the source, one or two sentences, as the source's claim. */
  outcome: localizedText,
  /** What a mini-cluster learns from it, one or two sentences. */
  lesson: localizedText,
  /** Techniques the source says were used, by id. */
  techniques: z.array(permanentId),
  /** Sources of the facts. */
  sources: sourceIds,
});
export type Case = z.infer<typeof caseSchema>;
