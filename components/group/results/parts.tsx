import type { ComponentChildren } from 'preact';
import type { Gate, Result } from '../../../src/domain/assessment/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import type { GroupView } from '../view.ts';
import { type ItemReading, stationOf, type TalkPlan } from './reading.ts';
import { countsOf, phaseIn } from './texts.ts';

const GATE_SIGNS: Record<Gate, string> = { met: '✓', missing: '✕', unproven: '?' };

/** Whether the group has something, in words and with a sign. */
export function GateMark({ view, gate }: { view: GroupView; gate: Gate }) {
  return (
    <span class={`gate ${gate}`}>
      <span aria-hidden="true">{GATE_SIGNS[gate]}</span> {view.testLabels[`gate.${gate}`]}
    </span>
  );
}

/** The phases asked on a line; the place or range is marked. The words beside it say the same. */
export function PlaceLine({
  view,
  phases,
  result,
}: {
  view: GroupView;
  phases: readonly string[];
  result: Result;
}) {
  const first = stationOf(phases, result.earliest);
  const last = stationOf(phases, result.latest);
  return (
    <div class="line" aria-hidden="true">
      {phases.map((id, at) => (
        <span key={id} class={at < first ? 'past' : at <= last ? 'here' : ''}>
          {phaseIn(view, id).number}
        </span>
      ))}
    </div>
  );
}

/** Kind and phase of an item. */
export function ItemAbout({ view, reading: { item } }: { view: GroupView; reading: ItemReading }) {
  const { number, name } = phaseIn(view, item.phase);
  return (
    <p class="about">
      <span class={`kind ${item.kind}`}>{view.testLabels[`kind.${item.kind}`]}</span>
      <span>{fill(view.testLabels['step.phase'], { n: number, name })}</span>
    </p>
  );
}

/** Every answer with the firms that gave it, as a number and as blocks. */
export function Distribution({ view, reading }: { view: GroupView; reading: ItemReading }) {
  const { labels } = view;
  return (
    <table class="distribution data-table" aria-label={reading.item.question}>
      <thead>
        <tr>
          <th scope="col">{labels['talk.firms']}</th>
          <th scope="col">{labels['talk.answer']}</th>
        </tr>
      </thead>
      <tbody>
        {countsOf(view, reading).map(({ key, text, firms }) => (
          <tr key={key} class={firms === 0 ? 'nobody' : ''}>
            <td>
              <b>{firms}</b>
              <Blocks firms={firms} />
            </td>
            <th scope="row">{text}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As many blocks as firms; the number stands beside them. */
function Blocks({ firms }: { firms: number }) {
  return (
    <span class="blocks" aria-hidden="true">
      {Array.from({ length: firms }, (_, at) => (
        <i key={at} />
      ))}
    </span>
  );
}

/** The technique to run a talk with: its page, and what a small or hurried group must know. */
export function TechniqueLink({ view, plan, children }: TechniqueProps) {
  const technique = view.techniques[plan.technique];
  return (
    <>
      {technique ? <a href={technique.href}>{technique.name}</a> : plan.technique}
      {children}
      <TechniqueNotes view={view} plan={plan} />
    </>
  );
}

interface TechniqueProps {
  view: GroupView;
  plan: TalkPlan;
  /** What stands right after the name. */
  children?: ComponentChildren;
}

export function TechniqueNotes({ view: { labels, techniques }, plan }: { view: GroupView; plan: TalkPlan }) {
  const technique = techniques[plan.technique];
  const notes = [
    ...(plan.instead ? [fill(labels['talk.instead'], { name: plan.instead.name })] : []),
    ...(plan.isShort && technique
      ? [fill(labels['talk.short'], { min: technique.minutesMin, max: technique.minutesMax })]
      : []),
  ];
  return notes.length === 0 ? null : <small class="notes">{notes.join('; ')}</small>;
}
