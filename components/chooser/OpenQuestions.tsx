import { questionOf, type Reading } from './view.ts';

interface Props extends Pick<Reading, 'view' | 'onAsk'> {
  /** Ids of questions, those that matter most first. */
  questions: readonly string[];
}

/** Questions to answer, each a way to get there. */
export function OpenQuestions({ view, questions, onAsk }: Props) {
  return (
    <ul class="open-questions">
      {questions.map((id) => (
        <li key={id}>
          <button type="button" onClick={() => onAsk(id)}>
            {questionOf(view, id).title}
          </button>
        </li>
      ))}
    </ul>
  );
}
