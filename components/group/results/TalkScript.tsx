import { fill } from '../../../src/domain/shared/index.ts';
import type { GroupLabels } from '../labels.ts';

interface Props {
  labels: GroupLabels;
  /** Questions to talk about first, where there are answers to choose them from. */
  first?: readonly string[];
}

/** Minutes of each step of the talk. */
const STEPS = [
  [1, 5],
  [2, 10],
  [3, 30],
  [4, 10],
  [5, 5],
] as const;

/** How to lead the talk about the result in an hour: what the facilitator does and says, step by step. */
export function TalkScript({ labels, first = [] }: Props) {
  return (
    <div class="talk-script">
      <p>{labels['agenda.before']}</p>
      <ol class="steps">
        {STEPS.map(([step, minutes]) => (
          <li key={step}>
            <p class="do">
              {labels[`agenda.script.${step}.title`]}
              <span class="minutes"> · {fill(labels['talk.minutes'], { n: minutes })}</span>
            </p>
            <p>
              <span class="label">{labels['agenda.do']}</span> {labels[`agenda.script.${step}.do`]}
            </p>
            {step === 3 && first.length > 0 && (
              <>
                <p>{labels['agenda.scriptFirst']}</p>
                <ul>
                  {first.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
              </>
            )}
            <p>
              <span class="label">{labels['agenda.say']}</span> “{labels[`agenda.script.${step}.say`]}”
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
