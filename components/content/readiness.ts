import type { Item } from '../../src/domain/assessment/index.ts';

/** An item that shows whether a phase is done. */
export interface ReadinessItem extends Item {
  /** The group it is for, where the other group passes this phase too. */
  only: 'newGroup' | 'existingGroup' | undefined;
}

/** The items of the assessment that show whether a phase is done. */
export function readinessItems(items: readonly Item[], phase: string): ReadinessItem[] {
  const own = items.filter((item) => item.phase === phase);
  const groups = new Set(own.flatMap(({ starts }) => starts));
  const onlyFor = ({ starts }: Item): ReadinessItem['only'] => {
    if (starts.length === groups.size) return undefined;
    if (!starts.includes('new')) return 'existingGroup';
    return starts.length === 1 ? 'newGroup' : undefined;
  };
  return own.map((item) => ({ ...item, only: onlyFor(item) }));
}
