import { useRef } from 'preact/hooks';
import { randomBelow } from '../../src/browser/random.ts';
import { currentVisit, skipped, speaker, spoken } from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { TurnTime } from './TimeBar.tsx';
import { type OpenRun, personName } from './view.ts';

/** Who speaks in a round, who comes next and who has not spoken yet. */
export function Speakers({ view, script, run, act }: OpenRun) {
  const { labels } = view;
  const { turns } = currentVisit(run);
  const list = useRef<HTMLOListElement>(null);
  const people = Array.from({ length: run.people }, (_, who) => who);
  const name = (who: number): string => personName(view, run, who);

  if (!run.hasTurns) {
    return (
      <p class="buttons speakers">
        <button type="button" class="plain" onClick={() => act({ type: 'set', setting: { hasTurns: true } })}>
          {labels['turns.on']}
        </button>
      </p>
    );
  }
  const who = turns && speaker(turns);
  const spoke = turns ? spoken(turns) : [];
  const passed = turns ? skipped(turns) : [];
  const next = turns?.queue[1];
  const marks = (person: number): { mark: string; said: string } => {
    if (person === who) return { mark: '▸', said: labels['turns.now'] };
    if (passed.includes(person)) return { mark: '–', said: labels['turns.passed'] };
    return spoke.includes(person) && !turns?.queue.includes(person)
      ? { mark: '✓', said: labels['turns.spoke'] }
      : { mark: '', said: '' };
  };

  return (
    <div class="speakers">
      {turns === null ? (
        <p>
          {labels['turns.who']}{' '}
          <button type="button" onClick={() => act({ type: 'begin-turns', first: randomBelow(run.people) })}>
            {labels['turns.random']}
          </button>
        </p>
      ) : who === null ? (
        <p class="now">
          <strong>{labels['turns.done']}</strong>{' '}
          {passed.length > 0 && (
            <span>{fill(labels['turns.open'], { names: passed.map(name).join(', ') })}</span>
          )}
        </p>
      ) : (
        <p class="now">
          <span>{labels['turns.now']}</span> <strong>{name(who)}</strong>{' '}
          <TurnTime view={view} script={script} run={run} />
          {next !== undefined && <span class="then">{fill(labels['turns.then'], { name: name(next) })}</span>}
          <button type="button" onClick={() => act({ type: 'skip-turn' })}>
            {labels['turns.skip']}
          </button>
          <button type="button" onClick={() => act({ type: 'leave' })}>
            {labels['turns.leave']}
          </button>
        </p>
      )}
      <ol ref={list} aria-label={labels[turns ? 'turns.give' : 'turns.begin']}>
        {people.map((person) => {
          const { mark, said } = marks(person);
          return (
            <li key={person}>
              <button
                type="button"
                class={mark === '' ? '' : 'marked'}
                aria-current={person === who || undefined}
                onClick={() =>
                  act(turns ? { type: 'give-turn', who: person } : { type: 'begin-turns', first: person })
                }
              >
                {mark !== '' && <span aria-hidden="true">{mark}</span>}
                {run.names[person] ?? person + 1}
                {said !== '' && <span class="sr-only">, {said}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
