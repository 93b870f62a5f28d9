import { z } from 'zod';
import { day, localizedText, permanentId } from '../shared/schema.ts';

/** What a permanent link can lead to. */
export const permalinkKind = z.enum(
  ['phase', 'technique', 'case', 'term', 'recommendation', 'tool', 'legal-form', 'sheet', 'worksheet'],
  {
    error:
      'Kies een kind: phase, technique, case, term, recommendation, tool, legal-form, sheet of worksheet.',
  },
);
export type PermalinkKind = z.infer<typeof permalinkKind>;

/** One permanent link, `/q/<id>/`: an entry of `content/permalinks.yaml`. */
export const permalinkSchema = z.strictObject({
  /** What stands in the address, on paper and in QR codes. Never changed, removed or given to something else. */
  id: permanentId,
  /** What it leads to. */
  kind: permalinkKind,
  /** Id of the item among those of its kind: the name of its data file, the slug of its page. */
  item: permanentId,
  /** Address of the page, where it does not follow from kind and item. */
  page: z
    .string()
    .regex(/^\/[a-z0-9/-]+\/(#[a-z0-9-]+)?$/, 'Schrijf het adres zoals in een pagina: /hulpmiddelen/groep/')
    .optional(),
  /** Day on which the link was first published (YYYY-MM-DD). */
  since: day,
  /** Id of the permanent link that takes its place, when the item was merged into another one. */
  movedTo: permanentId.optional(),
  /** Set when the item is gone and nothing takes its place: what the link tells the reader instead. */
  retired: z
    .strictObject({
      /** Name the item had. */
      name: localizedText,
      /** Why it is gone, or what to read instead; one or two sentences. */
      text: localizedText,
    })
    .optional(),
});
export type Permalink = z.infer<typeof permalinkSchema>;
