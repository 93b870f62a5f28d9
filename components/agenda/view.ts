import type { Plan, PlanItem, ReadyAgenda } from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { type Range, type TechniqueFacts, usualLength } from '../../src/domain/technique/index.ts';
import type { LabelsOf } from '../tool/labels.ts';

/** What the composer says, by key without `agenda.`. */
export type AgendaLabels = LabelsOf<'agenda'>;

/** A technique as the composer lists it. */
export interface ListedTechnique extends TechniqueFacts {
  /** Address of its page. */
  readonly href: string;
}

/** What the page gives the composer. */
export interface AgendaProps {
  readonly techniques: readonly ListedTechnique[];
  readonly phases: readonly { readonly number: number; readonly name: string }[];
  readonly ready: readonly ReadyAgenda[];
  readonly labels: AgendaLabels;
  /** Language tag of the page. */
  readonly lang: string;
  /** Address of the techniques with their scripts. */
  readonly scriptsHref: string;
  /** Address of the page that runs a meeting. */
  readonly runHref: string;
}

/** What every part of the composer needs. */
export interface AgendaView extends Omit<AgendaProps, 'techniques'> {
  /** The techniques by id, in the order in which they are listed. */
  readonly techniques: ReadonlyMap<string, ListedTechnique>;
}

/** Changes the plan in a way that can be undone; `said` tells what was done. */
export type Act = (said: string, change: (plan: Plan) => Plan) => void;

/** Changes what is typed or chosen in a field. */
export type Change = (change: (plan: Plan) => Plan) => void;

/** What an item is called: its technique, its own title, or what its kind is called. */
export function titleOf({ techniques, labels }: AgendaView, { kind, technique, text }: PlanItem): string {
  if (kind === 'technique') return techniques.get(technique)?.name ?? technique;
  return text.trim() || labels[`item.${kind}`];
}

/** A usual length in the unit that fits it: minutes, hours or working days. */
export function lengthText({ labels }: AgendaView, minutes: Range): string {
  const { unit, text } = usualLength(minutes);
  return fill(labels[`length.${unit}`], { n: text });
}

/** How much time is left or over. */
export function leftText({ labels }: AgendaView, left: number): string {
  const key = left === 0 ? 'programme.exact' : left > 0 ? 'programme.left' : 'programme.over';
  return fill(labels[key], { n: Math.abs(left) });
}
