import { type Answers, IN_PLACE, type Model } from '../assessment/index.ts';
import type { Target } from './file.ts';
import { type Round, roundItems } from './round.ts';

/** One item in two rounds of the same group. */
export interface Change {
  readonly item: string;
  readonly before: string;
  readonly after: string;
  /** `up` and `down` in level; `other` where one of the two is no level; `same`. */
  readonly direction: 'up' | 'down' | 'same' | 'other';
}

export interface Comparison {
  /** Items of both rounds, in the order of asking. */
  readonly changes: readonly Change[];
  /** Items of the later round that the earlier one did not ask. */
  readonly added: readonly string[];
  /** Items of the earlier round that the later one, or the model, no longer asks. */
  readonly retired: readonly string[];
}

/** What changed between two profiles of a group, item by item by id. A profile holds every item of its round. */
export function compareRounds(before: Answers, after: Answers): Comparison {
  const earlier = new Map(Object.entries(before));
  const changes: Change[] = [];
  const added: string[] = [];
  for (const [item, answer] of Object.entries(after)) {
    const from = earlier.get(item);
    if (from === undefined) added.push(item);
    else changes.push({ item, before: from, after: answer, direction: directionOf(from, answer) });
  }
  return { changes, added, retired: Object.keys(before).filter((id) => !Object.hasOwn(after, id)) };
}

function directionOf(before: string, after: string): Change['direction'] {
  if (before === after) return 'same';
  if (!/^\d$/.test(before) || !/^\d$/.test(after)) return 'other';
  return after > before ? 'up' : 'down';
}

/** How far a group is on its own target for a phase: items of the target in place, of those that apply. */
export interface TargetProgress {
  readonly phase: string;
  readonly target: Target;
  readonly inPlace: number;
  readonly of: number;
}

/** Progress toward the group's own targets, for the phases that have one. */
export function targetProgress(
  model: Model,
  round: Round,
  answers: Answers,
  targets: Readonly<Record<string, Target>>,
): readonly TargetProgress[] {
  return round.phases.flatMap((phase) => {
    const target = targets[phase];
    if (!target) return [];
    const items = roundItems(model, round).filter(
      (item) =>
        item.phase === phase && (target === 'all' || item.kind === 'gate') && answers[item.id] !== 'n',
    );
    const inPlace = items.filter(({ id }) => Number(answers[id]) >= IN_PLACE).length;
    return [{ phase, target, inPlace, of: items.length }];
  });
}
