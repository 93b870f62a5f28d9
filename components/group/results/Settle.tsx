import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../src/domain/assessment/index.ts';
import { fill, withValue } from '../../../src/domain/shared/index.ts';
import type { GroupView, OnChange } from '../view.ts';
import type { ItemReading } from './reading.ts';
import { agreedText, answerName } from './texts.ts';

interface Props {
  view: GroupView;
  reading: ItemReading;
  onChange: OnChange;
  /** Where on the page it stands, so that an item can be settled in more than one place. */
  place: string;
}

/** Settles what the group agrees on for one item. What the members answered stays as it is. */
export function Settle({ view, reading: { item, agreement }, onChange, place }: Props) {
  const { labels, testLabels } = view;
  const [said, setSaid] = useState('');
  const field = useRef<HTMLFieldSetElement>(null);
  const choices: { value: Answer; text: string }[] = [
    ...item.levels.map((text, level) => ({ value: String(level) as Answer, text })),
    { value: 'u', text: labels['agreed.u'] },
    ...(item.naAllowed ? [{ value: 'n' as const, text: testLabels['answer.n'] }] : []),
  ];
  const id = `${place}-${item.id}`;

  function settle(answer: Answer, note: string): void {
    onChange((state) => ({ ...state, agreements: { ...state.agreements, [item.id]: { answer, note } } }));
  }

  function clear(): void {
    onChange((state) => ({ ...state, agreements: withValue(state.agreements, item.id, null) }));
    setSaid(labels['agreed.cleared']);
    // The button disappears with the agreement; the focus goes back to the question.
    field.current?.focus();
  }

  return (
    <fieldset class="settle" ref={field} tabIndex={-1}>
      <legend>
        {labels['agreed.legend']}
        <span class="sr-only"> {item.title}</span>
      </legend>
      <p class="hint">{labels['agreed.hint']}</p>
      {choices.map(({ value, text }) => (
        <label class={value === 'u' || value === 'n' ? 'choice aside' : 'choice'} key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={agreement?.answer === value}
            onChange={() => {
              settle(value, agreement?.note ?? '');
              setSaid(fill(labels['agreed.saved'], { answer: answerName(view, value) }));
            }}
          />
          <span>{text}</span>
        </label>
      ))}
      <label class="note" for={`${id}-note`}>
        {labels['agreed.note']}
      </label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={1000}
        disabled={agreement === undefined}
        aria-describedby={`${id}-hint`}
        value={agreement?.note ?? ''}
        onInput={(event) => agreement && settle(agreement.answer, event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {labels['agreed.noteHint']}
      </p>
      <p class="after">
        <span role="status">{said}</span>
        {agreement && (
          <button type="button" class="plain" onClick={clear}>
            {labels['agreed.clear']}
            <span class="sr-only">: {item.title}</span>
          </button>
        )}
      </p>
    </fieldset>
  );
}

/** A closed sheet in which an item is settled; closed it says what was agreed. */
export function SettleSheet(props: Props) {
  const { view, reading } = props;
  const { item, agreement } = reading;
  const { labels } = view;
  return (
    <details class="settle-sheet">
      <summary>
        {agreement ? labels['agreed.change'] : labels['agreed.open']}
        <span class="sr-only">: {item.title}</span>
      </summary>
      <Settle {...props} />
    </details>
  );
}

/** What was agreed on an item, with the note. */
export function Agreed({ view, reading: { item, agreement } }: Pick<Props, 'view' | 'reading'>) {
  if (!agreement) return null;
  return (
    <p class="agreed">
      {fill(view.labels['agreed.saved'], { answer: agreedText(view, item, agreement.answer) })}
      {agreement.note && <small> {agreement.note}</small>}
    </p>
  );
}
