import type { ComponentChildren } from 'preact';
import {
  askedItems,
  DONE,
  type Entry,
  evaluate,
  type Gate,
  type LocalItem,
  type PhaseResult,
  type Progress,
  type Result,
} from '../../src/domain/assessment/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { Later } from '../tool/Later.tsx';
import { useLater } from '../tool/use-later.ts';
import { answerText, itemOf, phaseOf, type View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  /** Goes to the question of an item. */
  onChange: (item: LocalItem) => void;
  /** Date of the print, in words. */
  date: string;
}

/** Decisive answers named before the list is cut; the rest is counted. */
const MOST_DECISIVE = 6;

/** What follows from the answers: the place with its reasons, the next steps, and every phase. */
export function ResultStep({ view, entry, onChange, date }: Props) {
  const { model, labels } = view;
  // What is closed stands below all the rest. On paper it is opened before the rest has come, so it is there from the beginning.
  const isWhole = useLater(() => true, []);
  if (!entry.start || Object.keys(entry.answers).length === 0) return <p>{labels['result.none']}</p>;
  const result = evaluate(model, entry.start, entry.answers);
  const asked = askedItems(model, entry.start) as LocalItem[];
  return (
    <>
      <p class="print-only">
        {fill(labels['result.printed'], { date, start: labels[`start.${entry.start}`] })}
      </p>
      <PlaceBlock view={view} result={result} onChange={onChange} />
      <Later>{() => <NextSteps view={view} result={result} entry={entry} />}</Later>
      <Later>
        {() => (
          <>
            <FindOut view={view} result={result} onChange={onChange} />
            <Ahead view={view} result={result} />
          </>
        )}
      </Later>
      <Later>{() => <PhaseTable view={view} result={result} />}</Later>
      <Later>{() => <FactorTable view={view} result={result} />}</Later>
      <details class="all-answers" hidden={!isWhole}>
        <summary>{labels['result.all']}</summary>
        <p class="hint">{labels['result.allIntro']}</p>
        <Later>
          {() => (
            <table class="data-table">
              <thead>
                <tr>
                  <th scope="col">{labels['result.phase']}</th>
                  <th scope="col">{labels['result.question']}</th>
                  <th scope="col">{labels['result.answer']}</th>
                </tr>
              </thead>
              <tbody>
                {asked.map((item) => (
                  <tr key={item.id}>
                    <td>{phaseOf(view, item.phase).number}</td>
                    <td>{item.question}</td>
                    <td>{answerText(view, entry, item)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Later>
      </details>
    </>
  );
}

interface PartProps {
  view: View;
  result: Result;
}

/** Where the group stands, why, and which unknown answers decide it. */
function PlaceBlock({ view, result, onChange }: PartProps & Pick<Props, 'onChange'>) {
  const { labels, lang, model } = view;
  const { earliest, latest, decisive, phases } = result;
  const decisiveItems = decisive.map((id) => itemOf(view, id)).filter((item) => item !== undefined);
  const rest = decisiveItems.length - MOST_DECISIVE;
  const blocked = phases.find(({ phase }) => phase === latest);
  return (
    <div class="place">
      <Line view={view} result={result} />
      <h3>{placeTitle(view, result)}</h3>
      <p class="hint">
        {fill(labels['progress'], { answered: result.answered, asked: result.asked })}.{' '}
        {labels['result.noScore']}
      </p>
      {earliest === latest && earliest !== DONE && earliest !== model.routes[result.start][0] && (
        <p>{labels['result.before']}</p>
      )}
      {earliest !== latest && (
        <>
          <p>
            {fill(labels['result.dependsOn'], {
              count: plural(labels, lang, 'result.openAnswers', decisiveItems.length),
            })}
          </p>
          <ul>
            {decisiveItems.slice(0, MOST_DECISIVE).map((item) => (
              <OpenItem key={item.id} view={view} item={item} onChange={onChange} />
            ))}
            {rest > 0 && <li>{plural(labels, lang, 'result.more', rest)}</li>}
          </ul>
        </>
      )}
      {blocked && blocked.missing.length > 0 && (
        <>
          <p>{fill(labels['result.missing'], { n: phaseOf(view, blocked.phase).number })}</p>
          <ul>
            {blocked.missing.map((id) => (
              <li key={id}>{itemOf(view, id)?.question}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Why there is no next step: everything stands, unknown answers come first, or nothing can be done now. */
function nothingNext({
  earliest,
  decisive,
}: Result): 'result.nextDone' | 'result.nextFirstFindOut' | 'result.nextNone' {
  if (earliest === DONE) return 'result.nextDone';
  return decisive.length > 0 ? 'result.nextFirstFindOut' : 'result.nextNone';
}

/** A question without an answer, with the way to fill it in. */
function OpenItem({
  view: { labels },
  item,
  onChange,
}: { view: View; item: LocalItem } & Pick<Props, 'onChange'>) {
  return (
    <li>
      {item.question}{' '}
      <button type="button" class="plain" onClick={() => onChange(item)}>
        {labels['result.fillIn']}
        <span class="sr-only">: {item.title}</span>
      </button>
    </li>
  );
}

function placeTitle(view: View, { earliest, latest, start }: Result): string {
  const { labels, model } = view;
  if (earliest === DONE) {
    return model.routes[start].length === view.phases.length
      ? labels['result.done']
      : labels['result.doneRoute'];
  }
  const from = phaseOf(view, earliest);
  if (earliest === latest) return fill(labels['result.at'], { n: from.number, name: from.name });
  if (latest === DONE) return fill(labels['result.upToDone'], { n: from.number });
  return fill(labels['result.between'], { n: from.number, m: phaseOf(view, latest).number });
}

/** The phases of the route on a line; the place or range is marked. The words beside it say the same. */
function Line({ view, result }: PartProps) {
  const route = view.model.routes[result.start];
  const first = result.earliest === DONE ? route.length : route.indexOf(result.earliest);
  const last = result.latest === DONE ? route.length : route.indexOf(result.latest);
  return (
    <div class="line" aria-hidden="true">
      {route.map((id, index) => (
        <span key={id} class={index < first ? 'past' : index <= last ? 'here' : ''}>
          {phaseOf(view, id).number}
        </span>
      ))}
    </div>
  );
}

function NextSteps({ view, result, entry }: PartProps & { entry: Entry }) {
  const { labels } = view;
  return (
    <section>
      <h3>{labels['result.next']}</h3>
      {result.nextSteps.length === 0 ? (
        <p>{labels[nothingNext(result)]}</p>
      ) : (
        <>
          <p class="hint">{labels['result.nextIntro']}</p>
          <ol class="steps">
            {result.nextSteps.map((id) => {
              const item = itemOf(view, id);
              if (!item) return null;
              const phase = phaseOf(view, item.phase);
              return (
                <li key={id}>
                  <p class="about">
                    <span class={`kind ${item.kind}`}>{labels[`kind.${item.kind}`]}</span>
                    <span>{fill(labels['step.phase'], { n: phase.number, name: phase.name })}</span>
                  </p>
                  <p class="do">{item.next}</p>
                  <p class="hint">
                    {labels['result.now']} {answerText(view, entry, item)} {labels['result.effort']}{' '}
                    {labels[`effort.${item.effort as 1 | 2 | 3}`]}.
                  </p>
                  <p>
                    <a href={item.anchor}>
                      {labels['result.how']}
                      <span class="sr-only">: {item.title}</span>
                    </a>
                  </p>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}

function FindOut({ view, result, onChange }: PartProps & Pick<Props, 'onChange'>) {
  const { labels } = view;
  const named = result.decisive.slice(0, MOST_DECISIVE);
  const items = result.findOut
    .filter((id) => !named.includes(id))
    .map((id) => itemOf(view, id))
    .filter((item) => item !== undefined);
  const rest = items.length - MOST_DECISIVE;
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{labels['result.findOut']}</h3>
      <p class="hint">{labels['result.findOutIntro']}</p>
      <ul>
        {items.slice(0, MOST_DECISIVE).map((item) => (
          <OpenItem key={item.id} view={view} item={item} onChange={onChange} />
        ))}
        {rest > 0 && <li>{plural(labels, view.lang, 'result.more', rest)}</li>}
      </ul>
    </section>
  );
}

/** Items named per missing basis before the rest is counted. */
const MOST_AHEAD = 4;

/** What stands on something that is missing, told once per missing thing. */
function Ahead({ view, result }: PartProps) {
  const { labels, lang } = view;
  const resting = new Map<string, string[]>();
  for (const { item, missing } of result.ahead) {
    for (const basis of missing) resting.set(basis, [...(resting.get(basis) ?? []), item]);
  }
  if (resting.size === 0) return null;
  const title = (id: string): string => itemOf(view, id)?.title.toLocaleLowerCase(lang) ?? id;
  return (
    <section>
      <h3>{labels['result.ahead']}</h3>
      <p class="hint">{labels['result.aheadIntro']}</p>
      <ul>
        {[...resting].map(([basis, items]) => (
          <li key={basis}>
            <strong>{itemOf(view, basis)?.title}</strong> {labels['result.restsOn']}{' '}
            {items.slice(0, MOST_AHEAD).map(title).join(', ')}
            {items.length > MOST_AHEAD &&
              ` ${plural(labels, lang, 'result.moreThings', items.length - MOST_AHEAD)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

const GATE_SIGNS: Record<Gate, string> = { met: '✓', missing: '✕', unproven: '?' };

function PhaseTable({ view, result }: PartProps) {
  const { labels } = view;
  return (
    <section>
      <h3>{labels['result.phases']}</h3>
      <p class="hint">{labels['result.phasesIntro']}</p>
      <ProgressTable
        view={view}
        head={labels['result.phase']}
        middle={labels['result.gate']}
        rows={result.phases.map((phase: PhaseResult) => {
          const { number, name, href } = phaseOf(view, phase.phase);
          return {
            key: phase.phase,
            head: (
              <a href={href}>
                {number}. {name}
              </a>
            ),
            middle: (
              <span class={`gate ${phase.gate}`}>
                <span aria-hidden="true">{GATE_SIGNS[phase.gate]}</span> {labels[`gate.${phase.gate}`]}
              </span>
            ),
            progress: phase,
          };
        })}
      />
    </section>
  );
}

function FactorTable({ view, result }: PartProps) {
  const { labels } = view;
  return (
    <section>
      <h3>{labels['result.themes']}</h3>
      <p class="hint">{labels['result.themesIntro']}</p>
      <ProgressTable
        view={view}
        head={labels['result.theme']}
        rows={result.factors.map((progress) => ({
          key: progress.factor,
          head: labels[`factor.${progress.factor}`],
          progress,
        }))}
      />
    </section>
  );
}

interface TableProps {
  view: View;
  head: string;
  middle?: string;
  rows: { key: string; head: ComponentChildren; middle?: ComponentChildren; progress: Progress }[];
}

/** Rows with how much stands, in numbers and as a bar. */
function ProgressTable({ view: { labels }, head, middle, rows }: TableProps) {
  return (
    <table class="progress data-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {middle && <th scope="col">{middle}</th>}
          <th scope="col">{labels['result.inPlace']}</th>
          <th scope="col">{labels['result.range']}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const unknown = row.progress.applicable - row.progress.known;
          return (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {middle && <td>{row.middle}</td>}
              <td>
                {fill(labels['result.inPlaceValue'], { n: row.progress.inPlace, m: row.progress.applicable })}
                {unknown > 0 && <small>{fill(labels['result.unknown'], { n: unknown })}</small>}
              </td>
              <td>
                <Bar progress={row.progress} />
                <small>{rangeText(labels, row.progress)}</small>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function rangeText(labels: View['labels'], { lo, hi }: Progress): string {
  const [from, to] = [Math.round(lo * 100), Math.round(hi * 100)];
  return from === to
    ? fill(labels['result.rangeValue'], { lo: from })
    : fill(labels['result.rangeValues'], { lo: from, hi: to });
}

/** Certain part filled, uncertain part hatched. The numbers stand beside it. */
function Bar({ progress: { lo, hi } }: { progress: Progress }) {
  const width = (value: number): number => Math.round(value * 100);
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" />
      <rect class="sure" width={width(lo)} height="8" />
      {Array.from({ length: Math.ceil((width(hi) - width(lo)) / 4) }, (_, index) => (
        <rect class="maybe" key={index} x={width(lo) + index * 4 + 1} width="1.6" height="8" />
      ))}
    </svg>
  );
}
