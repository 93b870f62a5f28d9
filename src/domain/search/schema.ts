import { z } from 'zod';

/** What readers call things, per language: `content/search/<language>.yaml`. */
export const searchWordsSchema = z.strictObject({
  /** Words without meaning of their own, left out of a question as long as another word remains. */
  stopWords: z.array(z.string().min(1)),
  /** Words that say little (“vinden”, “meer”): they count for a third of another word. */
  weakWords: z.array(z.string().min(1)),
  /**
   * Words of readers that the handbook says otherwise. Whoever searches one of `from` also gets what has the words of
   * `to`. One direction, so that a rare word does not drag in everything about a common one.
   */
  synonyms: z.array(
    z.strictObject({
      /** What readers type, each a word or a few words. */
      from: z.array(z.string().min(1)).min(1),
      /** What the handbook says, each a word or a few words. */
      to: z.array(z.string().min(1)).min(1),
    }),
  ),
  /**
   * Per word of the handbook the words, in whatever language, that readers have for the same thing and that stand nowhere in
   * it. One of them in a question is read as the word of the handbook, and counts a little less.
   */
  thesaurus: z.record(z.string().regex(/^\S+$/), z.array(z.string().regex(/^\S+$/)).min(1)),
  /**
   * What readers ask that a page or term answers, in their own words, per address without the slashes around it
   * (`fiches/visgeraamte`, `begrippen#kbo`). Searched like its other names, never shown.
   */
  asked: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
});
export type SearchWords = z.infer<typeof searchWordsSchema>;
