import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { gistOf, timingOf } from '../../src/domain/run/index.ts';
import { fill, localDay } from '../../src/domain/shared/index.ts';
import { notedSteps, reportText } from './report.ts';
import { minutesOf, type OpenRun } from './view.ts';

interface Props extends OpenRun {
  id: string;
  heading: RefObject<HTMLHeadingElement>;
}

/** The end: what is on paper now, the notes, and what comes after. */
export function Ending({ id, heading, view, script, run }: Props) {
  const { labels, techniques } = view;
  const [said, setSaid] = useState('');
  const { whole } = timingOf(script, run, run.changedAt);
  const noted = notedSteps({ script, run });
  const parts = script.parts.filter(({ outcome }) => outcome !== '');
  const records = techniques.filter(
    ({ id, recordHref }) => recordHref !== null && script.parts.some(({ technique }) => technique === id),
  );

  function save(format: 'text' | 'markdown'): void {
    const day = localDay(new Date(run.clock.startedAt));
    const [name, type] =
      format === 'text' ? [`verslag-${day}.txt`, 'text/plain'] : [`verslag-${day}.md`, 'text/markdown'];
    downloadText(name, type, reportText(view, { script, run }, format));
    setSaid(fill(labels['end.saved'], { name }));
  }

  return (
    <div class="slide ending">
      <h2 id={id} ref={heading} tabIndex={-1}>
        {labels['end.title']}
      </h2>
      <p>
        {fill(labels['end.length'], {
          elapsed: minutesOf(whole.elapsed),
          planned: minutesOf(whole.planned),
        })}
      </p>
      {parts.length > 0 && <h3>{labels['end.outcome']}</h3>}
      {parts.map(({ title, outcome }, index) => (
        <p key={index} class="outcome">
          {parts.length > 1 && <strong>{title}: </strong>}
          {outcome}
        </p>
      ))}
      <p class="buttons">
        {records.map(({ id, name, recordHref }) => (
          <a key={id} class="button primary" href={recordHref ?? ''}>
            {records.length > 1 ? fill(labels['end.recordOf'], { name }) : labels['end.record']}
          </a>
        ))}
        <button type="button" onClick={() => save('text')}>
          {labels['end.text']}
        </button>
        <button type="button" onClick={() => save('markdown')}>
          {labels['end.markdown']}
        </button>
      </p>
      <p role="status">{said}</p>
      {noted.length > 0 && (
        <>
          <h3>{labels['notes']}</h3>
          <dl class="noted">
            {noted.map((step) => (
              <div key={step.key}>
                <dt>{gistOf(script, step)}</dt>
                <dd>{run.notes[step.key]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
