import type { Entry } from '../../src/domain/chooser/index.ts';
import { withValue } from '../../src/domain/shared/index.ts';
import { Review } from '../tool/Review.tsx';
import { ImportanceForm } from './ImportanceForm.tsx';
import { answerText, type AskedView } from './view.ts';

interface Props {
  view: AskedView;
  entry: Entry;
  /** Questions that can still make a difference. */
  relevant: ReadonlySet<string>;
  /** Goes to a question. */
  onAsk: (question: string) => void;
  onChange: (change: (entry: Entry) => Entry) => void;
}

/** All answers, screen by screen, with the way to change each; and how much each criterion counts. */
export function ReviewStep({ view, entry, relevant, onAsk, onChange }: Props) {
  const { labels, model } = view;
  return (
    <>
      <p class="hint">{labels['review.intro']}</p>
      {model.screens.map(({ id, name }) => (
        <section key={id}>
          <h3>{name}</h3>
          <Review
            labels={labels}
            answers={model.questions
              .filter(({ screen }) => screen === id)
              .map((question) => ({
                id: question.id,
                title: question.title,
                question: question.text,
                answer:
                  relevant.has(question.id) || entry.answers[question.id] !== undefined
                    ? answerText(view, entry.answers, question.id)
                    : labels['answer.notNeeded'],
                isOpen: relevant.has(question.id) && entry.answers[question.id] === undefined,
              }))}
            onChange={onAsk}
          />
        </section>
      ))}
      <ImportanceForm
        view={view}
        importance={entry.importance}
        onWeigh={(criterion, weight) =>
          onChange((entry) => ({ ...entry, importance: withValue(entry.importance, criterion, weight) }))
        }
      />
    </>
  );
}
