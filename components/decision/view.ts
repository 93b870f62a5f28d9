import type { DecisionKind, DecisionRecord } from '../../src/domain/decision/index.ts';
import type { LabelsOf } from '../tool/labels.ts';

export type DecisionLabels = LabelsOf<'decision'>;

/** The technique that a kind of decision goes with. */
export interface DecisionTechnique {
  readonly name: string;
  /** Address of its page. */
  readonly href: string;
  /** Address that runs it step by step. */
  readonly runHref: string;
  /** Address of its form on paper. */
  readonly paperHref: string;
  /** What the facilitator and the group do, and what can be said, by id of the step. */
  readonly script: Readonly<Record<string, { readonly do: string; readonly say: string | null }>>;
}

/** What every part of the tool needs. */
export interface DecisionView {
  readonly techniques: Readonly<Record<DecisionKind, DecisionTechnique>>;
  readonly labels: DecisionLabels;
  /** Language tag of the page, for days. */
  readonly lang: string;
}

/** Asks for a change of a record; what it gives is kept, shown and saved. */
export type OnChange = (change: (record: DecisionRecord) => DecisionRecord) => void;

/** What a part that writes in a record gets. */
export interface OpenRecord {
  readonly view: DecisionView;
  readonly record: DecisionRecord;
  readonly onChange: OnChange;
}
