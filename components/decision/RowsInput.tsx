import { useEffect, useRef } from 'preact/hooks';
import {
  isFilled,
  MOST_ROWS,
  peopleIn,
  type RowsField,
  rowsOf,
  valueOf,
  withCell,
  withRows,
} from '../../src/domain/decision/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { FieldInput, hintOf, labelOf } from './FieldInput.tsx';
import type { OpenRecord } from './view.ts';

interface Props extends OpenRecord {
  field: RowsField;
  /** Takes a row away in a way that can be undone. */
  onRemove: (place: number) => void;
}

/** A list in which every row has the same fields; the first is there from the beginning. */
export function RowsInput({ view: { labels }, record, onChange, field, onRemove }: Props) {
  const { id, columns } = field;
  const box = useRef<HTMLFieldSetElement>(null);
  const focusOn = useRef<number | null>(null);
  const rows = rowsOf(record, id);
  const shown = rows.length === 0 ? [{}] : rows;
  const missing = columns.some((column) => column.id === 'who') ? peopleMissing() : [];

  // A new row is where the reader goes on writing.
  useEffect(() => {
    if (focusOn.current === null) return;
    box.current
      ?.querySelectorAll('.row')
      [focusOn.current]?.querySelector<HTMLElement>('input, textarea')
      ?.focus();
    focusOn.current = null;
  }, [rows.length]);

  function peopleMissing(): readonly string[] {
    const named = new Set(rows.map(({ who }) => who));
    return peopleIn(valueOf(record, 'present')).filter((name) => !named.has(name));
  }

  function add(): void {
    focusOn.current = Math.max(rows.length, 1);
    onChange((record) => withRows(record, id, [...(rows.length === 0 ? [{}] : rows), {}]));
  }

  return (
    <fieldset class="rows" ref={box}>
      <legend>{labels[`field.${id}`]}</legend>
      {hintOf(labels, id) && <p class="hint">{hintOf(labels, id)}</p>}
      {shown.map((row, place) => (
        <fieldset class="row" key={place}>
          <legend>{fill(labels[`row.${id}`], { n: place + 1 })}</legend>
          {columns.map((column) => (
            <FieldInput
              key={column.id}
              labels={labels}
              field={column}
              label={labelOf(labels, column, true)}
              hint={place === 0 ? hintOf(labels, `${id}.${column.id}`) : undefined}
              name={`${id}-${place}-${column.id}`}
              value={row[column.id] ?? ''}
              onChange={(text) => onChange((record) => withCell(record, id, place, column.id, text))}
            />
          ))}
          {rows.length > 0 && (
            <button
              type="button"
              class="plain"
              aria-label={`${labels['rows.remove']}: ${fill(labels[`row.${id}`], { n: place + 1 })}`}
              onClick={() => onRemove(place)}
            >
              {labels['rows.remove']}
            </button>
          )}
        </fieldset>
      ))}
      <p class="buttons">
        <button type="button" onClick={add} disabled={rows.length >= MOST_ROWS}>
          {labels['rows.add']}
        </button>
        {missing.length > 0 && id !== 'objections' && (
          <button
            type="button"
            onClick={() =>
              onChange((record) =>
                withRows(record, id, [...rows.filter(isFilled), ...missing.map((who) => ({ who }))]),
              )
            }
          >
            {labels['rows.people']}
          </button>
        )}
      </p>
    </fieldset>
  );
}
