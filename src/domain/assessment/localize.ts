import { type Locale, textIn } from '../shared/index.ts';
import type { CodecModel } from './codec.ts';
import type { Assessment, Item } from './schema.ts';

type Texts = 'title' | 'question' | 'levels' | 'next' | 'talk';

/** An item in one language, with only what a reader's browser needs. */
export interface LocalItem extends Omit<Item, Texts | 'origin' | 'sources'> {
  readonly title: string;
  readonly question: string;
  /** Texts of the levels 0–3. */
  readonly levels: readonly string[];
  readonly next: string;
}

/** An assessment in one language. */
export interface LocalAssessment extends CodecModel {
  readonly items: readonly LocalItem[];
  /** Short names of the levels 0–3. */
  readonly levelNames: readonly string[];
}

/** The assessment in `locale`, without what only authors and tests need. */
export function localize(assessment: Assessment, locale: Locale): LocalAssessment {
  const { version, routes, codec, levelNames, items } = assessment;
  return {
    version,
    routes,
    codec,
    levelNames: levelNames.map((name) => textIn(name, locale)),
    items: items.map(
      ({ title, question, levels, next, talk: _talk, origin: _origin, sources: _sources, ...rest }) => ({
        ...rest,
        title: textIn(title, locale),
        question: textIn(question, locale),
        levels: levels.map((level) => textIn(level, locale)),
        next: textIn(next, locale),
      }),
    ),
  };
}

/** How to talk about an item, in one language. */
export interface LocalTalk {
  readonly question: string;
  /** Technique to run the talk with, by id. */
  readonly technique: string;
  readonly minutes: number;
}

/** How to talk about each item, by its id: for the tool of the group, not for a member's own test. */
export function localizeTalk(assessment: Assessment, locale: Locale): Readonly<Record<string, LocalTalk>> {
  return Object.fromEntries(
    assessment.items.map(({ id, talk }) => [id, { ...talk, question: textIn(talk.question, locale) }]),
  );
}
