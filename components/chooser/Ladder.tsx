import type { Result } from '../../src/domain/chooser/index.ts';
import { dueText, frontOf } from './reading.ts';
import { listed, optionNames, stageOf, type View } from './view.ts';

/** Options named on a step before they are only counted. */
const MOST_NAMED = 3;

/** The steps of the answer as a ladder, each with whether it is due and what comes first. */
export function Ladder({ view, result }: { view: View; result: Result }) {
  const { labels } = view;
  return (
    <ol class="ladder" aria-label={labels['ladder.label']}>
      {result.stages.map((stage) => {
        const front = frontOf(stage);
        const names = listed(view, optionNames(view, front), 'or');
        return (
          <li key={stage.stage} class={stage.due}>
            <a href={`#stap-${stage.stage}`}>{stageOf(view, stage.stage).name}</a>
            <span class={`due ${stage.due}`}>{dueText(view, stage.due)}</span>
            <strong>
              {stage.due === 'no'
                ? labels['ladder.notDue']
                : front.length === 0
                  ? labels['verdict.none']
                  : front.length > MOST_NAMED
                    ? labels['ladder.many']
                    : names}
            </strong>
          </li>
        );
      })}
    </ol>
  );
}
