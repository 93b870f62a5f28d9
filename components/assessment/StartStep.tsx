import { askedItems, type Entry, type Start, START_LIST } from '../../src/domain/assessment/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
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
      <fieldset class="item">
        <legend>{labels['start.legend']}</legend>
        <p class="hint">{labels['start.hint']}</p>
        {START_LIST.map((start) => (
          <label class="choice" key={start}>
            <input
              type="radio"
              name="start"
              value={start}
              checked={entry.start === start}
              onChange={() => onStart(start)}
            />
            <span>
              <strong>{labels[`start.${start}`]}</strong>
              <br />
              {labels[`start.${start}.hint`]}
            </span>
          </label>
        ))}
      </fieldset>
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
