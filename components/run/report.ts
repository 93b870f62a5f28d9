import { currentStep, gistOf, type RunScript, timingOf } from '../../src/domain/run/index.ts';
import { fill, type Line, toMarkdown, toPlainText } from '../../src/domain/shared/index.ts';
import type { Running } from './use-run.ts';
import { dayOf, minutesOf, type RunView, timeOfDay } from './view.ts';

/** The places where there is a note, in the order of the script. */
export function notedSteps({ script, run }: Running): RunScript['steps'] {
  return script.steps.filter(({ key }) => run.notes[key] !== undefined);
}

/** What was on the agenda, what is on paper now and the notes, to keep as a file. */
export function reportText(view: RunView, running: Running, format: 'text' | 'markdown'): string {
  const { labels } = view;
  const { script, run } = running;
  const { whole } = timingOf(script, run, run.changedAt);
  const { startedAt } = run.clock;
  const step = currentStep(script, run);
  const lines: readonly Line[] = [
    { kind: 'title', text: script.title },
    {
      kind: 'text',
      text: [
        fill(labels['report.when'], { day: dayOf(startedAt, view), time: timeOfDay(startedAt) }),
        fill(labels['report.length'], {
          elapsed: minutesOf(whole.elapsed),
          planned: minutesOf(whole.planned),
          n: run.people,
        }),
        ...(run.names.length > 0 ? [fill(labels['report.names'], { names: run.names.join(', ') })] : []),
        ...(run.endedAt === null ? [fill(labels['report.open'], { step: gistOf(script, step) })] : []),
      ].join('\n'),
    },
    ...script.parts
      .filter(({ outcome }) => outcome !== '')
      .flatMap(({ title, outcome }): Line[] => [
        {
          kind: 'heading',
          text: script.parts.length > 1 ? fill(labels['report.outcomeOf'], { title }) : labels['end.outcome'],
        },
        { kind: 'text', text: outcome },
      ]),
    ...notedSteps(running).flatMap((step, index): Line[] => [
      ...(index === 0 ? [{ kind: 'heading', text: labels['notes'] } as const] : []),
      { kind: 'item', text: `${gistOf(script, step)}\n${run.notes[step.key] ?? ''}` },
    ]),
  ];
  return format === 'markdown' ? toMarkdown(lines) : toPlainText(lines);
}
