import { z } from 'zod';
import { evidence, withEvidence } from '../evidence/schema.ts';
import { localizedText, permanentId } from '../shared/schema.ts';

/** Condition on the answers. A closed set: what does not fit becomes a named, tested function. */
export type Condition =
  | { kind: 'in'; question: string; values: string[] }
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; condition: Condition };

/** A question has one of the given values, all or any of several conditions hold, or one does not hold. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('in'), question: permanentId, values: z.array(permanentId).min(1) }),
    z.strictObject({ kind: z.literal('all'), of: z.array(conditionSchema) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('not'), condition: conditionSchema }),
  ]),
);

/** What rules rest on: a rule of law, a finding of a source, or a reason of the editors. */
export const groundSchema = withEvidence(
  z.strictObject({
    /** Permanent id, never reused. */
    id: permanentId,
    /** A few words. */
    title: localizedText,
    /** What it says, in plain words. `{id}` stands for an amount of content/amounts/. */
    text: localizedText,
    ...evidence,
  }),
);

const ruleBase = {
  /** Permanent id, never reused. */
  id: permanentId,
  /** Options the rule speaks of. */
  options: z.array(permanentId).min(1),
  /** When it holds. */
  when: conditionSchema,
  /** What it says to the reader. `{id}` stands for an amount of content/amounts/. */
  text: localizedText,
  /** Ids of the grounds it rests on. */
  grounds: z.array(permanentId).min(1),
};

/** A rule of a chooser, by what it does to its options. */
export const ruleSchema = z.discriminatedUnion('kind', [
  /** The options are out. Law or logic only, never taste. */
  z.strictObject({ kind: z.literal('exclude'), ...ruleBase }),
  /** Speaks for or against the options. */
  z.strictObject({
    kind: z.literal('weigh'),
    ...ruleBase,
    /** Criterion it counts for. */
    criterion: permanentId,
    /** −2 (strongly against) to +2 (strongly for), not 0. */
    weight: z
      .int()
      .min(-2)
      .max(2)
      .refine((weight) => weight !== 0, 'Een gewicht van 0 zegt niets.'),
  }),
  /** Comes along with the options: to do or to agree on. */
  z.strictObject({
    kind: z.literal('duty'),
    ...ruleBase,
    /** Topic under which it is listed. */
    topic: permanentId,
  }),
  /** To watch out for. */
  z.strictObject({
    kind: z.literal('warn'),
    ...ruleBase,
    /** Whether to stop and settle this before choosing anything. */
    stop: z.boolean().default(false),
  }),
  /** To ask a specialist, and why. */
  z.strictObject({ kind: z.literal('refer'), ...ruleBase }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** An id with a name. */
const named = { id: permanentId, name: localizedText };

/** A chooser between options: `content/choosers/<id>.yaml`. "Don't know" is always a possible answer. */
export const chooserSchema = z.strictObject({
  /** Letter of the tool in share links; no two tools share one. */
  letter: z.string().regex(/^[a-z]$/),
  /** Version of the model, raised whenever `codec` gets a new entry. */
  version: z.int().positive(),
  /** What every result and print says about its worth. */
  notice: localizedText,
  /** Groups of questions, one per screen, in order. */
  screens: z.array(z.strictObject(named)).min(1),
  /** Questions in the order in which they are asked. */
  questions: z.array(
    z.strictObject({
      id: permanentId,
      /** Screen it stands on. */
      screen: permanentId,
      /** A few words, for lists. */
      title: localizedText,
      /** The question. */
      text: localizedText,
      /** Explanation for who hesitates. */
      help: localizedText.optional(),
      /** Answers to choose from; at most ten, for the link. */
      values: z
        .array(z.strictObject({ id: permanentId, text: localizedText }))
        .min(2)
        .max(10),
    }),
  ),
  /** Steps of the answer, each with its own options: what now, what per job, what later. */
  stages: z
    .array(
      z.strictObject({
        ...named,
        /** What this step is for. */
        intro: localizedText,
        /** The step is due when the triggers that hold have at least so many points together; 0: always. */
        threshold: z.int().min(0),
        triggers: z.array(
          z.strictObject({
            id: permanentId,
            /** When it holds; left out where no question asks for it and the reader must judge. */
            when: conditionSchema.optional(),
            text: localizedText,
            points: z.int().positive(),
            grounds: z.array(permanentId).min(1),
          }),
        ),
      }),
    )
    .min(1),
  /** Options in their fixed order. */
  options: z
    .array(
      z.strictObject({
        ...named,
        /** Steps it can serve. */
        stages: z.array(permanentId).min(1),
        /** What it is, in one sentence. */
        summary: localizedText,
        /** Page of the handbook about it: path, with anchor where it is part of a page. */
        page: z.string().regex(/^\/[a-z0-9/-]+\/(#\S+)?$/, 'Schrijf de pagina als /pad/ of /pad/#anker'),
      }),
    )
    .min(2),
  /** Criteria that the reader can weigh. */
  criteria: z.array(z.strictObject(named)).min(1),
  /** Topics under which duties are listed, in order. */
  topics: z.array(z.strictObject(named)).min(1),
  grounds: z.array(groundSchema).min(1),
  /** Rules, in any order. */
  rules: z.array(ruleSchema).min(1),
  /** Other and former names that a reader may type, and what they stand for today. */
  terms: z
    .array(
      z.strictObject({
        id: permanentId,
        /** Spellings, as readers type them. */
        names: z.array(z.string().min(1)).min(1),
        /** What became of it. */
        text: localizedText,
        /** Page of the handbook about it. */
        page: z.string().regex(/^\/[a-z0-9/-]+\/(#\S+)?$/),
        grounds: z.array(permanentId).min(1),
      }),
    )
    .default([]),
  /** Ids of questions, values, options and rules that were published and withdrawn; never used again. */
  retired: z.array(permanentId).default([]),
  /**
   * Order of questions, their values and the criteria in a share link, for every version ever published. Frozen
   * once published; a new version adds an entry.
   */
  codec: z.record(
    z.string().regex(/^[1-9]\d*$/, 'De sleutel is een versienummer.'),
    z.strictObject({
      questions: z.array(z.strictObject({ id: permanentId, values: z.array(permanentId).min(2).max(10) })),
      criteria: z.array(permanentId),
    }),
  ),
  /** Worked examples; they run as tests. */
  examples: z.array(
    z.strictObject({
      id: permanentId,
      situation: z.string().min(1),
      /** Value per question; what is left out is not known. */
      answers: z.record(permanentId, permanentId),
      /** What must come out. */
      expected: z.strictObject({
        /** Steps that are due (at least these). */
        due: z.array(permanentId).default([]),
        /** Steps that are surely not due. */
        notDue: z.array(permanentId).default([]),
        /** Option that leads, per step. */
        leads: z.record(permanentId, permanentId).default({}),
        /** Options that can still come first, per step, where none leads. */
        depends: z.record(permanentId, z.array(permanentId).min(2)).default({}),
        /** Options that must be excluded. */
        excluded: z.array(permanentId).default([]),
        /** Rules of any kind that must hold. */
        rules: z.array(permanentId).default([]),
      }),
    }),
  ),
});
export type Chooser = z.infer<typeof chooserSchema>;
