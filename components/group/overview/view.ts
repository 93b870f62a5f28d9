import type { CodecModel, LocalItem, ModelItem } from '../../../src/domain/assessment/index.ts';
import type { PhaseName } from '../../assessment/view.ts';
import type { LabelsOf } from '../../tool/labels.ts';
import type { placeKind } from '../results/texts.ts';

/** What the overview needs of an item: what decides, and what it is called. */
export type OverviewItem = ModelItem & Pick<LocalItem, 'title' | 'question' | 'anchor'>;

/** What every part of the overview needs. */
export interface OverviewView {
  readonly model: Omit<CodecModel, 'items'> & { readonly items: readonly OverviewItem[] };
  readonly phases: readonly PhaseName[];
  readonly labels: LabelsOf<'group.overview'>;
  /** Where a group stands, in two or three words. */
  readonly places: Readonly<Record<ReturnType<typeof placeKind>, string>>;
  /** Whether a phase stands, for the table to download. */
  readonly gates: Readonly<Record<'met' | 'missing' | 'unproven', string>>;
  readonly lang: string;
}

/** Number of a phase, 1–8. */
export function numberOf({ phases }: Pick<OverviewView, 'phases'>, id: string): number {
  return phases.find((phase) => phase.id === id)?.number ?? 0;
}
