import type { ComponentChildren } from 'preact';
import { GroundMarks } from './GroundMarks.tsx';
import { openIn, type Spoken } from './reading.ts';
import { listed, questionOf, type Reading } from './view.ts';

interface Props extends Reading {
  of: Spoken;
  /** What stands before the words. */
  children?: ComponentChildren;
}

/** What a rule says, what it rests on and, where it is not sure to hold, on which open answer it hangs. */
export function Statement({ view, entry, today, onAsk, of: { rule, isSure }, children }: Props) {
  const open = isSure ? [] : openIn(entry.answers, rule.when);
  return (
    <li class={isSure ? 'said' : 'said unsure'}>
      {children}
      <div>
        {rule.text} <GroundMarks view={view} today={today} of={rule.grounds} />
        {open.length > 0 && (
          <p class="hint">
            {view.labels['hangsOn']}{' '}
            {open.map((id, index) => (
              <>
                {index > 0 && ', '}
                <button key={id} type="button" class="plain" onClick={() => onAsk(id)}>
                  {questionOf(view, id).title}
                </button>
              </>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

interface ListProps extends Reading {
  title: string;
  said: readonly Spoken[];
}

/** Statements under a heading; nothing where there are none. */
export function Statements({ title, said, ...reading }: ListProps) {
  if (said.length === 0) return null;
  return (
    <div class="statements">
      <h5>{title}</h5>
      <ul>
        {said.map((one) => (
          <Statement key={one.rule.id} {...reading} of={one} />
        ))}
      </ul>
    </div>
  );
}

/** Names of questions in one phrase. */
export function questionNames(view: Reading['view'], ids: readonly string[]): string {
  return listed(
    view,
    ids.map((id) => `“${questionOf(view, id).title}”`),
    'and',
  );
}
