import nl from '../../content/i18n/nl.json' with { type: 'json' };

/** The folder in the key of a name: `section.start` gives `start`. */
type Named<Key> = Key extends `section.${infer Folder}` ? Folder : never;

/** A section of the handbook. */
interface Section {
  /** Folder of its pages, and what follows `section.` in the key of its name in every language. */
  directory: Named<keyof typeof nl>;
  label: string;
  /** Its pages, where they stand outside the folder. */
  slugs?: string[];
  /** Pages from elsewhere, after those of the folder. */
  more?: string[];
}

/** The sections of the handbook in reading order. */
export const sections: Section[] = [
  { directory: 'start', label: nl['section.start'] },
  { directory: 'methode', label: nl['section.methode'] },
  { directory: 'fiches', label: nl['section.fiches'] },
  { directory: 'hulpmiddelen', label: nl['section.hulpmiddelen'], more: ['afdrukken'] },
  { directory: 'rechtsvormen', label: nl['section.rechtsvormen'] },
  { directory: 'cases', label: nl['section.cases'] },
  { directory: 'achtergrond', label: nl['section.achtergrond'] },
  {
    directory: 'naslag',
    label: nl['section.naslag'],
    slugs: ['begrippen', 'bronnen', 'over', 'over/toegankelijkheid', 'over/externe-links', 'inhoud'],
  },
];

/** The `sidebar` option of Starlight. A page in a section's folder appears by itself, in its `sidebar.order`. */
export const sidebar = sections.map(({ directory, label, slugs, more = [] }) => ({
  label,
  items: slugs ?? [{ autogenerate: { directory } }, ...more],
}));
