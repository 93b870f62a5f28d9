import { z } from 'zod';
import { day, localizedText, permanentId } from '../shared/schema.ts';

/**
 * How a statement was checked. `statute`: read in the text of the law; `secondary`: read on an official or
 * professional page; `general`: general knowledge, not verified, shown as such; `source`: said by a document the
 * handbook is drawn from; `editors`: advice of the editors.
 */
export const tier = z.enum(['statute', 'secondary', 'general', 'source', 'editors']);
export type Tier = z.infer<typeof tier>;

/** How sure the editors are that a specialist would agree. */
export const confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof confidence>;

/** Fields of a statement that say what it rests on; spread into the object that makes the statement. */
export const evidence = {
  /** Article or articles, as lawyers cite them, e.g. "WVV 4:1; WER III.49". */
  article: z.string().min(1).optional(),
  /** Ids of entries in content/sources/; none for what is not verified or is the editors' own. */
  sources: z.array(permanentId),
  tier,
  confidence,
  /** Day on which the editors last checked it against its source (YYYY-MM-DD). Expires after twelve months. */
  checked: day.optional(),
  /** Day on which a lawyer reviewed it; left out until one did. */
  lastReviewed: day.optional(),
  /** What is not settled, or where the text of the law corrected what was said of it. */
  note: localizedText.optional(),
};

/** What `evidence` says, checked for holes: a source for what claims one, a date for what is law. */
export function withEvidence<T extends z.ZodObject<typeof evidence>>(statement: T): T {
  return statement
    .refine(({ sources, tier }) => sources.length > 0 || tier === 'general' || tier === 'editors', {
      error:
        'Noem een bron, of kies tier: general (niet nagekeken) of tier: editors (advies van de redactie).',
    })
    .refine(({ tier, checked }) => tier === 'source' || tier === 'editors' || checked !== undefined, {
      error: 'Schrijf bij een rechtsregel wanneer hij is nagekeken: checked: JJJJ-MM-DD.',
    }) as unknown as T;
}
