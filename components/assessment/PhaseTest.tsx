import { useEffect, useState } from 'preact/hooks';
import { readChecked } from '../../src/browser/early.ts';
import { downloadText } from '../../src/browser/files.ts';
import { openForPrint } from '../../src/browser/print.ts';
import {
  type Answer,
  askedItems,
  decode,
  encode,
  ENTRY,
  type Entry,
  fromSavedText,
  type LocalItem,
  START_LIST,
  toSavedText,
} from '../../src/domain/assessment/index.ts';
import { GIVEN, withGiven } from '../../src/domain/round/index.ts';
import { dayInWords, fill, toCsv, withValue } from '../../src/domain/shared/index.ts';
import { MemberBanner, MemberHint, MemberResult, MemberStart } from '../group/member/MemberParts.tsx';
import { type GroupSide, type Member, useMember } from '../group/member/use-member.ts';
import { fromText } from '../tool/from-text.tsx';
import { Keep, OtherWays } from '../tool/Keep.tsx';
import { type Load, Lazy, prefetch } from '../tool/lazy.tsx';
import { Later } from '../tool/Later.tsx';
import { Review } from '../tool/Review.tsx';
import { type NavStep, REVIEW, StepsNav } from '../tool/StepsNav.tsx';
import { Resume, ToolFrame } from '../tool/ToolFrame.tsx';
import { RESULT, type ToolKind, useTool } from '../tool/use-tool.ts';
import { PhaseStep } from './PhaseStep.tsx';
import type * as ResultPart from './ResultStep.tsx';
import { StartStep } from './StartStep.tsx';
import { answerText, phaseOf, type View } from './view.ts';

const START = 'start';

/** What follows from the answers; comes once the reader has begun. */
export const loadResult: Load<typeof ResultPart> = () => import('./ResultStep.tsx');

/** What the shell must know of this tool. A file of a member says of whom it is, so that it does not count beside its link. */
const kindOf = ({ model }: View, { fragmentOf }: Member): ToolKind<Entry> => ({
  name: 'fasetest',
  version: model.version,
  firstStep: START,
  entry: ENTRY,
  toSavedText: (entry) => toSavedText(model, entry),
  toFileText: (entry, today) => {
    const text = toSavedText(model, entry, today);
    const fragment = fragmentOf(entry.answers);
    return fragment === null ? text : withGiven(text, fragment);
  },
  fromSavedText: (text) => fromSavedText(model, text),
  encode: (entry) => encode(model, entry),
  decode: (fragment) => decode(model, fragment),
});

/** What the page gives the tool. */
export interface PhaseTestProps extends View {
  /** What it says to a member of a group that was invited to a round. */
  readonly group?: GroupSide;
}

/** The whole tool. Renders the start question on the server; everything else follows in the browser. */
export function PhaseTest({ group, ...all }: PhaseTestProps) {
  // First of all: an invitation to a group's round must not be taken for answers.
  const member = useMember(all, group);
  const { view } = member;
  const { model, labels, lang } = view;
  const [early] = useState(() => readChecked('.tool')[START]);
  const tool = useTool(kindOf(all, member), labels, lang, (entry) => {
    const start = START_LIST.find((known) => known === early);
    return start ? { ...entry, start } : entry;
  });
  const entry = member.entryOf(tool.entry);

  useEffect(() => {
    if (member.arrivals > 0) tool.show(START);
  }, [member.arrivals]);

  // What a member fills in for a group is a test of its own too, with a start.
  const { start } = entry;
  useEffect(() => {
    if (tool.ready && start && !tool.isBorrowed)
      tool.change((entry) => (entry.start ? entry : { ...entry, start }));
  }, [tool.ready, start, tool.isBorrowed]);

  // Also without network the result is there.
  const hasBegun = start !== null;
  useEffect(() => {
    if (hasBegun) prefetch([loadResult]);
  }, [hasBegun]);

  // A print shows all answers, also when their list is closed on screen.
  useEffect(() => openForPrint('.all-answers'), []);

  const asked = entry.start ? (askedItems(model, entry.start) as LocalItem[]) : [];
  const itemsOf = (phase: string): LocalItem[] => asked.filter((item) => item.phase === phase);
  const steps = entry.start ? stepsOf(view, entry, itemsOf) : [{ id: START, name: labels['step.start'] }];
  const at = Math.max(
    steps.findIndex(({ id }) => id === tool.step),
    0,
  );
  const shown = steps[at]?.id ?? START;
  const isPhase = steps[at]?.questions !== undefined;
  const phase = phaseOf(view, shown);

  function answerItem(item: string, answer: Answer | null): void {
    tool.change((entry) => ({ ...entry, answers: withValue(entry.answers, item, answer) }));
  }

  function changeItem({ phase, id }: LocalItem): void {
    tool.goTo(phase, id);
  }

  return (
    <ToolFrame
      tool={tool}
      labels={labels}
      steps={steps}
      shown={shown}
      title={
        isPhase
          ? fill(labels['step.phase'], { n: phase.number, name: phase.name })
          : (steps[at]?.name ?? labels['step.start'])
      }
      navAbove={shown !== START}
      begin={labels['start.begin']}
    >
      <MemberBanner member={member} group={group} />
      {shown === START && (
        <>
          <Resume tool={tool} labels={labels} steps={steps} />
          {member.membership ? (
            <MemberStart member={member} group={group} />
          ) : (
            <StartStep
              view={view}
              entry={entry}
              onStart={(start) => tool.change((entry) => ({ ...entry, start }))}
            />
          )}
          {/* Above the question the list would push the choices away while they are made. */}
          {entry.start && <StepsNav tool={tool} labels={labels} steps={steps} shown={shown} />}
          <OtherWays tool={tool} labels={labels} hasForm={!member.membership} />
        </>
      )}
      {isPhase && <PhaseStep view={view} entry={entry} items={itemsOf(shown)} onAnswer={answerItem} />}
      {shown === REVIEW && entry.start && (
        <>
          <p class="hint">{labels['review.intro']}</p>
          {model.routes[entry.start].map((id) => {
            const { number, name } = phaseOf(view, id);
            return (
              <section key={id}>
                <h3>{fill(labels['step.phase'], { n: number, name })}</h3>
                <Review
                  labels={labels}
                  answers={itemsOf(id).map((item) => ({
                    ...item,
                    answer: answerText(view, entry, item),
                    isOpen: entry.answers[item.id] === undefined,
                  }))}
                  onChange={(item) => tool.goTo(id, item)}
                />
              </section>
            );
          })}
        </>
      )}
      {shown === RESULT && (
        <>
          {!tool.isBorrowed && <MemberResult member={member} group={group} entry={entry} view={view} />}
          <Lazy load={loadResult} labels={labels}>
            {({ ResultStep }) => (
              <ResultStep
                view={view}
                entry={entry}
                onChange={changeItem}
                date={dayInWords(tool.today, labels)}
              />
            )}
          </Lazy>
          <Later>
            {() => (
              <>
                <MemberHint member={member} group={group} />
                <Keep tool={tool} labels={labels} hasForm={!member.membership}>
                  <button
                    type="button"
                    onClick={() =>
                      downloadText(
                        `fasetest-${tool.today}.csv`,
                        'text/csv',
                        toCsv(tableOf(view, entry, asked, member.fragmentOf(entry.answers))),
                      )
                    }
                  >
                    {labels['share.csv']}
                  </button>
                </Keep>
              </>
            )}
          </Later>
        </>
      )}
    </ToolFrame>
  );
}

export default fromText(PhaseTest);

/** The steps of the route of this start. */
function stepsOf(view: View, entry: Entry, itemsOf: (phase: string) => readonly LocalItem[]): NavStep[] {
  const { model, labels } = view;
  const phases = entry.start ? model.routes[entry.start] : [];
  return [
    { id: START, name: labels['step.start'] },
    ...phases.map((id) => {
      const { number, name } = phaseOf(view, id);
      const items = itemsOf(id);
      const answered = items.filter((item) => entry.answers[item.id] !== undefined).length;
      return { id, name, questions: { number, answered, asked: items.length } };
    }),
    { id: REVIEW, name: labels['step.review'] },
    { id: RESULT, name: labels['step.result'] },
  ];
}

/** All asked items with their answers, for a spreadsheet; for a member also the link text for the group. */
function tableOf(view: View, entry: Entry, asked: readonly LocalItem[], fragment: string | null): string[][] {
  const { labels } = view;
  const head = [labels['result.phase'], 'id', labels['result.gate'], labels['result.question']];
  const rows = asked.map((item) => [
    String(phaseOf(view, item.phase).number),
    item.id,
    labels[`kind.${item.kind}`],
    item.question,
    entry.answers[item.id] ?? '',
    answerText(view, entry, item),
  ]);
  const given = fragment === null ? [] : [['', GIVEN, '', '', fragment, '']];
  return [[...head, 'code', labels['result.answer']], ...rows, ...given];
}
