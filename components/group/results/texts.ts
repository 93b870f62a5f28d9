import { type Answer, DONE, type LocalItem, type Result } from '../../../src/domain/assessment/index.ts';
import {
  FEWEST_SHOWN,
  type ItemSummary,
  type Round,
  type RoundState,
} from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import type { PhaseName } from '../../assessment/view.ts';
import { plural } from '../../tool/labels.ts';
import { nameOf } from '../names.ts';
import { isPartial } from '../partial.ts';
import type { GroupView } from '../view.ts';
import type { ItemReading } from './reading.ts';

/** The phase with this id; a model that names an unknown phase does not pass the content tests. */
export function phaseIn({ phases }: Pick<GroupView, 'phases'>, id: string): PhaseName {
  return phases.find((phase) => phase.id === id) ?? { id, number: 0, name: id, href: '' };
}

/** `Fase 4: Opbouwen`. */
export function phaseText(view: GroupView, id: string): string {
  const { number, name } = phaseIn(view, id);
  return fill(view.testLabels['step.phase'], { n: number, name });
}

/** What the group settled on, in the words of the item. */
export function agreedText({ labels, testLabels }: GroupView, item: LocalItem, answer: Answer): string {
  if (answer === 'u') return labels['agreed.u'];
  return answer === 'n' ? testLabels['answer.n'] : (item.levels[Number(answer)] ?? '');
}

/** The name of an answer, in small letters: a level, not agreed yet, or does not apply. */
export function answerName({ model, labels, lang }: GroupView, answer: Answer): string {
  if (answer === 'u' || answer === 'n') return labels[`agreed.short.${answer}`];
  return (model.levelNames[Number(answer)] ?? '').toLocaleLowerCase(lang);
}

/** An answer that was given or left open, and by how many firms. */
export interface Count {
  readonly key: string;
  readonly text: string;
  readonly firms: number;
}

/** How often each answer to an item was given: the four levels always, the rest where it was given. */
export function countsOf({ testLabels, labels }: GroupView, { item, summary }: ItemReading): Count[] {
  return [
    ...item.levels.map((text, level) => ({ key: String(level), text, firms: summary.levels[level] ?? 0 })),
    ...[
      { key: 'u', text: testLabels['answer.u'], firms: summary.unknown },
      { key: 'n', text: testLabels['answer.n'], firms: summary.notApplicable },
      { key: 'open', text: labels['talk.open'], firms: summary.open },
    ].filter(({ firms }) => firms > 0),
  ];
}

/** The answers given to an item in one line: `4 × begonnen, 2 × weet het niet`. */
export function countsLine(view: GroupView, { summary, isHidden }: ItemReading): string {
  const { labels } = view;
  if (isHidden) return fill(labels['results.hiddenRow'], { least: FEWEST_SHOWN });
  const named = [
    ...summary.levels.map((firms, level) => [firms, answerName(view, String(level) as Answer)] as const),
    [summary.unknown, labels['results.columnLong.u']] as const,
    [summary.notApplicable, labels['results.columnLong.n']] as const,
    [summary.open, labels['results.columnLong.open']] as const,
  ];
  return named.flatMap(([firms, name]) => (firms > 0 ? [`${firms} × ${name}`] : [])).join(', ');
}

/** Why an item is worth a talk: how far apart the levels are, how many do not know. */
export function differenceText({ labels, lang }: GroupView, summary: ItemSummary): string {
  const { spread, unknown, levels } = summary;
  const asked = unknown + levels.reduce((sum, firms) => sum + firms, 0);
  return [
    ...(spread > 0 ? [plural(labels, lang, 'talk.spread', spread)] : []),
    ...(unknown > 0 ? [plural(labels, lang, 'talk.doubt', unknown, { m: String(asked) })] : []),
  ].join(', ');
}

/** Where the group stands, as a title. */
export function placeTitle(view: GroupView, round: Round, { earliest, latest }: Result): string {
  const { labels, testLabels } = view;
  const [from, to] = [phaseIn(view, earliest), phaseIn(view, latest)];
  const values = { n: from.number, name: from.name, m: to.number };
  const kind = placeKind(earliest, latest);
  if (isPartial(view, round)) {
    const own = {
      done: labels['results.partialDone'],
      at: labels['results.partialAt'],
      upToDone: labels['results.partialUpToDone'],
      between: labels['results.partialBetween'],
    };
    return fill(own[kind], values);
  }
  if (kind === 'done')
    return testLabels[
      view.model.routes[round.start].length === view.phases.length ? 'result.done' : 'result.doneRoute'
    ];
  return fill(testLabels[`result.${kind}`], values);
}

/** Where the group stands, in two or three words. */
export function placeShort(view: GroupView, { earliest, latest }: Result): string {
  const [from, to] = [phaseIn(view, earliest), phaseIn(view, latest)];
  return fill(view.labels[`results.short.${placeKind(earliest, latest)}`], { n: from.number, m: to.number });
}

/** The form in which a place is told. */
export function placeKind(earliest: string, latest: string): 'done' | 'at' | 'upToDone' | 'between' {
  if (earliest === DONE) return 'done';
  if (earliest === latest) return 'at';
  return latest === DONE ? 'upToDone' : 'between';
}

/** Who gave each answer to an item, in one line. For the facilitator alone. */
export function namesLine(view: GroupView, state: RoundState, item: string): string {
  const { labels } = view;
  const kinds = [
    ...['0', '1', '2', '3'].map((level) => [level, answerName(view, level as Answer)] as const),
    ['u', labels['results.columnLong.u']] as const,
    ['n', labels['results.columnLong.n']] as const,
    [undefined, labels['results.columnLong.open']] as const,
  ];
  return kinds
    .flatMap(([answer, kind]) => {
      const names = Object.values(state.collected)
        .filter(({ answers }) => answers[item] === answer)
        .map(({ id }) => state.names[id]?.trim() || nameOf(view, state, id));
      return names.length > 0 ? [`${kind}: ${names.join(', ')}`] : [];
    })
    .join('; ');
}
