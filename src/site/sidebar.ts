import nl from '../../content/i18n/nl.json' with { type: 'json' };

/** The sections of the handbook in reading order: the folder of their pages and their label. */
export const sections: { directory: string; label: string; slugs?: string[] }[] = [
  { directory: 'start', label: nl['section.start'] },
  { directory: 'methode', label: nl['section.methode'] },
  { directory: 'fiches', label: nl['section.fiches'] },
  { directory: 'hulpmiddelen', label: nl['section.hulpmiddelen'] },
  { directory: 'rechtsvormen', label: nl['section.rechtsvormen'] },
  { directory: 'cases', label: nl['section.cases'] },
  { directory: 'achtergrond', label: nl['section.achtergrond'] },
  { directory: 'naslag', label: nl['section.naslag'], slugs: ['begrippen', 'bronnen', 'over', 'inhoud'] },
];

/** The `sidebar` option of Starlight. A page in a section's folder appears by itself, in its `sidebar.order`. */
export const sidebar = sections.map(({ directory, label, slugs }) => ({
  label,
  items: slugs ?? [{ autogenerate: { directory } }],
}));
