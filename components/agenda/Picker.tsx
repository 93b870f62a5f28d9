import { useId, useState } from 'preact/hooks';
import { misfitsOf, type Plan, timetable } from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { type Misfit, rangeText } from '../../src/domain/technique/index.ts';
import { plural } from '../tool/labels.ts';
import { type AgendaView, lengthText, type ListedTechnique } from './view.ts';

interface Props {
  view: AgendaView;
  plan: Plan;
  onAdd: (technique: ListedTechnique) => void;
}

/** All techniques: first those that fit the meeting, then the others with the reason why not. */
export function Picker({ view, plan, onAdd }: Props) {
  const { labels, lang, techniques, phases } = view;
  const heading = useId();
  /** Undefined: the phase of the meeting. */
  const [chosen, setPhase] = useState<number | null | undefined>();
  const [most, setMost] = useState<number | null>(null);
  const phase = chosen === undefined ? plan.phase : chosen;
  const { left } = timetable(plan);
  const lengths = [15, 30, 45, 60, 90];
  if (left !== null && left > 0 && !lengths.includes(left)) lengths.unshift(left);

  const listed = [...techniques.values()].map((technique) => ({
    technique,
    reasons: [
      ...misfitsOf(technique, { ...plan, phase }),
      ...(most !== null && technique.minutes.min > most ? (['minutes'] as const) : []),
    ],
  }));
  const fitting = listed.filter(({ reasons }) => reasons.length === 0);
  const others = listed.filter(({ reasons }) => reasons.length > 0);
  return (
    <section class="picker" aria-labelledby={heading}>
      <h3 id={heading}>{labels['picker.title']}</h3>
      <div class="row">
        <label class="field">
          <span>{labels['picker.phase']}</span>
          <select
            value={phase ?? ''}
            onChange={(event) => setPhase(Number(event.currentTarget.value) || null)}
          >
            <option value="">{labels['picker.any']}</option>
            {phases.map(({ number, name }) => (
              <option key={number} value={number}>
                {number}. {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{labels['picker.minutes']}</span>
          <select value={most ?? ''} onChange={(event) => setMost(Number(event.currentTarget.value) || null)}>
            <option value="">{labels['picker.any']}</option>
            {lengths.map((n) => (
              <option key={n} value={n}>
                {fill(labels[n === left ? 'picker.left' : 'picker.upTo'], { n })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="hint">{meetingText(view, plan)}</p>
      <p role="status" class="count">
        {plural(labels, lang, 'picker.count', fitting.length)}
      </p>
      <List view={view} listed={fitting} plan={{ ...plan, phase }} onAdd={onAdd} />
      {others.length > 0 && (
        <>
          <h4>{labels['picker.others']}</h4>
          <List view={view} listed={others} plan={{ ...plan, phase }} onAdd={onAdd} />
        </>
      )}
    </section>
  );
}

interface ListProps extends Props {
  listed: readonly { technique: ListedTechnique; reasons: readonly Misfit[] }[];
}

function List({ view, listed, plan, onAdd }: ListProps) {
  const { labels } = view;
  return (
    <ul class="techniques">
      {listed.map(({ technique, reasons }) => (
        <li key={technique.id}>
          <div>
            <a href={technique.href}>{technique.name}</a> <small>{lengthText(view, technique.minutes)}</small>
            {reasons.length > 0 && (
              <p class="why">
                {reasons.map((reason) => reasonText(view, technique, plan, reason)).join(' ')}
              </p>
            )}
          </div>
          <button type="button" onClick={() => onAdd(technique)}>
            <span aria-hidden="true">+</span>
            <span class="sr-only">{fill(labels['picker.add'], { title: technique.name })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function reasonText(
  view: AgendaView,
  { people, phases, minutes }: ListedTechnique,
  plan: Plan,
  reason: Misfit,
): string {
  return fill(view.labels[`misfit.${reason}`], {
    phases: phases.join(', '),
    people: rangeText(people),
    length: lengthText(view, { min: minutes.min, max: minutes.min }),
    n: plan.people ?? 0,
  });
}

/** The people, the place and the experience that the list counts with. */
function meetingText({ labels, lang }: AgendaView, { people, online, experience }: Plan): string {
  const parts = [
    people === null ? labels['picker.peopleOpen'] : plural(labels, lang, 'people', people),
    labels[online ? 'start.online' : 'start.room'],
    ...(experience === null ? [] : [labels[`experience.${experience}`]]),
  ];
  return fill(labels['picker.for'], { meeting: parts.join(', ').toLocaleLowerCase(lang) });
}
