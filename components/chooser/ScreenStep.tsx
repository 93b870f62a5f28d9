import { useRef } from 'preact/hooks';
import {
  type Answers,
  type LocalQuestion,
  UNKNOWN,
  type Use,
  useOf,
} from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { useLater } from '../tool/use-later.ts';
import { ClearAnswer, Question } from '../tool/Question.tsx';
import { listed, nameIn, optionNames, type AskedView } from './view.ts';

interface Props {
  view: AskedView;
  screen: string;
  answers: Answers;
  /** Questions that can still make a difference. */
  relevant: ReadonlySet<string>;
  onAnswer: (question: string, value: string | null) => void;
}

/** The questions of one screen. Those that no longer matter step aside, with their answers. */
export function ScreenStep({ view, screen, answers, relevant, onAnswer }: Props) {
  const { model, labels, lang } = view;
  /** Questions that have stepped aside on this visit, and the last one answered. */
  const aside = useRef<ReadonlySet<string> | null>(null);
  const last = useRef(-1);

  const questions = model.questions.filter((question) => question.screen === screen);
  // What stands above the last answer stays where it is: the page must not move under the reader's hand.
  const isAside = ({ id }: LocalQuestion, index: number): boolean =>
    !relevant.has(id) && (aside.current === null || index > last.current || aside.current.has(id));
  const moved = questions.filter(isAside);
  aside.current = new Set(moved.map(({ id }) => id));

  const ask = (question: LocalQuestion) => (
    <AskedQuestion
      key={question.id}
      view={view}
      question={question}
      answer={answers[question.id]}
      onAnswer={(value) => {
        last.current = questions.indexOf(question);
        onAnswer(question.id, value);
      }}
    />
  );
  return (
    <>
      {questions.filter((question) => !moved.includes(question)).map(ask)}
      {moved.length > 0 && (
        <details class="no-difference">
          <summary>{plural(labels, lang, 'noDifference', moved.length)}</summary>
          <p class="hint">{labels['noDifference.hint']}</p>
          {moved.map(ask)}
        </details>
      )}
    </>
  );
}

interface AskedProps {
  view: AskedView;
  question: LocalQuestion;
  answer: string | undefined;
  onAnswer: (value: string | null) => void;
}

function AskedQuestion({ view, question, answer, onAnswer }: AskedProps) {
  const { labels } = view;
  const why = useLater(() => whyAsked(view, useOf(view.model, question.id)), []);
  return (
    <Question
      id={question.id}
      legend={question.text}
      choices={[
        ...question.values.map(({ id, text }) => ({ value: id, text })),
        { value: UNKNOWN, text: labels['answer.u'], isAside: true },
      ]}
      chosen={answer}
      onChoose={onAnswer}
      after={
        <div class="after">
          <details>
            <summary>{labels['why']}</summary>
            {why && (
              <ul>
                {why.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </details>
          {answer !== undefined && (
            <ClearAnswer labels={labels} title={question.title} onClear={() => onAnswer(null)} />
          )}
        </div>
      }
    >
      {question.help && <p class="hint">{question.help}</p>}
    </Question>
  );
}

/** What the rules do with the answer to a question, in sentences. */
function whyAsked(view: AskedView, { excludes, criteria, stops, stages, others }: Use): string[] {
  const { labels, lang, model } = view;
  const all = (names: readonly string[]): string => listed(view, names, 'and');
  return [
    ...(stops ? [labels['why.stops']] : []),
    ...(excludes.length > 0
      ? [fill(labels['why.excludes'], { options: all(optionNames(view, excludes)) })]
      : []),
    ...(criteria.length > 0
      ? [fill(labels['why.weighs'], { criteria: all(criteria.map((id) => nameIn(model.criteria, id))) })]
      : []),
    ...(stages.length > 0
      ? [fill(labels['why.stages'], { stages: all(stages.map((id) => nameIn(model.stages, id))) })]
      : []),
    ...(others > 0 ? [plural(labels, lang, 'why.others', others)] : []),
  ];
}
