import { fill } from '../../../src/domain/shared/index.ts';
import { FEWEST_SHOWN, type RoundState } from '../../../src/domain/round/index.ts';
import { plural } from '../../tool/labels.ts';
import { Later } from '../../tool/Later.tsx';
import { isPartial } from '../partial.ts';
import type { GroupView } from '../view.ts';
import { GateMark, PlaceLine } from './parts.tsx';
import type { GroupReading } from './reading.ts';
import { phaseIn, placeShort, placeTitle } from './texts.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  reading: GroupReading;
}

/** Decisive items named before the list is cut; the rest is counted. */
const MOST_DECISIVE = 6;

/** Where the group stands and why, then phase by phase. */
export function Standing({ view, state, reading }: Props) {
  const { labels, testLabels } = view;
  return (
    <>
      {reading.isShown || reading.agreed > 0 ? (
        <>
          <PlaceBlock view={view} state={state} reading={reading} />
          <Later>
            {() => (
              <>
                <h4>{labels['results.phases']}</h4>
                <p class="hint">{labels['results.gateRule']}</p>
                <PhaseTable view={view} reading={reading} />
                {reading.hidden.length > 0 && (
                  <p class="hint">
                    {plural(labels, view.lang, 'results.hiddenSome', reading.hidden.length, {
                      least: String(FEWEST_SHOWN),
                    })}
                  </p>
                )}
                <p class="hint">{testLabels['result.noScore']}</p>
              </>
            )}
          </Later>
        </>
      ) : null}
    </>
  );
}

/** The place of the group, what holds it there and what would decide it. */
export function PlaceBlock({ view, state, reading }: Props) {
  const { labels, testLabels, lang, model } = view;
  const { result } = reading;
  const title = (id: string): string => model.items.find((item) => item.id === id)?.title ?? id;
  const blocked = result.phases.find(({ phase }) => phase === result.latest);
  const rest = result.decisive.length - MOST_DECISIVE;
  return (
    <div class="place">
      <PlaceLine view={view} phases={state.round.phases} result={result} />
      <p class="place-title">{placeTitle(view, state.round, result)}</p>
      <PlaceNotes view={view} state={state} reading={reading} />
      {blocked && blocked.missing.length > 0 && (
        <>
          <p>{fill(testLabels['result.missing'], { n: phaseIn(view, blocked.phase).number })}</p>
          <ul>
            {blocked.missing.map((id) => (
              <li key={id}>{title(id)}</li>
            ))}
          </ul>
        </>
      )}
      {result.decisive.length > 0 && (
        <>
          <p>{plural(labels, lang, 'results.decides', result.decisive.length)}</p>
          <ul>
            {result.decisive.slice(0, MOST_DECISIVE).map((id) => (
              <li key={id}>{title(id)}</li>
            ))}
            {rest > 0 && <li>{plural(labels, lang, 'talk.more', rest)}</li>}
          </ul>
        </>
      )}
    </div>
  );
}

/** What the place does not tell by itself: which phases were asked, and how far agreed values carry it. */
export function PlaceNotes({ view, state, reading: { asAnswered, agreed } }: Props) {
  const { labels, lang } = view;
  return (
    <>
      {isPartial(view, state.round) && (
        <p>
          {fill(labels['results.partial'], {
            phases: state.round.phases.map((id) => phaseIn(view, id).number).join(', '),
          })}
        </p>
      )}
      {agreed > 0 && (
        <p>{plural(labels, lang, 'results.withAgreed', agreed, { place: placeShort(view, asAnswered) })}</p>
      )}
    </>
  );
}

/** Per phase whether what is needed stands, how much does, and what is open. */
export function PhaseTable({ view, reading }: Omit<Props, 'state'>) {
  const { labels, testLabels, model, lang } = view;
  const titles = (ids: readonly string[]): string =>
    ids
      .map((id) => (model.items.find((item) => item.id === id)?.title ?? id).toLocaleLowerCase(lang))
      .join(', ');
  return (
    <div class="table-scroll" role="group" aria-label={labels['results.phases']} tabIndex={0}>
      <table class="data-table gates">
        <thead>
          <tr>
            <th scope="col">{testLabels['result.phase']}</th>
            <th scope="col">{testLabels['result.gate']}</th>
            <th scope="col">{testLabels['result.inPlace']}</th>
            <th scope="col">{labels['results.holding']}</th>
          </tr>
        </thead>
        <tbody>
          {reading.result.phases.map(({ phase, gate, missing, open, inPlace, applicable }) => {
            const { number, name, href } = phaseIn(view, phase);
            return (
              <tr key={phase}>
                <th scope="row">
                  <a href={href}>
                    {number}. {name}
                  </a>
                </th>
                <td>
                  <GateMark view={view} gate={gate} />
                </td>
                <td>{fill(testLabels['result.inPlaceValue'], { n: inPlace, m: applicable })}</td>
                <td>
                  {missing.length + open.length === 0 && labels['results.holdingNone']}
                  {titles(missing)}
                  {open.length > 0 && (
                    <small>{fill(labels['results.unsure'], { items: titles(open) })}</small>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
