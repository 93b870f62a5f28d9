import { z } from 'zod';
import { basis, localizedText, permanentId, route, sourceIds } from '../shared/schema.ts';

/**
 * Who carries the initiative in a phase. The sources say that it moves step by step from the guiding
 * organisation to the group; where exactly each phase stands is the editors' reading.
 */
export const lead = z.enum(['guide', 'mostly-guide', 'together', 'mostly-group', 'group']);

/** Facts of one phase of the method: `content/phases/<id>.yaml`. The prose is the page with the same slug. */
export const phaseSchema = z.strictObject({
  /** Place in the method, 1–8; equal to the number in the id. */
  number: z.int().min(1).max(8),
  /** Name of the phase, a verb: "Opbouwen". */
  name: localizedText,
  /** One line on what the phase is for, as under the name in the source. */
  aim: localizedText,
  /** Readers who do the work in this phase. */
  audience: z.array(z.enum(['network', 'firm', 'trainer'])).min(1),
  /** Who carries the initiative. */
  lead,
  /** Usual length in weeks. */
  duration: z.strictObject({
    /** Shortest usual length, weeks. */
    min: z.int().positive(),
    /** Longest usual length, weeks. */
    max: z.int().positive(),
    /** Whether the source gives the length or the editors estimate it. */
    basis,
  }),
  /** Who sits at the table, in a few words. */
  people: localizedText,
  /** Whether the source names the people or the editors do. */
  peopleBasis: basis,
  /** Groups that walk through this phase. */
  routes: z.array(route).min(1),
  /** What the group wants to reach. */
  intentions: z
    .array(
      z.strictObject({
        /** Permanent id of the intention within the phase. */
        id: permanentId,
        /** The intention, one sentence. */
        text: localizedText,
        /** Groups it holds for; the sources tell them apart in phases 4 and 5. */
        routes: z.array(route).min(1),
      }),
    )
    .min(1),
  /** What goes wrong, how one notices, and what then. */
  pitfalls: z
    .array(
      z.strictObject({
        /** Permanent id of the pitfall within the phase. */
        id: permanentId,
        /** How the group notices it. */
        sign: localizedText,
        /** What to do then. */
        response: localizedText,
        /** Lesson of a source, or the editors' advice. */
        basis,
        /** Sources of the lesson; empty for the editors' advice. */
        sources: z.array(permanentId),
      }),
    )
    .min(3, 'Geef minstens drie valkuilen per fase.'),
  /** Sources of the facts above. */
  sources: sourceIds,
});
export type Phase = z.infer<typeof phaseSchema>;
export type Lead = z.infer<typeof lead>;
