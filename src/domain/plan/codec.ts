import { isDay, type LinkFault, sealLink, unsealLink } from '../shared/index.ts';
import {
  EMPTY_PLAN,
  type Experience,
  makeItem,
  MOST_ITEMS,
  MOST_MINUTES,
  MOST_PEOPLE,
  type Plan,
  type PlanItem,
  withItems,
} from './plan.ts';

/** What a link or file turned out to hold. Never an exception. */
export type DecodedPlan =
  | {
      readonly ok: true;
      readonly plan: Plan;
      /** Ids of techniques that this handbook does not have; each stands in the plan as an own item of that name. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly reason: LinkFault };

/** Letter of a plan in a link; other tools use others. */
const TOOL = 'p';
const VERSION = 1;
const EXPERIENCES: readonly Experience[] = ['none', 'some', 'much'];

/** Between items; an id never has two hyphens in a row. */
const SEPARATOR = '--';

/**
 * The plan as the text after `#` of a link: what is known of the meeting, then one word per item. An item is a
 * technique's id with its minutes (`openingsronde-15`, `-15d` when only a part is done), `p10` for a break, `e20` for
 * an own item. Own words stay out of it, and so do the warnings that were read.
 */
export function encodePlan(plan: Plan): string {
  const { phase, date, start, length, people, online, experience, items } = plan;
  const head = [
    `s${pad(Math.floor(start / 60))}${pad(start % 60)}`,
    length !== null && `l${length}`,
    date !== '' && `d${date.replaceAll('-', '')}`,
    phase !== null && `f${phase}`,
    people !== null && `n${people}`,
    online && 'o1',
    experience !== null && `x${EXPERIENCES.indexOf(experience)}`,
  ].filter((word) => word !== false);
  const words = items.map(({ kind, technique, part, minutes }) =>
    kind === 'technique'
      ? `${technique}-${minutes}${part ? 'd' : ''}`
      : `${kind === 'break' ? 'p' : 'e'}${minutes}`,
  );
  return sealLink(TOOL, VERSION, [head.join('-'), ...words].join(SEPARATOR));
}

/**
 * Reads the text after `#`. Every link ever made opens; a technique that is not in `known` (a newer handbook) becomes
 * an own item under its id. Anything else comes back as a fault, never as an error.
 */
export function decodePlan(fragment: string, known: ReadonlySet<string>): DecodedPlan {
  const link = unsealLink(TOOL, fragment);
  if (!link.ok) return link;
  if (link.version !== VERSION) return { ok: false, reason: link.version > VERSION ? 'newer' : 'damaged' };
  const [head = '', ...words] = link.payload.split(SEPARATOR);
  const meeting = readHead(head);
  const items = words.map(readItem);
  if (!meeting || items.length > MOST_ITEMS || !items.every((item) => item !== null))
    return { ok: false, reason: 'damaged' };
  return withKnown(withItems(meeting, items), known);
}

/** The plan with every technique that is not in `known` as an own item, and their ids. */
export function withKnown(plan: Plan, known: ReadonlySet<string>): DecodedPlan & { readonly ok: true } {
  const unknown = new Set<string>();
  const items = plan.items.map((item): PlanItem => {
    if (item.kind !== 'technique' || known.has(item.technique)) return item;
    unknown.add(item.technique);
    const text = item.text === '' ? item.technique : `${item.technique}: ${item.text}`;
    return { ...item, kind: 'own', technique: '', part: false, text };
  });
  return { ok: true, plan: { ...plan, items }, unknown: [...unknown] };
}

/** What is known of the meeting, or null when a word of it cannot be. */
function readHead(head: string): Plan | null {
  const plan: { -readonly [Key in keyof Plan]: Plan[Key] } = { ...EMPTY_PLAN, length: null };
  for (const word of head.split('-')) {
    const digits = word.slice(1);
    if (!/^\d{1,8}$/.test(digits)) return null;
    const number = Number(digits);
    switch (word.charAt(0)) {
      case 's':
        plan.start = Math.floor(number / 100) * 60 + (number % 100);
        if (digits.length !== 4 || number % 100 > 59 || plan.start > 1439) return null;
        break;
      case 'l':
        plan.length = number;
        if (!isBetween(number, 1, MOST_MINUTES)) return null;
        break;
      case 'd':
        plan.date = digits.replace(/^(\d{4})(\d\d)/, '$1-$2-');
        if (!isDay(plan.date)) return null;
        break;
      case 'f':
        plan.phase = number;
        if (!isBetween(number, 1, 8)) return null;
        break;
      case 'n':
        plan.people = number;
        if (!isBetween(number, 1, MOST_PEOPLE)) return null;
        break;
      case 'o':
        plan.online = true;
        break;
      case 'x':
        plan.experience = EXPERIENCES[number] ?? null;
        if (plan.experience === null) return null;
        break;
      default:
        return null;
    }
  }
  return plan;
}

/** An item of a link, or null when it cannot be one. */
function readItem(word: string): Omit<PlanItem, 'key'> | null {
  const [, short, id, digits = '', part = ''] =
    /^(?:([ep])|([a-z0-9]+(?:-[a-z0-9]+)*)-)(\d{1,4})(d?)$/.exec(word) ?? [];
  const minutes = Number(digits);
  if (!isBetween(minutes, 1, MOST_MINUTES) || (short !== undefined && part !== '')) return null;
  if (id !== undefined) return makeItem({ kind: 'technique', technique: id, minutes, part: part !== '' });
  return makeItem({ kind: short === 'p' ? 'break' : 'own', minutes });
}

/** Whether a number is whole and lies between two others, both counted in. */
export function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

const pad = (number: number): string => String(number).padStart(2, '0');
