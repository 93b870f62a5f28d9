import { fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import { Later } from '../../tool/Later.tsx';
import type { GroupView, OnChange } from '../view.ts';
import { Distribution, ItemAbout, TechniqueLink } from './parts.tsx';
import { type GroupReading, type ItemReading, planTalk } from './reading.ts';
import { Agreed, SettleSheet } from './Settle.tsx';
import { differenceText } from './texts.ts';

interface Props {
  view: GroupView;
  reading: GroupReading;
  onChange: OnChange;
}

/** Items shown before the rest is folded away: two meetings' worth. */
const MOST_SHOWN = 6;

/** What the members see differently, most telling first, with how to talk about it. */
export function TalkFirst({ view, reading, onChange }: Props) {
  const { labels, lang } = view;
  const { talk, members } = reading;
  if (talk.length === 0) return <p>{labels['talk.none']}</p>;
  const rest = talk.slice(MOST_SHOWN);
  const card = (item: ItemReading) => (
    <Later key={item.item.id}>
      {() => <TalkCard view={view} reading={item} members={members} onChange={onChange} />}
    </Later>
  );
  return (
    <>
      <p class="hint">{labels['talk.intro']}</p>
      <ol class="steps talk">{talk.slice(0, MOST_SHOWN).map(card)}</ol>
      {rest.length > 0 && (
        <Later>
          {() => (
            <details class="more">
              <summary>{plural(labels, lang, 'talk.more', rest.length)}</summary>
              <ol class="steps talk" start={MOST_SHOWN + 1} style={`counter-reset: step ${MOST_SHOWN}`}>
                {rest.map(card)}
              </ol>
            </details>
          )}
        </Later>
      )}
    </>
  );
}

interface CardProps extends Pick<Props, 'view' | 'onChange'> {
  reading: ItemReading;
  members: number;
}

function TalkCard({ view, reading, members, onChange }: CardProps) {
  const { labels, testLabels } = view;
  const { item, summary } = reading;
  const plan = planTalk(view, item.id, members);
  return (
    <li>
      <ItemAbout view={view} reading={reading} />
      <h4>{item.question}</h4>
      <p class="hint">{differenceText(view, summary)}.</p>
      <Distribution view={view} reading={reading} />
      {plan && (
        <>
          <p class="aloud">
            <span class="label">{labels['talk.readAloud']}</span> “{plan.question}”
          </p>
          <p>
            <span class="label">{labels['talk.technique']}</span>{' '}
            <TechniqueLink view={view} plan={plan}>
              , {fill(labels['talk.minutes'], { n: plan.minutes })}
            </TechniqueLink>
          </p>
        </>
      )}
      <p>
        <a href={item.anchor}>
          {testLabels['item.help']}
          <span class="sr-only"> {item.title}</span>
        </a>
      </p>
      <Agreed view={view} reading={reading} />
      <SettleSheet view={view} reading={reading} onChange={onChange} place="praat" />
    </li>
  );
}
