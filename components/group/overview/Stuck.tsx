import { useMemo } from 'preact/hooks';
import { plural } from '../../tool/labels.ts';
import { type Row, stuckMost } from './gather.ts';
import { numberOf, type OverviewView } from './view.ts';

interface Props {
  view: OverviewView;
  rows: readonly Row[];
}

/** Items shown before the rest is folded away. */
const MOST_SHOWN = 10;

/** What most groups are stuck on, with the place in the handbook that says how. */
export function Stuck({ view, rows }: Props) {
  const { labels, lang, model } = view;
  const stuck = useMemo(() => stuckMost(model, rows), [model, rows]);
  const rest = stuck.slice(MOST_SHOWN);
  return (
    <section>
      <h2>{labels['stuck']}</h2>
      {stuck.length === 0 ? (
        <p>{labels['stuckNone']}</p>
      ) : (
        <>
          <p class="hint">{labels['stuckIntro']}</p>
          <StuckTable view={view} rows={rows} stuck={stuck.slice(0, MOST_SHOWN)} />
          {rest.length > 0 && (
            <details class="more">
              <summary>{plural(labels, lang, 'stuckMore', rest.length)}</summary>
              <StuckTable view={view} rows={rows} stuck={rest} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function StuckTable({ view, rows, stuck }: Props & { stuck: ReturnType<typeof stuckMost> }) {
  const { labels, model } = view;
  return (
    <table class="data-table stuck">
      <thead>
        <tr>
          <th scope="col">{labels['phase']}</th>
          <th scope="col">{labels['stuckWhat']}</th>
          <th scope="col">{labels['stuckGroups']}</th>
        </tr>
      </thead>
      <tbody>
        {stuck.map(({ item: id, groups }) => {
          const item = model.items.find((other) => other.id === id);
          return (
            item && (
              <tr key={id}>
                <td class="number">{numberOf(view, item.phase)}</td>
                <th scope="row">
                  {item.title}
                  <small>{item.question}</small>
                  <a href={item.anchor}>
                    {labels['how']}
                    <span class="sr-only">: {item.title}</span>
                  </a>
                </th>
                <td>
                  <Amount value={groups} most={rows.length} />
                </td>
              </tr>
            )
          );
        })}
      </tbody>
    </table>
  );
}

/** A number with a bar of its share. */
export function Amount({ value, most }: { value: number; most: number }) {
  return (
    <>
      <b>{value}</b>
      <span class="amount" aria-hidden="true">
        <i style={`width: ${String(most === 0 ? 0 : (value / most) * 100)}%`} />
      </span>
    </>
  );
}
