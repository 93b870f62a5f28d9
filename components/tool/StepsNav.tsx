import { fill } from '../../src/domain/shared/index.ts';
import type { ToolLabels } from './labels.ts';
import { RESULT, type Tool } from './use-tool.ts';

/** A step in the list; one with questions has a number and counts them. */
export interface NavStep {
  readonly id: string;
  readonly name: string;
  readonly questions?: { readonly number: number; readonly answered: number; readonly asked: number };
}

/** The step in which answers are looked through; every tool has it, just before the result. */
export const REVIEW = 'review';

interface Props<E> {
  tool: Tool<E>;
  labels: ToolLabels;
  steps: readonly NavStep[];
  shown: string;
}

/** All steps with how far each is, and whether the answers are saved. */
export function StepsNav<E>({ tool, labels, steps, shown }: Props<E>) {
  const { answered, asked } = progressOf(steps);
  return (
    <nav class="steps-nav" aria-label={labels['steps']}>
      <p class="progress-text">
        {asked > 0 && `${fill(labels['progress'], { answered, asked })}.`}
        {tool.saving === 'written' && !tool.isBorrowed && <span> {labels['saved.ok']}</span>}
        {tool.isBorrowed && <span> {labels['saved.notYet']}</span>}
      </p>
      {asked > 0 && <progress max={asked} value={answered} aria-hidden="true" />}
      <ol>
        {steps.map(({ id, name, questions }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === shown ? 'step' : undefined}
              class={questions && questions.answered === questions.asked ? 'full' : ''}
              onClick={() => tool.goTo(id)}
            >
              {questions ? (
                <>
                  <span class="number">{questions.number}</span>
                  <span class="name">{name}</span>
                  <span class="count">
                    {questions.asked === 0
                      ? labels['stepNone']
                      : fill(labels['stepCount'], { answered: questions.answered, asked: questions.asked })}
                  </span>
                </>
              ) : (
                <span>{name}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Questions answered and asked in all steps together. */
export function progressOf(steps: readonly NavStep[]): { answered: number; asked: number } {
  const sum = (of: (counted: NonNullable<NavStep['questions']>) => number): number =>
    steps.reduce((total, { questions }) => total + (questions ? of(questions) : 0), 0);
  return { answered: sum(({ answered }) => answered), asked: sum(({ asked }) => asked) };
}

interface ButtonProps<E> extends Props<E> {
  /** What the button to the second step says, where that is not simply "next". */
  begin?: string;
}

/** To the previous and the next step, and from questions straight to the result. */
export function StepButtons<E>({ tool, labels, steps, shown, begin }: ButtonProps<E>) {
  const at = steps.findIndex(({ id }) => id === shown);
  const [previous, next] = [steps[at - 1], steps[at + 1]];
  const nextLabel = (id: string): string =>
    at === 0 && begin
      ? begin
      : id === REVIEW
        ? labels['nav.review']
        : id === RESULT
          ? labels['nav.result']
          : labels['nav.next'];
  return (
    <p class="buttons step-buttons">
      {previous && (
        <button type="button" onClick={() => tool.goTo(previous.id)}>
          {labels['nav.previous']}
        </button>
      )}
      {next && (
        <button type="button" class="primary" onClick={() => tool.goTo(next.id)}>
          {nextLabel(next.id)}
        </button>
      )}
      {steps[at]?.questions && (
        <button type="button" class="plain" onClick={() => tool.goTo(RESULT)}>
          {labels['nav.result']}
        </button>
      )}
    </p>
  );
}
