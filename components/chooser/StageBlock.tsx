import {
  decisive,
  isKnown,
  type OptionResult,
  revivals,
  type StageResult,
} from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { Later } from '../tool/Later.tsx';
import { useLater } from '../tool/use-later.ts';
import { OpenQuestions } from './OpenQuestions.tsx';
import { OptionCard } from './OptionCard.tsx';
import { dueText, frontOf, spoken, stageText } from './reading.ts';
import { Statement } from './Statement.tsx';
import { Triggers } from './Triggers.tsx';
import { Turning } from './Turning.tsx';
import { listed, optionOf, questionOf, type Reading, stageOf, valueText, type View } from './view.ts';

interface Props extends Reading {
  stage: StageResult;
  /** Questions that can still make a difference. */
  relevant: ReadonlySet<string>;
}

/** Options in front that are shown open; of more than that the reader opens which to read. */
const MOST_OPEN = 2;

/** One step of the answer: whether it is due, what comes first in it and why, what is out, what would change it. */
export function StageBlock({ stage, relevant, ...reading }: Props) {
  const { view, entry } = reading;
  const { labels, model } = view;
  const { name, intro } = stageOf(view, stage.stage);
  const kept = stage.options.filter(({ status }) => status !== 'excluded');
  const out = stage.options.filter(({ status }) => status === 'excluded');
  const front = frontOf(stage);
  const scores = kept.flatMap(({ score }) => score ?? []);
  const scale = {
    lo: Math.min(0, ...scores.map(({ lo }) => lo)),
    hi: Math.max(0, ...scores.map(({ hi }) => hi)),
  };
  const hasOpen = [...relevant].some((question) => !isKnown(entry.answers, question));

  const body = () => (
    <>
      <Verdict {...reading} stage={stage} hasOpen={hasOpen} />
      {kept.map((option) => (
        <OptionCard
          key={option.option}
          {...reading}
          option={option}
          isFront={front.length <= MOST_OPEN && front.includes(option.option)}
          scale={scale}
        />
      ))}
      {out.length > 0 && (
        <section class="excluded-options">
          <h4>{labels['excluded.title']}</h4>
          <ul>
            {out.map((option) => (
              <ExcludedOption key={option.option} {...reading} stage={stage.stage} option={option} />
            ))}
          </ul>
        </section>
      )}
      <Turning {...reading} stage={stage} />
    </>
  );
  return (
    <section class="stage" id={`stap-${stage.stage}`}>
      <h3>
        {name}
        {model.stages.length > 1 && <span class={`due ${stage.due}`}>{dueText(view, stage.due)}</span>}
      </h3>
      <p>{intro}</p>
      <Triggers {...reading} stage={stage} />
      {stage.due === 'no' ? (
        <details class="not-due">
          <summary>{fill(labels['stage.anyway'], { n: kept.length })}</summary>
          <Later>{body}</Later>
        </details>
      ) : (
        body()
      )}
    </section>
  );
}

/** What comes first, in one sentence, and what would settle it where that is open. */
function Verdict({ stage, hasOpen, ...reading }: Omit<Props, 'relevant'> & { hasOpen: boolean }) {
  const { view, entry, onAsk } = reading;
  const { labels, model } = view;
  const { verdict } = stage;
  const questions = useLater(
    () => decisive(model, entry.answers, entry.importance, stage.stage),
    [entry, stage.stage],
  );
  return (
    <div class={`verdict ${verdict.kind}`}>
      <p>
        <strong>{stageText(view, stage)}</strong>
        {verdict.kind === 'leads' && hasOpen && ` ${labels['verdict.leads.open']}`}
      </p>
      {verdict.kind === 'depends' && questions && questions.length > 0 && (
        <>
          <p>{labels['verdict.decisive']}</p>
          <OpenQuestions view={view} questions={questions} onAsk={onAsk} />
        </>
      )}
      {verdict.kind === 'depends' && questions?.length === 0 && <p>{labels['verdict.noneDecisive']}</p>}
    </div>
  );
}

/** An option that is out, with every reason and the answers that would bring it back. */
function ExcludedOption({ stage, option, ...reading }: Reading & { stage: string; option: OptionResult }) {
  const { view, entry, onAsk } = reading;
  const { labels, model } = view;
  const { name, page } = optionOf(view, option.option);
  const back = useLater(
    () => revivals(model, entry.answers, stage, option.option),
    [entry, stage, option.option],
  );
  return (
    <li>
      <h5>
        <span aria-hidden="true">✕</span> <a href={page}>{name}</a>
      </h5>
      <ul>
        {spoken(view, option.excludedBy).map((one) => (
          <Statement key={one.rule.id} {...reading} of={one} />
        ))}
      </ul>
      {back && <p class="hint">{labels[back.length > 0 ? 'excluded.revival' : 'excluded.noRevival']}</p>}
      {back && back.length > 0 && (
        <ul class="back">
          {[...new Set(back.map(({ question }) => question))].map((id) => (
            <li key={id}>
              <button type="button" class="plain" onClick={() => onAsk(id)}>
                {questionOf(view, id).title}
              </button>
              : {valuesText(view, id, back)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The answers to one question among these, as one phrase. */
function valuesText(view: View, id: string, changes: ReturnType<typeof revivals>): string {
  const values = changes.filter(({ question }) => question === id).map(({ value }) => value);
  return listed(
    view,
    values.map((value) => `“${valueText(view, id, value)}”`),
    'or',
  );
}
