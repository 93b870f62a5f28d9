import {
  type FormStep,
  isShown,
  rowsOf,
  textToDecide,
  valueOf,
  withRows,
  withText,
} from '../../src/domain/decision/index.ts';
import { Later } from '../tool/Later.tsx';
import { FieldInput, hintOf, labelOf } from './FieldInput.tsx';
import { RowsInput } from './RowsInput.tsx';
import type { OpenRecord } from './view.ts';

interface Props extends OpenRecord {
  step: FormStep;
  /** Changes the record in a way that can be undone. */
  onRemove: OpenRecord['onChange'];
}

/** One step of the form, with what the technique does and says there. */
export function RecordStep({ step, onRemove, ...open }: Props) {
  const { view, record } = open;
  const { labels, techniques } = view;
  const { script } = techniques[record.kind];
  const [first] = step.fields;
  const said = step.script.flatMap((id) => script[id] ?? []);
  return (
    <>
      {said.length > 0 && (
        <aside class="guide" aria-label={labels['guide']}>
          {said.map(({ say }, index) => say !== null && <p key={index}>“{say}”</p>)}
          <details>
            <summary>{labels['guide.do']}</summary>
            {said.map((part, index) => (
              <p key={index}>{part.do}</p>
            ))}
          </details>
        </aside>
      )}
      {step.fields
        .filter((field) => isShown(record, field))
        .map((field) =>
          field === first ? (
            <StepField key={field.id} {...open} field={field} onRemove={onRemove} />
          ) : (
            <Later key={field.id}>{() => <StepField {...open} field={field} onRemove={onRemove} />}</Later>
          ),
        )}
    </>
  );
}

interface FieldProps extends Omit<Props, 'step'> {
  field: FormStep['fields'][number];
}

/** A field of the form, or a list of rows. */
function StepField({ field, onRemove, ...open }: FieldProps) {
  const { view, record, onChange } = open;
  const { labels } = view;
  if (field.kind === 'rows')
    return (
      <RowsInput
        {...open}
        field={field}
        onRemove={(place) =>
          onRemove((record) =>
            withRows(
              record,
              field.id,
              rowsOf(record, field.id).filter((_, at) => at !== place),
            ),
          )
        }
      />
    );
  return (
    <div>
      <FieldInput
        labels={labels}
        field={field}
        label={labelOf(labels, field, false)}
        hint={hintOf(labels, field.id)}
        name={field.id}
        value={valueOf(record, field.id)}
        onChange={(text) => onChange((record) => withText(record, field.id, text))}
      />
      {field.id === 'decision' && valueOf(record, 'decision') === '' && textToDecide(record) !== '' && (
        <p class="buttons">
          <button
            type="button"
            onClick={() => onChange((record) => withText(record, 'decision', textToDecide(record)))}
          >
            {labels['decide.take']}
          </button>
        </p>
      )}
    </div>
  );
}
