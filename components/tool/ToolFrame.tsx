import type { ComponentChildren } from 'preact';
import { fill } from '../../src/domain/shared/index.ts';
import type { ToolLabels } from './labels.ts';
import { Notices } from './Notices.tsx';
import { type NavStep, progressOf, StepButtons, StepsNav } from './StepsNav.tsx';
import { RESULT, type Tool } from './use-tool.ts';

interface Props<E> {
  tool: Tool<E>;
  labels: ToolLabels;
  /** Steps the reader can go to, in order. */
  steps: readonly NavStep[];
  shown: string;
  title: string;
  /** Whether the list of steps stands above the step; a step that stands it elsewhere says no. */
  navAbove: boolean;
  begin?: string;
  /** Whether it takes all the room there is, instead of the measure of a form. */
  isWide?: boolean;
  children: ComponentChildren;
}

/** What stands around every step of a tool: notices, the list of steps, the heading and the buttons. */
export function ToolFrame<E>({
  tool,
  labels,
  steps,
  shown,
  title,
  navAbove,
  begin,
  isWide,
  children,
}: Props<E>) {
  const more = begin === undefined ? {} : { begin };
  return (
    <div class={isWide ? 'tool wide' : 'tool'} data-ready={tool.ready ? '' : undefined} data-step={shown}>
      <Notices tool={tool} labels={labels} />
      {navAbove && <StepsNav tool={tool} labels={labels} steps={steps} shown={shown} />}
      <h2 ref={tool.heading} tabIndex={-1} class="step-title">
        {title}
      </h2>
      {children}
      {steps.length > 1 && <StepButtons tool={tool} labels={labels} steps={steps} shown={shown} {...more} />}
    </div>
  );
}

interface ResumeProps<E> {
  tool: Tool<E>;
  labels: ToolLabels;
  steps: readonly NavStep[];
}

/** Welcomes back who has answers on this device. */
export function Resume<E>({ tool, labels, steps }: ResumeProps<E>) {
  const { answered, asked } = progressOf(steps);
  if (!tool.found || answered === 0) return null;
  const firstOpen = steps.find(({ questions }) => questions && questions.answered < questions.asked);
  return (
    <div class="resume">
      <p>
        <strong>{labels['start.resume']}.</strong> {fill(labels['start.resumeText'], { answered, asked })}
      </p>
      <p class="buttons">
        {firstOpen && (
          <button type="button" class="primary" onClick={() => tool.goTo(firstOpen.id)}>
            {labels['start.continue']}
          </button>
        )}
        <button type="button" onClick={() => tool.goTo(RESULT)}>
          {labels['start.toResult']}
        </button>
      </p>
    </div>
  );
}
