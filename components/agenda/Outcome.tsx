import { useMemo, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { printOnly } from '../../src/browser/print.ts';
import { randomId } from '../../src/browser/random-id.ts';
import { checkPlan, encodePlan, gather, type Plan } from '../../src/domain/plan/index.ts';
import type { PlanTechnique } from '../../src/domain/technique/index.ts';
import { CopyField } from '../tool/CopyField.tsx';
import { OpenFile } from '../tool/Keep.tsx';
import { plural } from '../tool/labels.ts';
import { Later } from '../tool/Later.tsx';
import { useLater } from '../tool/use-later.ts';
import type { Tool } from '../tool/use-tool.ts';
import './outcome.css';
import { AgendaSheet, Preparation, ScriptSheet } from './Sheets.tsx';
import { endOf, invitationText, nameOf, programmeLines, whereText } from './texts.ts';
import type { AgendaView } from './view.ts';

interface Props {
  view: AgendaView;
  tool: Tool<Plan>;
  scripts: readonly PlanTechnique[];
  onStartOver: () => void;
}

/** Everything that comes out of a plan: on paper, in a mail, in a calendar, as a link and as a file. */
export function Outcome({ view, tool, scripts: list, onStartOver }: Props) {
  const { labels, lang, runHref, techniques } = view;
  const plan = tool.entry;
  const scripts = useMemo(() => new Map(list.map((technique) => [technique.id, technique])), [list]);
  const gathering = useLater(() => gather(plan, scripts), [plan, scripts]);
  const [said, setSaid] = useState('');
  const warnings = checkPlan(plan, techniques).filter(({ name }) => !plan.accepted.includes(name)).length;

  async function toCalendar(): Promise<void> {
    if (plan.date === '') return setSaid(labels['result.noDate']);
    const { calendarText } = await import('../tool/calendar.ts').catch(() => ({ calendarText: null }));
    if (!calendarText) return setSaid(labels['part.failed']);
    const text = calendarText({
      title: nameOf(view, plan),
      place: whereText(view, plan),
      text: [plan.goal.trim(), programmeLines(view, plan).join('\n')].filter(Boolean).join('\n\n'),
      day: plan.date,
      start: plan.start,
      length: endOf(plan) - plan.start,
      id: randomId(),
      made: new Date(),
    });
    downloadText(`agenda-${plan.date}.ics`, 'text/calendar', text);
    setSaid(labels['result.calendarDone']);
  }

  return (
    <>
      {warnings > 0 && <p class="open-warnings">{plural(labels, lang, 'result.warnings', warnings)}</p>}
      <p class="buttons">
        <a class="button primary" href={`${runHref}#${encodePlan(plan)}`}>
          {labels['result.run']}
        </a>
        <button type="button" onClick={() => print()}>
          {labels['result.print']}
        </button>
        <button type="button" onClick={() => printOnly('script')}>
          {labels['result.printScript']}
        </button>
        <button type="button" onClick={() => void toCalendar()}>
          {labels['result.calendar']}
        </button>
      </p>
      <p role="status" class="hint">
        {said}
      </p>
      <AgendaSheet view={view} plan={plan} />
      {gathering && (
        <>
          <Later>
            {() => <ScriptSheet view={view} plan={plan} scripts={scripts} gathering={gathering} />}
          </Later>
          <Later>
            {() => (
              <details class="prepare">
                <summary>{labels['prepare.title']}</summary>
                <Preparation view={view} gathering={gathering} />
              </details>
            )}
          </Later>
        </>
      )}
      <Later>
        {() => (
          <section class="keep">
            <h3>{labels['invitation.title']}</h3>
            <CopyField
              label={labels['invitation.text']}
              text={invitationText(view, plan)}
              labels={labels}
              rows={12}
            />
            <h3>{labels['share.heading']}</h3>
            <p class="hint">{labels['share.intro']}</p>
            <CopyField label={labels['share.link']} text={tool.link} labels={labels} />
            <p class="hint">{labels['share.fileHint']}</p>
            <p class="buttons">
              <button type="button" onClick={tool.download}>
                {labels['share.json']}
              </button>
              <OpenFile labels={labels} onFile={tool.openFile} />
              <button type="button" class="danger" onClick={onStartOver}>
                {labels['start.over']}
              </button>
            </p>
          </section>
        )}
      </Later>
    </>
  );
}
