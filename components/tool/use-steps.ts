import { type RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { markStep, onStepChange, pushStep, readStep } from '../../src/browser/steps.ts';

/** Where the reader is in a tool. */
export interface Steps {
  readonly step: string;
  /** Whether the reader has gone to a step since the page opened. */
  readonly hasMoved: boolean;
  /** Goes on the heading of the step. */
  readonly heading: RefObject<HTMLHeadingElement>;
  /** Shows a step without an entry in the history. */
  readonly show: (step: string) => void;
  /** Goes to a step, and there to the question with this id where one is named. */
  readonly goTo: (step: string, question?: string) => void;
}

/** Steps kept in the history of the tab; the focus follows them. */
export function useSteps(first: string): Steps {
  const [step, setStep] = useState(first);
  /** Moves to a step so far, also to the one that is shown. */
  const [moves, setMoves] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const target = useRef<string | null>(null);

  // A reload, or coming back from a page of the handbook, shows the step that was shown.
  useEffect(() => {
    const before = readStep();
    if (before !== null) setStep(before);
  }, []);

  // Every entry in the history names its step. One without is an ordinary anchor on the page: the step stays.
  useEffect(() => {
    markStep(step);
    return onStepChange((to) => (to === null ? markStep(step) : show(to)));
  }, [step]);

  // A new step is announced by moving the focus to its heading, or to the question the reader asked for.
  useEffect(() => {
    if (moves === 0) return;
    const question = target.current === null ? null : document.getElementById(questionId(target.current));
    target.current = null;
    const place = question ?? heading.current;
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start' });
  }, [moves]);

  function show(to: string): void {
    setMoves((before) => before + 1);
    setStep(to);
  }

  function goTo(to: string, question?: string): void {
    target.current = question ?? null;
    if (to !== step) pushStep(to);
    show(to);
  }

  return { step, hasMoved: moves > 0, heading, show, goTo };
}

/** The id in the page of a question's fieldset, or of a field that can be gone to. */
export function questionId(question: string): string {
  return `vraag-${question}`;
}
