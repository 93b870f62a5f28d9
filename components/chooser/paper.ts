import {
  type Condition,
  type LocalRule,
  type LocalStage,
  type Model,
  questionsOf,
} from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { effectsOf } from './effects.ts';
import { pointsText } from './reading.ts';
import type { View } from './view.ts';

/** A rule for scoring by hand. */
export interface PaperRule {
  readonly rule: LocalRule;
  /** When it holds, by the numbers of questions and the letters of answers: "1cd en 9a". */
  readonly when: string;
  /** What it does, in signs and letters of options. */
  /** E.g. "✕ C D" or "++ A". */
  readonly code: string;
}

/** What a reader needs to score by hand. */
export interface Paper {
  /** Number per question and small letter per value, as printed beside them. */
  readonly marks: ReadonlyMap<
    string,
    { readonly number: number; readonly values: ReadonlyMap<string, string> }
  >;
  /** Letter per option, in the fixed order. */
  readonly letters: ReadonlyMap<string, string>;
  /** Codes of what each value of a question does by itself, by question and value. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Rules that look at more than one question, numbered from 1. */
  readonly joint: readonly PaperRule[];
  /** What has to be settled first, numbered from 1; the codes name the number. */
  readonly stops: readonly string[];
  /** Reasons for a step that no question asks after, with what they count for. */
  readonly judged: readonly { readonly text: string; readonly code: string }[];
  /** Points per option that every reader starts with. */
  readonly start: ReadonlyMap<string, string>;
}

const SIGNS: Readonly<Record<string, string>> = { '2': '++', '1': '+', '-1': '−', '-2': '−−' };

/** Words that join conditions. */
export interface Joints {
  readonly and: string;
  readonly or: string;
  readonly not: string;
}

/** Everything for the paper form, computed from the rules. */
export function paperOf(view: View, joints: Joints): Paper {
  const { model, labels } = view;
  const marks: Paper['marks'] = new Map(
    model.questions.map(({ id, values }, index) => [
      id,
      {
        number: index + 1,
        values: new Map(values.map((value, place) => [value.id, String.fromCharCode(97 + place)])),
      },
    ]),
  );
  const letters = new Map(model.options.map(({ id }, index) => [id, String.fromCharCode(65 + index)]));
  const lettersOf = (options: readonly string[]): string =>
    model.options
      .filter(({ id }) => options.includes(id))
      .map(({ id }) => letters.get(id))
      .join(' ');
  const stops = model.rules.filter((rule) => rule.kind === 'warn' && rule.stop);
  const signOf = (rule: LocalRule): string | undefined =>
    rule.kind === 'weigh'
      ? SIGNS[rule.weight]
      : rule.kind === 'exclude'
        ? '✕'
        : rule.kind === 'warn' && rule.stop
          ? labels['paper.stop']
          : undefined;

  const scoring = model.rules.flatMap((rule): PaperRule[] => {
    const sign = signOf(rule);
    if (sign === undefined) return [];
    // A stop sign is for the reader, whatever the option.
    const code = `${sign} ${rule.kind === 'warn' ? stops.indexOf(rule) + 1 : lettersOf(rule.options)}`;
    return [{ rule, when: whenCode(rule.when, marks, joints), code }];
  });
  const joint = scoring.filter(({ rule }) => questionsOf(rule.when).length > 1);
  const single = new Map(
    scoring.filter(({ rule }) => questionsOf(rule.when).length === 1).map((one) => [one.rule.id, one.code]),
  );

  const codes = new Map<string, string[]>();
  for (const { id } of model.questions) {
    for (const { value, effects } of effectsOf(model, id)) {
      const own = effects.flatMap((effect) => {
        if (effect.kind === 'trigger') return effect.isSure ? [stepCode(effect.stage, effect.trigger)] : [];
        return single.get(effect.rule.id) ?? [];
      });
      codes.set(`${id} ${value}`, together(own));
    }
  }
  const judged = model.stages.flatMap((stage) =>
    stage.triggers
      .filter(({ when }) => !when)
      .map((trigger) => ({ text: trigger.said, code: stepCode(stage, trigger) })),
  );
  return { marks, letters, codes, joint, stops: stops.map(({ text }) => text), judged, start: startOf(view) };
}

/** An arrow to a step that a reason brings up; between brackets where it takes more reasons. */
function stepCode({ name, threshold }: LocalStage, { points }: LocalStage['triggers'][number]): string {
  return `${points < threshold ? '(→)' : '→'} ${name.split(':')[0] ?? name}`;
}

/** Codes with the same sign as one: "+ A", "+ B" gives "+ A B". A letter that counts twice stands twice. */
function together(codes: readonly string[]): string[] {
  const bySign = new Map<string, string[]>();
  for (const code of codes) {
    const [sign = '', ...letters] = code.split(' ');
    if (sign === '→') bySign.set(code, []);
    else bySign.set(sign, [...(bySign.get(sign) ?? []), ...letters]);
  }
  return [...bySign].map(([sign, letters]) => [sign, ...letters.sort()].join(' '));
}

function startOf(view: View): Map<string, string> {
  const always = view.model.rules.filter((rule) => questionsOf(rule.when).length === 0);
  const points = (option: Model['options'][number]): number =>
    always
      .filter(({ options }) => options.includes(option.id))
      .reduce((sum, rule) => sum + (rule.kind === 'weigh' ? rule.weight : 0), 0);
  return new Map(view.model.options.map((option) => [option.id, pointsText(view, points(option) * 2)]));
}

function whenCode(when: Condition, marks: Paper['marks'], joints: Joints): string {
  const say = (part: Condition): string => whenCode(part, marks, joints);
  switch (when.kind) {
    case 'in': {
      const mark = marks.get(when.question);
      return `${mark?.number}${when.values.map((value) => mark?.values.get(value)).join('')}`;
    }
    case 'not':
      return fill(joints.not, { condition: say(when.condition) });
    default: {
      const parts = when.of.map((part) =>
        part.kind === 'any' && part.of.length > 1 ? `(${say(part)})` : say(part),
      );
      return parts.join(` ${when.kind === 'all' ? joints.and : joints.or} `);
    }
  }
}
