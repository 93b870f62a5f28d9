import type { ColumnId, DecisionKind, Field, FieldId, FormStep, RowsField, RowsId } from './form.ts';
import { FORMS } from './form.ts';

/** One row of a list, by column; what is empty is left out. */
export type Row = Readonly<Partial<Record<ColumnId, string>>>;

/** What was decided and how, as the secretary writes it down. */
export interface DecisionRecord {
  /** Random, so that a record in a file is recognised. */
  readonly id: string;
  readonly kind: DecisionKind;
  /** Texts by field; what is empty is left out. */
  readonly values: Readonly<Partial<Record<FieldId, string>>>;
  /** Lists by field; what is empty is left out. */
  readonly rows: Readonly<Partial<Record<RowsId, readonly Row[]>>>;
}

/** Longest text of a field, characters; most rows of a list; most records on a device. */
export const LONGEST_TEXT = 4000;
export const MOST_ROWS = 60;
export const MOST_RECORDS = 200;

/** An empty record. */
export function newRecord(
  id: string,
  kind: DecisionKind,
  values: DecisionRecord['values'] = {},
): DecisionRecord {
  return { id, kind, values, rows: {} };
}

/** The text in a field; empty where nothing was written. */
export function valueOf({ values }: DecisionRecord, field: FieldId): string {
  return values[field] ?? '';
}

/** The rows of a list. */
export function rowsOf({ rows }: DecisionRecord, field: RowsId): readonly Row[] {
  return rows[field] ?? [];
}

/** `record` without the key, or with it where the value is not empty. */
function put<K extends string, V>(
  record: Readonly<Partial<Record<K, V>>>,
  key: K,
  value: V,
  isEmpty: boolean,
) {
  const { [key]: _before, ...others } = record;
  return (isEmpty ? others : { ...others, [key]: value }) as Readonly<Partial<Record<K, V>>>;
}

/** The record with a text in a field. */
export function withText(record: DecisionRecord, field: FieldId, text: string): DecisionRecord {
  return { ...record, values: put(record.values, field, text, text === '') };
}

/** The record with a text in a row; a row that is not there yet comes after the last. */
export function withCell(
  record: DecisionRecord,
  field: RowsId,
  place: number,
  column: ColumnId,
  text: string,
): DecisionRecord {
  const before = rowsOf(record, field);
  const row = put<ColumnId, string>(before[place] ?? {}, column, text, text === '');
  return withRows(
    record,
    field,
    place < before.length ? before.map((old, at) => (at === place ? row : old)) : [...before, row],
  );
}

/** The record with these rows in a list. */
export function withRows(record: DecisionRecord, field: RowsId, rows: readonly Row[]): DecisionRecord {
  return { ...record, rows: put(record.rows, field, rows.slice(0, MOST_ROWS), rows.length === 0) };
}

/** Whether a field belongs to the record as it is filled in: some depend on what was chosen in another. */
export function isShown(record: DecisionRecord, { when }: Field | RowsField): boolean {
  return when === undefined || when.is.some((option) => option === valueOf(record, when.field));
}

/** Whether a row says anything. */
export function isFilled(row: Row): boolean {
  return Object.values(row).some((text) => text.trim() !== '');
}

/** Whether nothing was written yet. */
export function isEmptyRecord({ values, rows }: Pick<DecisionRecord, 'values' | 'rows'>): boolean {
  return (
    Object.values(values).every((text) => text.trim() === '') &&
    Object.values(rows).every((list) => !list.some(isFilled))
  );
}

/** Whether nothing but the meeting it was begun in stands in it: such a record serves again for a new one. */
export function isUntouched({ values, rows }: DecisionRecord): boolean {
  const { date: _date, present: _present, ...others } = values;
  return isEmptyRecord({ values: others, rows });
}

/** What the record is about: the subject, the role, or the beginning of the proposal. */
export function subjectOf(record: DecisionRecord): string {
  const named = record.kind === 'consent' ? valueOf(record, 'subject') : valueOf(record, 'role');
  const [first = ''] = (named || valueOf(record, 'proposal')).trim().split('\n');
  return first.length > 80 ? `${first.slice(0, 79).trimEnd()}…` : first;
}

/** The text that the group decides on: as it was amended, or as it was proposed. */
export function textToDecide(record: DecisionRecord): string {
  const isAmended = valueOf(record, 'course') === 'amend' && valueOf(record, 'amended') !== '';
  return valueOf(record, isAmended ? 'amended' : 'proposal');
}

/** The people in a list that was typed: names with commas, semicolons or line breaks between them. */
export function peopleIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What a good record still misses. The method decides by argument: nothing here counts names. */
export type Gap =
  | 'no-outcome'
  | 'open-objection'
  | 'no-decision'
  | 'no-task'
  | 'no-review'
  | 'no-criterion'
  | 'no-back'
  | 'no-elected'
  | 'refused'
  | 'no-until';

/** What is missing or does not fit together, in a fixed order. */
export function gapsOf(record: DecisionRecord): readonly Gap[] {
  const is = (field: FieldId): boolean => valueOf(record, field).trim() !== '';
  const outcome = valueOf(record, 'outcome');
  if (outcome === '') return ['no-outcome'];
  if (outcome === 'returned' || outcome === 'postponed') return is('back') ? [] : ['no-back'];
  const gaps: (Gap | false)[] = [
    rowsOf(record, 'objections').some((row) => isFilled(row) && row.solved !== 'yes') && 'open-objection',
    !is('review') && 'no-review',
    !is('criterion') && 'no-criterion',
  ];
  const elected = valueOf(record, 'elected').trim();
  const refused = rowsOf(record, 'proposals').some(
    ({ name, accepts }) => accepts === 'no' && name?.trim() === elected,
  );
  const own: (Gap | false)[] =
    record.kind === 'consent'
      ? [!is('decision') && 'no-decision', !rowsOf(record, 'tasks').some(isFilled) && 'no-task']
      : [elected === '' && 'no-elected', elected !== '' && refused && 'refused', !is('until') && 'no-until'];
  return [...own, ...gaps].filter((gap) => gap !== false);
}

/** A part of the written record: what was filled in at a step. */
export interface Section {
  readonly step: FormStep;
  readonly fields: readonly (Field | RowsField)[];
}

/** What was filled in, the decision first, then the course in the order of the method. */
export function sectionsOf(record: DecisionRecord): readonly Section[] {
  const steps = FORMS[record.kind];
  const [meeting, ...course] = steps.slice(0, -1);
  return [meeting, steps.at(-1), ...course].flatMap((step): Section[] => {
    const fields = step?.fields.filter((field) => isShown(record, field) && hasContent(record, field)) ?? [];
    return step && fields.length > 0 ? [{ step, fields }] : [];
  });
}

function hasContent(record: DecisionRecord, field: Field | RowsField): boolean {
  return field.kind === 'rows'
    ? rowsOf(record, field.id).some(isFilled)
    : valueOf(record, field.id).trim() !== '';
}
