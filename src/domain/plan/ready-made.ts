import { type Basis, type Locale, textIn } from '../shared/index.ts';
import { makeItem, type Plan, type PlanItem, withItems } from './plan.ts';
import type { Agenda } from './schema.ts';

/** A point of a ready-made agenda in one language, with what it rests on. */
export interface ReadyItem extends Omit<PlanItem, 'key'> {
  readonly basis: Basis;
}

/** A meeting of a ready-made agenda in one language. */
export interface ReadyMeeting {
  readonly id: string;
  readonly name: string;
  /** Its letter in a series; empty when it stands alone. */
  readonly letter: string;
  readonly goal: string;
  /** Minutes to reserve. */
  readonly length: number;
  readonly items: readonly ReadyItem[];
  /** Warnings that are left on purpose, by name, and why. */
  readonly accepts: readonly { readonly warning: string; readonly why: string }[];
}

/** A ready-made agenda, or series of agendas, in one language. */
export interface ReadyAgenda {
  readonly id: string;
  readonly name: string;
  readonly gist: string;
  /** Number of the phase. */
  readonly phase: number;
  /** Number of participants that the minutes are for. */
  readonly people: number;
  /** Page that tells more, root-relative. */
  readonly page: string;
  readonly meetings: readonly ReadyMeeting[];
}

/** Code of the letter A. */
const A = 65;

/** A ready-made agenda in `locale`. */
export function localizeAgenda(id: string, agenda: Agenda, locale: Locale): ReadyAgenda {
  return {
    id,
    name: textIn(agenda.name, locale),
    gist: textIn(agenda.gist, locale),
    // The id of a phase begins with its number.
    phase: Number.parseInt(agenda.phase, 10),
    people: agenda.people,
    page: agenda.page,
    meetings: agenda.meetings.map(({ id, name, goal, length, items, accepts }, at) => ({
      id,
      name: textIn(name, locale),
      letter: agenda.meetings.length > 1 ? String.fromCodePoint(A + at) : '',
      goal: textIn(goal, locale),
      length,
      accepts: accepts.map(({ warning, why }) => ({ warning, why: textIn(why, locale) })),
      items: items.map((item): ReadyItem => {
        const { kind, minutes, basis } = item;
        if (kind !== 'technique')
          return { ...makeItem({ kind, minutes, text: textIn(item.text, locale) }), basis };
        const { technique, part, note } = item;
        return {
          ...makeItem({ kind, technique, minutes, part, text: note ? textIn(note, locale) : '' }),
          basis,
        };
      }),
    })),
  };
}

/** The plan with a ready-made meeting in it. When, where, with whom and who leads stay as they were. */
export function takeMeeting(plan: Plan, agenda: ReadyAgenda, meeting: ReadyMeeting): Plan {
  const { name, goal, length, items, accepts } = meeting;
  return withItems(
    {
      ...plan,
      title: name,
      goal,
      phase: agenda.phase,
      people: plan.people ?? agenda.people,
      length,
      accepted: accepts.map(({ warning }) => warning),
    },
    items.map(({ basis: _basis, ...item }) => item),
  );
}
