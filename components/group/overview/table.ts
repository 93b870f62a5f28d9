import { DONE } from '../../../src/domain/assessment/index.ts';
import type { Row } from './gather.ts';
import { placeText } from './GroupTable.tsx';
import { numberOf, type OverviewView } from './view.ts';

/** All groups for a spreadsheet: where each is, phase by phase, and what holds it back. */
export function tableOf(view: OverviewView, rows: readonly Row[]): string[][] {
  const { labels, phases, gates, model } = view;
  const number = (place: string): string => (place === DONE ? '' : String(numberOf(view, place)));
  const titles = new Map(model.items.map(({ id, title }) => [id, title]));
  const head = [
    labels['group'],
    labels['date'],
    labels['firms'],
    labels['phase'],
    labels['csvFrom'],
    labels['csvTo'],
    ...phases.map(({ number, name }) => `${number}. ${name}`),
    labels['stuckWhat'],
  ];
  const lines = rows.map((row) => {
    const { state, members, result, isFew, stuckOn } = row;
    const gateOf = (phase: string): string => {
      const found = result.phases.find((part) => part.phase === phase);
      return found ? gates[found.gate] : '';
    };
    const place = isFew
      ? [labels['few'], '', '']
      : [placeText(view, row), number(result.earliest), number(result.latest)];
    return [
      state.label,
      state.date,
      String(members),
      ...place,
      ...phases.map(({ id }) => (isFew ? '' : gateOf(id))),
      stuckOn.map((id) => titles.get(id) ?? id).join(', '),
    ];
  });
  return [head, ...lines];
}
