/** What is decided: a proposal with consent, or who takes on a role by an election without candidates. */
export const DECISION_KINDS = ['consent', 'election'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A field that holds one text: a line, several lines, a day as YYYY-MM-DD, or one of a few options. */
export interface Field<Id extends string = FieldId> {
  readonly id: Id;
  readonly kind: 'line' | 'text' | 'day' | 'choice';
  /** What can be chosen, by id; empty for other kinds. */
  readonly options?: readonly OptionId[];
  /** Shown only when another field of the form holds one of these options. */
  readonly when?: { readonly field: FieldId; readonly is: readonly OptionId[] };
}

/** A field that holds a list, each row with the same columns. */
export interface RowsField {
  readonly id: RowsId;
  readonly kind: 'rows';
  readonly columns: readonly Field<ColumnId>[];
  readonly when?: Field['when'];
}

/** A step of the form, which goes with a step of the technique. */
export interface FormStep {
  readonly id: StepId;
  /** Ids of the steps in the technique's script that it goes with; none for what is the same for every meeting. */
  readonly script: readonly string[];
  readonly fields: readonly (Field | RowsField)[];
}

export type FieldId =
  | 'group'
  | 'date'
  | 'present'
  | 'absent'
  | 'lead'
  | 'secretary'
  | 'subject'
  | 'by'
  | 'proposal'
  | 'problem'
  | 'course'
  | 'amended'
  | 'role'
  | 'duties'
  | 'from'
  | 'until'
  | 'outcome'
  | 'decision'
  | 'preferences'
  | 'review'
  | 'criterion'
  | 'elected'
  | 'condition'
  | 'missing'
  | 'worker'
  | 'urgent'
  | 'back';
export type RowsId =
  'questions' | 'reactions' | 'objections' | 'tasks' | 'criteria' | 'nominations' | 'proposals';
export type ColumnId =
  | 'question'
  | 'answer'
  | 'who'
  | 'reaction'
  | 'objection'
  | 'need'
  | 'change'
  | 'solved'
  | 'what'
  | 'by-when'
  | 'quality'
  | 'first'
  | 'reason'
  | 'then'
  | 'why'
  | 'name'
  | 'because'
  | 'accepts';
export type OptionId =
  | 'keep'
  | 'amend'
  | 'withdraw'
  | 'yes'
  | 'no'
  | 'condition'
  | 'adopted'
  | 'returned'
  | 'elected'
  | 'conditional'
  | 'postponed';
export type StepId =
  | 'meeting'
  | 'proposal'
  | 'clarify'
  | 'react'
  | 'adjust'
  | 'objections'
  | 'decide'
  | 'role'
  | 'criteria'
  | 'nominations'
  | 'propose'
  | 'confirm';

const line = <Id extends string>(id: Id): Field<Id> => ({ id, kind: 'line' });
const text = <Id extends string>(id: Id): Field<Id> => ({ id, kind: 'text' });
const day = <Id extends string>(id: Id): Field<Id> => ({ id, kind: 'day' });
const choice = <Id extends string>(id: Id, ...options: readonly OptionId[]): Field<Id> => ({
  id,
  kind: 'choice',
  options,
});
const rows = (id: RowsId, ...columns: readonly Field<ColumnId>[]): RowsField => ({
  id,
  kind: 'rows',
  columns,
});
const only = <F extends Field | RowsField>(
  fields: readonly F[],
  field: FieldId,
  ...is: readonly OptionId[]
): F[] => fields.map((shown) => ({ ...shown, when: { field, is } }));

const MEETING: FormStep = {
  id: 'meeting',
  script: [],
  fields: [line('group'), day('date'), text('present'), line('absent'), line('lead'), line('secretary')],
};
const OBJECTION = [line('who'), text('objection')] as const;
const SOLUTION = [text('change'), choice('solved', 'yes', 'no')] as const;

/** The forms, step by step in the order of the techniques. A fixed set: what is in a record is in no other place. */
export const FORMS: Readonly<Record<DecisionKind, readonly FormStep[]>> = {
  consent: [
    MEETING,
    {
      id: 'proposal',
      script: ['voorstel'],
      fields: [line('subject'), line('by'), text('proposal'), text('problem')],
    },
    {
      id: 'clarify',
      script: ['verduidelijken'],
      fields: [rows('questions', text('question'), text('answer'))],
    },
    { id: 'react', script: ['reageren'], fields: [rows('reactions', line('who'), text('reaction'))] },
    {
      id: 'adjust',
      script: ['bijsturen'],
      fields: [choice('course', 'keep', 'amend', 'withdraw'), ...only([text('amended')], 'course', 'amend')],
    },
    {
      id: 'objections',
      script: ['bezwaren', 'verwerken'],
      fields: [rows('objections', ...OBJECTION, text('need'), ...SOLUTION)],
    },
    {
      id: 'decide',
      script: ['vastleggen', 'teruggeven'],
      fields: [
        choice('outcome', 'adopted', 'returned'),
        ...only<Field | RowsField>(
          [
            text('decision'),
            day('from'),
            rows('tasks', line('who'), text('what'), line('by-when')),
            day('review'),
            text('criterion'),
            text('preferences'),
          ],
          'outcome',
          'adopted',
        ),
        ...only([text('missing'), line('worker'), day('back')], 'outcome', 'returned'),
      ],
    },
  ],
  election: [
    MEETING,
    { id: 'role', script: ['rol'], fields: [line('role'), text('duties'), day('from'), day('until')] },
    {
      id: 'criteria',
      script: ['eigenschappen'],
      fields: [rows('criteria', line('quality'))],
    },
    {
      id: 'nominations',
      script: ['briefje', 'voordrachten', 'wijzigingen'],
      fields: [rows('nominations', line('who'), line('first'), text('reason'), line('then'), text('why'))],
    },
    {
      id: 'propose',
      script: ['voorstel'],
      fields: [rows('proposals', line('name'), text('because'), choice('accepts', 'yes', 'condition', 'no'))],
    },
    {
      id: 'objections',
      script: ['bezwaren', 'oplossen'],
      fields: [rows('objections', ...OBJECTION, ...SOLUTION)],
    },
    {
      id: 'confirm',
      script: ['bekrachtigen'],
      fields: [
        choice('outcome', 'elected', 'conditional', 'postponed'),
        ...only([line('elected')], 'outcome', 'elected', 'conditional'),
        ...only([text('condition')], 'outcome', 'conditional'),
        ...only([day('review'), text('criterion')], 'outcome', 'elected', 'conditional'),
        ...only([text('missing'), line('urgent'), day('back')], 'outcome', 'postponed'),
      ],
    },
  ],
};

/** The technique that each kind of decision goes with, by id. */
export const TECHNIQUE_OF: Readonly<Record<DecisionKind, string>> = {
  consent: 'beslissen-met-instemming',
  election: 'verkiezing-zonder-kandidaat',
};

/** The kinds as they stand in an address. */
const NAMES: Readonly<Record<DecisionKind, string>> = { consent: 'instemming', election: 'verkiezing' };

/** The query of the address that begins a record of this kind. */
export function queryOfKind(kind: DecisionKind): string {
  return `?soort=${NAMES[kind]}`;
}

/** The kind that a query asks for, or null. */
export function kindFromQuery(query: string): DecisionKind | null {
  return DECISION_KINDS.find((kind) => queryOfKind(kind) === query) ?? null;
}
