import { askedItems, type Entry, type LocalItem } from '../../src/domain/assessment/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { answerText, phaseOf, type View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  onChange: (item: LocalItem) => void;
}

/** Every answer with a way to change it. */
export function ReviewStep({ view, entry, onChange }: Props) {
  const { model, labels } = view;
  if (!entry.start) return <p>{labels['start.first']}</p>;
  const asked = askedItems(model, entry.start) as LocalItem[];
  return (
    <>
      <p class="hint">{labels['review.intro']}</p>
      {model.routes[entry.start].map((id) => {
        const { number, name } = phaseOf(view, id);
        return (
          <section key={id}>
            <h3>{fill(labels['step.phase'], { n: number, name })}</h3>
            <dl class="review">
              {asked
                .filter((item) => item.phase === id)
                .map((item) => (
                  <div key={item.id} class={entry.answers[item.id] === undefined ? 'open' : ''}>
                    <dt>{item.question}</dt>
                    <dd>{answerText(view, entry, item)}</dd>
                    <dd>
                      <button
                        type="button"
                        class="plain"
                        aria-label={fill(labels['review.changeItem'], { title: item.title })}
                        onClick={() => onChange(item)}
                      >
                        {labels['review.change']}
                      </button>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
