import { FEWEST_SHOWN } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import type { GroupView } from '../view.ts';
import type { GroupReading, ItemReading } from './reading.ts';
import { countsLine, phaseText } from './texts.ts';

interface Props {
  view: GroupView;
  reading: GroupReading;
}

/** What all agree is in place, what nobody knows, and what too few answered. */
export function Shared({ view, reading }: Props) {
  const { labels } = view;
  return (
    <>
      <h4>{labels['agreed.shared']}</h4>
      <Listed
        view={view}
        items={reading.shared}
        intro={labels['agreed.sharedIntro']}
        none={labels['agreed.sharedNone']}
      />
      <h4>{labels['agreed.nobody']}</h4>
      <Listed
        view={view}
        items={reading.nobodyKnows}
        intro={labels['agreed.nobodyIntro']}
        none={labels['agreed.nobodyNone']}
      />
      {reading.hidden.length > 0 && (
        <>
          <h4>{labels['agreed.hidden']}</h4>
          <Listed
            view={view}
            items={reading.hidden}
            intro={fill(labels['agreed.hiddenIntro'], { least: FEWEST_SHOWN })}
            none=""
          />
        </>
      )}
    </>
  );
}

interface ListedProps extends Pick<Props, 'view'> {
  items: readonly ItemReading[];
  intro: string;
  /** What to say of an empty list. */
  none: string;
}

/** Items by phase, with how they were answered. */
function Listed({ view, items, intro, none }: ListedProps) {
  if (items.length === 0) return <p>{none}</p>;
  const phases = [...new Set(items.map(({ item }) => item.phase))];
  return (
    <>
      <p class="hint">{intro}</p>
      {phases.map((phase) => (
        <div class="listed" key={phase}>
          <p>{phaseText(view, phase)}</p>
          <ul>
            {items
              .filter(({ item }) => item.phase === phase)
              .map((reading) => (
                <li key={reading.item.id}>
                  {reading.item.question}
                  {!reading.isHidden && <small>{countsLine(view, reading)}</small>}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  );
}
