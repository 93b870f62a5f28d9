import { useEffect, useMemo, useState } from 'preact/hooks';
import { fetchData } from '../../src/browser/data.ts';
import { readQuery, replaceQuery } from '../../src/browser/query.ts';
import {
  addItem,
  clock,
  decodePlan,
  EMPTY_PLAN,
  encodePlan,
  fromPlanText,
  makeItem,
  placeFor,
  type Plan,
  type ReadyAgenda,
  type ReadyMeeting,
  takeMeeting,
  timetable,
  toPlanText,
  usualMinutes,
} from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import type { PlanTechnique } from '../../src/domain/technique/index.ts';
import { fromText } from '../tool/from-text.tsx';
import { OpenFile } from '../tool/Keep.tsx';
import { Later } from '../tool/Later.tsx';
import { Lazy, prefetch } from '../tool/lazy.tsx';
import { ToolFrame } from '../tool/ToolFrame.tsx';
import { RESULT, type ToolKind, useTool } from '../tool/use-tool.ts';
import { readEarly } from './early.ts';
import { StartStep } from './StartStep.tsx';
import { useUndo } from './use-undo.ts';
import { type AgendaProps, type AgendaView, leftText } from './view.ts';

const START = 'start';
const PROGRAMME = 'programme';

/** What the shell must know of this tool. */
const kindOf = (known: ReadonlySet<string>): ToolKind<Plan> => ({
  name: 'agenda',
  version: 1,
  firstStep: START,
  entry: {
    empty: EMPTY_PLAN,
    isEmpty: (plan) => toPlanText(plan) === toPlanText(EMPTY_PLAN),
    // A link to what one already has, own words apart, needs no choice between the two.
    isSame: (a, b) => encodePlan(a) === encodePlan(b),
  },
  toSavedText: toPlanText,
  toFileText: toPlanText,
  fromSavedText: (text) => {
    const loaded = fromPlanText(text, known);
    if (loaded.ok) return { ok: true, entry: loaded.plan, ignored: loaded.unknown };
    return { ok: false, reason: loaded.reason === 'foreign' ? 'foreign' : 'unreadable' };
  },
  encode: encodePlan,
  decode: (fragment) => {
    const decoded = decodePlan(fragment, known);
    return decoded.ok
      ? { ok: true, version: 1, entry: decoded.plan, retired: decoded.unknown, added: [] }
      : decoded;
  },
});

/** The outcome with the scripts, which come together; and the file for a calendar. */
const loadOutcome = (scriptsHref: string) => {
  const load = async () => {
    const [part, scripts] = await Promise.all([import('./Outcome.tsx'), fetchData(scriptsHref)]);
    return { ...part, scripts: scripts as readonly PlanTechnique[] };
  };
  return load;
};
const loadCalendar = () => import('../tool/calendar.ts');
const loadProgramme = () => import('./ProgrammeStep.tsx');

/** The whole tool. Renders the form of the meeting on the server; everything else follows in the browser. */
export function Agenda(props: AgendaProps) {
  const { labels, lang, scriptsHref } = props;
  const view = useMemo(
    (): AgendaView => ({ ...props, techniques: new Map(props.techniques.map((facts) => [facts.id, facts])) }),
    [],
  );
  const [load] = useState(() => loadOutcome(scriptsHref));
  const [early] = useState(readEarly);
  const tool = useTool(kindOf(new Set(view.techniques.keys())), labels, lang, (plan) => ({
    ...plan,
    ...early,
  }));
  const { entry: plan } = tool;
  const undo = useUndo(plan, tool.change, (said) => fill(labels['done.undone'], { said }));
  const isFilled = plan.items.length > 0;

  // In a meeting room there may be no network: with an agenda open, everything comes at once.
  useEffect(() => {
    if (isFilled) prefetch([loadProgramme, load, loadCalendar]);
  }, [isFilled]);

  // A technique page or a sheet sends its technique or meeting along.
  useEffect(() => {
    if (tool.ready) takeQuery();
  }, [tool.ready]);

  function takeQuery(): void {
    const query = new URLSearchParams(readQuery());
    const technique = query.get('techniek');
    const ready = query.get('agenda');
    if (technique === null && ready === null) return;
    replaceQuery('');
    if (ready !== null) {
      for (const agenda of view.ready)
        for (const meeting of agenda.meetings)
          if (meeting.id === ready) {
            // An agenda of one's own stays, as with a link: the reader says which of the two to go on with.
            if (isFilled) return tool.openFile(toPlanText(takeMeeting(EMPTY_PLAN, agenda, meeting)));
            return take(agenda, meeting);
          }
    }
    const facts = view.techniques.get(technique ?? '');
    if (!facts) return undo.say(labels['done.unknown']);
    const item = makeItem({ kind: 'technique', technique: facts.id, minutes: usualMinutes(facts) });
    undo.act(fill(labels['done.fromPage'], { title: facts.name }), (plan) =>
      addItem(plan, item, placeFor(plan, facts, view.techniques)),
    );
    tool.show(PROGRAMME);
  }

  function take(agenda: ReadyAgenda, meeting: ReadyMeeting): void {
    undo.act(fill(labels['done.taken'], { title: meeting.name }), (plan) =>
      takeMeeting(plan, agenda, meeting),
    );
    tool.goTo(PROGRAMME);
  }

  function startOver(): void {
    undo.act(labels['done.emptied'], () => EMPTY_PLAN);
    tool.goTo(START);
  }

  const steps = [START, PROGRAMME, RESULT] as const;
  const shown = steps.find((step) => step === tool.step) ?? START;
  return (
    <div class="composer" onFocusIn={() => prefetch([loadProgramme])}>
      <ToolFrame
        tool={tool}
        labels={labels}
        steps={steps.map((id) => ({ id, name: labels[`step.${id}`] }))}
        shown={shown}
        title={labels[`step.${shown}`]}
        navAbove
        begin={labels['start.next']}
        isWide={shown === PROGRAMME}
      >
        {shown === START && (
          <>
            <StartStep view={view} plan={plan} onChange={undo.change} onTake={take} />
            <p class="buttons after-form">
              <OpenFile labels={labels} onFile={tool.openFile} />
              {isFilled && (
                <button type="button" class="danger" onClick={startOver}>
                  {labels['start.over']}
                </button>
              )}
            </p>
          </>
        )}
        {shown === PROGRAMME && (
          <Later>
            {() => (
              <Lazy load={loadProgramme} labels={labels}>
                {({ ProgrammeStep }) => (
                  <ProgrammeStep
                    view={view}
                    plan={plan}
                    undo={undo}
                    onField={(field) => tool.goTo(START, field)}
                  />
                )}
              </Lazy>
            )}
          </Later>
        )}
        {shown === RESULT &&
          (isFilled ? (
            <Lazy load={load} labels={labels}>
              {({ Outcome, scripts }) => (
                <Outcome view={view} tool={tool} scripts={scripts} onStartOver={startOver} />
              )}
            </Lazy>
          ) : (
            <p>{labels['result.empty']}</p>
          ))}
      </ToolFrame>
      <Bar view={view} plan={plan} said={undo.said} onUndo={undo.canUndo ? undo.undo : null} />
    </div>
  );
}

export default fromText(Agenda);

interface BarProps {
  view: AgendaView;
  plan: Plan;
  said: string;
  /** Null when there is nothing to undo. */
  onUndo: (() => void) | null;
}

/** What was done last with the way back, and how the time stands; always in view. */
function Bar({ view, plan, said, onUndo }: BarProps) {
  const { labels } = view;
  const { total, end, left } = timetable(plan);
  const isEmpty = plan.items.length === 0;
  return (
    <div class="plan-bar" hidden={isEmpty && said === '' && !onUndo}>
      <p role="status">{said}</p>
      {onUndo && (
        <button type="button" onClick={onUndo}>
          {labels['undo']}
        </button>
      )}
      {!isEmpty && (
        <p class="totals">
          {clock(plan.start)}–{clock(end)} · {total} {labels['min']}
          {left !== null && <span class={left < 0 ? 'over' : ''}> · {leftText(view, left)}</span>}
        </p>
      )}
    </div>
  );
}
