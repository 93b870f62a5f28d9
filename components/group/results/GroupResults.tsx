import { useMemo, useRef, useState } from 'preact/hooks';
import { adoptStyles } from '../../../src/browser/styles.ts';
import { FEWEST_SHOWN } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import { Later } from '../../tool/Later.tsx';
import assessmentStyles from '../../assessment/assessment.css?inline';
import resultStyles from '../results.css?inline';
import type { ResultsProps } from '../view.ts';
import { Beamer, type Deck, deckOf, DECKS } from './Beamer.tsx';
import { ItemTables } from './ItemTables.tsx';
import { NextMeeting } from './NextMeeting.tsx';
import { OverTime } from './OverTime.tsx';
import { readGroup } from './reading.ts';
import { Report } from './Report.tsx';
import { Shared } from './Shared.tsx';
import { Standing } from './Standing.tsx';
import { downloadRound, downloadTable } from './take.ts';
import { TalkFirst } from './TalkFirst.tsx';

adoptStyles(assessmentStyles, resultStyles);

const VIEWS = ['standing', 'talk', 'shared', 'items', 'next', 'time'] as const;
type ViewId = (typeof VIEWS)[number];
/** Views that follow from the answers alone: nothing to see below the fewest that are shown. */
const FROM_ANSWERS: readonly ViewId[] = ['talk', 'shared'];

/** What the group sees of its round, and settles. */
export function GroupResults({ view, state, onChange }: ResultsProps) {
  const { labels, lang, model } = view;
  const reading = useMemo(
    () => readGroup(model, state),
    [model, state.round, state.collected, state.agreements],
  );
  const [shown, setShown] = useState<ViewId>('standing');
  const [minutes, setMinutes] = useState(90);
  const [withNames, setWithNames] = useState(false);
  const [deck, setDeck] = useState<Deck>('talk');
  const [isOnBeamer, setOnBeamer] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const starter = useRef<HTMLButtonElement>(null);
  const { members, isShown } = reading;
  const hasNames = Object.keys(state.collected).some((id) => (state.names[id] ?? '').trim() !== '');
  const part = { view, state, reading, onChange };

  function show(id: ViewId): void {
    setShown(id);
    // The heading is there already; only its text changes.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <div class="group-results">
      {isShown ? (
        <p>
          <strong>{plural(labels, lang, 'results.forms', members)}.</strong>{' '}
          {fill(labels['results.weak'], { n: members })}
        </p>
      ) : (
        <div class="notice">
          <p>
            <strong>{labels['results.fewTitle']}</strong>
          </p>
          <p>{fill(labels['results.fewText'], { n: members, least: FEWEST_SHOWN })}</p>
          <p>{labels['results.fewCan']}</p>
        </div>
      )}
      <nav class="views" aria-label={labels['results.views']}>
        <ul>
          {VIEWS.map((id) => (
            <li key={id}>
              <button type="button" aria-current={id === shown ? 'true' : undefined} onClick={() => show(id)}>
                {labels[`results.view.${id}`]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <h3 ref={heading} tabIndex={-1} class="view-title">
        {labels[`results.view.${shown}`]}
      </h3>
      <div class="view">
        {!isShown && FROM_ANSWERS.includes(shown) && <p>{labels['results.fewTitle']}.</p>}
        {shown === 'standing' && <Standing {...part} />}
        {shown === 'talk' && isShown && <TalkFirst {...part} />}
        {shown === 'shared' && isShown && <Shared {...part} />}
        {shown === 'items' && (
          <>
            {hasNames && isShown && (
              <>
                <label class="switch">
                  <input
                    type="checkbox"
                    checked={withNames}
                    onChange={(event) => setWithNames(event.currentTarget.checked)}
                  />
                  {labels['results.names']}
                </label>
                {withNames && <p class="notice">{labels['results.namesWarning']}</p>}
              </>
            )}
            <ItemTables {...part} withNames={withNames && isShown} />
          </>
        )}
        {shown === 'next' && <NextMeeting {...part} minutes={minutes} onMinutes={setMinutes} />}
        {shown === 'time' && <OverTime {...part} />}
      </div>
      <Later>
        {() => (
          <section class="take">
            {isShown && (
              <>
                <p class="buttons">
                  <label>
                    {labels['beamer.choose']}{' '}
                    <select value={deck} onChange={(event) => setDeck(toDeck(event.currentTarget.value))}>
                      {DECKS.map((id) => {
                        const n = deckOf(reading, id).length;
                        return (
                          <option key={id} value={id} disabled={n === 0}>
                            {fill(labels[`beamer.deck.${id}`], { n })}
                          </option>
                        );
                      })}
                    </select>
                  </label>
                  <button
                    type="button"
                    ref={starter}
                    disabled={deckOf(reading, deck).length === 0}
                    onClick={() => setOnBeamer(true)}
                  >
                    {labels['beamer.start']}
                  </button>
                </p>
                <p class="hint">{labels['beamer.startHint']}</p>
              </>
            )}
            <p class="buttons">
              <button type="button" onClick={() => print()}>
                {labels['results.print']}
              </button>
              <button type="button" onClick={() => downloadTable(view, state, reading)}>
                {labels['results.csv']}
              </button>
              <button type="button" onClick={() => downloadRound(state)}>
                {labels['results.json']}
              </button>
            </p>
            <p class="hint">{labels['results.jsonHint']}</p>
          </section>
        )}
      </Later>
      {isOnBeamer && (
        <Beamer
          view={view}
          reading={reading}
          deck={deck}
          onClose={() => {
            setOnBeamer(false);
            starter.current?.focus();
          }}
        />
      )}
      <Later>{() => <Report view={view} state={state} reading={reading} minutes={minutes} />}</Later>
    </div>
  );
}

export default GroupResults;

function toDeck(value: string): Deck {
  return DECKS.find((deck) => deck === value) ?? 'talk';
}
