import type { Round } from '../../src/domain/round/index.ts';
import type { View } from '../assessment/view.ts';

/** Whether a round asks only a part of the phases of its route. */
export function isPartial({ model }: Pick<View, 'model'>, { start, phases }: Round): boolean {
  return phases.length < model.routes[start].length;
}
