import { DECISION_KINDS, type DecisionKind, TECHNIQUE_OF } from '../../src/domain/decision/index.ts';
import { found, type Locale } from '../../src/domain/shared/index.ts';
import { localizeTechnique, type Technique } from '../../src/domain/technique/index.ts';
import { pickLabels } from '../tool/labels.ts';
import type { DecisionTechnique, DecisionView } from './view.ts';

/** What the page knows; an `.astro` file reads it from the collections. */
export interface Material {
  readonly techniques: readonly { readonly id: string; readonly data: Technique }[];
  readonly strings: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** The address of a page as it must stand in the HTML. */
  readonly href: (path: string) => string;
}

/** The form on paper of each kind, by id of the worksheet. */
export const WORKSHEET_OF: Readonly<Record<DecisionKind, string>> = {
  consent: 'besluitverslag',
  election: 'verkiezingsverslag',
};

/** The decision records in one language. */
export function makeView({ techniques, strings, locale, href }: Material): DecisionView {
  const ofKind = (kind: DecisionKind): DecisionTechnique => {
    const id = TECHNIQUE_OF[kind];
    const { data } = found(
      techniques.find((technique) => technique.id === id),
      `techniek “${id}”`,
    );
    const { name, script } = localizeTechnique(id, data, locale);
    return {
      name,
      href: href(`/fiches/${id}/`),
      runHref: href(`/hulpmiddelen/draaien/?techniek=${id}`),
      paperHref: href(`/afdrukken/werkblad/${WORKSHEET_OF[kind]}/`),
      script: Object.fromEntries(script.map((step) => [step.id, { do: step.do, say: step.say }])),
    };
  };
  return {
    techniques: Object.fromEntries(
      DECISION_KINDS.map((kind) => [kind, ofKind(kind)]),
    ) as DecisionView['techniques'],
    labels: pickLabels(strings, 'decision'),
    lang: locale,
  };
}
