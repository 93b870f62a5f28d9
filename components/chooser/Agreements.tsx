import { useState } from 'preact/hooks';
import { copyText, downloadText } from '../../src/browser/files.ts';
import type { Result } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { agreementsOf, agreementsText, type Picks } from './reading.ts';
import { Statements } from './Statement.tsx';
import { dayText, nameIn, optionOf, type Reading } from './view.ts';

interface Props extends Reading {
  result: Result;
  picks: Picks;
  onPick: (stage: string, option: string | null) => void;
}

/** What the options that the reader works out ask to settle, to take along to a charter. */
export function Agreements({ result, picks, onPick, ...reading }: Props) {
  const { view, today } = reading;
  const { labels, model } = view;
  const [said, setSaid] = useState('');
  const agreements = agreementsOf(view, result, picks);
  const text = agreementsText(view, agreements, dayText(view, today));
  const isEmpty = agreements.every(({ topics }) => topics.length === 0);

  async function copy(): Promise<void> {
    setSaid(labels[(await copyText(text)) ? 'agreements.copied' : 'agreements.copyFailed']);
  }

  return (
    <section class="agreements">
      <h3>{labels['agreements.title']}</h3>
      <p class="hint">{labels['agreements.intro']}</p>
      <div class="picks">
        {result.stages.map(({ stage, options }) => (
          <label key={stage}>
            {model.stages.length > 1 ? nameIn(model.stages, stage) : labels['agreements.pick']}
            <select
              value={picks[stage] ?? ''}
              onChange={(event) => onPick(stage, event.currentTarget.value || null)}
            >
              <option value="">{labels['agreements.nothing']}</option>
              {options
                .filter(({ status }) => status !== 'excluded')
                .map(({ option }) => (
                  <option key={option} value={option}>
                    {optionOf(view, option).name}
                  </option>
                ))}
            </select>
          </label>
        ))}
      </div>
      {isEmpty ? (
        <p>{labels['agreements.empty']}</p>
      ) : (
        <>
          {agreements.map(({ stage, option, topics }) => (
            <div key={stage} class="agreement">
              <h4>{optionOf(view, option).name}</h4>
              {topics.map(({ id, name, duties }) => (
                <Statements key={id} {...reading} title={name} said={duties} />
              ))}
            </div>
          ))}
          <p class="buttons">
            <button type="button" class="primary" onClick={() => void copy()}>
              {labels['agreements.copy']}
            </button>
            <button
              type="button"
              onClick={() =>
                downloadText(
                  fill(labels['agreements.file'], { id: view.id, date: today }),
                  'text/plain',
                  text,
                )
              }
            >
              {labels['agreements.download']}
            </button>
          </p>
          <p role="status">{said}</p>
        </>
      )}
    </section>
  );
}
