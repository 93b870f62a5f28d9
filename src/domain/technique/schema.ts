import { z } from 'zod';
import { basis, localizedText, permanentId, phaseId, sourceIds } from '../shared/schema.ts';

/** A range of whole numbers and what it rests on. */
const range = z.strictObject({
  /** Smallest usual value. */
  min: z.int().positive(),
  /** Largest usual value. */
  max: z.int().positive(),
  /** Whether a source gives it or the editors advise it. */
  basis,
});

/** One technique: `content/techniques/<id>.yaml`. Its page in content/docs/fiches/ carries the prose. */
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
  /** Places on the practical sheets of the source. */
  sheets: z.array(
    z.strictObject({
      /** Number of the practical sheet, 1–3. */
      sheet: z.int().min(1).max(3),
      /** Place on that sheet, from 1. */
      order: z.int().min(1),
      /** What is done differently on this sheet than on the others, where a technique recurs. */
      differs: localizedText.optional(),
    }),
  ),
  /** Usual length, minutes; the sum of the script lies within it. */
  minutes: range,
  /** Number of participants. */
  people: range,
  /** Experience the facilitator needs. */
  experience: z.enum(['none', 'some', 'much']),
  /** Whether it works in a video call: yes, with changes, or no. */
  online: z.enum(['yes', 'adapted', 'no']),
  /**
   * What it does in a meeting, for the checks of an agenda: everybody speaks at the start (`opens`) or the end
   * (`closes`), it makes a subject clear before a decision (`clarifies`), the group decides (`decides`), it asks so
   * much of people that a pause belongs before the next of that kind (`heavy`).
   */
  roles: z.array(z.enum(['opens', 'closes', 'clarifies', 'decides', 'heavy'])).default([]),
  /** How the room is set up. */
  room: localizedText,
  /** What to bring, one thing each. */
  materials: z.array(localizedText),
  /** When to take it, one or two short sentences. */
  useWhen: localizedText,
  /** When not. */
  notWhen: localizedText,
  /** What to do beforehand, one action each. */
  prepare: z.array(localizedText).min(1),
  /** The steps in order. */
  script: z
    .array(
      z.strictObject({
        /** Permanent id within the technique. */
        id: permanentId,
        /** Minutes for about eight participants. */
        minutes: z.int().positive(),
        /** What the facilitator and the group do. */
        do: localizedText,
        /** A sentence the facilitator can say as it stands. */
        say: localizedText.optional(),
        /** Where the script goes instead of to the next step, and when. */
        branches: z
          .array(
            z.strictObject({
              when: localizedText,
              goTo: permanentId,
              /** The way most groups go, so that the run mode offers it first. Leads to a later step. */
              usual: z.literal(true).optional(),
            }),
          )
          .default([]),
        /**
         * What happened in the group when a step with branches goes on to the next step: the run mode says it instead
         * of “simply on”. Not on paper, where the order of the steps says it.
         */
        onward: localizedText.optional(),
        /** Whether each participant speaks in turn in this step. */
        round: z.boolean().default(false),
      }),
    )
    .min(2),
  /** Whether the steps and sentences come from the source or are worked out by the editors. */
  scriptBasis: basis,
  /** What is on paper or decided afterwards. */
  outcome: localizedText,
  /** What goes wrong and how to rescue it. */
  pitfalls: z.array(z.strictObject({ sign: localizedText, response: localizedText, basis })).min(2),
  /** Other ways to do it: short, online, very small group. */
  variants: z.array(z.strictObject({ name: localizedText, text: localizedText })),
  /** Techniques that follow well, by id. */
  followUps: z.array(permanentId),
  /** Cases that used it, by id. */
  cases: z.array(permanentId),
  /** Sources that describe it. */
  sources: sourceIds,
});
export type Technique = z.infer<typeof techniqueSchema>;
