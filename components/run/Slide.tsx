import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { currentStep, gistOf, type Option, optionsOf, timesHere } from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { Speakers } from './Speakers.tsx';
import type { OpenRun } from './view.ts';

interface Props extends OpenRun {
  /** Id of the sentence, which names the screen. */
  id: string;
  heading: RefObject<HTMLHeadingElement>;
}

/** The step that is shown: what to say, large; what to do; who speaks; or the question how to go on. */
export function Slide({ id, heading, ...open }: Props) {
  const { view, script, run } = open;
  const { labels } = view;
  const step = currentStep(script, run);
  const part = script.parts[step.part];
  const times = timesHere(run);
  const isAsking = run.choice !== null;
  const sentence = step.say || step.do || part?.title || '';
  return (
    <div class={isAsking ? 'slide asking' : 'slide'}>
      <h2 id={id} ref={heading} tabIndex={-1} class={step.say ? 'say' : ''}>
        <span class="sr-only">
          {fill(labels['step.place'], { n: step.number, m: part?.steps ?? 1 })}.{' '}
          {step.say && `${labels['step.say']} `}
        </span>
        {step.say ? `“${sentence}”` : sentence}
      </h2>
      {part?.note && step.number === 1 && <p class="note">{part.note}</p>}
      {times > 1 && <p class="times-here">{fill(labels['step.again'], { n: times })}</p>}
      {isAsking ? (
        <Choice {...open} />
      ) : (
        <>
          {step.say !== '' && step.do !== '' && <p class="do">{step.do}</p>}
          {step.isRound && <Speakers {...open} />}
        </>
      )}
    </div>
  );
}

/** Ways to go on from a step; the marked one has the focus. */
function Choice({ view, script, run, act }: OpenRun) {
  const { labels } = view;
  const list = useRef<HTMLOListElement>(null);
  const options = optionsOf(script, currentStep(script, run));

  useLayoutEffect(() => {
    list.current?.querySelectorAll('button')[run.choice ?? 0]?.focus();
  }, [run.choice]);

  const target = (option: Exclude<Option, { kind: 'stay' }>): string =>
    option.to
      ? fill(labels['choice.to'], { n: option.to.number, step: gistOf(script, option.to) })
      : labels['choice.end'];

  return (
    <div class="choice-of-way">
      <h3 id="run-choice">{labels['choice.title']}</h3>
      <ol ref={list} aria-labelledby="run-choice">
        {options.map((option, index) => (
          <li key={index}>
            <button
              type="button"
              onFocus={() => act({ type: 'mark', option: index })}
              onClick={() => act({ type: 'take', option: index })}
              class={index === run.choice ? 'marked' : ''}
            >
              {option.kind === 'stay' ? (
                labels['choice.stay']
              ) : (
                <>
                  <strong>{option.when || labels['choice.next']}</strong> <span>{target(option)}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
      <p class="hint keys">{labels['choice.keys']}</p>
    </div>
  );
}
