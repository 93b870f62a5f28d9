import { type Assessment, localize, localizeTalk } from '../../src/domain/assessment/index.ts';
import { type Locale, type LocalizedText, textIn } from '../../src/domain/shared/index.ts';
import type { Technique } from '../../src/domain/technique/index.ts';
import { pickLabels } from '../tool/labels.ts';
import type { GroupTechnique, GroupView } from './view.ts';

/** What a page knows; an `.astro` file reads it from the collections. */
export interface Material {
  readonly assessment: Assessment;
  readonly phases: readonly {
    readonly id: string;
    readonly data: { readonly number: number; readonly name: LocalizedText };
  }[];
  readonly techniques: readonly {
    readonly id: string;
    readonly data: Pick<Technique, 'name' | 'minutes' | 'people'>;
  }[];
  readonly strings: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** The address of a page as it must stand in the HTML. */
  readonly href: (path: string) => string;
}

/** The group round as its parts show it: in one language, addresses complete. */
export function makeView({ assessment, phases, techniques, strings, locale, href }: Material): GroupView {
  const model = localize(assessment, locale);
  return {
    model: { ...model, items: model.items.map((item) => ({ ...item, anchor: href(item.anchor) })) },
    talk: localizeTalk(assessment, locale),
    techniques: Object.fromEntries(
      techniques.map(({ id, data }): [string, GroupTechnique] => [
        id,
        {
          name: textIn(data.name, locale),
          href: href(`/fiches/${id}/`),
          minutesMin: data.minutes.min,
          minutesMax: data.minutes.max,
          peopleMin: data.people.min,
        },
      ]),
    ),
    phases: phases
      .map(({ id, data }) => ({
        id,
        number: data.number,
        name: textIn(data.name, locale),
        href: href(`/methode/${id}/`),
      }))
      .sort((a, b) => a.number - b.number),
    labels: pickLabels(strings, 'group'),
    testLabels: pickLabels(strings, 'assessment'),
    lang: locale,
    testHref: href('/hulpmiddelen/fasetest/'),
    overviewHref: href('/hulpmiddelen/groep/overzicht/'),
    agendaHref: href('/hulpmiddelen/agenda/'),
  };
}
