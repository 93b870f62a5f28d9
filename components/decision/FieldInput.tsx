import { type Field, LONGEST_TEXT } from '../../src/domain/decision/index.ts';
import type { ColumnId, FieldId } from '../../src/domain/decision/index.ts';
import type { DecisionLabels } from './view.ts';

interface Props {
  labels: DecisionLabels;
  field: Field | Field<ColumnId>;
  label: string;
  hint?: string | undefined;
  /** Name that no other field on the page has. */
  name: string;
  value: string;
  onChange: (text: string) => void;
}

/** The label of a field or a column. */
export function labelOf(labels: DecisionLabels, field: Field | Field<ColumnId>, isColumn: boolean): string {
  return isColumn ? labels[`column.${field.id as ColumnId}`] : labels[`field.${field.id as FieldId}`];
}

/** A word on what to write in a field; most need none. */
export function hintOf(labels: DecisionLabels, id: string): string | undefined {
  return (labels as Readonly<Record<string, string | undefined>>)[`hint.${id}`];
}

/** One field of the form, as a native control. */
export function FieldInput({ labels, field, label, hint, name, value, onChange }: Props) {
  const { kind, options = [] } = field;
  if (kind === 'choice') {
    return (
      <fieldset class="radios">
        <legend>{label}</legend>
        {hint && <p class="hint">{hint}</p>}
        {options.map((option) => (
          <label key={option} class="check">
            <input
              type="radio"
              name={name}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            <span>{labels[`option.${option}`]}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  const shared = {
    name,
    value,
    autoComplete: 'off',
    maxLength: LONGEST_TEXT,
  };
  return (
    <label class={`field ${kind}`}>
      <span>{label}</span>
      {kind === 'text' ? (
        <textarea
          {...shared}
          rows={Math.min(12, Math.max(2, value.split('\n').length + Math.floor(value.length / 80)))}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type={kind === 'day' ? 'date' : 'text'}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {hint && <small>{hint}</small>}
    </label>
  );
}
