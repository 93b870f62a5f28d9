import { z } from 'zod';
import { basis, localizedText, permanentId, phaseId, sourceIds } from '../shared/schema.ts';
import { DRAWINGS } from './drawings.ts';

/** What a block rests on: a source that asks for it, or advice of the editors, marked as such on the sheet. */
const origin = {
  /** Whether a source gives it or the editors advise it. */
  basis,
  /** Ids of the sources; at least one where the basis is a source. */
  sources: z.array(permanentId).default([]),
};
const isGrounded = ({ basis, sources }: { basis: string; sources: readonly string[] }): boolean =>
  basis !== 'source' || sources.length > 0;
const NAME_SOURCE = { error: 'Noem de bron: sources: [ecobuild-2017], of kies basis: editors.' };

/** A range of whole numbers and what it rests on. */
const range = z
  .strictObject({
    /** Smallest usual value. */
    min: z.int().positive(),
    /** Largest usual value. */
    max: z.int().positive(),
    basis,
  })
  .refine(({ min, max }) => min <= max, { error: 'min is groter dan max.' });

/** How many lines to write on; a line is about eight millimetres high. */
const lineCount = z.int().min(1).max(20);

/** A column of a table. */
const column = z.strictObject({
  label: localizedText,
  /** Share of the width, against the shares of the other columns. */
  width: z.int().min(1).max(12).default(1),
  /** Holds a box to tick in every row. */
  tick: z.boolean().default(false),
});

/** A point on a checklist: words of its own, or those of a rule, so that a legal point is written once. */
const checkItem = z
  .strictObject({
    id: permanentId,
    /** The point, in a sentence. Left out where a rule says it. */
    text: localizedText.optional(),
    /** The duty of a chooser that says it. */
    rule: z
      .strictObject({
        /** Id of the chooser in content/choosers/. */
        chooser: permanentId,
        /** Id of its duty. */
        id: permanentId,
      })
      .optional(),
    /** For which groups it counts, where not for all. */
    when: localizedText.optional(),
    ...origin,
  })
  .refine(({ text, rule }) => (text === undefined) !== (rule === undefined), {
    error: 'Schrijf text of rule, niet allebei.',
  })
  .refine(isGrounded, NAME_SOURCE);

/** A drawing to fill in, with its words. */
const drawing = <Name extends keyof typeof DRAWINGS>(name: Name) =>
  z.strictObject({
    kind: z.literal('drawing'),
    drawing: z.literal(name),
    label: localizedText,
    /** Words in the drawing, by the name of their place. */
    words: z.record(z.enum(DRAWINGS[name] as readonly (typeof DRAWINGS)[Name][number][]), localizedText),
    ...origin,
  });

/** The building blocks of a worksheet: a closed set, so that print and Word show all of them. */
const block = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('heading'),
      text: localizedText,
    }),
    z.strictObject({
      kind: z.literal('note'),
      text: localizedText,
      /** A warning, shown in a frame. */
      caution: z.boolean().default(false),
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('fields'),
      /** Labels with a line to write on, side by side. */
      fields: z
        .array(
          z.strictObject({
            label: localizedText,
            /** Share of the width, against the shares of the other fields. */
            width: z.int().min(1).max(12).default(1),
          }),
        )
        .min(1)
        .max(4),
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('lines'),
      label: localizedText,
      /** What to write, said more quietly. */
      hint: localizedText.optional(),
      rows: lineCount,
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('choice'),
      label: localizedText,
      /** One box to tick before each. */
      options: z.array(localizedText).min(2).max(6),
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('checklist'),
      label: localizedText,
      hint: localizedText.optional(),
      /** What can be ticked at each point, one column each. */
      ticks: z.array(localizedText).min(1).max(6),
      items: z.array(checkItem).min(1),
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('table'),
      label: localizedText,
      hint: localizedText.optional(),
      columns: z.array(column).min(2).max(7),
      /** Rows that begin with given cells; the other cells are to fill in. */
      given: z.array(z.array(localizedText).min(1)).default([]),
      /** Empty rows after the given ones. */
      rows: z.int().min(0).max(20),
      /** Height of a row, in lines. */
      rowLines: lineCount.default(1),
      ...origin,
    }),
    z.strictObject({
      kind: z.literal('grid'),
      label: localizedText,
      hint: localizedText.optional(),
      /** Columns of the grid; a cell takes one or more. */
      columns: z.int().min(1).max(6),
      cells: z
        .array(
          z.strictObject({
            title: localizedText,
            /** The question that helps to fill the cell: advice of the editors. */
            prompt: localizedText.optional(),
            /** Columns it takes. */
            span: z.int().min(1).max(6).default(1),
          }),
        )
        .min(2),
      /** Height of a cell, in lines. */
      rows: lineCount,
      ...origin,
    }),
    z.discriminatedUnion('drawing', [
      drawing('fishbone'),
      drawing('vision-schema'),
      drawing('stakeholder-map'),
    ]),
    z.strictObject({
      kind: z.literal('example'),
      title: localizedText,
      /** What was filled in, part by part. Facts of the sources only. */
      lines: z.array(z.strictObject({ label: localizedText, text: localizedText })).min(1),
      /** Where the facts are told in the handbook, from the root. */
      page: z.string().startsWith('/').endsWith('/'),
      sources: sourceIds,
    }),
  ])
  .refine((block) => !('basis' in block) || isGrounded(block), NAME_SOURCE);
export type Block = z.infer<typeof block>;

/** A form to fill in on paper or in a word processor: `content/worksheets/<id>.yaml`. */
export const worksheetSchema = z
  .strictObject({
    /** Name, as it stands above the sheet. */
    title: localizedText,
    /** Place in the list of worksheets, from 1. */
    order: z.int().positive(),
    /** What it is for, in one or two sentences. */
    purpose: localizedText,
    /** Techniques it serves, the main one first. */
    techniques: z.array(permanentId),
    /** Phases in which it is used. */
    phases: z.array(phaseId).min(1),
    /** Pages that tell more, from the root, beside those of its techniques. */
    pages: z.array(z.string().startsWith('/')).default([]),
    /** Minutes to fill it in. Left out: as long as its first technique takes. */
    minutes: range.optional(),
    /** How many people use it together. Left out: as many as its first technique. */
    people: range.optional(),
    /** How to use it, step by step: advice of the editors. */
    use: z.array(localizedText).min(2).max(4),
    /** How to make it large, where a group fills it in together. */
    wall: localizedText.optional(),
    /** One A4 each, two at most. */
    sheets: z
      .array(
        z.strictObject({
          /** Name of the sheet, where there are two. */
          title: localizedText.optional(),
          orientation: z.enum(['portrait', 'landscape']),
          blocks: z.array(block).min(1),
        }),
      )
      .min(1)
      .max(2),
    /** Sources it rests on as a whole. */
    sources: sourceIds,
  })
  .refine(({ sheets }) => sheets.every(({ title }) => (title === undefined) === (sheets.length === 1)), {
    error: 'Een blad heeft een titel als er twee zijn, en anders niet.',
  })
  .refine(({ techniques, minutes, people }) => techniques.length > 0 || (minutes && people), {
    error: 'Schrijf minutes en people, of noem een techniek waar ze van komen.',
  });
export type Worksheet = z.infer<typeof worksheetSchema>;
