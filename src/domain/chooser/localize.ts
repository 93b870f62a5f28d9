import type { Confidence, Tier } from '../evidence/index.ts';
import { fill, type Locale, type LocalizedText, textIn } from '../shared/index.ts';
import type { CodecModel, ModelRule } from './model.ts';
import type { Chooser } from './schema.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface LocalQuestion {
  readonly id: string;
  readonly screen: string;
  readonly title: string;
  readonly text: string;
  readonly help: string | null;
  readonly values: readonly { readonly id: string; readonly text: string }[];
}

export interface LocalGround {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly article: string | null;
  /** Ids of sources. */
  readonly sources: readonly string[];
  readonly tier: Tier;
  readonly confidence: Confidence;
  /** YYYY-MM-DD */
  readonly checked: string | null;
  readonly lastReviewed: string | null;
  readonly note: string | null;
}

/** A rule with its words: what it says, under which topic (duties only) and on what it rests. */
export type LocalRule = ModelRule & {
  readonly text: string;
  readonly topic: string | null;
  readonly grounds: readonly string[];
};

export interface LocalStage extends Named {
  readonly intro: string;
  readonly threshold: number;
  readonly triggers: readonly (Omit<Chooser['stages'][number]['triggers'][number], 'text'> & {
    readonly said: string;
  })[];
}

export interface LocalOption extends Named {
  readonly stages: readonly string[];
  readonly summary: string;
  readonly page: string;
}

export interface LocalTerm {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
  readonly page: string;
  readonly grounds: readonly string[];
}

/** A chooser in one language, with only what a reader's browser needs. */
export interface LocalChooser extends CodecModel {
  readonly notice: string;
  readonly screens: readonly Named[];
  readonly questions: readonly LocalQuestion[];
  readonly stages: readonly LocalStage[];
  readonly options: readonly LocalOption[];
  readonly criteria: readonly Named[];
  readonly topics: readonly Named[];
  readonly grounds: readonly LocalGround[];
  readonly rules: readonly LocalRule[];
  readonly terms: readonly LocalTerm[];
}

/** What the questions need of a chooser: rules that decide, of which only those that exclude say why. */
export type AskedChooser = Omit<LocalChooser, 'rules' | 'grounds' | 'topics'> & {
  readonly rules: readonly (ModelRule & { readonly text?: string })[];
};

/** The chooser for its questions: without what its other rules say, and without what they rest on. */
export function forQuestions({ rules, grounds: _, topics: __, ...rest }: LocalChooser): AskedChooser {
  return {
    ...rest,
    rules: rules.map(({ text, topic: _, grounds: __, ...rule }) =>
      rule.kind === 'exclude' ? { ...rule, text } : rule,
    ),
  };
}

/** The chooser in `locale`, amounts written out, without what only authors and tests need. */
export function localize(
  chooser: Chooser,
  locale: Locale,
  amounts: Readonly<Record<string, string>> = {},
): LocalChooser {
  const say = (text: LocalizedText): string => fill(textIn(text, locale), amounts);
  const named = ({ id, name }: { id: string; name: LocalizedText }): Named => ({ id, name: say(name) });
  const { letter, version, codec } = chooser;
  return {
    letter,
    version,
    codec,
    notice: say(chooser.notice),
    screens: chooser.screens.map(named),
    questions: chooser.questions.map(({ id, screen, title, text, help, values }) => ({
      id,
      screen,
      title: say(title),
      text: say(text),
      help: help ? say(help) : null,
      values: values.map((value) => ({ id: value.id, text: say(value.text) })),
    })),
    stages: chooser.stages.map((stage) => ({
      ...named(stage),
      intro: say(stage.intro),
      threshold: stage.threshold,
      triggers: stage.triggers.map(({ text, ...trigger }) => ({ ...trigger, said: say(text) })),
    })),
    options: chooser.options.map((option) => ({
      ...named(option),
      stages: option.stages,
      summary: say(option.summary),
      page: option.page,
    })),
    criteria: chooser.criteria.map(named),
    topics: chooser.topics.map(named),
    grounds: chooser.grounds.map(
      ({ id, title, text, article, sources, tier, confidence, checked, lastReviewed, note }) => ({
        id,
        title: say(title),
        text: say(text),
        article: article ?? null,
        sources,
        tier,
        confidence,
        checked: checked ?? null,
        lastReviewed: lastReviewed ?? null,
        note: note ? say(note) : null,
      }),
    ),
    rules: chooser.rules.map((rule) => ({
      ...rule,
      text: say(rule.text),
      topic: rule.kind === 'duty' ? rule.topic : null,
    })),
    terms: chooser.terms.map((term) => ({ ...term, text: say(term.text) })),
  };
}
