import { amountTexts, type Amounts } from '../../src/domain/amount/index.ts';
import { type Chooser, forQuestions, localize } from '../../src/domain/chooser/index.ts';
import type { Locale } from '../../src/domain/shared/index.ts';
import type nl from '../../content/i18n/nl.json';
import { pickLabels } from '../tool/labels.ts';
import type { AskedView, EvidenceWords, SourceName, View } from './view.ts';

/** What a page knows; an `.astro` file reads it from the collections. */
export interface Material {
  readonly id: string;
  /** Title of the page. */
  readonly name: string;
  readonly chooser: Chooser;
  readonly amounts: readonly { readonly data: Amounts }[];
  readonly sources: readonly {
    readonly id: string;
    readonly data: {
      readonly title: string;
      readonly language: string;
      readonly titleLanguage?: string | undefined;
      readonly year?: number | undefined;
    };
  }[];
  readonly strings: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** The address of a page as it must stand in the HTML. */
  readonly href: (path: string) => string;
}

/** The chooser as its parts show it: in one language, amounts written out, addresses complete. */
export function makeView({ id, name, chooser, amounts, sources, strings, locale, href }: Material): View {
  const entries = amounts.flatMap(({ data }) => data.entries);
  const model = localize(chooser, locale, amountTexts(entries, locale));
  const used = new Set(model.grounds.flatMap((ground) => ground.sources));
  return {
    id,
    name,
    model: {
      ...model,
      options: model.options.map((option) => ({ ...option, page: href(option.page) })),
      terms: model.terms.map((term) => ({ ...term, page: href(term.page) })),
    },
    sources: Object.fromEntries(
      sources
        .filter((source) => used.has(source.id))
        .map(({ id, data }): [string, SourceName] => [
          id,
          {
            title: data.year ? `${data.title} (${data.year})` : data.title,
            lang: data.titleLanguage ?? data.language,
            href: href(`/bronnen/#${id}`),
          },
        ]),
    ),
    evidence: evidenceWords(strings as Readonly<typeof nl>),
    labels: pickLabels(strings, 'chooser'),
    lang: locale,
  };
}

/** What of a view goes into the page, for the questions. */
export function askedOf({ id, name, model, labels, lang }: View): AskedView {
  return { id, name, model: forQuestions(model), labels, lang };
}

/** The words of the pages about law for what a statement rests on. */
function evidenceWords(strings: Readonly<typeof nl>): EvidenceWords {
  return {
    tier: {
      statute: strings['legal.tier.statute'],
      secondary: strings['legal.tier.secondary'],
      general: strings['legal.tier.general'],
      source: strings['legal.tier.source'],
      editors: strings['legal.tier.editors'],
    },
    confidence: {
      high: strings['legal.confidence.high'],
      medium: strings['legal.confidence.medium'],
      low: strings['legal.confidence.low'],
    },
    checked: strings['legal.checked'],
    sources: strings['legal.sources'],
    note: strings['legal.note'],
  };
}
