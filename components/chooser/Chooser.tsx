import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fetchData } from '../../src/browser/data.ts';
import { readChecked } from '../../src/browser/early.ts';
import { openForPrint, printOnly } from '../../src/browser/print.ts';
import { inTurn } from '../../src/browser/turns.ts';
import {
  decode,
  encode,
  ENTRY,
  type Entry,
  relevantQuestions,
  toSavedText,
  UNKNOWN,
} from '../../src/domain/chooser/index.ts';
import { withValue } from '../../src/domain/shared/index.ts';
import { fromText } from '../tool/from-text.tsx';
import { Keep, OtherWays } from '../tool/Keep.tsx';
import { Lazy, prefetch } from '../tool/lazy.tsx';
import { type NavStep, REVIEW } from '../tool/StepsNav.tsx';
import { Resume, ToolFrame } from '../tool/ToolFrame.tsx';
import { useLater } from '../tool/use-later.ts';
import { RESULT, type ToolKind, useTool } from '../tool/use-tool.ts';
import type * as LaterSteps from './later-steps.ts';
import { LiveList } from './LiveList.tsx';
import { ScreenStep } from './ScreenStep.tsx';
import { TermSearch } from './TermSearch.tsx';
import { type AskedView, questionOf, readEntry, resultOf, savedKind, type View, type Words } from './view.ts';

/** The steps after the questions, with what the rules say. */
type Later = typeof LaterSteps & { readonly view: View };

/** What the page gives the tool. */
export interface ChooserProps {
  readonly view: AskedView;
  /** Where the words of the rules stand (`Words`). */
  readonly wordsHref: string;
}

/** What the shell must know of a chooser. Before the words have come, a file holds the answers alone. */
const kindOf = (view: AskedView, firstStep: string, later: { current: Later | null }): ToolKind<Entry> => ({
  name: view.id,
  version: view.model.version,
  firstStep,
  entry: ENTRY,
  toSavedText: (entry) => toSavedText(savedKind(view), view.model, entry),
  toFileText: (entry, today) =>
    later.current
      ? later.current.toFileText(later.current.view, entry, today)
      : toSavedText(savedKind(view), view.model, entry),
  fromSavedText: (text) => readEntry(view, text),
  encode: (entry) => encode(view.model, entry),
  decode: (fragment) => decode(view.model, fragment),
});

/** The whole tool. Renders the first questions on the server; everything else follows in the browser. */
export function Chooser({ view, wordsHref }: ChooserProps) {
  const { model, labels, lang } = view;
  const later = useRef<Later | null>(null);
  const [loadLater] = useState(() => async (): Promise<Later> => {
    const [steps, data] = await Promise.all([import('./later-steps.ts'), fetchData(wordsHref)]);
    const words = data as Words;
    // Fetched after the handbook was renewed, they are of other rules than the page has.
    if (rulesOf(words.model) !== rulesOf(model)) throw new Error(`${wordsHref}: of another version`);
    later.current = { ...steps, view: { ...view, ...words } };
    return later.current;
  });
  const firstScreen = model.screens[0]?.id ?? REVIEW;
  const [early] = useState(() => readChecked('.tool'));
  const tool = useTool(kindOf(view, firstScreen, later), labels, lang, (entry) =>
    takeOver(view, entry, early),
  );
  const { entry } = tool;
  // Nothing follows from nothing: the list then simply names all options.
  const isBlank = Object.keys(entry.answers).length === 0;
  // Worked out in one turn, shown in the next.
  useEffect(() => (isBlank ? undefined : inTurn(() => void resultOf(view, entry))), [entry]);
  const result = useLater(() => (isBlank ? null : resultOf(view, entry)), [entry]);

  useEffect(() => {
    if (!isBlank) prefetch([loadLater]);
  }, [isBlank]);
  // The whole result on paper has no closed parts.
  useEffect(() => openForPrint('.tool .result details'), []);

  const relevant = useMemo(() => new Set(relevantQuestions(model, entry.answers)), [entry]);
  const steps = stepsOf(view, entry, relevant);
  const at = Math.max(
    steps.findIndex(({ id }) => id === tool.step),
    0,
  );
  const shown = steps[at]?.id ?? firstScreen;
  const isScreen = steps[at]?.questions !== undefined;

  function answer(question: string, value: string | null): void {
    tool.change((entry) => ({ ...entry, answers: withValue(entry.answers, question, value) }));
  }

  function ask(question: string): void {
    tool.goTo(questionOf(view, question).screen, question);
  }

  return (
    <ToolFrame
      tool={tool}
      labels={labels}
      steps={steps}
      shown={shown}
      title={steps[at]?.name ?? ''}
      isWide
      navAbove={shown !== firstScreen || tool.found || tool.hasMoved}
    >
      {isScreen && (
        <div class="beside">
          <div>
            {shown === firstScreen && <Resume tool={tool} labels={labels} steps={steps} />}
            <ScreenStep
              key={shown}
              view={view}
              screen={shown}
              answers={entry.answers}
              relevant={relevant}
              onAnswer={answer}
            />
          </div>
          <div class="side">
            <LiveList view={view} result={result} isReturning={tool.found} />
            {model.terms.length > 0 && <TermSearch view={view} />}
          </div>
        </div>
      )}
      {shown === firstScreen && <OtherWays tool={tool} labels={labels} />}
      {shown === REVIEW && (
        <Lazy load={loadLater} labels={labels}>
          {({ ReviewStep }) => (
            <ReviewStep view={view} entry={entry} relevant={relevant} onAsk={ask} onChange={tool.change} />
          )}
        </Lazy>
      )}
      {shown === RESULT && (
        <>
          <Lazy load={loadLater} labels={labels}>
            {({ ResultStep, view }) => (
              <ResultStep
                view={view}
                entry={entry}
                today={tool.today}
                link={tool.link}
                relevant={relevant}
                onAsk={ask}
              />
            )}
          </Lazy>
          <Keep tool={tool} labels={labels}>
            <button type="button" onClick={() => printOnly('all')}>
              {labels['share.printAll']}
            </button>
          </Keep>
        </>
      )}
    </ToolFrame>
  );
}

export default fromText(Chooser);

/** What tells the rules of one version of a chooser from those of another. */
function rulesOf({ version, rules }: AskedView['model']): string {
  return `${version} ${rules.map(({ id }) => id).join()}`;
}

/** The entry with what was filled in before the script ran. */
function takeOver(view: AskedView, entry: Entry, early: Readonly<Record<string, string>>): Entry {
  const known = view.model.questions.filter(({ id, values }) =>
    [...values.map((value) => value.id), UNKNOWN].includes(early[id] ?? ''),
  );
  if (known.length === 0) return entry;
  return {
    ...entry,
    answers: { ...entry.answers, ...Object.fromEntries(known.map(({ id }) => [id, early[id] ?? UNKNOWN])) },
  };
}

/** Screens with how many of the questions that matter are answered, then review and result. */
function stepsOf({ model, labels }: AskedView, { answers }: Entry, relevant: ReadonlySet<string>): NavStep[] {
  return [
    ...model.screens.map(({ id, name }, index) => {
      const asked = model.questions.filter((question) => question.screen === id && relevant.has(question.id));
      const answered = asked.filter((question) => answers[question.id] !== undefined).length;
      return { id, name, questions: { number: index + 1, answered, asked: asked.length } };
    }),
    { id: REVIEW, name: labels['step.review'] },
    { id: RESULT, name: labels['step.result'] },
  ];
}
