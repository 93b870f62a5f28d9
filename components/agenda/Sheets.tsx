import {
  clock,
  type Gathered,
  type Gathering,
  type Plan,
  timeSteps,
  type TimedItem,
  timetable,
} from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import type { PlanTechnique } from '../../src/domain/technique/index.ts';
import { Later } from '../tool/Later.tsx';
import { nameOf, whenText, whereText } from './texts.ts';
import { type AgendaView, titleOf } from './view.ts';

interface Props {
  view: AgendaView;
  plan: Plan;
}

/** The agenda as it lies on the table: one sheet for a usual meeting. */
export function AgendaSheet({ view, plan }: Props) {
  const { labels } = view;
  const { items, total } = timetable(plan);
  const hasWho = plan.items.some(({ who }) => who.trim() !== '');
  return (
    <article class="plan-sheet agenda-sheet">
      <SheetHead view={view} plan={plan} />
      <table>
        <thead>
          <tr>
            <th scope="col">{labels['sheet.time']}</th>
            <th scope="col">{labels['sheet.what']}</th>
            {hasWho && <th scope="col">{labels['item.who']}</th>}
            <th scope="col">{labels['sheet.minutes']}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, from }) => (
            <tr key={item.key} class={item.kind}>
              <td>{clock(from)}</td>
              <th scope="row">
                {titleOf(view, item)}
                {item.kind === 'technique' && item.text && <small>{item.text}</small>}
              </th>
              {hasWho && <td>{item.who}</td>}
              <td>{item.minutes}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{clock(plan.start + total)}</td>
            <th scope="row" colSpan={hasWho ? 2 : 1}>
              {labels['programme.end']}
            </th>
            <td>{total}</td>
          </tr>
        </tfoot>
      </table>
    </article>
  );
}

/** What stands at the top of both sheets. */
function SheetHead({ view, plan }: Props) {
  const { labels } = view;
  // What nobody knew when it was printed is written on it by hand; on screen it is left out.
  const facts = [
    ...(plan.date === '' ? [[labels['start.date'], '']] : []),
    [labels['invitation.when'], whenText(view, plan)],
    [labels['invitation.where'], whereText(view, plan)],
    [labels['invitation.goal'], plan.goal.trim()],
    [labels['facilitator'], plan.facilitator.trim()],
    [labels['secretary'], plan.secretary.trim()],
  ];
  return (
    <header>
      <h3>{nameOf(view, plan)}</h3>
      <dl>
        {facts.map(([name, text]) => (
          <div key={name} class={text === '' ? 'to-write' : ''}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

interface ScriptProps extends Props {
  scripts: ReadonlyMap<string, PlanTechnique>;
  gathering: Gathering;
}

/** The script of who leads: what to have ready, and every step with its time and the sentence to say. */
export function ScriptSheet({ view, plan, scripts, gathering }: ScriptProps) {
  const { labels } = view;
  return (
    <article class="plan-sheet script-sheet">
      <SheetHead view={view} plan={plan} />
      <Preparation view={view} gathering={gathering} />
      {timetable(plan).items.map((timed) => (
        <Later key={timed.item.key}>
          {() => <ScriptItem view={view} timed={timed} technique={scripts.get(timed.item.technique)} />}
        </Later>
      ))}
      <p class="end">
        {clock(plan.start + timetable(plan).total)} {labels['programme.end']}
      </p>
    </article>
  );
}

interface ItemProps {
  view: AgendaView;
  timed: TimedItem;
  technique: PlanTechnique | undefined;
}

function ScriptItem({ view, timed, technique }: ItemProps) {
  const { labels } = view;
  const { item, from, to } = timed;
  const note = [item.kind === 'technique' && item.text, item.who].filter((text) => text).join(' · ');
  return (
    <section class="script-item">
      <h4>
        <span class="clock">
          {clock(from)}–{clock(to)}
        </span>{' '}
        {titleOf(view, item)} <small>{fill(labels['minutes'], { n: item.minutes })}</small>
      </h4>
      {note && <p class="note">{note}</p>}
      {technique && (
        <>
          {item.part && <p class="note">{labels['script.part']}</p>}
          <ol>
            {timeSteps(timed, technique).map(({ step, number, minutes, from }) => (
              <li key={step.id}>
                <p class="time">
                  {from !== null && <strong>{clock(from)}</strong>}{' '}
                  <span>
                    {minutes} {labels['min']}
                  </span>
                </p>
                <div>
                  <p>
                    <strong>{number}.</strong> {step.do}
                    {step.round && <em> {labels['script.round']}</em>}
                  </p>
                  {step.say !== null && <p class="say">“{step.say}”</p>}
                  {step.branches.map(({ when, goTo }) => (
                    <p key={goTo} class="branch">
                      {fill(labels['script.branch'], {
                        when: when.replace(/\.$/, ''),
                        n: technique.script.findIndex(({ id }) => id === goTo) + 1,
                      })}
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** What to bring, how to set up the room and what to do beforehand. */
export function Preparation({ view, gathering }: { view: AgendaView; gathering: Gathering }) {
  const { labels } = view;
  const { materials, rooms, prepare } = gathering;
  if (prepare.length === 0) return null;
  return (
    <section class="preparation">
      <h4>{labels['prepare.materials']}</h4>
      <ul class="ticks">{materials.map((thing) => listed(thing))}</ul>
      <h4>{labels['prepare.room']}</h4>
      <ul>{rooms.map((thing) => listed(thing))}</ul>
      <h4>{labels['prepare.before']}</h4>
      <dl>
        {prepare.map(({ technique, actions }) => (
          <div key={technique}>
            <dt>{technique}</dt>
            <dd>
              <ul class="ticks">
                {actions.map((action) => (
                  <li key={action}>{action}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const listed = ({ text, techniques }: Gathered) => (
  <li key={text}>
    {text} <small>{techniques.join(', ')}</small>
  </li>
);
