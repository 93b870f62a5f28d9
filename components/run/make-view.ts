import { DECISION_KINDS, queryOfKind, TECHNIQUE_OF } from '../../src/domain/decision/index.ts';
import { type Locale, textIn } from '../../src/domain/shared/index.ts';
import { localizeTechnique, type Technique } from '../../src/domain/technique/index.ts';
import { pickLabels } from '../tool/labels.ts';
import type { RunView, ViewTechnique } from './view.ts';

/** What the page knows; an `.astro` file reads it from the collections. */
export interface Material {
  readonly techniques: readonly { readonly id: string; readonly data: Technique }[];
  readonly strings: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** The address of a page as it must stand in the HTML. */
  readonly href: (path: string) => string;
}

/** The run mode in one language, techniques by name. */
export function makeView({ techniques, strings, locale, href }: Material): RunView {
  return {
    techniques: techniques
      .map(({ id, data }): ViewTechnique => {
        const kind = DECISION_KINDS.find((kind) => TECHNIQUE_OF[kind] === id);
        const { name, people, script } = localizeTechnique(id, data, locale);
        return {
          id,
          name,
          people,
          script,
          outcome: textIn(data.outcome, locale),
          href: href(`/fiches/${id}/`),
          recordHref: kind ? href(`/hulpmiddelen/besluit/${queryOfKind(kind)}`) : null,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
    labels: pickLabels(strings, 'run'),
    lang: locale,
  };
}
