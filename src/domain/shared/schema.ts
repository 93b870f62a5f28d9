import { z } from 'zod';

/** Text in the handbook's languages. Dutch is the root language and always there; the others fall back to it. */
export const localizedText = z.strictObject({
  /** Dutch, B1–B2, "u" to the reader. */
  nl: z
    .string({ error: 'Schrijf de Nederlandse tekst: nl: "…"' })
    .trim()
    .min(1, 'De Nederlandse tekst is leeg.'),
  /** French; leave the key out while there is no translation. */
  fr: z.string().trim().min(1, 'Laat fr weg zolang er geen Franse tekst is.').optional(),
  /** English; leave the key out while there is no translation. */
  en: z.string().trim().min(1, 'Laat en weg zolang er geen Engelse tekst is.').optional(),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** A permanent id: ASCII kebab-case. Never renamed or reused once published. */
export const permanentId = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Een id bestaat uit kleine letters, cijfers en koppeltekens (kebab-case, zonder accenten).',
  );

/** Ids of the entries in `content/sources/` that a statement rests on; at least one. */
export const sourceIds = z
  .array(permanentId)
  .min(1, 'Noem minstens één bron-id uit content/sources/, bijvoorbeeld: sources: [ecobuild-2017]');

/**
 * What a statement rests on: `source` = said by the sources named beside it, `editors` = advice of the
 * handbook's editors, shown to the reader as such.
 */
export const basis = z.enum(['source', 'editors'], {
  error: 'Kies basis: source (staat in een bron) of basis: editors (advies van de redactie).',
});
export type Basis = z.infer<typeof basis>;

/** Where a group starts in the method: a new group walks all phases, an existing one goes from 2 to 4. */
export const route = z.enum(['new', 'existing'], {
  error: 'Kies new (nieuwe groep) of existing (bestaande groep).',
});
export type Route = z.infer<typeof route>;

/** The id of a phase, which is also its slug under /methode/. */
export const phaseId = z
  .string()
  .regex(/^[1-8]-[a-z]+(?:-[a-z]+)*$/, 'Een fase-id is het nummer en de naam, bijvoorbeeld 4-opbouwen.');

/** A day as YYYY-MM-DD text. YAML readers that turn an unquoted day into a Date are undone. */
export const day = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && 'toISOString' in value
      ? (value as { toISOString: () => string }).toISOString().slice(0, 10)
      : value,
  z.iso.date('Schrijf een dag als JJJJ-MM-DD.'),
);
