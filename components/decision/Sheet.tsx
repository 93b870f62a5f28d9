import {
  type ColumnId,
  type DecisionRecord,
  type Field,
  isFilled,
  type OptionId,
  type RowsField,
  rowsOf,
  sectionsOf,
  subjectOf,
  valueOf,
} from '../../src/domain/decision/index.ts';
import { dayInWords, type Line } from '../../src/domain/shared/index.ts';
import { labelOf } from './FieldInput.tsx';
import type { DecisionView } from './view.ts';

interface Props {
  view: DecisionView;
  record: DecisionRecord;
}

/** A text of the record as people read it: a day in words, an option by its name. */
function told({ labels }: DecisionView, field: Field | Field<ColumnId>, text: string): string {
  if (text === '') return '';
  if (field.kind === 'day') return dayInWords(text, labels);
  return field.kind === 'choice' ? labels[`option.${text as OptionId}`] : text.trim();
}

const filledRows = (record: DecisionRecord, { id }: RowsField) => rowsOf(record, id).filter(isFilled);

/** What was decided, in bold. */
const KEY_FIELDS: ReadonlySet<string> = new Set(['decision', 'outcome', 'elected']);

/** The title of a record on paper. */
export function titleOf({ view: { labels }, record }: Props): string {
  return subjectOf(record) || labels['list.untitled'];
}

/** The record as it is printed: the decision first, then how it came about. */
export function Sheet({ view, record }: Props) {
  const { labels } = view;
  return (
    <article class="decision-sheet" aria-labelledby="decision-title">
      <p class="kind">{labels[`kind.${record.kind}`]}</p>
      <h3 id="decision-title">{titleOf({ view, record })}</h3>
      {sectionsOf(record).map(({ step, fields }) => (
        <section key={step.id} class={step.id}>
          {step.id !== 'meeting' && <h4>{labels[`step.${step.id}`]}</h4>}
          {fields.map((field) =>
            field.kind !== 'rows' ? (
              <dl key={field.id} class={KEY_FIELDS.has(field.id) ? 'key' : ''}>
                <dt>{labelOf(labels, field, false)}</dt>
                <dd>{told(view, field, valueOf(record, field.id))}</dd>
              </dl>
            ) : field.columns.length === 1 ? (
              <ul key={field.id} aria-label={labels[`field.${field.id}`]}>
                {filledRows(record, field).map((row, place) => (
                  <li key={place}>
                    {field.columns.map((column) => told(view, column, row[column.id] ?? ''))}
                  </li>
                ))}
              </ul>
            ) : (
              <table key={field.id}>
                <caption class={fields.length === 1 ? 'sr-only' : ''}>{labels[`field.${field.id}`]}</caption>
                <thead>
                  <tr>
                    {field.columns.map((column) => (
                      <th key={column.id} scope="col">
                        {labelOf(labels, column, true)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {filledRows(record, field).map((row, place) => (
                    <tr key={place}>
                      {field.columns.map((column) => (
                        <td key={column.id} data-label={labelOf(labels, column, true)}>
                          {told(view, column, row[column.id] ?? '')}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            ),
          )}
        </section>
      ))}
    </article>
  );
}

/** A name with what stands behind it; a question needs no colon. */
const answered = (name: string, text: string): string => `${name}${name.endsWith('?') ? '' : ':'} ${text}`;

/** The same as lines of a text. */
export function linesOf({ view, record }: Props): readonly Line[] {
  const { labels } = view;
  return [
    { kind: 'title', text: titleOf({ view, record }) },
    { kind: 'text', text: labels[`kind.${record.kind}`] },
    ...sectionsOf(record).flatMap(({ step, fields }): Line[] => [
      { kind: 'heading', text: labels[`step.${step.id}`] },
      ...fields.flatMap((field): Line[] => {
        if (field.kind !== 'rows') {
          const text = told(view, field, valueOf(record, field.id));
          return [{ kind: 'item', text: answered(labelOf(labels, field, false), text) }];
        }
        return filledRows(record, field).map((row) => ({
          kind: 'item',
          text: field.columns
            .flatMap((column) => {
              const text = told(view, column, row[column.id] ?? '');
              return text === '' ? [] : [answered(labelOf(labels, column, true), text)];
            })
            .join('\n'),
        }));
      }),
    ]),
  ];
}
