import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  DECISION_KINDS,
  type DecisionRecord,
  FORMS,
  fromFileText,
  fromShelfText,
  gapsOf,
  isEmptyRecord,
  isShown,
  isUntouched,
  kindFromQuery,
  LONGEST_TEXT,
  newRecord,
  peopleIn,
  queryOfKind,
  rowsOf,
  sectionsOf,
  subjectOf,
  TECHNIQUE_OF,
  textToDecide,
  toFileText,
  toShelfText,
  valueOf,
  withCell,
  withRows,
  withText,
} from '../../../src/domain/decision/index.ts';
import { techniqueSchema } from '../../../src/domain/technique/schema.ts';
import { recordOf, records } from './records.ts';

const consent = newRecord('a1', 'consent');
const election = newRecord('b2', 'election');
/** The record with these texts, one after the other. */
const withTexts = (record: DecisionRecord, texts: DecisionRecord['values']): DecisionRecord =>
  Object.entries(texts).reduce((to, [field, text]) => withText(to, field as 'subject', text), record);

describe('the forms', () => {
  test('go along the steps of their technique, all of them, in its order', () => {
    for (const kind of DECISION_KINDS) {
      const file = resolve(import.meta.dirname, '../../../content/techniques', `${TECHNIQUE_OF[kind]}.yaml`);
      const { script } = techniqueSchema.parse(parse(readFileSync(file, 'utf8')));
      const ids = script.map(({ id }) => id);
      const used = FORMS[kind].flatMap((step) => step.script);
      expect(new Set(used)).toEqual(new Set(ids));
      const places = FORMS[kind].flatMap(({ script: [first] }) => (first ? [ids.indexOf(first)] : []));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('have each field once, and fields that depend on an option that exists', () => {
    for (const kind of DECISION_KINDS) {
      const fields = FORMS[kind].flatMap((step) => step.fields);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      for (const { when } of fields) {
        if (!when) continue;
        const asked = fields.find(({ id }) => id === when.field);
        expect(asked?.kind).toBe('choice');
        expect(asked && 'options' in asked ? asked.options : []).toEqual(
          expect.arrayContaining([...when.is]),
        );
      }
    }
  });

  test('are asked for by an address', () => {
    for (const kind of DECISION_KINDS) expect(kindFromQuery(queryOfKind(kind))).toBe(kind);
    for (const query of ['', '?soort=', '?soort=anders']) expect(kindFromQuery(query)).toBeNull();
  });
});

describe('a record in a file, and on the device', () => {
  test('is the same when it is read again', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(fromFileText(toFileText(record))).toEqual({ ok: true, records: [record] });
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(records, { selector: ({ id }) => id, maxLength: 5 }), (all) => {
        expect(fromShelfText(toShelfText(all))).toEqual({ ok: true, records: all });
      }),
    );
  });

  test('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(fromFileText(text).ok).toBe(false);
        expect(fromShelfText(text).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        recordOf('consent'),
        fc.dictionary(fc.constantFrom('proposal', 'date', 'outcome', 'objections', 'tasks'), fc.jsonValue()),
        fc.dictionary(fc.constantFrom('questions', 'objections', 'tasks', 'group'), fc.jsonValue()),
        (record, values, rows) => {
          const text = JSON.stringify({
            kind: 'mini-cluster/besluit',
            schema: 1,
            record: { ...record, values: { ...record.values, ...values }, rows: { ...record.rows, ...rows } },
          });
          const read = fromFileText(text);
          if (!read.ok) throw new Error(read.reason);
          const [found] = read.records;
          // What came in can be shown, and written again.
          sectionsOf(found!);
          gapsOf(found!);
          expect(fromFileText(toFileText(found!))).toEqual(read);
          for (const field of FORMS.consent.flatMap((step) => step.fields)) {
            if (field.kind === 'day') expect(valueOf(found!, field.id)).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
            if (field.kind === 'choice')
              expect(['', ...(field.options ?? [])]).toContain(valueOf(found!, field.id));
          }
        },
      ),
    );
  });

  test('of a later version or another tool is left alone', () => {
    expect(fromFileText(toFileText(consent).replace('"schema": 1', '"schema": 2'))).toEqual({
      ok: false,
      reason: 'newer',
    });
    expect(fromFileText(toShelfText([consent]))).toEqual({ ok: false, reason: 'foreign' });
    expect(fromFileText(toFileText({ ...consent, id: '../x' }))).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('keeps to the longest text', () => {
    const long = withText(consent, 'proposal', 'a'.repeat(LONGEST_TEXT + 1));
    const read = fromFileText(toFileText(long));
    expect(read.ok && valueOf(read.records[0]!, 'proposal').length).toBe(LONGEST_TEXT);
  });
});

describe('writing', () => {
  test('in a field or row keeps all others', () => {
    fc.assert(
      fc.property(records, fc.string(), (record, text) => {
        const after = withText(record, 'group', text);
        expect(valueOf(after, 'group')).toBe(text);
        expect({ ...after.values, group: '' }).toEqual({ ...record.values, group: '' });
        expect(after.rows).toEqual(record.rows);
        // What is wiped leaves nothing behind.
        expect(withText(after, 'group', '').values).not.toHaveProperty('group');
      }),
    );
    const row = withCell(withCell(consent, 'objections', 0, 'who', 'An'), 'objections', 7, 'who', 'Bert');
    expect(rowsOf(row, 'objections')).toEqual([{ who: 'An' }, { who: 'Bert' }]);
    expect(rowsOf(withCell(row, 'objections', 0, 'change', 'korter'), 'objections')[0]).toEqual({
      who: 'An',
      change: 'korter',
    });
    expect(withRows(row, 'objections', [])).toEqual(consent);
  });

  test('nothing but blanks is an empty record', () => {
    expect(isEmptyRecord(withCell(withText(consent, 'group', ' '), 'tasks', 0, 'who', '\n'))).toBe(true);
    expect(isEmptyRecord(withText(consent, 'group', 'x'))).toBe(false);
    const begun = withTexts(consent, { date: '2026-11-22', present: 'An, Bert' });
    expect([isUntouched(begun), isEmptyRecord(begun)]).toEqual([true, false]);
    expect(isUntouched(withText(begun, 'subject', 'x'))).toBe(false);
  });

  test('the decision starts from the text that was amended last', () => {
    const proposed = withTexts(consent, { proposal: 'eerst', amended: 'dan' });
    expect(textToDecide(proposed)).toBe('eerst');
    expect(textToDecide(withText(proposed, 'course', 'amend'))).toBe('dan');
    expect(textToDecide(withText(withText(proposed, 'course', 'amend'), 'amended', ''))).toBe('eerst');
  });

  test('a record is known by its subject, its role or the beginning of its proposal', () => {
    expect(subjectOf(withTexts(consent, { subject: 'Erelonen', proposal: 'x' }))).toBe('Erelonen');
    expect(subjectOf(withText(election, 'role', 'Coördinator'))).toBe('Coördinator');
    expect(subjectOf(withText(consent, 'proposal', `${'a'.repeat(90)}\nb`))).toHaveLength(80);
    expect(subjectOf(consent)).toBe('');
  });

  test('names are taken from a list, however it is written', () => {
    expect(peopleIn('An, Bert;\nCis\n\n , Dirk')).toEqual(['An', 'Bert', 'Cis', 'Dirk']);
  });
});

describe('what a record still misses', () => {
  const adopted = withTexts(consent, {
    outcome: 'adopted',
    decision: 'We delen de kosten.',
    review: '2027-05-22',
    criterion: 'Elke firma stuurt haar uren door.',
  });
  const whole = withCell(adopted, 'tasks', 0, 'who', 'An');

  test('is nothing when it is whole, and one thing per thing', () => {
    expect(gapsOf(consent)).toEqual(['no-outcome']);
    expect(gapsOf(whole)).toEqual([]);
    expect(gapsOf(adopted)).toEqual(['no-task']);
    expect(gapsOf(withText(whole, 'review', ''))).toEqual(['no-review']);
    expect(gapsOf(withText(whole, 'criterion', ' '))).toEqual(['no-criterion']);
    expect(gapsOf(withText(whole, 'decision', ''))).toEqual(['no-decision']);
    const returned = withText(consent, 'outcome', 'returned');
    expect(gapsOf(returned)).toEqual(['no-back']);
    expect(gapsOf(withText(returned, 'back', '2027-01-10'))).toEqual([]);
  });

  test('is an objection that nobody solved', () => {
    const objected = withCell(whole, 'objections', 0, 'objection', 'Te duur');
    expect(gapsOf(objected)).toEqual(['open-objection']);
    expect(gapsOf(withCell(objected, 'objections', 0, 'solved', 'no'))).toEqual(['open-objection']);
    expect(gapsOf(withCell(objected, 'objections', 0, 'solved', 'yes'))).toEqual([]);
  });

  test('is a choice of who refused; never a count of names', () => {
    const chosen = withTexts(election, {
      until: '2028-11-22',
      outcome: 'elected',
      elected: 'Bert',
      review: '2027-05-22',
      criterion: 'Iedereen weet wat er speelt.',
    });
    expect(gapsOf(chosen)).toEqual([]);
    const refused = withCell(
      withCell(chosen, 'proposals', 0, 'name', 'Bert'),
      'proposals',
      0,
      'accepts',
      'no',
    );
    expect(gapsOf(refused)).toEqual(['refused']);
    // All others nominated somebody else: that decides nothing here.
    fc.assert(
      fc.property(fc.array(fc.constantFrom('An', 'Bert', 'Cis'), { maxLength: 20 }), (names) => {
        const nominated = withRows(
          chosen,
          'nominations',
          names.map((first) => ({ first, then: first })),
        );
        expect(gapsOf(nominated)).toEqual([]);
        expect(valueOf(nominated, 'elected')).toBe('Bert');
      }),
    );
    expect(gapsOf(withText(chosen, 'elected', ''))).toEqual(['no-elected']);
    expect(gapsOf(withText(chosen, 'until', ''))).toEqual(['no-until']);
  });
});

describe('the written record', () => {
  test('holds everything that was filled in and belongs to it, each thing once', () => {
    fc.assert(
      fc.property(records, (record) => {
        const shown = sectionsOf(record).flatMap(({ fields }) => fields.map(({ id }) => id));
        expect(new Set(shown).size).toBe(shown.length);
        const isTold = (texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '');
        const expected = FORMS[record.kind]
          .flatMap((step) => step.fields)
          .filter((field) => isShown(record, field))
          .filter((field) =>
            isTold(
              field.kind === 'rows'
                ? rowsOf(record, field.id).flatMap((row) => Object.values(row))
                : [valueOf(record, field.id)],
            ),
          )
          .map(({ id }) => id);
        expect([...shown].sort()).toEqual([...expected].sort());
      }),
    );
  });

  test('tells the decision before how it came about', () => {
    const record = withTexts(consent, {
      group: 'De Ronde Tafel',
      proposal: 'x',
      outcome: 'adopted',
      decision: 'y',
    });
    expect(sectionsOf(record).map(({ step }) => step.id)).toEqual(['meeting', 'decide', 'proposal']);
    // What depended on another choice stays in the file, but is not told.
    const returned = withText(record, 'outcome', 'returned');
    expect(sectionsOf(returned)[1]?.fields.map(({ id }) => id)).toEqual(['outcome']);
    expect(valueOf(returned, 'decision')).toBe('y');
  });
});
