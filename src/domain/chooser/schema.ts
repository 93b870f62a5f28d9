import { z } from 'zod';
import { localizedText, permanentId, sourceIds } from '../shared/schema.ts';

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
    z.strictObject({ kind: z.literal('any'), of: z.array(conditionSchema) }),
    z.strictObject({ kind: z.literal('not'), condition: conditionSchema }),
  ]),
);

const ruleBase = {
  /** Permanent id, never reused. */
  id: permanentId,
  /** Option the rule speaks of. */
  option: permanentId,
  /** When it holds. */
  when: conditionSchema,
  /** What it says to the reader. */
  text: localizedText,
  /** What it rests on. */
  sources: sourceIds,
};

/** A rule of a chooser, by what it does to its option. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exclude'), ...ruleBase }),
  z.strictObject({
    kind: z.literal('weigh'),
    ...ruleBase,
    /** Criterion it counts for. */
    criterion: permanentId,
    /** −2 (strongly against) to +2 (strongly for). */
    weight: z.int().min(-2).max(2),
  }),
  z.strictObject({ kind: z.literal('duty'), ...ruleBase }),
  z.strictObject({ kind: z.literal('warn'), ...ruleBase }),
  z.strictObject({ kind: z.literal('refer'), ...ruleBase }),
]);

/** A chooser between options: `content/choosers/<id>.yaml`. "Don't know" is always a possible answer. */
export const chooserSchema = z.strictObject({
  /** Version of the model, raised when its meaning changes. */
  version: z.int().positive(),
  /** Questions in the order in which they are asked. */
  questions: z.array(
    z.strictObject({
      id: permanentId,
      text: localizedText,
      /** Answers to choose from. */
      values: z.array(z.strictObject({ id: permanentId, text: localizedText })).min(2),
    }),
  ),
  /** Options in their fixed order. */
  options: z.array(z.strictObject({ id: permanentId, name: localizedText })).min(2),
  /** Criteria the reader can weigh. */
  criteria: z.array(z.strictObject({ id: permanentId, name: localizedText })),
  /** Rules, in any order. */
  rules: z.array(ruleSchema),
  /** Worked examples; they run as tests. */
  examples: z.array(
    z.strictObject({
      situation: z.string().min(1),
      answers: z.record(permanentId, permanentId),
      /** Options expected to be excluded, and the one expected to lead if any. */
      expected: z.strictObject({ excluded: z.array(permanentId), leads: permanentId.optional() }),
    }),
  ),
});
export type Chooser = z.infer<typeof chooserSchema>;
