import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { FEWEST_SHOWN, type RoundState } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { Later } from '../../tool/Later.tsx';
import type { GroupView, OnChange } from '../view.ts';
import { GateMark } from './parts.tsx';
import type { GroupReading, ItemReading } from './reading.ts';
import { Settle } from './Settle.tsx';
import { answerName, namesLine, phaseText } from './texts.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  reading: GroupReading;
  onChange: OnChange;
  /** Whether to show who gave which answer. */
  withNames: boolean;
}

/** Columns of numbers: levels, don't know, does not apply, left open. */
const LEVELS = ['0', '1', '2', '3'] as const;
const ASIDE = ['u', 'n', 'open'] as const;
/** Columns of a table: the item, seven numbers, spread, group, agreed. */
const WIDTH = 11;

/** Per phase every item with its counts, as numbers and as a heat map. */
export function ItemTables(props: Props) {
  const { view, state } = props;
  const { labels, model, lang } = view;
  const [zero, one, two, three] = model.levelNames.map((name) => name.toLocaleLowerCase(lang));
  return (
    <>
      <p class="hint">{labels['results.itemsIntro']}</p>
      <p class="hint">
        {fill(labels['results.legend'], {
          zero: zero ?? '',
          one: one ?? '',
          two: two ?? '',
          three: three ?? '',
        })}
      </p>
      {state.round.phases.map((phase) => (
        <Later key={phase}>{() => <PhaseItems {...props} phase={phase} />}</Later>
      ))}
    </>
  );
}

function PhaseItems({ view, state, reading, onChange, withNames, phase }: Props & { phase: string }) {
  const { labels } = view;
  const [open, setOpen] = useState<string | null>(null);
  const items = reading.items.filter(({ item }) => item.phase === phase);
  const title = phaseText(view, phase);
  return (
    <section>
      <h4>{title}</h4>
      <div class="table-scroll" role="group" aria-label={title} tabIndex={0}>
        <table class="data-table heat">
          <HeatHead view={view} />
          <tbody>
            {items.map((item) => (
              <Fragment key={item.item.id}>
                <tr>
                  <HeatCells view={view} reading={item} members={reading.members} />
                  <td>
                    {item.agreement && <strong>{answerName(view, item.agreement.answer)}</strong>}
                    <button
                      type="button"
                      class="plain"
                      aria-expanded={open === item.item.id}
                      onClick={() => setOpen(open === item.item.id ? null : item.item.id)}
                    >
                      {labels[item.agreement ? 'agreed.changeShort' : 'agreed.openShort']}
                      <span class="sr-only">: {item.item.title}</span>
                    </button>
                  </td>
                </tr>
                {withNames && !item.isHidden && (
                  <tr class="names">
                    <td colSpan={WIDTH}>{namesLine(view, state, item.item.id)}.</td>
                  </tr>
                )}
                {open === item.item.id && (
                  <tr class="settle-row">
                    <td colSpan={WIDTH}>
                      <Settle view={view} reading={item} onChange={onChange} place="tabel" />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface HeadProps {
  view: GroupView;
  /** Whether a column with the phase comes first. */
  withPhase?: boolean;
}

/** Heads of the columns; short on screen, whole for a screen reader. */
export function HeatHead({ view: { labels, testLabels, model }, withPhase = false }: HeadProps) {
  return (
    <thead>
      <tr>
        {withPhase && <th scope="col">{testLabels['result.phase']}</th>}
        <th scope="col">{labels['results.column.item']}</th>
        {LEVELS.map((level) => (
          <th scope="col" class="number" key={level}>
            {level}
            <span class="sr-only"> {model.levelNames[Number(level)]}</span>
          </th>
        ))}
        {ASIDE.map((column) => (
          <th scope="col" class="number" key={column}>
            <span aria-hidden="true">{labels[`results.column.${column}`]}</span>
            <span class="sr-only">{labels[`results.columnLong.${column}`]}</span>
          </th>
        ))}
        <th scope="col" class="number">
          <span aria-hidden="true">{labels['results.column.spread']}</span>
          <span class="sr-only">{labels['results.columnLong.spread']}</span>
        </th>
        <th scope="col">{labels['results.column.group']}</th>
        <th scope="col">{labels['results.column.agreed']}</th>
      </tr>
    </thead>
  );
}

interface CellsProps {
  view: GroupView;
  reading: ItemReading;
  members: number;
}

/** The cells of an item, up to what the group has. */
export function HeatCells({ view, reading, members }: CellsProps) {
  const { labels, testLabels } = view;
  const { item, summary, isHidden } = reading;
  const counts: readonly (readonly [string, number])[] = [
    ...LEVELS.map((level, at) => [level, summary.levels[at] ?? 0] as const),
    ['u', summary.unknown],
    ['n', summary.notApplicable],
    ['open', summary.open],
  ];
  return (
    <>
      <th scope="row">
        {item.title}
        {item.kind === 'gate' && <small>{testLabels['result.gate'].toLocaleLowerCase(view.lang)}</small>}
      </th>
      {isHidden ? (
        <td colSpan={counts.length + 1}>
          <small>{fill(labels['results.hiddenRow'], { least: FEWEST_SHOWN })}</small>
        </td>
      ) : (
        <>
          {counts.map(([key, firms]) => (
            <td key={key} class={`number heat-${heatOf(firms, members)}`}>
              {firms}
            </td>
          ))}
          <td class="number">{summary.spread}</td>
        </>
      )}
      <td>
        <GateMark view={view} gate={summary.gate} />
      </td>
    </>
  );
}

/** Shade of a count, 0–4: none, up to a quarter of the firms, up to half, up to three quarters, more. */
function heatOf(firms: number, members: number): number {
  return firms === 0 ? 0 : Math.min(Math.ceil((firms / members) * 4), 4);
}
