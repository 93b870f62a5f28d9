import fc from 'fast-check';
import {
  type ColumnId,
  DECISION_KINDS,
  type DecisionKind,
  type DecisionRecord,
  type Field,
  FORMS,
  isFilled,
  newRecord,
  type Row,
  withRows,
  withText,
} from '../../../src/domain/decision/index.ts';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Anything a reader may put in a field, empty included. */
const textFor = ({ kind, options = [] }: Field | Field<ColumnId>): fc.Arbitrary<string> => {
  if (kind === 'day') return fc.oneof(fc.constant(''), days);
  if (kind === 'choice') return fc.constantFrom('', ...options);
  return fc.string({ unit: 'grapheme', maxLength: 40 });
};

/** A record of this kind, filled in at random and perhaps not consistent. */
export const recordOf = (kind: DecisionKind): fc.Arbitrary<DecisionRecord> => {
  const fields = FORMS[kind].flatMap((step) => step.fields);
  const parts = fields.map((field): fc.Arbitrary<(record: DecisionRecord) => DecisionRecord> => {
    if (field.kind !== 'rows')
      return textFor(field).map((text) => (record) => withText(record, field.id, text));
    const row = fc
      .tuple(...field.columns.map((column) => textFor(column).map((text) => [column.id, text] as const)))
      .map((cells): Row => Object.fromEntries(cells.filter(([, text]) => text !== '')));
    return fc
      .array(row, { maxLength: 4 })
      .map((rows) => (record) => withRows(record, field.id, rows.filter(isFilled)));
  });
  return fc
    .tuple(fc.stringMatching(/^[a-z0-9]{8}$/), ...parts)
    .map(([id, ...put]) => put.reduce((record, part) => part(record), newRecord(id, kind)));
};

export const records = fc.constantFrom(...DECISION_KINDS).chain(recordOf);
