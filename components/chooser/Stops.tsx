import type { Result } from '../../src/domain/chooser/index.ts';
import { type Spoken, spoken } from './reading.ts';
import { Statement } from './Statement.tsx';
import type { Reading } from './view.ts';

/** What must be settled before choosing anything: what surely holds, then what may. */
export function Stops({ result, ...reading }: Reading & { result: Result }) {
  const { labels } = reading.view;
  const stops = spoken(reading.view, result.stops);
  const groups = [
    { id: 'sure', title: labels['stops.sure'], of: stops.filter(({ isSure }) => isSure) },
    { id: 'maybe', title: labels['stops.maybe'], of: stops.filter(({ isSure }) => !isSure) },
  ];
  const statement = (one: Spoken) => <Statement key={one.rule.id} {...reading} of={one} />;
  return (
    <>
      {groups.map(
        ({ id, title, of }) =>
          of.length > 0 && (
            <section key={id} class={`stops ${id}`}>
              {id === 'sure' ? <h3>{title}</h3> : <p class="hint">{labels['stops.maybeHint']}</p>}
              {id === 'sure' ? (
                <ul>{of.map(statement)}</ul>
              ) : (
                <details>
                  <summary>
                    {title} ({of.length})
                  </summary>
                  <ul>{of.map(statement)}</ul>
                </details>
              )}
            </section>
          ),
      )}
    </>
  );
}
