import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import {
  addItem,
  applyMend,
  checkPlan,
  clock,
  makeItem,
  type Mend,
  MOST_ITEMS,
  moveItem,
  placeFor,
  type Plan,
  type PlanItem,
  type PlanWarning,
  removeItem,
  timetable,
  usualMinutes,
} from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { Later } from '../tool/Later.tsx';
import { useLater } from '../tool/use-later.ts';
import { ItemRow } from './ItemRow.tsx';
import { Picker } from './Picker.tsx';
import { useDrag } from './use-drag.ts';
import type { Undo } from './use-undo.ts';
import { type AgendaView, leftText, type ListedTechnique, titleOf } from './view.ts';
import { Warnings, warningText } from './Warnings.tsx';

interface Props {
  view: AgendaView;
  plan: Plan;
  undo: Undo;
  /** Goes to a field of the meeting. */
  onField: (field: 'facilitator' | 'secretary') => void;
}

/** The list of items, the techniques to choose from and what there is to say about the whole. */
export function ProgrammeStep({ view, plan, undo, onField }: Props) {
  const { labels, lang, techniques } = view;
  const { items } = plan;
  const { items: timed, total, end, left } = timetable(plan);
  const focus = useFocus();
  const drag = useDrag((key, to) => {
    const item = items.find((item) => item.key === key);
    if (item) move(item, to);
  });
  const warnings = useMemo(() => checkPlan(plan, techniques), [plan]);
  const open = warnings.filter(({ name }) => !plan.accepted.includes(name));
  const accepted = warnings.filter(({ name }) => plan.accepted.includes(name));

  function add(item: Omit<PlanItem, 'key'>, technique: ListedTechnique | null): void {
    if (items.length >= MOST_ITEMS) return undo.say(fill(labels['done.full'], { n: MOST_ITEMS }));
    const at = placeFor(plan, technique, techniques);
    const said = fill(labels['done.added'], {
      title: titleOf(view, { ...item, key: 0 }),
      n: at + 1,
      from: clock(timed[at]?.from ?? end),
    });
    undo.act(said, (plan) => addItem(plan, item, at));
  }

  function move(item: PlanItem, to: number): void {
    const isUp = to < items.indexOf(item);
    focus.current = `${isUp ? 'hoger' : 'lager'}-${item.key}`;
    undo.act(
      fill(labels['done.moved'], { title: titleOf(view, item), n: to + 1, count: items.length }),
      (plan) => moveItem(plan, item.key, to),
    );
  }

  function remove(item: PlanItem): void {
    const at = items.indexOf(item);
    const next = items[at + 1] ?? items[at - 1];
    focus.current = next ? `weg-${next.key}` : 'programma';
    undo.act(fill(labels['done.removed'], { title: titleOf(view, item) }), (plan) =>
      removeItem(plan, item.key),
    );
  }

  function mend(mend: Mend, said: string): void {
    if (mend.type === 'fill-in') return onField(mend.field);
    focus.current = 'item' in mend ? `punt-${mend.item}` : 'programma';
    undo.act(fill(labels['done.mended'], { what: said }), (plan) => applyMend(plan, mend));
  }

  function accept({ name, item }: PlanWarning): void {
    focus.current = item === null ? 'programma' : `punt-${item}`;
    undo.act(labels['done.accepted'], (plan) => ({ ...plan, accepted: [...plan.accepted, name] }));
  }

  // The list to choose from is long: it follows once the agenda itself is on the screen.
  const listed = useLater(() => plan, [plan]);
  const onAdd = useRef(add);
  onAdd.current = add;
  const picker = useMemo(
    () =>
      listed && (
        <Picker
          view={view}
          plan={listed}
          onAdd={(technique) =>
            onAdd.current(
              makeItem({ kind: 'technique', technique: technique.id, minutes: usualMinutes(technique) }),
              technique,
            )
          }
        />
      ),
    [listed],
  );

  const about = (key: number | null) => {
    const some = open.filter(({ item }) => item === key);
    return <Warnings view={view} plan={plan} warnings={some} onMend={mend} onAccept={accept} />;
  };
  const to = drag.moving?.to;
  const from = items.findIndex(({ key }) => key === drag.moving?.key);
  const stateOf = (at: number): string => {
    if (to === undefined) return '';
    if (at === from) return 'moving';
    // The place of this item among the others.
    const place = at > from ? at - 1 : at;
    if (to === from) return '';
    return place === to ? 'drop-before' : to === items.length - 1 && place === to - 1 ? 'drop-after' : '';
  };

  return (
    <div class="programme">
      <div>
        <h3 id="programma" tabIndex={-1}>
          {labels['programme.items']}
        </h3>
        {items.length === 0 ? (
          <p>{labels['programme.empty']}</p>
        ) : (
          <ol class="items" ref={drag.list}>
            {timed.map((row, at) => (
              <Later key={row.item.key}>
                {() => (
                  <ItemRow
                    view={view}
                    timed={row}
                    at={at}
                    count={items.length}
                    onChange={undo.change}
                    onMove={move}
                    onRemove={remove}
                    handle={drag.handle(row.item.key, at)}
                    state={stateOf(at)}
                  >
                    {about(row.item.key)}
                  </ItemRow>
                )}
              </Later>
            ))}
          </ol>
        )}
        <Later>
          {() => (
            <>
              {items.length > 0 && (
                <p class="sum">
                  <strong>{clock(end)}</strong> {labels['programme.end']} ·{' '}
                  {fill(labels['minutes'], { n: total })}
                  {left !== null && ` · ${leftText(view, left)}`}
                </p>
              )}
              <p class="buttons">
                <button type="button" onClick={() => add(makeItem({ kind: 'break', minutes: 10 }), null)}>
                  {labels['programme.addBreak']}
                </button>
                <button type="button" onClick={() => add(makeItem({ kind: 'own', minutes: 15 }), null)}>
                  {labels['programme.addOwn']}
                </button>
              </p>
              {warnings.length > 0 && (
                <section class="checks-list">
                  <h3>{labels['warnings.title']}</h3>
                  {open.length === 0 && <p>{labels['warnings.none']}</p>}
                  {about(null)}
                  {open.some(({ item }) => item !== null) && (
                    <p>
                      {plural(
                        labels,
                        lang,
                        'warnings.items',
                        open.filter(({ item }) => item !== null).length,
                      )}
                    </p>
                  )}
                  {accepted.length > 0 && (
                    <details>
                      <summary>{plural(labels, lang, 'warnings.accepted', accepted.length)}</summary>
                      <ul>
                        {accepted.map((warning) => (
                          <li key={`${warning.name} ${warning.item ?? ''}`}>
                            {warningText(view, warning)} <em>{whyAccepted(view, plan, warning)}</em>
                          </li>
                        ))}
                      </ul>
                      <button
                        type="button"
                        onClick={() => {
                          focus.current = 'programma';
                          undo.act(labels['done.shown'], (plan) => ({ ...plan, accepted: [] }));
                        }}
                      >
                        {labels['warnings.show']}
                      </button>
                    </details>
                  )}
                </section>
              )}
            </>
          )}
        </Later>
      </div>
      {picker}
    </div>
  );
}

/** Why the editors left a warning in a ready-made agenda, while the plan still has its name. */
function whyAccepted({ ready }: AgendaView, { title }: Plan, { name }: PlanWarning): string {
  const meeting = ready.flatMap(({ meetings }) => meetings).find((meeting) => meeting.name === title);
  return meeting?.accepts.find(({ warning }) => warning === name)?.why ?? '';
}

/** Where the focus goes once the list has been drawn again: what had it may have moved or gone. */
function useFocus(): RefObject<string | null> {
  const target = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (target.current === null) return;
    document.getElementById(target.current)?.focus();
    target.current = null;
  });
  return target;
}
