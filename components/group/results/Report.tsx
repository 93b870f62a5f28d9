import { FEWEST_SHOWN, type RoundState } from '../../../src/domain/round/index.ts';
import { dayInWords, fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import { Later } from '../../tool/Later.tsx';
import type { GroupView } from '../view.ts';
import { HeatCells, HeatHead } from './ItemTables.tsx';
import { agreedLines } from './NextMeeting.tsx';
import { GateMark, PlaceLine } from './parts.tsx';
import { agendaOf, type GroupReading, planTalk } from './reading.ts';
import { PlaceNotes } from './Standing.tsx';
import { answerName, countsLine, phaseIn, placeTitle } from './texts.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  reading: GroupReading;
  /** Length of the meeting, minutes. */
  minutes: number;
}

/** Talks named on the first page; the table has them all. */
const MOST_TALKS = 6;

/** The round on paper: two sheets, without names. */
export function Report({ view, state, reading, minutes }: Props) {
  const { labels, lang, testLabels } = view;
  const { members, isShown, talk } = reading;
  const head = [
    dayInWords(state.date, labels),
    plural(labels, lang, 'results.forms', members),
    `${testLabels['result.phase'].toLocaleLowerCase(lang)} ${state.round.phases.map((id) => phaseIn(view, id).number).join(', ')}`,
  ].filter((part) => part !== '');
  const agreed = agreedLines(view, reading);
  const agenda = agendaOf(view, reading, minutes);
  const rest = talk.length - MOST_TALKS;
  const titles = new Map(reading.items.map(({ item }) => [item.id, item.title]));
  const hasPlace = isShown || reading.agreed > 0;
  return (
    <article class="round-report">
      <header>
        <h2>{labels['report.title']}</h2>
        <p class="report-name">{state.label || labels['report.noLabel']}</p>
        <p>{head.join(' · ')}</p>
      </header>
      {!isShown && <p>{fill(labels['results.fewText'], { n: members, least: FEWEST_SHOWN })}</p>}
      {hasPlace && (
        <section class="report-place">
          <PlaceLine view={view} phases={state.round.phases} result={reading.result} />
          <p class="place-title">{placeTitle(view, state.round, reading.result)}</p>
          <PlaceNotes view={view} state={state} reading={reading} />
          <ul class="report-phases">
            {reading.result.phases.map(({ phase, gate }) => (
              <li key={phase}>
                {phaseIn(view, phase).number}. {phaseIn(view, phase).name}:{' '}
                <GateMark view={view} gate={gate} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isShown && (
        <section>
          <h3>{labels['results.view.talk']}</h3>
          {talk.length === 0 && <p>{labels['report.none']}</p>}
          <ol class="report-talk">
            {talk.slice(0, MOST_TALKS).map((item) => {
              const plan = planTalk(view, item.item.id, members);
              return (
                <li key={item.item.id}>
                  <strong>{item.item.title}</strong> ({countsLine(view, item)})
                  {plan && (
                    <>
                      <br />“{plan.question}” {view.techniques[plan.technique]?.name},{' '}
                      {fill(labels['talk.minutes'], { n: plan.minutes })}
                    </>
                  )}
                </li>
              );
            })}
          </ol>
          {rest > 0 && <p>{plural(labels, lang, 'report.more', rest)}</p>}
        </section>
      )}
      <div class="report-columns">
        <section>
          <h3>{labels['agreed.list']}</h3>
          {agreed.length === 0 && <p>{labels['report.none']}</p>}
          <ul>
            {agreed.map(({ id, title, text }) => (
              <li key={id}>
                <strong>{title}</strong>: {text}
              </li>
            ))}
          </ul>
        </section>
        {hasPlace && (
          <section>
            <h3>{fill(labels['report.agenda'], { n: agenda.minutes })}</h3>
            <ul class="report-agenda">
              {agenda.parts.map(({ item, technique, minutes: length }) => {
                const plan = item === null ? null : planTalk(view, item, members);
                const way = view.techniques[plan?.technique ?? technique]?.name ?? technique;
                return (
                  <li key={item ?? technique}>
                    <b>{length}’</b>
                    <span>
                      {item === null ? way : `${titles.get(item) ?? item} (${way.toLocaleLowerCase(lang)})`}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
      {hasPlace && (
        <section class="report-table">
          <h3>{labels['report.table']}</h3>
          <table class="data-table heat">
            <HeatHead view={view} withPhase />
            {state.round.phases.map((phase) => {
              const items = reading.items.filter(({ item }) => item.phase === phase);
              return (
                <Later key={phase}>
                  {() => (
                    <tbody>
                      {items.map((item, at) => (
                        <tr key={item.item.id}>
                          {at === 0 && (
                            <th scope="rowgroup" rowSpan={items.length}>
                              {phaseIn(view, phase).number}. {phaseIn(view, phase).name}
                            </th>
                          )}
                          <HeatCells view={view} reading={item} members={members} />
                          <td>{item.agreement && answerName(view, item.agreement.answer)}</td>
                        </tr>
                      ))}
                    </tbody>
                  )}
                </Later>
              );
            })}
          </table>
        </section>
      )}
      <p class="report-private">{labels['report.private']}</p>
    </article>
  );
}
