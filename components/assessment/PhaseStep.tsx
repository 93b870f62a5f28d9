import { type Answer, askedItems, type Entry, type LocalItem } from '../../src/domain/assessment/index.ts';
import type { View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  /** Id of the phase. */
  phase: string;
  onAnswer: (item: string, answer: Answer | null) => void;
}

/** All items of one phase. */
export function PhaseStep({ view, entry, phase, onAnswer }: Props) {
  const asked = entry.start ? askedItems(view.model, entry.start) : [];
  const items = asked.filter((item) => item.phase === phase) as LocalItem[];
  return (
    <>
      <p class="hint">{view.labels['phase.intro']}</p>
      {items.map((item) => (
        <ItemQuestion key={item.id} view={view} entry={entry} item={item} onAnswer={onAnswer} />
      ))}
    </>
  );
}

interface ItemProps extends Omit<Props, 'phase'> {
  item: LocalItem;
}

function ItemQuestion({ view: { labels }, entry, item, onAnswer }: ItemProps) {
  const answer = entry.answers[item.id];
  const choices: { value: Answer; text: string }[] = [
    ...item.levels.map((text, level) => ({ value: String(level) as Answer, text })),
    { value: 'u', text: labels['answer.u'] },
    ...(item.naAllowed ? [{ value: 'n', text: labels['answer.n'] } as const] : []),
  ];
  return (
    <fieldset class="item" id={`vraag-${item.id}`} tabIndex={-1}>
      <legend>{item.question}</legend>
      <p class="about">
        <span class={`kind ${item.kind}`}>{labels[`kind.${item.kind}`]}</span>
        {item.answeredBy === 'coordinator' && <span>{labels['item.coordinator']}</span>}
      </p>
      {choices.map(({ value, text }) => (
        <label class={`choice ${value === 'u' || value === 'n' ? 'aside' : ''}`} key={value}>
          <input
            type="radio"
            name={item.id}
            value={value}
            checked={answer === value}
            onChange={() => onAnswer(item.id, value)}
          />
          <span>{text}</span>
        </label>
      ))}
      <p class="after">
        <a href={item.anchor} target="_blank" rel="noopener">
          {labels['item.help']}
          <span class="sr-only"> {item.title}</span>
        </a>
        {answer !== undefined && (
          <button
            type="button"
            class="plain"
            onClick={(event) => {
              // The button disappears with the answer; the focus goes back to the question.
              event.currentTarget.closest('fieldset')?.focus();
              onAnswer(item.id, null);
            }}
          >
            {labels['item.clear']}
            <span class="sr-only">: {item.title}</span>
          </button>
        )}
      </p>
    </fieldset>
  );
}
