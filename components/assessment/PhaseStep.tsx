import type { Answer, Entry, LocalItem } from '../../src/domain/assessment/index.ts';
import { ClearAnswer, Question } from '../tool/Question.tsx';
import type { View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  /** Items of the phase. */
  items: readonly LocalItem[];
  onAnswer: (item: string, answer: Answer | null) => void;
}

/** All items of one phase. */
export function PhaseStep({ view, entry, items, onAnswer }: Props) {
  return (
    <>
      <p class="hint">{view.labels['phase.intro']}</p>
      {items.map((item) => (
        <ItemQuestion key={item.id} view={view} entry={entry} item={item} onAnswer={onAnswer} />
      ))}
    </>
  );
}

interface ItemProps extends Omit<Props, 'items'> {
  item: LocalItem;
}

function ItemQuestion({ view: { labels }, entry, item, onAnswer }: ItemProps) {
  const answer = entry.answers[item.id];
  return (
    <Question
      id={item.id}
      legend={item.question}
      choices={[
        ...item.levels.map((text, level) => ({ value: String(level), text })),
        { value: 'u', text: labels['answer.u'], isAside: true },
        ...(item.naAllowed ? [{ value: 'n', text: labels['answer.n'], isAside: true }] : []),
      ]}
      chosen={answer}
      onChoose={(value) => onAnswer(item.id, value as Answer)}
      after={
        <p class="after">
          <a href={item.anchor} target="_blank" rel="noopener">
            {labels['item.help']}
            <span class="sr-only"> {item.title}</span>
          </a>
          {answer !== undefined && (
            <ClearAnswer labels={labels} title={item.title} onClear={() => onAnswer(item.id, null)} />
          )}
        </p>
      }
    >
      <p class="about">
        <span class={`kind ${item.kind}`}>{labels[`kind.${item.kind}`]}</span>
        {item.answeredBy === 'coordinator' && <span>{labels['item.coordinator']}</span>}
      </p>
    </Question>
  );
}
