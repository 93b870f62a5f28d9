import type { Result } from '../../src/domain/chooser/index.ts';
import { spoken } from './reading.ts';
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
  return (
    <>
      {groups.map(
        ({ id, title, of }) =>
          of.length > 0 && (
            <section key={id} class={`stops ${id}`}>
              <h3>{title}</h3>
              <ul>
                {of.map((one) => (
                  <Statement key={one.rule.id} {...reading} of={one} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
