import type { Condition, LocalQuestion } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';

/** Words that join conditions; `not` has a place for `{condition}`. */
export interface Joints {
  readonly and: string;
  readonly or: string;
  readonly not: string;
}

/** A condition of a chooser as a reader says it: “question”: answer or answer, and … Empty for what always holds. */
export function conditionWords(
  condition: Condition,
  questions: readonly LocalQuestion[],
  joints: Joints,
): string {
  const say = (part: Condition): string => conditionWords(part, questions, joints);
  /** A part that is itself joined gets brackets, so that "and" and "or" do not run together. */
  const sayPart = (part: Condition): string =>
    (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${say(part)})` : say(part);
  switch (condition.kind) {
    case 'in': {
      const question = questions.find(({ id }) => id === condition.question);
      const values = condition.values.map(
        (value) => question?.values.find(({ id }) => id === value)?.text ?? value,
      );
      return `${question?.title ?? condition.question}: ${values.map((value) => `“${value}”`).join(` ${joints.or} `)}`;
    }
    case 'not':
      return fill(joints.not, { condition: `(${say(condition.condition)})` });
    default:
      return condition.of.map(sayPart).join(` ${condition.kind === 'all' ? joints.and : joints.or} `);
  }
}
