import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  EMPTY_PLAN,
  localizeAgenda,
  takeMeeting,
  timetable,
} from '../../src/domain/plan/index.ts';
import { agendaSchema } from '../../src/domain/plan/schema.ts';
import { techniques } from '../unit/plan/plans.ts';
import { entries, pages } from './load.ts';

const agendas = [...entries('agendas', agendaSchema)].map(([id, agenda]) => ({
  ...agenda,
  ...localizeAgenda(id, agenda, 'nl'),
}));
const meetings = agendas.flatMap((agenda) =>
  agenda.meetings.map((meeting) => ({ name: `${agenda.id}/${meeting.id}`, agenda, meeting })),
);
const bodies = new Map(pages().map(({ id, body }) => [`/${id}/`, body]));

describe('the ready-made agendas', () => {
  it('are five, in order; one is a series of five', () => {
    expect(agendas.map(({ order }) => order).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(agendas.map(({ meetings }) => meetings.length).sort()).toEqual([1, 1, 1, 1, 5]);
  });

  it('have meetings with an id of their own: links name them by it', () => {
    const ids = meetings.map(({ meeting }) => meeting.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name techniques and pages that exist', () => {
    const named = meetings.flatMap(({ meeting }) => meeting.items.map(({ technique }) => technique));
    expect(named.filter((id) => id !== '' && !techniques.has(id))).toEqual([]);
    expect(agendas.map(({ page }) => page.split('#')[0] ?? '').filter((page) => !bodies.has(page))).toEqual(
      [],
    );
  });

  it.each(meetings)('$name fits its time, at most the two and a half hours of the source', ({ meeting }) => {
    const plan = { ...EMPTY_PLAN, items: meeting.items.map((item, key) => ({ ...item, key })) };
    expect(timetable(plan).total).toBeLessThanOrEqual(meeting.length);
    expect(meeting.length).toBeLessThanOrEqual(150);
  });

  it.each(meetings)('$name has nothing to warn of but who leads and who writes', ({ agenda, meeting }) => {
    const plan = takeMeeting({ ...EMPTY_PLAN, facilitator: 'Mia', secretary: 'Jos' }, agenda, meeting);
    // What is left on purpose is really there: an acceptance that is no longer needed goes.
    expect(checkPlan(plan, techniques).map(({ name }) => name)).toEqual(plan.accepted);
  });
});

describe('the pages of the sheets tell the same minutes', () => {
  /** The techniques in a table of a page, with their minutes. */
  const rows = (page: string) =>
    [...(bodies.get(page) ?? '').matchAll(/^\| .*$/gm)].flatMap(([row]) => {
      const [, , name = '', minutes = ''] = row.split('|').map((cell) => cell.trim());
      const [, id] = /\(\/fiches\/([a-z-]+)\/\)/.exec(name) ?? [];
      return id && /^\d+$/.test(minutes) ? [[id, Number(minutes)] as const] : [];
    });
  const planned = (id: string) =>
    agendas
      .find((agenda) => agenda.id === id)
      ?.meetings[0]?.items.filter(({ technique }) => technique !== '')
      .map(({ technique, minutes }) => [technique, minutes] as const);

  it('of sheet 1', () => {
    expect(planned('eerste-werkvergadering')).toEqual(rows('/fiches/fiche-1/'));
  });

  it('of sheet 3, which ends without the talk about the next time', () => {
    expect(planned('pitch-met-architecten')?.slice(0, -1)).toEqual(rows('/fiches/fiche-3/'));
  });

  it('of the five meetings of sheet 2, in their totals', () => {
    const series = agendas.find(({ id }) => id === 'opbouwen')?.meetings ?? [];
    const table = [...(bodies.get('/fiches/fiche-2/') ?? '').matchAll(/^\| ([A-E])\. .*$/gm)].map(
      ([row, letter]) => {
        const cells = row.split('|').map((cell) => cell.trim());
        const minutes = [...(cells[2] ?? '').matchAll(/ (\d+)(?=,|$)/g)].map(([, n]) => Number(n));
        return { letter, minutes, total: Number(cells[3]) };
      },
    );
    expect(table).toEqual(
      series.map(({ letter, items }) => ({
        letter,
        minutes: items.map(({ minutes }) => minutes),
        total: items.reduce((sum, { minutes }) => sum + minutes, 0),
      })),
    );
  });
});
