import { type RoundState, sheetOf } from '../../src/domain/round/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import type { GroupView } from './view.ts';

/** What a submission is called without a name: the number on the paper sheet, or the firm's in order of coming in. */
export function nameOf(
  { labels }: GroupView,
  { collected }: Pick<RoundState, 'collected'>,
  id: string,
): string {
  const sheet = sheetOf(id);
  if (sheet !== null) return fill(labels['collect.sheet'], { n: sheet });
  const firms = Object.keys(collected).filter((other) => sheetOf(other) === null);
  return fill(labels['collect.firm'], { n: firms.indexOf(id) + 1 });
}
