import type { Entry, LocalAssessment, LocalItem } from '../../src/domain/assessment/index.ts';
import type { LabelsOf } from '../tool/labels.ts';

/** A phase as the tool shows it. */
export interface PhaseName {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** Address of the phase page. */
  readonly href: string;
}

/** What every part of the tool needs. */
export interface View {
  readonly model: LocalAssessment;
  readonly phases: readonly PhaseName[];
  readonly labels: LabelsOf<'assessment'>;
  /** Language tag of the page, for numbers and plurals. */
  readonly lang: string;
}

/** The phase with this id; a model that names an unknown phase does not pass the content tests. */
export function phaseOf(view: View, id: string): PhaseName {
  return view.phases.find((phase) => phase.id === id) ?? { id, number: 0, name: id, href: '' };
}

/** The item with this id, likewise. */
export function itemOf(view: View, id: string): LocalItem | undefined {
  return view.model.items.find((item) => item.id === id);
}

/** The text of the answer that an entry gives to an item. */
export function answerText(view: View, entry: Entry, item: LocalItem): string {
  const answer = entry.answers[item.id];
  if (answer === undefined) return view.labels['answer.none'];
  if (answer === 'u' || answer === 'n') return view.labels[`answer.${answer}`];
  return item.levels[Number(answer)] ?? '';
}
