import type { LocalStage, StageResult } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { GroundMarks } from './GroundMarks.tsx';
import { openIn } from './reading.ts';
import { questionOf, type Reading, stageOf } from './view.ts';

type Trigger = LocalStage['triggers'][number];

/** What makes a step due, or would: by the answers, or for the reader to judge. */
export function Triggers({ stage, ...reading }: Reading & { stage: StageResult }) {
  const { labels } = reading.view;
  const { triggers, threshold } = stageOf(reading.view, stage.stage);
  const told = new Map(stage.triggers.map(({ trigger, holds }) => [trigger, holds]));
  const which = (truth: string): Trigger[] => triggers.filter(({ id }) => told.get(id) === truth);
  const [yes, unknown, no] = [which('yes'), which('unknown'), which('no')];
  const toJudge = triggers.filter(({ when }) => !when);
  if (triggers.length === 0) return null;
  const points = yes.reduce((sum, trigger) => sum + trigger.points, 0);
  const list = { ...reading, showPoints: threshold > 1 };
  return (
    <div class="triggers">
      {threshold > 1 && <p class="hint">{fill(labels['triggers.points'], { threshold, points })}</p>}
      <TriggerList {...list} title={labels['triggers.yes']} triggers={yes} />
      <TriggerList {...list} title={labels['triggers.unknown']} triggers={unknown} />
      {no.length + toJudge.length > 0 && (
        <details>
          <summary>{labels[stage.due === 'yes' ? 'triggers.others' : 'triggers.would']}</summary>
          <TriggerList {...list} title={labels['triggers.no']} triggers={no} />
          <TriggerList {...list} title={labels['triggers.judge']} triggers={toJudge} />
        </details>
      )}
    </div>
  );
}

interface ListProps extends Reading {
  title: string;
  triggers: readonly Trigger[];
  showPoints: boolean;
}

function TriggerList({ view, entry, today, onAsk, title, triggers, showPoints }: ListProps) {
  const { labels, lang } = view;
  if (triggers.length === 0) return null;
  return (
    <>
      <p class="list-title">{title}</p>
      <ul>
        {triggers.map(({ id, said, points, grounds, when }) => (
          <li key={id}>
            {said}
            {showPoints && <small> ({plural(labels, lang, 'triggers.count', points)})</small>}{' '}
            <GroundMarks view={view} today={today} of={grounds} />
            {when &&
              openIn(entry.answers, when).map((question) => (
                <button key={question} type="button" class="plain" onClick={() => onAsk(question)}>
                  {fill(labels['answerNow'], { question: questionOf(view, question).title })}
                </button>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
