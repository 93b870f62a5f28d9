import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  changeItem,
  clock,
  MOST_MINUTES,
  type PlanItem,
  type TimedItem,
} from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { NumberInput, TextField } from './Fields.tsx';
import type { Handle } from './use-drag.ts';
import { type AgendaView, type Change, lengthText, titleOf } from './view.ts';

interface Props {
  view: AgendaView;
  timed: TimedItem;
  at: number;
  count: number;
  /** What there is to say about this item. */
  children: JSX.Element | null;
  onChange: Change;
  onMove: (item: PlanItem, to: number) => void;
  onRemove: (item: PlanItem) => void;
  handle: Handle;
  /** Whether it is being moved, or something is about to come before or after it. */
  state: string;
}

/** An item of the agenda: when, what, how long, and what can be done with it. */
export function ItemRow(props: Props) {
  const { view, timed, at, count, children, onChange, onMove, onRemove, handle, state } = props;
  const { labels, techniques } = view;
  const { item, from, to } = timed;
  const { key, kind, minutes } = item;
  const title = titleOf(view, item);
  const facts = techniques.get(item.technique);
  // An own item begins with its title; once that is being typed, the reader closes it.
  const [isNew] = useState(kind === 'own' && item.text === '');
  const set = (change: Partial<PlanItem>): void => onChange((plan) => changeItem(plan, key, change));
  return (
    <li class={`item-row ${kind} ${state}`} data-key={key}>
      <span class="grip" aria-hidden="true" title={labels['item.drag']} {...handle} />
      <p class="when">
        <strong>{clock(from)}</strong> <span>– {clock(to)}</span>
      </p>
      <div class="what">
        <h4 id={`punt-${key}`} tabIndex={-1}>
          {facts ? <a href={facts.href}>{title}</a> : title}
          {item.part && <small> {labels['item.partMark']}</small>}
        </h4>
        <p class="hint">
          {[
            kind === 'technique' && item.text,
            item.who,
            facts && fill(labels['item.usual'], { length: lengthText(view, facts.minutes) }),
          ]
            .filter((text) => text)
            .join(' · ')}
        </p>
      </div>
      <p class="length">
        <NumberInput
          label={fill(labels['item.minutes'], { title })}
          value={minutes}
          most={MOST_MINUTES}
          step={5}
          onNumber={(value) => value !== null && set({ minutes: value })}
        />{' '}
        <span aria-hidden="true">{labels['min']}</span>
      </p>
      <p class="moves">
        <MoveButton id={`hoger-${key}`} can={at > 0} onPress={() => onMove(item, at - 1)}>
          <span aria-hidden="true">↑</span>
          <span class="sr-only">{fill(labels['item.up'], { title })}</span>
        </MoveButton>
        <MoveButton id={`lager-${key}`} can={at < count - 1} onPress={() => onMove(item, at + 1)}>
          <span aria-hidden="true">↓</span>
          <span class="sr-only">{fill(labels['item.down'], { title })}</span>
        </MoveButton>
        <button type="button" id={`weg-${key}`} onClick={() => onRemove(item)}>
          <span aria-hidden="true">×</span>
          <span class="sr-only">{fill(labels['item.remove'], { title })}</span>
        </button>
      </p>
      <details class="more" open={isNew}>
        <summary>
          {labels['item.details']}
          <span class="sr-only">: {title}</span>
        </summary>
        <div class="row">
          <TextField
            label={labels[kind === 'technique' ? 'item.note' : 'item.title']}
            value={item.text}
            onText={(text) => set({ text })}
          />
          <TextField label={labels['item.who']} value={item.who} onText={(who) => set({ who })} />
        </div>
        {kind === 'technique' && (
          <label class="check">
            <input
              type="checkbox"
              checked={item.part}
              onChange={(event) => set({ part: event.currentTarget.checked })}
            />{' '}
            {labels['item.part']}
          </label>
        )}
      </details>
      {children}
    </li>
  );
}

interface MoveProps {
  id: string;
  can: boolean;
  onPress: () => void;
  children: JSX.Element[];
}

/** A button that stays in reach of the keyboard when it can do nothing, so that the focus is not lost at the end. */
function MoveButton({ id, can, onPress, children }: MoveProps) {
  return (
    <button type="button" id={id} aria-disabled={!can} onClick={() => can && onPress()}>
      {children}
    </button>
  );
}
