import { z } from 'zod';
import { evidence, withEvidence } from '../evidence/schema.ts';
import { localizedText, permanentId } from '../shared/schema.ts';
import { FACTS, SITE_DUTIES } from './facts.ts';

/** One fact about a form, with what it rests on. */
const fact = withEvidence(
  z.strictObject({
    /** A few words, for the comparison table. */
    short: localizedText,
    /** The whole of it, one to three sentences, for the page of the form. `{id}` stands for an amount. */
    text: localizedText,
    ...evidence,
  }),
);

/** A legal form or what is taken for one: `content/legal-forms/<id>.yaml`. The id is the slug of its page. */
export const legalFormSchema = z.strictObject({
  /** Place in lists and tables. */
  order: z.int().positive(),
  /**
   * `form`: can be chosen today; `variant`: a recognition or use of another form; `other`: exists, but is no
   * vehicle for a mini-cluster; `abolished`: can no longer be founded.
   */
  status: z.enum(['form', 'variant', 'other', 'abolished']),
  /** Name in each language of the country's law. */
  name: z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() }),
  /** Abbreviations, former names and other spellings, so that a search finds the page. */
  aliases: z.array(z.string().min(1)),
  /** What it is, in one sentence. */
  summary: localizedText,
  /** When it suits a mini-cluster, and when not. */
  suits: localizedText,
  unsuited: localizedText,
  /** Every fact for a form that can be chosen; those that matter for the others. */
  facts: z.partialRecord(z.enum(FACTS), fact),
  /** For vehicles that carry a site: who does what. */
  siteDuties: z.partialRecord(z.enum(SITE_DUTIES), fact).default({}),
  /** Ids of related entries. */
  related: z.array(permanentId),
});
export type LegalForm = z.infer<typeof legalFormSchema>;
