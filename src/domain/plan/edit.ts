import type { TechniqueFacts } from '../technique/index.ts';
import { MOST_ITEMS, type Plan, type PlanItem } from './plan.ts';

/** The plan with `item` at a place (0 is first; at the end where it is left out). A full plan stays as it is. */
export function addItem(plan: Plan, item: Omit<PlanItem, 'key'>, at = plan.items.length): Plan {
  if (plan.items.length >= MOST_ITEMS) return plan;
  const key = plan.items.reduce((most, { key }) => Math.max(most, key), 0) + 1;
  return putItem(plan, { ...item, key }, at);
}

/** The plan with an item that was taken out back at its place, under its own key. */
export function putItem(plan: Plan, item: PlanItem, at: number): Plan {
  return { ...plan, items: [...plan.items.slice(0, at), item, ...plan.items.slice(at)] };
}

/** The plan without the item with this key. */
export function removeItem(plan: Plan, key: number): Plan {
  return { ...plan, items: plan.items.filter((item) => item.key !== key) };
}

/** The plan with an item at another place: `to` is its place afterwards, kept within the list. */
export function moveItem(plan: Plan, key: number, to: number): Plan {
  const item = plan.items.find((item) => item.key === key);
  if (!item) return plan;
  return putItem(removeItem(plan, key), item, Math.min(Math.max(to, 0), plan.items.length - 1));
}

/** The plan with an item changed. */
export function changeItem(plan: Plan, key: number, change: Partial<Omit<PlanItem, 'key'>>): Plan {
  return { ...plan, items: plan.items.map((item) => (item.key === key ? { ...item, ...change } : item)) };
}

/**
 * The plan without what one change did to it, from `before` to `after`. Whatever was changed since, and not by that
 * change, stays: own words that were typed meanwhile, minutes that were set.
 */
export function undoChange(plan: Plan, before: Plan, after: Plan): Plan {
  const now = new Map(plan.items.map((item) => [item.key, item]));
  const then = new Map(after.items.map((item) => [item.key, item]));
  return {
    ...undoFields(plan, before, after),
    items: before.items.map((item) =>
      undoFields(now.get(item.key) ?? item, item, then.get(item.key) ?? item),
    ),
  };
}

/** `now`, with the fields that differ between `before` and `after` as they were before. */
function undoFields<T extends object>(now: T, before: T, after: T): T {
  const changed = (Object.keys(before) as (keyof T)[]).filter((field) => before[field] !== after[field]);
  return Object.fromEntries([...Object.entries(now), ...changed.map((field) => [field, before[field]])]) as T;
}

/**
 * Where a new item comes: before the round that closes the meeting, unless it closes too; a round that opens comes
 * before the first technique.
 */
export function placeFor(
  { items }: Plan,
  facts: TechniqueFacts | null,
  techniques: ReadonlyMap<string, TechniqueFacts>,
): number {
  const roles = (item: PlanItem | undefined): TechniqueFacts['roles'] =>
    techniques.get(item?.technique ?? '')?.roles ?? [];
  if (facts?.roles.includes('opens')) {
    const first = items.findIndex(({ kind }) => kind === 'technique');
    return first === -1 ? items.length : first;
  }
  const last = items.length - 1;
  return roles(items[last]).includes('closes') && !facts?.roles.includes('closes') ? last : items.length;
}

/** The minutes a technique gets when it is put in a plan: those of its script, to the nearest five within its range. */
export function usualMinutes({ minutes: { min, max, usual } }: Pick<TechniqueFacts, 'minutes'>): number {
  return Math.min(Math.max(Math.round(usual / 5) * 5, min), max);
}
