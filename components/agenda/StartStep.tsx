import {
  clock,
  type Experience,
  fromClock,
  MOST_MINUTES,
  MOST_PEOPLE,
  minutesUntil,
  type Plan,
  type ReadyAgenda,
  type ReadyMeeting,
  timetable,
} from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { questionId } from '../tool/use-steps.ts';
import { Field, NumberInput, TextField } from './Fields.tsx';
import { type AgendaView, type Change, titleOf } from './view.ts';

interface Props {
  view: AgendaView;
  plan: Plan;
  onChange: Change;
  onTake: (agenda: ReadyAgenda, meeting: ReadyMeeting) => void;
}

/** The longest meeting that a time of day can end. */
const DAY = 24 * 60;

/** What is known of the meeting: what for, when, with whom. Or a ready-made agenda to begin with. */
export function StartStep({ view, plan, onChange, onTake }: Props) {
  const { labels } = view;
  const set = (change: Partial<Plan>): void => onChange((plan) => ({ ...plan, ...change }));
  const { start, length } = plan;
  return (
    <>
      <ReadyMade view={view} onTake={onTake} />
      <fieldset class="group">
        <legend>{labels['start.what']}</legend>
        <TextField
          name="title"
          label={labels['start.title']}
          value={plan.title}
          onText={(title) => set({ title })}
        />
        <Field label={labels['start.goal']} hint={labels['start.goalHint']}>
          <textarea
            name="goal"
            autocomplete="off"
            rows={2}
            maxLength={600}
            value={plan.goal}
            onInput={(event) => set({ goal: event.currentTarget.value })}
          />
        </Field>
        <Field label={labels['start.phase']}>
          <select
            name="phase"
            autocomplete="off"
            value={plan.phase ?? ''}
            onChange={(event) => set({ phase: Number(event.currentTarget.value) || null })}
          >
            <option value="">{labels['start.phaseNone']}</option>
            {view.phases.map(({ number, name }) => (
              <option key={number} value={number}>
                {number}. {name}
              </option>
            ))}
          </select>
        </Field>
      </fieldset>
      <fieldset class="group">
        <legend>{labels['start.when']}</legend>
        <div class="row">
          <Field label={labels['start.date']}>
            <input
              type="date"
              name="date"
              autocomplete="off"
              value={plan.date}
              onInput={(event) => set({ date: event.currentTarget.value })}
            />
          </Field>
          <Field label={labels['start.start']}>
            <input
              type="time"
              name="start"
              autocomplete="off"
              value={clock(start)}
              onInput={(event) => set({ start: fromClock(event.currentTarget.value) ?? start })}
            />
          </Field>
          <Field label={labels['start.end']}>
            <input
              type="time"
              name="end"
              autocomplete="off"
              value={length === null || length > DAY ? '' : clock(start + length)}
              onInput={(event) => {
                const end = fromClock(event.currentTarget.value);
                set({ length: end === null ? null : minutesUntil(start, end) });
              }}
            />
          </Field>
          <Field label={labels['start.length']}>
            <NumberInput
              name="length"
              value={length}
              most={MOST_MINUTES}
              step={5}
              isOptional
              onNumber={(length) => set({ length })}
            />
          </Field>
        </div>
        <p class="hint">{labels['start.lengthHint']}</p>
      </fieldset>
      <fieldset class="group">
        <legend>{labels['start.who']}</legend>
        <div class="row">
          <Field label={labels['start.people']}>
            <NumberInput
              name="people"
              value={plan.people}
              most={MOST_PEOPLE}
              isOptional
              onNumber={(people) => set({ people })}
            />
          </Field>
          <Field label={labels['start.where']}>
            <select
              name="where"
              autocomplete="off"
              value={plan.online ? 'online' : 'room'}
              onChange={(event) => set({ online: event.currentTarget.value === 'online' })}
            >
              <option value="room">{labels['start.room']}</option>
              <option value="online">{labels['start.online']}</option>
            </select>
          </Field>
          <Field label={labels['start.experience']}>
            <select
              name="experience"
              autocomplete="off"
              value={plan.experience ?? ''}
              onChange={(event) =>
                set({ experience: (event.currentTarget.value || null) as Experience | null })
              }
            >
              <option value="">{labels['start.experienceNone']}</option>
              {(['none', 'some', 'much'] as const).map((value) => (
                <option key={value} value={value}>
                  {labels[`experience.${value}`]}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <TextField
          name="place"
          label={labels[plan.online ? 'start.link' : 'start.place']}
          value={plan.place}
          onText={(place) => set({ place })}
        />
        <div class="row">
          <TextField
            id={questionId('facilitator')}
            name="facilitator"
            label={labels['facilitator']}
            value={plan.facilitator}
            onText={(facilitator) => set({ facilitator })}
          />
          <TextField
            id={questionId('secretary')}
            name="secretary"
            label={labels['secretary']}
            value={plan.secretary}
            onText={(secretary) => set({ secretary })}
          />
        </div>
        <p class="hint">{labels['start.names']}</p>
      </fieldset>
    </>
  );
}

/** The agendas from the source, each to begin with. */
function ReadyMade({ view, onTake }: Pick<Props, 'view' | 'onTake'>) {
  const { labels, ready } = view;
  return (
    <details class="ready">
      <summary>{labels['ready.title']}</summary>
      <p class="hint">{labels['ready.intro']}</p>
      <ul>
        {ready.map((agenda) => (
          <li key={agenda.id}>
            <h3>
              {agenda.name} <small>{fill(labels['ready.phase'], { n: agenda.phase })}</small>
            </h3>
            <p>{agenda.gist}</p>
            <ul>
              {agenda.meetings.map((meeting) => (
                <li key={meeting.id}>
                  <button type="button" onClick={() => onTake(agenda, meeting)}>
                    {meeting.letter ? `${meeting.letter}. ${meeting.name}` : labels['ready.take']}
                    {!meeting.letter && <span class="sr-only">: {agenda.name}</span>}
                  </button>
                  <p class="hint">{contentsOf(view, meeting)}</p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is in a ready-made meeting, in one line. */
function contentsOf(view: AgendaView, { items }: ReadyMeeting): string {
  const { total } = timetable({ start: 0, length: null, items: items.map((item) => ({ ...item, key: 0 })) });
  const names = items.map((item) => `${titleOf(view, { ...item, key: 0 })} ${item.minutes}`);
  return `${fill(view.labels['minutes'], { n: total })}: ${names.join(' · ')}`;
}
