import { useEffect, useMemo, useState } from 'preact/hooks';
import { DONE } from '../../../src/domain/assessment/index.ts';
import { dayInWords, fill } from '../../../src/domain/shared/index.ts';
import { placeKind } from '../results/texts.ts';
import { type Column, type Row, sortRows } from './gather.ts';
import { numberOf, type OverviewView } from './view.ts';

interface Props {
  view: OverviewView;
  rows: readonly Row[];
  onRemove: (id: string) => void;
}

/** Rows that are drawn at once. */
const PART = 40;
/** Columns to sort by, before and after the line of phases. */
const FIRST: readonly Column[] = ['group', 'phase'];
const LAST: readonly Column[] = ['firms', 'date'];

/** All groups with their place, in words and on the line of phases. */
export function GroupTable({ view, rows, onRemove }: Props) {
  const { labels, lang, phases } = view;
  const [by, setBy] = useState<Column>('phase');
  const [direction, setDirection] = useState<1 | -1>(1);
  const order = useMemo(() => phases.map(({ id }) => id), [phases]);
  const sorted = useMemo(() => sortRows(rows, by, direction, order, lang), [rows, by, direction]);
  // A row is drawn once; sorting moves it without drawing it again.
  const drawn = useMemo(
    () =>
      new Map(
        rows.map((row) => [row.id, <GroupRow key={row.id} view={view} row={row} onRemove={onRemove} />]),
      ),
    [rows],
  );
  // A long list comes in parts, so that the page answers in between.
  const [most, setMost] = useState(PART);
  useEffect(() => {
    if (most >= rows.length) return undefined;
    const timer = setTimeout(() => setMost(most + PART));
    return () => clearTimeout(timer);
  }, [most, rows.length]);
  const head = (column: Column) => (
    <th
      scope="col"
      key={column}
      aria-sort={column !== by ? undefined : direction === 1 ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        class="sort"
        title={fill(labels['sortBy'], { column: labels[column] })}
        onClick={() => {
          setBy(column);
          setDirection(column === by && direction === 1 ? -1 : 1);
        }}
      >
        {labels[column]}
      </button>
    </th>
  );
  return (
    <section>
      <h2>{labels['groups']}</h2>
      <p class="hint">{labels['lineHint']}</p>
      <div class="table-scroll" role="group" aria-label={labels['groups']} tabIndex={0}>
        <table class="data-table groups">
          <thead>
            <tr>
              {FIRST.map(head)}
              <th scope="col">
                <span class="sr-only">{labels['line']}</span>
                <span class="line-numbers" aria-hidden="true">
                  {phases.map(({ id, number }) => (
                    <span key={id}>{number}</span>
                  ))}
                </span>
              </th>
              {LAST.map(head)}
              <th scope="col">
                <span class="sr-only">{labels['removeColumn']}</span>
              </th>
            </tr>
          </thead>
          <tbody>{sorted.slice(0, most).map((row) => drawn.get(row.id))}</tbody>
        </table>
      </div>
    </section>
  );
}

function GroupRow({ view, row, onRemove }: Omit<Props, 'rows'> & { row: Row }) {
  const { labels } = view;
  const { state, members, isFew } = row;
  const name = state.label || labels['noLabel'];
  return (
    <tr>
      <th scope="row">
        {name}
        {isPartial(view, row) && (
          <small>
            {fill(labels['partial'], {
              phases: state.round.phases.map((id) => numberOf(view, id)).join(', '),
            })}
          </small>
        )}
      </th>
      <td>{isFew ? labels['few'] : placeText(view, row)}</td>
      <td>
        <SmallLine view={view} row={row} />
      </td>
      <td class="number">{members}</td>
      <td>{dayInWords(state.date, labels) || labels['noDate']}</td>
      <td>
        <button type="button" class="plain" onClick={() => onRemove(row.id)}>
          <span aria-hidden="true">✕</span>
          <span class="sr-only">{fill(labels['remove'], { group: name })}</span>
        </button>
      </td>
    </tr>
  );
}

/** Whether a round asked only a part of the phases of its route. */
function isPartial({ model }: OverviewView, { state: { round } }: Row): boolean {
  return round.phases.length < model.routes[round.start].length;
}

/** Where a group stands, in words. */
export function placeText(view: OverviewView, row: Row): string {
  const { earliest, latest } = row.result;
  if (earliest === DONE && isPartial(view, row)) return view.labels['partialDone'];
  return fill(view.places[placeKind(earliest, latest)], {
    n: numberOf(view, earliest),
    m: numberOf(view, latest),
  });
}

/** Size of a square on the small line and the distance to the next, in its own units. */
const SIDE = 18;
const PITCH = 21;

/** The eight phases as squares, one line per group, below the numbers of the head. The words say the same. */
function SmallLine({ view, row: { state, result, isFew } }: { view: OverviewView; row: Row }) {
  const route = [...state.round.phases, DONE];
  const [first, last] = [route.indexOf(result.earliest), route.indexOf(result.latest)];
  // One path per kind, not one element per phase: hundreds of lines stay light.
  const paths = { past: '', here: '', later: '', none: '' };
  for (const [at, { id }] of view.phases.entries()) {
    const stop = route.indexOf(id);
    const x = at * PITCH;
    if (stop === -1) paths.none += `M${x} ${SIDE / 2}h${SIDE}`;
    else if (isFew || stop > last) paths.later += square(x, 0.5);
    else if (stop < first) paths.past += square(x, 0);
    else paths.here += square(x, 2);
  }
  return (
    <svg
      class="small-line"
      viewBox={`0 0 ${String(view.phases.length * PITCH)} ${String(SIDE)}`}
      aria-hidden="true"
    >
      {Object.entries(paths).map(([kind, path]) => path && <path key={kind} class={kind} d={path} />)}
    </svg>
  );
}

/** A square at `x`, drawn so much inside its edge. */
function square(x: number, inside: number): string {
  const side = SIDE - 2 * inside;
  return `M${x + inside} ${inside}h${side}v${side}h-${side}z`;
}
