import type { ComponentChildren } from 'preact';
import type { ToolLabels } from './labels.ts';
import { questionId } from './use-steps.ts';

/** One of the answers to a question. */
export interface Choice {
  readonly value: string;
  readonly text: ComponentChildren;
  /** Whether it stands apart from the real answers: don't know, does not apply. */
  readonly isAside?: boolean;
}

interface Props {
  /** Id of the question, also the name of its radios. */
  id: string;
  legend: string;
  choices: readonly Choice[];
  /** The value chosen, if any. */
  chosen: string | undefined;
  onChoose: (value: string) => void;
  /** What stands between the question and its answers. */
  children?: ComponentChildren;
  /** What stands below the answers. */
  after?: ComponentChildren;
}

/** A question with its answers as native radios. */
export function Question({ id, legend, choices, chosen, onChoose, children, after }: Props) {
  return (
    <fieldset class="item" id={questionId(id)} tabIndex={-1}>
      <legend>{legend}</legend>
      {children}
      {choices.map(({ value, text, isAside }) => (
        <label class={isAside ? 'choice aside' : 'choice'} key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{text}</span>
        </label>
      ))}
      {after}
    </fieldset>
  );
}

interface ClearProps {
  labels: ToolLabels;
  /** What the answer is to, a few words. */
  title: string;
  onClear: () => void;
}

/** Wipes the answer to the question it stands in. */
export function ClearAnswer({ labels, title, onClear }: ClearProps) {
  return (
    <button
      type="button"
      class="plain"
      onClick={(event) => {
        // The button disappears with the answer; the focus goes back to the question.
        event.currentTarget.closest('fieldset')?.focus();
        onClear();
      }}
    >
      {labels['item.clear']}
      <span class="sr-only">: {title}</span>
    </button>
  );
}
