import { fill } from '../../src/domain/shared/index.ts';
import type { ToolLabels } from './labels.ts';

/** A question with the answer given to it. */
export interface Reviewed {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly isOpen: boolean;
}

interface Props {
  labels: ToolLabels;
  answers: readonly Reviewed[];
  onChange: (id: string) => void;
}

/** Answers with a way to change each. */
export function Review({ labels, answers, onChange }: Props) {
  return (
    <dl class="review">
      {answers.map(({ id, title, question, answer, isOpen }) => (
        <div key={id} class={isOpen ? 'open' : ''}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
          <dd>
            <button
              type="button"
              class="plain"
              aria-label={fill(labels['review.changeItem'], { title })}
              onClick={() => onChange(id)}
            >
              {labels['review.change']}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
