import { useId, useState } from 'preact/hooks';
import type { LocalGround } from '../../src/domain/chooser/index.ts';
import { isExpired } from '../../src/domain/evidence/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { dayText, groundOf, type View } from './view.ts';

interface Props {
  view: View;
  /** Today, YYYY-MM-DD. */
  today: string;
  /** Ids of grounds. */
  of: readonly string[];
}

/** What a statement rests on: in a few signs, and in full on demand. */
export function GroundMarks({ view, today, of }: Props) {
  const { labels, evidence } = view;
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  const grounds = of.map((ground) => groundOf(view, ground));
  const tiers = [...new Set(grounds.map(({ tier }) => tier))];
  const isOld = grounds.some(({ checked }) => isExpired(checked ?? undefined, today));
  return (
    <div class="marks">
      <button type="button" popovertarget={id} onClick={() => setAsked(true)}>
        <span class="sr-only">{labels['ground.open']} </span>
        {tiers.map((tier) => (
          <span key={tier}>
            <span class="tier-mark" data-tier={tier} aria-hidden="true" />
            {labels[`ground.${tier}`]}
          </span>
        ))}
        {isOld && <strong>{labels['ground.old']}</strong>}
      </button>
      <span class="print-only">
        ({grounds.map(({ article, tier }) => article ?? evidence.tier[tier]).join('; ')})
      </span>
      <div class="grounds" id={id} popover="auto" role="note" aria-label={labels['ground.title']}>
        {isAsked && (
          <>
            {grounds.map((ground) => (
              <Ground key={ground.id} view={view} today={today} ground={ground} />
            ))}
            <button type="button" popovertarget={id} popovertargetaction="hide">
              {labels['notice.close']}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Ground({ view, today, ground }: Omit<Props, 'of'> & { ground: LocalGround }) {
  const { labels, evidence, sources } = view;
  const { title, text, article, tier, confidence, checked, note } = ground;
  const facts = [
    article,
    ...(tier === 'editors' ? [] : [evidence.confidence[confidence]]),
    ...(checked ? [fill(evidence.checked, { date: dayText(view, checked) })] : []),
  ];
  return (
    <section>
      <p class="ground-title">{title}</p>
      <p>{text}</p>
      <p class="hint">
        <span class="tier-mark" data-tier={tier} aria-hidden="true" />
        <b>{evidence.tier[tier]}</b>
        {facts.filter(Boolean).map((fact) => ` · ${fact}`)}
      </p>
      {isExpired(checked ?? undefined, today) && <p class="expired">{labels['ground.expired']}</p>}
      {note && (
        <p class="note">
          <b>{evidence.note}</b> {note}
        </p>
      )}
      {ground.sources.length > 0 && (
        <p class="hint">
          {evidence.sources}{' '}
          {ground.sources.map((id, index) => (
            <>
              {index > 0 && ', '}
              <a href={sources[id]?.href} lang={sources[id]?.lang}>
                {sources[id]?.title ?? id}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}
