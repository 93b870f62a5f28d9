import { useMemo } from 'preact/hooks';
import { DONE } from '../../../src/domain/assessment/index.ts';
import { type Row, stations } from './gather.ts';
import { Amount } from './Stuck.tsx';
import type { OverviewView } from './view.ts';

/** How many groups are in each phase, surely or possibly. */
export function Stations({ view, rows }: { view: OverviewView; rows: readonly Row[] }) {
  const { labels, phases } = view;
  const all = useMemo(
    () =>
      stations(
        phases.map(({ id }) => id),
        rows,
      ),
    [rows],
  );
  const few = rows.filter(({ isFew }) => isFew).length;
  return (
    <section>
      <h2>{labels['perPhase']}</h2>
      <p class="hint">{labels['perPhaseIntro']}</p>
      <table class="data-table stations">
        <thead>
          <tr>
            <th scope="col">{labels['phase']}</th>
            <th scope="col">{labels['sure']}</th>
            <th scope="col">{labels['maybe']}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ place, sure, maybe }) => {
            const phase = phases.find(({ id }) => id === place);
            return (
              <tr key={place}>
                <th scope="row">
                  {phase ? (
                    <a href={phase.href}>
                      {phase.number}. {phase.name}
                    </a>
                  ) : (
                    place === DONE && labels['doneRow']
                  )}
                </th>
                <td>
                  <Amount value={sure} most={rows.length} />
                </td>
                <td>
                  <Amount value={maybe} most={rows.length} />
                </td>
              </tr>
            );
          })}
          {few > 0 && (
            <tr>
              <th scope="row">{labels['fewRow']}</th>
              <td colSpan={2}>{few}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
