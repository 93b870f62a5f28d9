import { askedItems, type Entry, type Start, START_LIST } from '../../src/domain/assessment/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { Question } from '../tool/Question.tsx';
import { phaseOf, type View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  onStart: (start: Start) => void;
}

/** The first question: where the group starts. It decides which phases and items count. */
export function StartStep({ view, entry, onStart }: Props) {
  const { model, labels } = view;
  return (
    <>
      <Question
        id="start"
        legend={labels['start.legend']}
        choices={START_LIST.map((start) => ({
          value: start,
          text: (
            <>
              <strong>{labels[`start.${start}`]}</strong>
              <br />
              {labels[`start.${start}.hint`]}
            </>
          ),
        }))}
        chosen={entry.start ?? undefined}
        onChoose={(value) => onStart(value as Start)}
      >
        <p class="hint">{labels['start.hint']}</p>
      </Question>
      {entry.start && (
        <p>
          {fill(labels['start.route'], {
            n: askedItems(model, entry.start).length,
            phases: model.routes[entry.start].map((id) => phaseOf(view, id).number).join(', '),
          })}
        </p>
      )}
    </>
  );
}
