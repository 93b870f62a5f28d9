import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { randomSubmissionId } from '../../../src/browser/random.ts';
import type { Answer, Answers, LocalItem } from '../../../src/domain/assessment/index.ts';
import { putAnswers, roundItems, type RoundState } from '../../../src/domain/round/index.ts';
import { fill, withValue } from '../../../src/domain/shared/index.ts';
import { phaseOf } from '../../assessment/view.ts';
import { plural } from '../../tool/labels.ts';
import { Question } from '../../tool/Question.tsx';
import { FullScreen } from '../../tool/FullScreen.tsx';
import { type GroupView, type OnChange, testView } from '../view.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  onChange: OnChange;
  /** Answers of who holds the device now. */
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  /** Ends passing round. */
  onEnd: () => void;
}

/** Between two people, the questions of a phase, the last look before giving, or on the way out. */
type Stage = 'hand-over' | 'finish' | 'stop' | number;

/** One device passed round: the questions fill the screen for one person, and nothing of them is left for the next. */
export function Kiosk({ view, state, onChange, answers, onAnswers, onEnd }: Props) {
  const { labels, testLabels, lang, model } = view;
  const { round, collected } = state;
  const [stage, setStage] = useState<Stage>('hand-over');
  /** Whether somebody has just given answers. */
  const [given, setGiven] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const items = roundItems(model, round) as LocalItem[];
  const answered = items.filter(({ id }) => answers[id] !== undefined).length;
  const count = Object.keys(collected).length;

  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('dialog')?.scrollTo(0, 0);
  }, [stage]);

  function begin(): void {
    setGiven(false);
    setStage(0);
  }

  function give(then: Stage): void {
    onChange((state) => putAnswers(model, state, randomSubmissionId(), answers));
    onAnswers({});
    setGiven(true);
    setStage(then);
  }

  function drop(): void {
    onAnswers({});
    setGiven(false);
    setStage('hand-over');
  }

  const title = (text: string) => (
    <h2 id="kiosk-title" ref={heading} tabIndex={-1} class="step-title">
      {text}
    </h2>
  );

  return (
    <FullScreen
      labelledBy="kiosk-title"
      className={typeof stage === 'number' ? 'kiosk tool' : 'kiosk tool pause'}
      onClose={() => setStage('stop')}
    >
      {stage === 'hand-over' && answered > 0 && (
        <>
          {title(labels['kiosk.resume'])}
          <p>{fill(labels['kiosk.resumeText'], { answered, asked: items.length })}</p>
          <p class="buttons">
            <button type="button" class="primary" onClick={begin}>
              {labels['kiosk.continue']}
            </button>
            <button type="button" onClick={drop}>
              {labels['kiosk.drop']}
            </button>
          </p>
        </>
      )}
      {stage === 'hand-over' && answered === 0 && (
        <>
          {title(labels[given ? 'kiosk.thanks' : 'kiosk.ready'])}
          {given && <p>{labels['kiosk.given']}</p>}
          <p>{plural(labels, lang, 'kiosk.count', count)}</p>
          <p class="lead">{labels['kiosk.next']}</p>
          <p class="buttons">
            <button type="button" class="primary" onClick={begin}>
              {labels['kiosk.begin']}
            </button>
          </p>
          <p class="buttons end">
            <button type="button" class="plain" onClick={() => setStage('stop')}>
              {labels['kiosk.stop']}
            </button>
          </p>
        </>
      )}
      {typeof stage === 'number' && (
        <>
          <Questions
            key={stage}
            view={view}
            items={items.filter(({ phase }) => phase === round.phases[stage])}
            title={title(phaseTitle(view, round.phases[stage] ?? ''))}
            answers={answers}
            onAnswer={(item, answer) => onAnswers(withValue(answers, item, answer))}
          />
          <p class="hint">{fill(testLabels['progress'], { answered, asked: items.length })}.</p>
          <p class="buttons step-buttons">
            {stage > 0 && (
              <button type="button" onClick={() => setStage(stage - 1)}>
                {labels['nav.previous']}
              </button>
            )}
            <button
              type="button"
              class="primary"
              onClick={() => setStage(stage + 1 < round.phases.length ? stage + 1 : 'finish')}
            >
              {labels['nav.next']}
            </button>
            <button type="button" class="plain" onClick={() => setStage('stop')}>
              {labels['kiosk.stopTurn']}
            </button>
          </p>
        </>
      )}
      {stage === 'finish' && (
        <>
          {title(labels['kiosk.finish'])}
          <p>
            {answered === items.length
              ? labels['kiosk.allAnswered']
              : plural(labels, lang, 'kiosk.someOpen', items.length - answered)}
          </p>
          <p>{labels['kiosk.finishText']}</p>
          <p class="buttons">
            <button type="button" onClick={() => setStage(round.phases.length - 1)}>
              {labels['kiosk.back']}
            </button>
            <button type="button" class="primary" disabled={answered === 0} onClick={() => give('hand-over')}>
              {labels['kiosk.give']}
            </button>
          </p>
        </>
      )}
      {stage === 'stop' && (
        <>
          {title(labels['kiosk.stopTitle'])}
          <p>{labels[answered > 0 ? 'kiosk.stopOpen' : 'kiosk.stopText']}</p>
          <p class="buttons">
            <button type="button" class="primary" onClick={() => setStage(answered > 0 ? 0 : 'hand-over')}>
              {labels['kiosk.goOn']}
            </button>
            {answered > 0 && (
              <button
                type="button"
                onClick={() => {
                  give('stop');
                  onEnd();
                }}
              >
                {plural(labels, lang, 'kiosk.giveAndStop', answered)}
              </button>
            )}
            <button type="button" onClick={onEnd}>
              {labels[answered > 0 ? 'kiosk.dropAndStop' : 'kiosk.stopConfirm']}
            </button>
          </p>
        </>
      )}
    </FullScreen>
  );
}

function phaseTitle(view: GroupView, id: string): string {
  const { number, name } = phaseOf(testView(view), id);
  return fill(view.testLabels['step.phase'], { n: number, name });
}

interface QuestionsProps {
  view: GroupView;
  items: readonly LocalItem[];
  title: ComponentChildren;
  answers: Answers;
  onAnswer: (item: string, answer: Answer) => void;
}

/** The questions of one phase; without ways off the page. */
function Questions({ view: { testLabels }, items, title, answers, onAnswer }: QuestionsProps) {
  return (
    <>
      {title}
      <p class="hint">{testLabels['phase.intro']}</p>
      {items.map(({ id, question, levels, naAllowed, answeredBy }) => (
        <Question
          key={id}
          id={id}
          legend={question}
          choices={[
            ...levels.map((text, level) => ({ value: String(level), text })),
            { value: 'u', text: testLabels['answer.u'], isAside: true },
            ...(naAllowed ? [{ value: 'n', text: testLabels['answer.n'], isAside: true }] : []),
          ]}
          chosen={answers[id]}
          onChoose={(value) => onAnswer(id, value as Answer)}
        >
          {answeredBy === 'coordinator' && <p class="about">{testLabels['item.coordinator']}</p>}
        </Question>
      ))}
    </>
  );
}
