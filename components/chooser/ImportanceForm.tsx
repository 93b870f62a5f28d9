import { type Importance, NORMAL } from '../../src/domain/chooser/index.ts';
import type { AskedView } from './view.ts';

interface Props {
  view: AskedView;
  importance: Importance;
  /** Null: as normal. */
  onWeigh: (criterion: string, weight: 1 | 4 | null) => void;
}

const WEIGHTS = [
  { weight: 1, label: 'weigh.less' },
  { weight: NORMAL, label: 'weigh.normal' },
  { weight: 4, label: 'weigh.more' },
] as const;

/** How much each criterion counts for the reader. */
export function ImportanceForm({ view, importance, onWeigh }: Props) {
  const { labels, model } = view;
  return (
    <section class="weights">
      <h3>{labels['weigh.title']}</h3>
      <p class="hint">{labels['weigh.intro']}</p>
      {model.criteria.map(({ id, name }) => (
        <fieldset key={id}>
          <legend>{name}</legend>
          {WEIGHTS.map(({ weight, label }) => (
            <label key={weight}>
              <input
                type="radio"
                name={`belang-${id}`}
                value={weight}
                checked={(importance[id] ?? NORMAL) === weight}
                onChange={() => onWeigh(id, weight === NORMAL ? null : weight)}
              />
              {labels[label]}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
