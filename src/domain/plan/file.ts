import { isDay, isRecord, readSaved } from '../shared/index.ts';
import { decodePlan, type DecodedPlan, encodePlan, isBetween, withKnown } from './codec.ts';
import { EMPTY_PLAN, MOST_ITEMS, MOST_MINUTES, MOST_PEOPLE, type Plan, type PlanItem } from './plan.ts';

/** Name in a saved plan, so that a file of something else is recognised. */
export const PLAN_KIND = 'mini-cluster/agenda';

/** Where the browser keeps the plan that is being worked on, own words included; the text is that of a file. */
export const SAVED_PLAN_KEY = 'mini-cluster:agenda:1';

const MOST_TEXT = 2000;
const KINDS = ['technique', 'break', 'own'] as const;

/** What a saved text turned out to hold. Never an exception. */
export type LoadedPlan =
  | (DecodedPlan & { readonly ok: true })
  | { readonly ok: false; readonly reason: 'unreadable' | 'foreign' | 'newer' };

/** The plan with its own words as JSON text, for the browser's storage and for a file (`public/schema/agenda-1.json`). */
export function toPlanText(plan: Plan): string {
  return JSON.stringify({ kind: PLAN_KIND, schema: 1, plan }, null, 1);
}

/** Reads such a text. What of it cannot be is left open; items that cannot be are left out. */
export function fromPlanText(text: string, known: ReadonlySet<string>): LoadedPlan {
  const read = readSaved(PLAN_KIND, text);
  if (!read.ok) return read;
  const { schema, plan } = read.saved;
  if (typeof schema === 'number' && schema > 1) return { ok: false, reason: 'newer' };
  if (!isRecord(plan) || !Array.isArray(plan['items'])) return { ok: false, reason: 'unreadable' };
  const number = (value: unknown, least: number, most: number): number | null =>
    isBetween(value, least, most) ? value : null;
  const { date, experience, accepted } = plan;
  const seen = new Set<number>();
  return withKnown(
    {
      title: toText(plan['title']),
      goal: toText(plan['goal']),
      place: toText(plan['place']),
      facilitator: toText(plan['facilitator']),
      secretary: toText(plan['secretary']),
      phase: number(plan['phase'], 1, 8),
      date: isDay(date) ? date : '',
      start: number(plan['start'], 0, 1439) ?? EMPTY_PLAN.start,
      length: number(plan['length'], 1, MOST_MINUTES),
      people: number(plan['people'], 1, MOST_PEOPLE),
      online: plan['online'] === true,
      experience: experience === 'none' || experience === 'some' || experience === 'much' ? experience : null,
      accepted: Array.isArray(accepted) ? accepted.filter((name) => typeof name === 'string') : [],
      items: (plan['items'] as unknown[])
        .flatMap((item) => toItem(item) ?? [])
        .filter(({ key }) => !seen.has(key) && seen.add(key))
        .slice(0, MOST_ITEMS),
    },
    known,
  );
}

/**
 * The plan behind a link: the saved one with its own words when the link was made from it, else what the link itself
 * holds. `saved` is the text under SAVED_PLAN_KEY, or null.
 */
export function recallPlan(fragment: string, saved: string | null, known: ReadonlySet<string>): DecodedPlan {
  const mine = saved === null ? null : fromPlanText(saved, known);
  if (mine?.ok && encodePlan(mine.plan) === fragment.replace(/^#/, '')) return mine;
  return decodePlan(fragment, known);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_TEXT) : '';
}

function toItem(value: unknown): PlanItem | null {
  if (!isRecord(value)) return null;
  const { key, minutes, technique } = value;
  const kind = KINDS.find((name) => name === value['kind']);
  if (!kind || !isBetween(key, 1, Number.MAX_SAFE_INTEGER) || !isBetween(minutes, 1, MOST_MINUTES))
    return null;
  const isTechnique = kind === 'technique';
  if (isTechnique && !(typeof technique === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(technique)))
    return null;
  return {
    key,
    kind,
    technique: isTechnique ? String(technique) : '',
    part: isTechnique && value['part'] === true,
    minutes,
    text: toText(value['text']),
    who: toText(value['who']),
  };
}
