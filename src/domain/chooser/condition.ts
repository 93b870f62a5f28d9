import type { Condition } from './schema.ts';

/** Kleene's three truth values. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Value id by question id. `UNKNOWN` is the answer "don't know"; a question without an answer is unknown too. */
export type Answers = Readonly<Record<string, string>>;

/** The answer "don't know", possible on every question. */
export const UNKNOWN = 'u';

/** Whether a question has a known answer. */
export function isKnown(answers: Answers, question: string): boolean {
  const answer = answers[question];
  return answer !== undefined && answer !== UNKNOWN;
}

/** Whether a condition holds for these answers, in three-valued logic. */
export function holds(condition: Condition, answers: Answers): Truth {
  switch (condition.kind) {
    case 'in': {
      const answer = answers[condition.question];
      if (answer === undefined || answer === UNKNOWN) return 'unknown';
      return condition.values.includes(answer) ? 'yes' : 'no';
    }
    case 'all': {
      const parts = condition.of.map((part) => holds(part, answers));
      return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
    }
    case 'any': {
      const parts = condition.of.map((part) => holds(part, answers));
      return parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no';
    }
    case 'not': {
      const part = holds(condition.condition, answers);
      return part === 'unknown' ? part : part === 'yes' ? 'no' : 'yes';
    }
  }
}

/** What remains of a condition once a question is answered: whether it holds, or a condition on the others. */
export function given(condition: Condition, question: string, value: string): Condition | boolean {
  switch (condition.kind) {
    case 'in':
      return condition.question === question ? condition.values.includes(value) : condition;
    case 'not': {
      const part = given(condition.condition, question, value);
      return typeof part === 'boolean' ? !part : { kind: 'not', condition: part };
    }
    default: {
      // Of "all" one part that does not hold settles it, of "any" one that does.
      const settles = condition.kind === 'any';
      const parts = condition.of.map((part) => given(part, question, value));
      if (parts.includes(settles)) return settles;
      const open = parts.filter((part) => typeof part !== 'boolean');
      return open.length === 0 ? !settles : { ...condition, of: open };
    }
  }
}

/** The questions that a condition looks at, each once. */
export function questionsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'in':
      return [condition.question];
    case 'not':
      return questionsOf(condition.condition);
    default:
      return [...new Set(condition.of.flatMap(questionsOf))];
  }
}
