import { z } from 'zod';
import { basis, localizedText, permanentId, phaseId, sourceIds } from '../shared/schema.ts';

/** Minutes of an item. */
const minutes = z.int().min(1).max(600);

/** A point of a ready-made agenda. */
const item = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('technique'),
    /** Technique, by id. */
    technique: permanentId,
    minutes,
    /** Whether only a part of it is done. */
    part: z.boolean().default(false),
    /** What is different here, a few words. */
    note: localizedText.optional(),
    /** Whether the source puts it in this meeting, or the editors. The minutes are always the editors'. */
    basis,
  }),
  z.strictObject({
    kind: z.enum(['break', 'own']),
    minutes,
    /** What it is called. */
    text: localizedText,
    basis,
  }),
]);

/** One ready-made agenda or series of agendas: `content/agendas/<id>.yaml`. */
export const agendaSchema = z.strictObject({
  /** Name of the meeting or the series. */
  name: localizedText,
  /** What it is for and when to hold it, one or two sentences. */
  gist: localizedText,
  /** Place in the list, from 1. */
  order: z.int().min(1),
  /** Phase in which it is held. */
  phase: phaseId,
  /** Number of participants that the minutes are for. */
  people: z.int().min(2),
  /** Page of the handbook that tells more, root-relative. */
  page: z
    .string()
    .regex(/^\/[a-z0-9/-]+\/(?:#[^\s]+)?$/, 'Schrijf het adres vanaf de wortel: /fiches/fiche-1/'),
  /** The meetings in order; one, or all of a series. */
  meetings: z
    .array(
      z.strictObject({
        /** Permanent id within the file. */
        id: permanentId,
        /** Name of the meeting. In a series it gets a letter by its place. */
        name: localizedText,
        /** What lies on the table at the end. */
        goal: localizedText,
        /** Minutes to reserve; the items fit in them. */
        length: minutes,
        items: z.array(item).min(1),
        /** Warnings of the composer that the editors leave on purpose, by name, and why. */
        accepts: z.array(z.strictObject({ warning: z.string(), why: localizedText })).default([]),
      }),
    )
    .min(1),
  /** What the agenda is taken from. */
  sources: sourceIds,
});
export type Agenda = z.infer<typeof agendaSchema>;
