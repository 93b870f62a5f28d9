import { z } from 'zod';
import { day, localizedText } from '../shared/schema.ts';

/** One publication the handbook rests on or points to: `content/sources/<id>.yaml`, shown on /bronnen/. */
export const sourceSchema = z.strictObject({
  /**
   * `core`: one of the documents the handbook is drawn from; `law`: statutes and rules; `legal-page`: opinions,
   * judgments and pages about them; the others are literature the core documents point to.
   */
  kind: z.enum([
    'core',
    'collaboration-in-france',
    'collective-intelligence',
    'law',
    'legal-page',
    'reference',
  ]),
  /** Title as published; where that is not known, what it is, with `titleLanguage`. */
  title: z.string().min(1),
  /** Authors: persons or organisations, in the order of the publication. */
  authors: z.array(z.string().min(1)).min(1, 'Noem minstens één auteur of organisatie.'),
  /** Year of publication; leave out where the publication gives none. */
  year: z.int().min(1900).max(2100).optional(),
  /** Publisher, place or programme, as far as known. */
  publisher: z.string().min(1).optional(),
  /** Language of the publication. */
  language: z.enum(['nl', 'fr', 'en']),
  /** Language of the title, where its own is not known and ours tells what it is. */
  titleLanguage: z.enum(['nl', 'fr', 'en']).optional(),
  /** Address on the web, if the source gives one. */
  url: z.url().optional(),
  /** Day on which somebody last opened that address (YYYY-MM-DD). */
  accessed: day.optional(),
  /** What the handbook uses it for, or why a reader would open it. */
  usedFor: localizedText,
});
export type Source = z.infer<typeof sourceSchema>;
