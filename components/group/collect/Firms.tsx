import { useRef, useState } from 'preact/hooks';
import {
  removeSubmission,
  restoreSubmission,
  roundItems,
  type RoundState,
} from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import { nameOf } from '../names.ts';
import type { GroupView, OnChange } from '../view.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  onChange: OnChange;
}

/** Who has given answers: numbers, and names for who wants to see them. Never what was answered. */
export function Firms({ view, state, onChange }: Props) {
  const { labels, lang, model } = view;
  const { round, collected, names } = state;
  const [isNaming, setNaming] = useState(false);
  const [removed, setRemoved] = useState<{ id: string; name: string; before: RoundState } | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const items = roundItems(model, round);
  const firms = Object.values(collected);

  function remove(id: string): void {
    setRemoved({ id, name: nameOf(view, state, id), before: state });
    onChange((state) => removeSubmission(state, id));
    // The button that was pressed is gone with its row.
    requestAnimationFrame(() => undo.current?.focus());
  }

  function putBack(): void {
    if (!removed) return;
    onChange((state) => restoreSubmission(state, removed.before, removed.id));
    setRemoved(null);
    heading.current?.focus();
  }

  return (
    <section class="firms">
      <h3 ref={heading} tabIndex={-1}>
        {firms.length === 0 ? labels['collect.nobody'] : plural(labels, lang, 'collect.in', firms.length)}
      </h3>
      {firms.length === 0 ? (
        <p class="hint">{labels['collect.none']}</p>
      ) : (
        <>
          <table class="data-table">
            <thead>
              <tr>
                <th scope="col">{labels['collect.who']}</th>
                <th scope="col">{labels['collect.given']}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {firms.map(({ id, answers }) => {
                const name = nameOf(view, state, id);
                const answered = items.filter((item) => answers[item.id] !== undefined).length;
                return (
                  <tr key={id}>
                    <th scope="row">
                      {name}
                      {isNaming && (
                        <input
                          type="text"
                          maxLength={100}
                          autoComplete="off"
                          aria-label={fill(labels['collect.nameOf'], { name })}
                          value={names[id] ?? ''}
                          onInput={(event) => {
                            const { value } = event.currentTarget;
                            onChange((state) => ({ ...state, names: { ...state.names, [id]: value } }));
                          }}
                        />
                      )}
                    </th>
                    <td>{fill(labels['collect.of'], { answered, asked: items.length })}</td>
                    <td>
                      <button type="button" class="plain" onClick={() => remove(id)}>
                        {labels['collect.remove']}
                        <span class="sr-only">: {name}</span>
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p>
            <label>
              <input
                type="checkbox"
                checked={isNaming}
                onChange={(event) => setNaming(event.currentTarget.checked)}
              />{' '}
              {labels['collect.names']}
            </label>
          </p>
          {isNaming && <p class="hint">{labels['collect.namesHint']}</p>}
        </>
      )}
      <p role="status">
        {removed && (
          <>
            {fill(labels['collect.removed'], { name: removed.name })}{' '}
            <button ref={undo} type="button" class="plain" onClick={putBack}>
              {labels['collect.undo']}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
