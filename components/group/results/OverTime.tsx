import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { readTextFile } from '../../../src/browser/files.ts';
import type { Answer } from '../../../src/domain/assessment/index.ts';
import {
  type Change,
  FEWEST_SHOWN,
  fromRoundText,
  type RoundState,
  type Target,
  targetProgress,
} from '../../../src/domain/round/index.ts';
import { dayInWords, fill, withValue } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import type { GroupView, OnChange } from '../view.ts';
import { GateMark } from './parts.tsx';
import { compareStates, type GroupReading, readGroup } from './reading.ts';
import { answerName, countsLine, phaseIn, placeShort } from './texts.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  reading: GroupReading;
  onChange: OnChange;
}

const MOST_FILE_BYTES = 2_000_000;
const TARGETS = ['none', 'gates', 'all'] as const;

/** What changed since an earlier round, and how far the group is on its own targets. */
export function OverTime({ view, state, reading, onChange }: Props) {
  return (
    <>
      <Targets view={view} state={state} reading={reading} onChange={onChange} />
      <Earlier view={view} state={state} />
    </>
  );
}

/** The group's own target per phase, with the progress toward it. */
function Targets({ view, state, reading, onChange }: Props) {
  const { labels, testLabels, model } = view;
  const progress = new Map(
    targetProgress(model, state.round, reading.answers, state.targets).map((part) => [part.phase, part]),
  );
  const isShown = reading.isShown || reading.agreed > 0;
  return (
    <>
      <h4>{labels['followUp.targets']}</h4>
      <p class="hint">{labels['followUp.targetsIntro']}</p>
      <table class="data-table targets">
        <thead>
          <tr>
            <th scope="col">{testLabels['result.phase']}</th>
            <th scope="col">{labels['followUp.target']}</th>
          </tr>
        </thead>
        <tbody>
          {state.round.phases.map((phase) => {
            const { number, name } = phaseIn(view, phase);
            const part = isShown ? progress.get(phase) : undefined;
            return (
              <tr key={phase}>
                <th scope="row">
                  {number}. {name}
                </th>
                <td>
                  <select
                    aria-label={fill(labels['followUp.targetFor'], { n: number, name })}
                    value={state.targets[phase] ?? 'none'}
                    onChange={(event) => {
                      const value = event.currentTarget.value;
                      const target: Target | null = value === 'gates' || value === 'all' ? value : null;
                      onChange((before) => ({
                        ...before,
                        targets: withValue(before.targets, phase, target),
                      }));
                    }}
                  >
                    {TARGETS.map((target) => (
                      <option key={target} value={target}>
                        {labels[`followUp.target.${target}`]}
                      </option>
                    ))}
                  </select>
                  {part && (
                    <>
                      {fill(testLabels['result.inPlaceValue'], { n: part.inPlace, m: part.of })}
                      {part.inPlace === part.of && `, ${labels['followUp.reached']} ✓`}
                      <progress max={Math.max(part.of, 1)} value={part.inPlace} aria-hidden="true" />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** An earlier round beside this one. It is only looked at; nothing of it is kept. */
function Earlier({ view, state }: Pick<Props, 'view' | 'state'>) {
  const { labels, lang, model } = view;
  const [earlier, setEarlier] = useState<RoundState | null>(null);
  const [notices, setNotices] = useState<readonly string[]>([]);

  function open(name: string, text: string | null): void {
    const loaded =
      text === null ? ({ ok: false, reason: 'unreadable' } as const) : fromRoundText(model, text);
    const fault = !loaded.ok ? loaded.reason : loaded.state.round.id === state.round.id ? 'same' : null;
    if (!loaded.ok || fault !== null) {
      setNotices([fill(labels[`followUp.fault.${fault ?? 'unreadable'}`], { name })]);
      return;
    }
    const { state: found, lost } = loaded;
    const few = [found, state].some(({ collected }) => Object.keys(collected).length < FEWEST_SHOWN);
    const isOther = found.label.trim().toLowerCase() !== state.label.trim().toLowerCase();
    setEarlier(found);
    setNotices([
      ...(lost.length > 0 ? [plural(labels, lang, 'followUp.lost', lost.length)] : []),
      ...(isOther && found.label && state.label
        ? [fill(labels['followUp.otherLabel'], { other: found.label, own: state.label })]
        : []),
      ...(few ? [labels['followUp.few']] : []),
    ]);
  }

  return (
    <>
      <h4>{labels['followUp.earlier']}</h4>
      <p class="hint">{labels['followUp.intro']}</p>
      <p class="buttons">
        <label class="button">
          {labels['followUp.open']}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void readTextFile(file, MOST_FILE_BYTES).then((text) => open(file.name, text));
              input.value = '';
            }}
          />
        </label>
        {earlier && (
          <button
            type="button"
            onClick={() => {
              setEarlier(null);
              setNotices([]);
            }}
          >
            {labels['followUp.remove']}
          </button>
        )}
      </p>
      <div role="status">
        {notices.map((notice) => (
          <p class="notice" key={notice}>
            {notice}
          </p>
        ))}
      </div>
      {earlier && <Compared view={view} rounds={inOrder(earlier, state)} />}
    </>
  );
}

/** The older round first; of one day, the one that was opened. */
function inOrder(opened: RoundState, own: RoundState): readonly [RoundState, RoundState] {
  return own.date !== '' && opened.date > own.date ? [own, opened] : [opened, own];
}

const ARROWS: Record<Change['direction'], string> = { up: '↑', down: '↓', other: '↔', same: '=' };

interface ComparedProps {
  view: GroupView;
  rounds: readonly [RoundState, RoundState];
}

/** Phase by phase and item by item what changed. */
function Compared({ view, rounds: [before, after] }: ComparedProps) {
  const { labels, testLabels, lang, model } = view;
  const { changes, added, retired } = compareStates(model, before, after);
  const changed = changes.filter(({ direction }) => direction !== 'same');
  const count = (direction: Change['direction']): number =>
    changes.filter((change) => change.direction === direction).length;
  const title = (id: string): string => model.items.find((item) => item.id === id)?.title ?? id;
  const known = (answer: string): string =>
    answer === 'u' ? labels['followUp.unsure'] : answerName(view, answer as Answer);
  const [then, now] = [before, after].map((round) => countsIn(view, round)) as [CountsOf, CountsOf];
  /** How many answered what then and now, where that differs. */
  const moved = (item: string): string =>
    then(item) && now(item) && then(item) !== now(item)
      ? `${labels['followUp.before']}: ${then(item)}. ${labels['followUp.after']}: ${now(item)}.`
      : '';
  const day = ({ date }: RoundState): string => dayInWords(date, labels) || labels['followUp.noDate'];
  return (
    <>
      <p>
        <strong>{fill(labels['followUp.caption'], { before: day(before), after: day(after) })}</strong>:{' '}
        {fill(labels['followUp.sum'], {
          up: count('up'),
          down: count('down'),
          other: count('other'),
          same: count('same'),
        })}
        .
      </p>
      <p class="hint">{labels['followUp.rule']}</p>
      <PhasesThenNow view={view} rounds={[before, after]} />
      {changed.length === 0 ? (
        <p>{labels['followUp.noChange']}</p>
      ) : (
        <table class="data-table changes">
          <thead>
            <tr>
              <th scope="col">{testLabels['result.phase']}</th>
              <th scope="col">{labels['results.column.item']}</th>
              <th scope="col">{labels['followUp.before']}</th>
              <th scope="col">{labels['followUp.after']}</th>
              <th scope="col">{labels['followUp.direction']}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ item, before, after, direction }) => (
              <Fragment key={item}>
                <tr>
                  <td>{phaseIn(view, model.items.find(({ id }) => id === item)?.phase ?? '').number}</td>
                  <th scope="row">{title(item)}</th>
                  <td>{known(before)}</td>
                  <td>{known(after)}</td>
                  <td class={`change ${direction}`}>
                    <span aria-hidden="true">{ARROWS[direction]}</span>{' '}
                    {labels[`followUp.change.${direction}`]}
                  </td>
                </tr>
                {moved(item) && (
                  <tr class="counts">
                    <td />
                    <td colSpan={4}>{moved(item)}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Names title={labels['followUp.added']} names={added.map(title)} />
      <Names title={labels['followUp.retired']} names={retired.map(title)} />
      {count('same') > 0 && (
        <details class="more">
          <summary>{plural(labels, lang, 'followUp.sameOnes', count('same'))}</summary>
          <ul>
            {changes
              .filter(({ direction }) => direction === 'same')
              .map(({ item, after }) => (
                <li key={item}>
                  {title(item)}: {known(after)}
                  {moved(item) && <small>{moved(item)}</small>}
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** How many firms gave which answer to an item, in words; empty where too few did to show it. */
type CountsOf = (item: string) => string;

function countsIn(view: GroupView, state: RoundState): CountsOf {
  const { items, isShown } = readGroup(view.model, state);
  const lines = new Map(
    items.flatMap((reading) =>
      isShown && !reading.isHidden ? [[reading.item.id, countsLine(view, reading)] as const] : [],
    ),
  );
  return (item) => lines.get(item) ?? '';
}

/** Whether each phase stands, then and now. */
function PhasesThenNow({ view, rounds }: ComparedProps) {
  const { labels, testLabels, model } = view;
  const [before, after] = [readGroup(model, rounds[0]).result, readGroup(model, rounds[1]).result];
  const phases = model.routes[before.start]
    .concat(model.routes[after.start])
    .filter((id, at, all) => all.indexOf(id) === at)
    .filter((id) => [before, after].every(({ phases }) => phases.some(({ phase }) => phase === id)))
    .sort();
  const cell = (result: typeof before, id: string) => {
    const phase = result.phases.find((part) => part.phase === id);
    return (
      phase && (
        <td>
          <GateMark view={view} gate={phase.gate} />
          <small>{fill(testLabels['result.inPlaceValue'], { n: phase.inPlace, m: phase.applicable })}</small>
        </td>
      )
    );
  };
  return (
    <table class="data-table then-now">
      <thead>
        <tr>
          <th scope="col">{testLabels['result.phase']}</th>
          <th scope="col">
            {labels['followUp.before']}
            <small>{placeShort(view, before)}</small>
          </th>
          <th scope="col">
            {labels['followUp.after']}
            <small>{placeShort(view, after)}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {phases.map((id) => {
          const { number, name } = phaseIn(view, id);
          return (
            <tr key={id}>
              <th scope="row">
                {number}. {name}
              </th>
              {cell(before, id)}
              {cell(after, id)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <strong>{title}</strong>: {names.join(', ')}.
    </p>
  );
}
