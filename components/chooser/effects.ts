import {
  type Condition,
  holds,
  type LocalChooser,
  type LocalRule,
  type LocalStage,
  questionsOf,
} from '../../src/domain/chooser/index.ts';

/** What an answer can set off: a rule, or a reason for a step. */
export type Effect =
  | { readonly kind: 'rule'; readonly rule: LocalRule; readonly isSure: boolean }
  | {
      readonly kind: 'trigger';
      readonly stage: LocalStage;
      readonly trigger: LocalStage['triggers'][number];
      readonly isSure: boolean;
    };

/** What one answer does. `isSure` where it does so by itself, whatever the other answers are. */
export interface ValueEffects {
  readonly value: string;
  readonly text: string;
  readonly effects: readonly Effect[];
}

/** What each answer to a question does, computed from the rules. What holds for every answer is left out. */
export function effectsOf(model: LocalChooser, question: string): readonly ValueEffects[] {
  const values = model.questions.find(({ id }) => id === question)?.values ?? [];
  const causes = [
    ...model.rules.map((rule) => ({ kind: 'rule' as const, rule, when: rule.when })),
    ...model.stages.flatMap((stage) =>
      stage.triggers.flatMap((trigger) =>
        trigger.when ? [{ kind: 'trigger' as const, stage, trigger, when: trigger.when }] : [],
      ),
    ),
  ].filter(({ when }) => questionsOf(when).includes(question));
  const powers = causes.map(({ when, ...cause }) => ({ cause, of: powerOf(model, question, when) }));
  return values.map(({ id, text }) => ({
    value: id,
    text,
    effects: powers.flatMap(({ cause, of }): Effect[] => {
      const power = of.get(id);
      return power ? [{ ...cause, isSure: power === 'sure' }] : [];
    }),
  }));
}

/**
 * What each value of a question does for a condition: `sure` makes it hold, `helps` makes it hold for some answers
 * to the other questions with which another value does not.
 */
function powerOf(
  model: LocalChooser,
  question: string,
  when: Condition,
): ReadonlyMap<string, 'sure' | 'helps'> {
  const valuesOf = (id: string): readonly string[] =>
    (model.questions.find((other) => other.id === id)?.values ?? []).map((value) => value.id);
  const others = questionsOf(when).filter((id) => id !== question);
  const completions = others.reduce<Record<string, string>[]>(
    (all, id) => all.flatMap((one) => valuesOf(id).map((value) => ({ ...one, [id]: value }))),
    [{}],
  );
  const own = valuesOf(question);
  const outcomes = completions.map((rest) =>
    own.map((value) => holds(when, { ...rest, [question]: value }) === 'yes'),
  );
  return new Map(
    own.flatMap((value, at): [string, 'sure' | 'helps'][] => {
      if (outcomes.every((outcome) => outcome[at])) return [[value, 'sure']];
      const helps = outcomes.some((outcome) => outcome[at] && outcome.includes(false));
      return helps ? [[value, 'helps']] : [];
    }),
  );
}
