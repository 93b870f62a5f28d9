import { useRef, useState } from 'preact/hooks';
import { copyText } from '../../../src/browser/files.ts';
import { EMPTY_PLAN, encodePlan, makeItem, withItems } from '../../../src/domain/plan/index.ts';
import type { Agenda, RoundState } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { answerText } from '../../assessment/view.ts';
import { Later } from '../../tool/Later.tsx';
import { type GroupView, testView } from '../view.ts';
import { TechniqueLink } from './parts.tsx';
import {
  agendaOf,
  type GroupReading,
  type ItemReading,
  MEETINGS,
  planTalk,
  type TalkPlan,
} from './reading.ts';
import { Agreed } from './Settle.tsx';
import { PlaceBlock } from './Standing.tsx';
import { TalkScript } from './TalkScript.tsx';
import { answerName, countsLine, phaseText } from './texts.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  reading: GroupReading;
  /** Length of the meeting, minutes. */
  minutes: number;
  onMinutes: (minutes: number) => void;
}

/** Points of the talk that fit in an hour. */
const FIRST = 3;

/** What was agreed, where that puts the group, what to do next, and an agenda for the next meeting. */
export function NextMeeting(props: Props) {
  const { view, state, reading } = props;
  const { labels, testLabels } = view;
  return (
    <>
      <h4>{labels['agreed.list']}</h4>
      <AgreedList view={view} reading={reading} />
      {(reading.isShown || reading.agreed > 0) && (
        <>
          <PlaceBlock view={view} state={state} reading={reading} />
          <Later>
            {() => (
              <>
                <h4>{testLabels['result.next']}</h4>
                <NextSteps view={view} reading={reading} />
              </>
            )}
          </Later>
          <Later>
            {() => (
              <>
                <h4>{labels['agenda.title']}</h4>
                <Meeting {...props} />
              </>
            )}
          </Later>
        </>
      )}
      <Later>
        {() => (
          <details class="more">
            <summary>{labels['agenda.script']}</summary>
            <TalkScript
              labels={labels}
              first={reading.talk
                .slice(0, FIRST)
                .map(({ item }) => view.talk[item.id]?.question ?? item.question)}
            />
          </details>
        )}
      </Later>
    </>
  );
}

/** What was agreed, with the answers it came from beside it. */
function AgreedList({ view, reading }: Pick<Props, 'view' | 'reading'>) {
  const { labels } = view;
  const agreed = reading.items.filter(({ agreement }) => agreement !== undefined);
  if (agreed.length === 0) return <p>{labels['agreed.listNone']}</p>;
  return (
    <>
      <p class="hint">{labels['agreed.listIntro']}</p>
      <ul class="agreed-list">
        {agreed.map((item) => (
          <li key={item.item.id}>
            <p>
              <strong>{item.item.question}</strong>
            </p>
            <p class="hint">
              {labels['agreed.answers']}: {countsLine(view, item)}.
            </p>
            <Agreed view={view} reading={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the group can work on now, as the phase test tells it. */
function NextSteps({ view, reading }: Pick<Props, 'view' | 'reading'>) {
  const { labels, testLabels } = view;
  const test = testView(view);
  const entry = { start: reading.result.start, answers: reading.answers };
  const items = reading.result.nextSteps.flatMap(
    (id) => view.model.items.find((item) => item.id === id) ?? [],
  );
  // What one firm says is not told as if the group did.
  const apart = new Set(
    reading.items
      .filter(({ agreement, summary }) => !agreement && summary.spread > 0)
      .map(({ item }) => item.id),
  );
  if (items.length === 0) return <p>{labels['agenda.noneNext']}</p>;
  return (
    <>
      <p class="hint">{testLabels['result.nextIntro']}</p>
      <ol class="steps">
        {items.map((item) => (
          <li key={item.id}>
            <p class="about">
              <span class={`kind ${item.kind}`}>{testLabels[`kind.${item.kind}`]}</span>
              <span>{phaseText(view, item.phase)}</span>
            </p>
            <p class="do">{item.next}</p>
            <p class="hint">
              {apart.has(item.id) ? labels['agenda.lowest'] : testLabels['result.now']}{' '}
              {answerText(test, entry, item)} {testLabels['result.effort']}{' '}
              {testLabels[`effort.${item.effort as 1 | 2 | 3}`]}.
            </p>
            <p>
              <a href={item.anchor}>
                {testLabels['result.how']}
                <span class="sr-only">: {item.title}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A proposal for the next meeting, as a table and as text to copy. */
function Meeting({ view, reading, minutes, onMinutes }: Props) {
  const { labels } = view;
  const [said, setSaid] = useState('');
  const [isOpen, setOpen] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const agenda = agendaOf(view, reading, minutes);
  const titles = titlesOf(reading.items);
  const hasTalks = agenda.parts.some(({ item }) => item !== null) || agenda.left.length > 0;

  async function copy(): Promise<void> {
    const copied = await copyText(agendaText(view, reading, agenda));
    setSaid(labels[copied ? 'agenda.copied' : 'agenda.copyFailed']);
    if (!copied) setOpen(true);
  }

  return (
    <>
      <p class="hint">{labels['agenda.intro']}</p>
      <fieldset class="lengths">
        <legend>{labels['agenda.legend']}</legend>
        {MEETINGS.map((length) => (
          <label key={length}>
            <input
              type="radio"
              name="vergadering"
              checked={length === minutes}
              onChange={() => onMinutes(length)}
            />
            {fill(labels['talk.minutes'], { n: length })}
          </label>
        ))}
      </fieldset>
      {!hasTalks && <p>{labels['agenda.none']}</p>}
      <AgendaTable view={view} reading={reading} agenda={agenda} />
      {agenda.left.length > 0 && (
        <>
          <p>
            <strong>{labels['agenda.left']}</strong> {labels['agenda.leftHint']}
          </p>
          <ul>
            {agenda.left.map((id) => (
              <li key={id}>{titles.get(id)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        <button type="button" onClick={() => void copy()}>
          {labels['agenda.copy']}
        </button>
        <a class="button" href={`${view.agendaHref}#${agendaLink(view, reading, agenda)}`}>
          {labels['agenda.compose']}
        </a>
        <span role="status">{said}</span>
      </p>
      {isOpen && (
        <label class="as-text">
          {labels['agenda.text']}
          <textarea ref={text} rows={12} readOnly value={agendaText(view, reading, agenda)} />
        </label>
      )}
    </>
  );
}

/** The parts of an agenda with their minutes. */
export function AgendaTable({ view, reading, agenda }: Pick<Props, 'view' | 'reading'> & { agenda: Agenda }) {
  const { labels, techniques } = view;
  const titles = titlesOf(reading.items);
  return (
    <table class="data-table agenda" aria-label={labels['agenda.title']}>
      <thead>
        <tr>
          <th scope="col" class="number">
            {labels['agenda.minutes']}
          </th>
          <th scope="col">{labels['agenda.what']}</th>
        </tr>
      </thead>
      <tbody>
        {agenda.parts.map(({ item, technique, minutes }, at) => {
          const plan = item === null ? null : planTalk(view, item, reading.members);
          const rounds = at === 0 ? labels['agenda.opening'] : labels['agenda.closing'];
          return (
            <tr key={item ?? technique}>
              <td class="number">{minutes}</td>
              <th scope="row">
                {item === null ? rounds : titles.get(item)}
                {plan && <small>“{plan.question}”</small>}
                <span class="way">
                  {plan ? (
                    <TechniqueLink view={view} plan={plan} />
                  ) : (
                    <a href={techniques[technique]?.href}>{techniques[technique]?.name ?? technique}</a>
                  )}
                </span>
              </th>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td class="number">{agenda.minutes}</td>
          <th scope="row">{labels['agenda.total']}</th>
        </tr>
      </tfoot>
    </table>
  );
}

function titlesOf(items: readonly ItemReading[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ item }) => [item.id, item.title]));
}

/** The agenda as plain text for a mail. */
export function agendaText(view: GroupView, reading: GroupReading, agenda: Agenda): string {
  const { labels, techniques, lang } = view;
  const titles = titlesOf(reading.items);
  const techniqueOf = ({ technique }: Pick<TalkPlan, 'technique'>): string =>
    techniques[technique]?.name ?? technique;
  const parts = agenda.parts.flatMap(({ item, technique, minutes }) => {
    const length = `${minutes}’`.padEnd(5);
    const plan = item === null ? null : planTalk(view, item, reading.members);
    if (!plan || item === null) return [length + techniqueOf({ technique })];
    const way = techniqueOf(plan).toLocaleLowerCase(lang);
    return [`${length}${titles.get(item) ?? item} (${way})`, `     “${plan.question}”`];
  });
  const left = agenda.left.map((id) => `- ${titles.get(id) ?? id}`);
  return [
    fill(labels['agenda.heading'], { n: agenda.minutes }),
    '',
    ...parts,
    ...(left.length > 0 ? ['', `${labels['agenda.left']}:`, ...left] : []),
  ].join('\n');
}

/** The agenda as the fragment that the composer opens: techniques and minutes, not what the talks are about. */
function agendaLink(view: GroupView, { members }: GroupReading, { parts, minutes }: Agenda): string {
  const plan = { ...EMPTY_PLAN, length: minutes || null, people: members || null };
  const items = parts.map(({ item, technique, minutes }) => {
    const talk = item === null ? null : planTalk(view, item, members);
    return makeItem({ kind: 'technique', technique: talk?.technique ?? technique, minutes });
  });
  return encodePlan(withItems(plan, items));
}

/** Everything that was agreed, for the report: title, answer and note. */
export function agreedLines(
  view: GroupView,
  reading: GroupReading,
): { id: string; title: string; text: string }[] {
  return reading.items.flatMap(({ item, agreement }) =>
    agreement
      ? [
          {
            id: item.id,
            title: item.title,
            text: answerName(view, agreement.answer) + (agreement.note ? `. ${agreement.note}` : ''),
          },
        ]
      : [],
  );
}
