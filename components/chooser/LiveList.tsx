import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionResult, Result, Status } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { excludedOf, listed, optionNames, optionOf, type AskedView } from './view.ts';

interface Props {
  view: AskedView;
  /** Null while nothing is answered or computed: everything is still possible then. */
  result: Result | null;
  /** Whether the reader came back to answers, of which nothing is news. */
  isReturning: boolean;
}

/** Time after the last answer before the change is told, so that a screen reader is not talked through. */
const QUIET_MS = 1200;

/** The signs of a status; the words stand beside them. */
export const STATUS_SIGNS: Readonly<Record<Status, string>> = { possible: '✓', open: '?', excluded: '✕' };

/** What is still possible, step by step, and what has fallen out and why. */
export function LiveList({ view, result, isReturning }: Props) {
  const { labels, model } = view;
  const [isOpen, setOpen] = useState(false);
  const options = result?.stages.flatMap((stage) => stage.options) ?? [];
  const out = result ? excludedOf(view, result) : [];
  const count = fill(labels['live.count'], {
    n: model.options.length - out.length,
    m: model.options.length,
  });

  return (
    <aside class="live" aria-labelledby="live-title">
      <h3 id="live-title">{labels['live.title']}</h3>
      <p class="count">
        {count}
        {options.some(({ status }) => status === 'open') && (
          <span aria-hidden="true"> {fill(labels['live.legend'], { sign: STATUS_SIGNS.open })}</span>
        )}
      </p>
      <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {labels[isOpen ? 'live.close' : 'live.open']}
      </button>
      <div class={isOpen ? 'body open' : 'body'}>
        {model.stages.map(({ id, name }) => {
          const stage = result?.stages.find((one) => one.stage === id);
          const kept = stage
            ? stage.options.filter(({ status }) => status !== 'excluded')
            : model.options
                .filter(({ stages }) => stages.includes(id))
                .map((option) => ({ option: option.id, status: 'possible' as const }));
          return (
            <section key={id}>
              {model.stages.length > 1 && <h4>{name}</h4>}
              {kept.length === 0 && <p>{labels['live.none']}</p>}
              <ul>
                {kept.map(({ option, status }) => (
                  <li key={option} class={status}>
                    <span class="sign" aria-hidden="true">
                      {STATUS_SIGNS[status]}
                    </span>{' '}
                    {optionOf(view, option).name}
                    {status === 'open' && <span class="sr-only"> ({labels['live.unsure']})</span>}
                    {stage?.verdict.kind === 'leads' && stage.verdict.option === option && (
                      <small> {labels['live.leads']}</small>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {out.length > 0 && <Excluded view={view} out={out} />}
      </div>
      <Announcement
        view={view}
        out={out.map(({ option }) => option).join()}
        isReturning={isReturning}
        count={count}
      />
    </aside>
  );
}

function Excluded({ view, out }: { view: AskedView; out: readonly OptionResult[] }) {
  return (
    <section class="out">
      <h4>{view.labels['live.out']}</h4>
      <ul>
        {out.map((option) => (
          <li key={option.option} class="excluded">
            <span class="sign" aria-hidden="true">
              {STATUS_SIGNS.excluded}
            </span>{' '}
            {optionOf(view, option.option).name}
            <small> {firstReason(view, option)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first reason for which an option is surely out. */
function firstReason({ model }: AskedView, { excludedBy }: OptionResult): string {
  const sure = excludedBy.find((cited) => cited.holds === 'yes') ?? excludedBy[0];
  return model.rules.find(({ id }) => id === sure?.rule)?.text ?? '';
}

interface AnnouncementProps {
  view: AskedView;
  /** Ids of the options that are out, joined. */
  out: string;
  isReturning: boolean;
  count: string;
}

/** Says what has fallen out or come back, once the reader is done, and only when something did. */
function Announcement({ view, out, isReturning, count }: AnnouncementProps) {
  const { labels } = view;
  const [told, setTold] = useState('');
  const [said, setSaid] = useState('');
  /** Whether what was out when the reader came back has been passed over. */
  const isCaughtUp = useRef(false);
  useEffect(() => {
    if (out === told) return;
    if (isReturning && !isCaughtUp.current) {
      isCaughtUp.current = true;
      setTold(out);
      return;
    }
    const timer = setTimeout(() => {
      const [before, now] = [told, out].map((ids) => ids.split(',').filter(Boolean));
      const fallen = now?.filter((id) => !before?.includes(id)) ?? [];
      const back = before?.filter((id) => !now?.includes(id)) ?? [];
      const parts = [
        ...(fallen.length > 0 ? [fill(labels['live.fallen'], { options: phrase(fallen) })] : []),
        ...(back.length > 0 ? [fill(labels['live.back'], { options: phrase(back) })] : []),
      ];
      setTold(out);
      setSaid([...parts, count].join(' '));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [out, told, isReturning]);

  const phrase = (ids: readonly string[]): string => listed(view, optionNames(view, ids), 'and');
  return (
    <p class="sr-only" role="status">
      {said}
    </p>
  );
}
