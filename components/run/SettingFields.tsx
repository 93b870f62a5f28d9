import { useState } from 'preact/hooks';
import { LONGEST_NAME, MOST_PEOPLE, type RunSetting } from '../../src/domain/run/index.ts';
import type { RunView } from './view.ts';

/** Ways to tell who speaks. */
export const WAYS = ['none', 'numbers', 'names'] as const;
export type Way = (typeof WAYS)[number];

interface Props {
  view: RunView;
  setting: RunSetting;
  /** How was chosen to tell who speaks before the script ran, where it was. */
  early?: Way | undefined;
  /** A word about the number of people. */
  hint?: string | undefined;
  onChange: (setting: Partial<RunSetting>) => void;
}

/** Names as they are typed, one per line. */
function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((name) => name.trim().slice(0, LONGEST_NAME))
    .filter((name) => name !== '')
    .slice(0, MOST_PEOPLE);
}

/** How many take part, whether it is told who speaks, and under what names. */
export function SettingFields({ view: { labels }, setting, early, hint, onChange }: Props) {
  const { people, names, hasTurns, isRandom } = setting;
  const [way, setWay] = useState<Way>(early ?? (!hasTurns ? 'none' : names.length > 0 ? 'names' : 'numbers'));
  const [typed, setTyped] = useState(names.join('\n'));

  function choose(next: Way): void {
    setWay(next);
    const named = next === 'names' ? namesIn(typed) : [];
    onChange({ hasTurns: next !== 'none', names: named, people: named.length || people });
  }

  function type(text: string): void {
    setTyped(text);
    const named = namesIn(text);
    onChange({ names: named, people: named.length || people });
  }

  return (
    <>
      <label class="field people">
        <span>{labels['start.people']}</span>
        <input
          type="number"
          name="people"
          min={2}
          max={MOST_PEOPLE}
          value={people}
          readOnly={way === 'names' && names.length > 0}
          onInput={(event) => {
            const typed = event.currentTarget.valueAsNumber;
            if (Number.isInteger(typed) && typed >= 2 && typed <= MOST_PEOPLE) onChange({ people: typed });
          }}
        />
        {hint && <small>{hint}</small>}
      </label>
      <fieldset class="radios">
        <legend>{labels['start.turns']}</legend>
        {WAYS.map((value) => (
          <label key={value} class="check">
            <input
              type="radio"
              name="turns"
              value={value}
              checked={way === value}
              onChange={() => choose(value)}
            />
            <span>{labels[`start.turns.${value}`]}</span>
          </label>
        ))}
      </fieldset>
      {way === 'names' && (
        <label class="field">
          <span>{labels['start.names']}</span>
          <textarea
            rows={5}
            value={typed}
            autoComplete="off"
            onInput={(event) => type(event.currentTarget.value)}
          />
          <small>{labels['start.namesHint']}</small>
        </label>
      )}
      {way !== 'none' && (
        <label class="check">
          <input
            type="checkbox"
            checked={isRandom}
            onChange={(event) => onChange({ isRandom: event.currentTarget.checked })}
          />
          <span>{labels['start.random']}</span>
        </label>
      )}
    </>
  );
}
