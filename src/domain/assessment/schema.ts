import { z } from 'zod';
import { localizedText, permanentId, phaseId, sourceIds } from '../shared/schema.ts';

/** Where the group stands when it starts the assessment; decides which phases and items count. */
export const start = z.enum(['new', 'informal', 'formal']);
export type Start = z.infer<typeof start>;

/**
 * The six groups of factors of the Wilder Collaboration Factors Inventory. Each item carries one, so that a
 * check can prove that no side of working together is forgotten.
 */
export const factor = z.enum([
  'environment',
  'membership',
  'process',
  'communication',
  'purpose',
  'resources',
]);
export type Factor = z.infer<typeof factor>;

/** One observable fact about the group, with four levels. */
export const itemSchema = z.strictObject({
  /** Permanent id. A changed meaning gets a new id; a reworded text does not. */
  id: permanentId,
  /** Phase the item belongs to. */
  phase: phaseId,
  /** gate = the phase is not done without it; should = normally there; could = helps. */
  kind: z.enum(['gate', 'should', 'could']),
  /** Items that must stand before this one makes sense, by id. */
  requires: z.array(permanentId),
  /** Groups that are asked this item. */
  starts: z.array(start).min(1),
  /** Whether "does not apply to us" is a possible answer. */
  naAllowed: z.boolean(),
  /** Who in the group can know the answer. */
  answeredBy: z.enum(['everyone', 'coordinator']),
  /** Work to reach level 2: 1 = an hour or so, 2 = one meeting, 3 = several meetings or weeks. */
  effort: z.int().min(1).max(3),
  /** Side of working together that the item is about. */
  factor,
  /** What the item is about, a few words. */
  title: localizedText,
  /** The fact to look at, as a question. */
  question: localizedText,
  /** The four levels as observable facts: 0 not begun, 1 begun, 2 agreed and used, 3 written down or provable. */
  levels: z.tuple([localizedText, localizedText, localizedText, localizedText], {
    error: 'Geef precies vier niveaus, van niet begonnen tot op papier.',
  }),
  /** What to do next when the item is not in place, one sentence in the imperative. */
  next: localizedText,
  /** How a group talks about it when its members answered differently. */
  talk: z.strictObject({
    /** A question to read aloud, that does not ask who is right. */
    question: localizedText,
    /** Technique to run the talk with, by id. */
    technique: permanentId,
    /** Minutes to reserve for it in a meeting. */
    minutes: z.int().min(5).max(60),
  }),
  /** Part of the source the item is drawn from. */
  origin: z.enum(['intention', 'means', 'lesson']),
  /** Place in the handbook that says how: page and anchor, e.g. /methode/4-opbouwen/#de-coördinatie-regelen. */
  anchor: z
    .string()
    .regex(/^\/[a-z0-9/-]+\/#\S+$/, 'Schrijf het anker als /pad/naar/pagina/#titel-van-het-stuk'),
  /** Sources the item rests on. */
  sources: sourceIds,
});

/** A phase self-assessment: `content/assessments/<id>.yaml`. */
export const assessmentSchema = z.strictObject({
  /** Version of the model, raised whenever `codec` gets a new list. */
  version: z.int().positive(),
  /** Phases that each start walks through, in order. */
  routes: z.record(start, z.array(phaseId).min(1)),
  /** Short name of each level, from 0 to 3. */
  levelNames: z.tuple([localizedText, localizedText, localizedText, localizedText]),
  /** The items, in the order in which they are asked. */
  items: z.array(itemSchema).min(1),
  /**
   * Order of the items in a share link, for every version ever published. A list is frozen once published; a
   * new version adds a list. Ids that left the model stay in the old lists.
   */
  codec: z.record(
    z.string().regex(/^[1-9]\d*$/, 'De sleutel is een versienummer.'),
    z.array(permanentId).min(1),
  ),
  /** Worked examples; they run as tests. */
  examples: z.array(
    z.strictObject({
      /** The situation, in words. */
      situation: z.string().min(1),
      /** Where the group starts. */
      start,
      /** Level given to every asked item of these phases: 0–3, u (don't know) or n (does not apply). */
      phases: z.record(phaseId, z.enum(['0', '1', '2', '3', 'u', 'n'])).default({}),
      /** Answers that differ from that, by item id. */
      answers: z.record(permanentId, z.enum(['0', '1', '2', '3', 'u', 'n'])).default({}),
      /** Expected result. */
      expected: z.strictObject({
        /** Earliest and latest possible position: a phase id, or "done" beyond the last phase. */
        position: z.tuple([z.union([phaseId, z.literal('done')]), z.union([phaseId, z.literal('done')])]),
        /** First of the next steps, by item id; leave out when there is none. */
        firstStep: permanentId.optional(),
        /** Items that would decide the position, in order. */
        decisive: z.array(permanentId).default([]),
      }),
    }),
  ),
});
export type Item = z.infer<typeof itemSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
