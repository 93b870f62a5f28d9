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
