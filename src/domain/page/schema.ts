import { z } from 'zod';
import { permanentId, phaseId } from '../shared/schema.ts';

/** What the handbook adds to Starlight's front matter of a page in `content/docs/`. */
export const pageSchema = z.object({
  /** Sources the page rests on, shown at its foot. Every page that claims something names them. */
  sources: z.array(permanentId).default([]),
  /** Day on which somebody outside the editors last read the page (YYYY-MM-DD); empty until then. */
  reviewed: z.coerce.date().nullable().default(null),
  /** How proven the page is: new = written from the sources, reviewed = read by an expert, tested = used with a group. */
  status: z.enum(['new', 'reviewed', 'tested']).default('new'),
  /** The phase this page is about, if it is a phase page. */
  phase: phaseId.optional(),
  /** The technique this page is about, if it is a technique page. */
  technique: permanentId.optional(),
  /** The case this page tells, if it is a case page. */
  case: permanentId.optional(),
  /** Phases a background page helps in, for the overview of the method. */
  phases: z.array(phaseId).default([]),
});
export type PageFields = z.infer<typeof pageSchema>;
