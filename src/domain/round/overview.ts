import type { Model, Result } from '../assessment/index.ts';
import type { RoundState } from './file.ts';
import { groupAnswers, groupResult, summarise, withoutScarce } from './summary.ts';

/** One group among many. */
export interface GroupPlace {
  /** Id of its round. */
  readonly id: string;
  readonly label: string;
  readonly date: string;
  readonly members: number;
  readonly result: Result;
}

export interface Overview {
  readonly groups: readonly GroupPlace[];
  /** Items that hold groups back: gates of the phase they are in that are surely missing, most groups first. */
  readonly stuckOn: readonly { readonly item: string; readonly groups: number }[];
}

/**
 * Where many groups stand, and what most of them are stuck on. Of a round that was loaded twice the later one counts:
 * by its date, else by its place in `states`.
 */
export function overview(model: Model, states: readonly RoundState[]): Overview {
  const byRound = new Map<string, RoundState>();
  for (const state of states) {
    const before = byRound.get(state.round.id);
    if (!before || state.date >= before.date) byRound.set(state.round.id, state);
  }
  const groups = [...byRound].map(([id, { label, date, collected, round, agreements }]) => ({
    id,
    label,
    date,
    members: Object.keys(collected).length,
    result: resultOf(model, { round, collected, agreements }),
  }));
  const counts = new Map<string, number>();
  for (const { result } of groups) {
    const place = result.phases.find(({ phase }) => phase === result.latest);
    for (const item of place?.missing ?? []) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const stuckOn = model.items
    .map(({ id }) => ({ item: id, groups: counts.get(id) ?? 0 }))
    .filter(({ groups }) => groups > 0)
    .sort((a, b) => b.groups - a.groups);
  return { groups, stuckOn };
}

/** The result of a group, without what would tell who said what. */
function resultOf(
  model: Model,
  { round, collected, agreements }: Pick<RoundState, 'round' | 'collected' | 'agreements'>,
): Result {
  const summaries = summarise(model, round, withoutScarce(model, round, collected));
  return groupResult(model, round, groupAnswers(summaries, agreements));
}
