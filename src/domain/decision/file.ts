import { isDay, isRecord, readSaved } from '../shared/index.ts';
import { type ColumnId, DECISION_KINDS, type Field, FORMS, type RowsField } from './form.ts';
import {
  type DecisionRecord,
  isFilled,
  LONGEST_TEXT,
  MOST_RECORDS,
  MOST_ROWS,
  type Row,
  withRows,
  withText,
} from './record.ts';

/** What a file with one record, and the records on a device, call themselves. */
const FILE = 'mini-cluster/besluit';
const SHELF = 'mini-cluster/besluiten';
const SCHEMA = 1;

/** What a text turned out to hold. Never an exception. */
export type LoadedRecords =
  | { readonly ok: true; readonly records: readonly DecisionRecord[] }
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' | 'newer' };

/** One record as the text of a file. */
export function toFileText(record: DecisionRecord): string {
  return JSON.stringify({ kind: FILE, schema: SCHEMA, record }, null, 1);
}

/** All records as they are kept on the device. */
export function toShelfText(records: readonly DecisionRecord[]): string {
  return JSON.stringify({ kind: SHELF, schema: SCHEMA, records });
}

/** Reads a file with one record. What of it cannot be is left out. */
export function fromFileText(text: string): LoadedRecords {
  return load(FILE, text, ({ record }) => [record]);
}

/** Reads the records that were kept. */
export function fromShelfText(text: string): LoadedRecords {
  return load(SHELF, text, ({ records }) => (Array.isArray(records) ? (records as unknown[]) : [null]));
}

function load(
  kind: string,
  text: string,
  pick: (saved: Readonly<Record<string, unknown>>) => readonly unknown[],
): LoadedRecords {
  const read = readSaved(kind, text);
  if (!read.ok) return read;
  const { schema } = read.saved;
  if (typeof schema === 'number' && schema > SCHEMA) return { ok: false, reason: 'newer' };
  const seen = new Set<string>();
  const found = pick(read.saved).slice(0, MOST_RECORDS).map(readRecord);
  if (schema !== SCHEMA || found.includes(null)) return { ok: false, reason: 'unreadable' };
  const records = found.filter((record) => record !== null && !seen.has(record.id) && seen.add(record.id));
  return { ok: true, records: records as DecisionRecord[] };
}

/** A record out of anything; null when it is none. Only fields of the form come in. */
function readRecord(value: unknown): DecisionRecord | null {
  if (!isRecord(value)) return null;
  const { id, values, rows } = value;
  const kind = DECISION_KINDS.find((known) => known === value['kind']);
  if (!kind || typeof id !== 'string' || !/^[a-z0-9]{1,40}$/.test(id)) return null;
  if (!isRecord(values) || !isRecord(rows)) return null;
  const fields = FORMS[kind].flatMap((step) => step.fields);
  return fields.reduce<DecisionRecord>(
    (record, field) =>
      field.kind === 'rows'
        ? withRows(record, field.id, readRows(rows[field.id], field))
        : withText(record, field.id, readText(values[field.id], field)),
    { id, kind, values: {}, rows: {} },
  );
}

function readRows(value: unknown, { columns }: RowsField): readonly Row[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).slice(0, MOST_ROWS).flatMap((row) => {
    if (!isRecord(row)) return [];
    const cells = columns.map((column) => [column.id, readText(row[column.id], column)] as const);
    const read: Row = Object.fromEntries(cells.filter(([, text]) => text !== ''));
    return isFilled(read) ? [read] : [];
  });
}

function readText(value: unknown, { kind, options }: Field | Field<ColumnId>): string {
  if (typeof value !== 'string') return '';
  if (kind === 'day') return isDay(value) ? value : '';
  if (kind === 'choice') return options?.find((option) => option === value) ?? '';
  return value.slice(0, LONGEST_TEXT);
}
