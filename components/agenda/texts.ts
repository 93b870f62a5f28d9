import { clock, type Plan, timetable } from '../../src/domain/plan/index.ts';
import { dayInWords } from '../../src/domain/shared/index.ts';
import { type AgendaView, titleOf } from './view.ts';

/** The name of the meeting, or what an agenda without a name is called. */
export function nameOf({ labels }: AgendaView, { title }: Plan): string {
  return title.trim() || labels['untitled'];
}

/** The day and the times in words: `dinsdag 3 maart 2026, 12:00–14:30`. */
export function whenText({ labels }: AgendaView, plan: Plan): string {
  const times = `${clock(plan.start)}–${clock(endOf(plan))}`;
  if (plan.date === '') return times;
  return `${dayInWords(plan.date, labels, { hasWeekday: true })}, ${times}`;
}

/** Where people meet. */
export function whereText({ labels }: AgendaView, { place, online }: Plan): string {
  const text = place.trim();
  return online ? [labels['start.online'], text].filter(Boolean).join(': ') : text;
}

/** End of the meeting: the time that was set, or when the items end. */
export function endOf(plan: Plan): number {
  return plan.start + Math.max(plan.length ?? 0, timetable(plan).total);
}

/** The programme as lines of text. */
export function programmeLines(view: AgendaView, plan: Plan): string[] {
  return timetable(plan).items.map(({ item, from }) => {
    const note = item.kind === 'technique' && item.text ? ` (${item.text})` : '';
    return `${clock(from)}  ${titleOf(view, item)}${note}`;
  });
}

/** An invitation to send round, with everything that is known. */
export function invitationText(view: AgendaView, plan: Plan): string {
  const { labels } = view;
  const where = whereText(view, plan);
  const facts = [
    plan.title.trim() && `${labels['invitation.about']}: ${plan.title.trim()}`,
    `${labels['invitation.when']}: ${whenText(view, plan)}`,
    where && `${labels['invitation.where']}: ${where}`,
    plan.goal.trim() && `${labels['invitation.goal']}: ${plan.goal.trim()}`,
    plan.facilitator.trim() && `${labels['facilitator']}: ${plan.facilitator.trim()}`,
    plan.secretary.trim() && `${labels['secretary']}: ${plan.secretary.trim()}`,
  ].filter((line) => line);
  return [
    labels['invitation.hello'],
    '',
    labels['invitation.intro'],
    '',
    ...facts,
    '',
    `${labels['invitation.programme']}:`,
    ...programmeLines(view, plan),
    '',
    labels['invitation.answer'],
    '',
    labels['invitation.greeting'],
  ].join('\n');
}
