import { downloadText } from '../../../src/browser/files.ts';
import { type RoundState, toRoundText } from '../../../src/domain/round/index.ts';
import { toCsv } from '../../../src/domain/shared/index.ts';
import type { GroupView } from '../view.ts';
import type { GroupReading } from './reading.ts';
import { agreedText, phaseIn } from './texts.ts';

/** Per item the counts and what was agreed, for a spreadsheet. Never names. */
export function tableOf(view: GroupView, reading: GroupReading): string[][] {
  const { labels, testLabels } = view;
  const head = [
    testLabels['result.phase'],
    'id',
    labels['results.column.item'],
    testLabels['result.gate'],
    testLabels['result.question'],
    ...[0, 1, 2, 3].map((level) => labels['results.csvLevel'].replace('{n}', String(level))),
    labels['results.columnLong.u'],
    labels['results.columnLong.n'],
    labels['results.columnLong.open'],
    labels['results.columnLong.spread'],
    labels['results.column.group'],
    labels['results.column.agreed'],
    labels['agreed.legend'],
    labels['agreed.note'],
  ];
  const rows = reading.items.map(({ item, summary, isHidden, agreement }) => [
    String(phaseIn(view, item.phase).number),
    item.id,
    item.title,
    testLabels[`kind.${item.kind}`],
    item.question,
    ...[...summary.levels, summary.unknown, summary.notApplicable, summary.open, summary.spread].map(
      (count) => (isHidden ? '' : String(count)),
    ),
    testLabels[`gate.${summary.gate}`],
    agreement?.answer ?? '',
    agreement ? agreedText(view, item, agreement.answer) : '',
    agreement?.note ?? '',
  ]);
  return [head, ...rows];
}

export function downloadTable(view: GroupView, state: RoundState, reading: GroupReading): void {
  downloadText(`${nameOf(state)}.csv`, 'text/csv', toCsv(tableOf(view, reading)));
}

export function downloadRound(state: RoundState): void {
  downloadText(`${nameOf(state)}.json`, 'application/json', toRoundText(state));
}

function nameOf({ date, round }: RoundState): string {
  return ['groepsronde', date || round.id].join('-');
}
