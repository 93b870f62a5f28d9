import {
  type Firmness,
  firmness,
  type Flip,
  flips,
  type StageResult,
  type Verdict,
} from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { useLater } from '../tool/use-later.ts';
import { verdictText } from './reading.ts';
import { listed, nameIn, optionOf, questionOf, type Reading, valueText, type View } from './view.ts';

/** Which other answer, or other weight, would put something else in front. */
export function Turning({ view, entry, stage }: Reading & { stage: StageResult }) {
  const { labels, model } = view;
  const { answers, importance } = entry;
  const id = stage.stage;
  const others = useLater(() => flips(model, answers, importance, id), [entry, id]);
  const firm = useLater(() => ({ of: firmness(model, answers, importance, id) }), [entry, id]);
  if (!others || !firm) return null;
  return (
    <div class="turning">
      {stage.verdict.kind === 'leads' && firm.of && (
        <details>
          <summary>
            {labels['firm.title']} <span class="answer">{labels[firm.of.firm ? 'firm.yes' : 'firm.no']}</span>
          </summary>
          <Firm view={view} firmness={firm.of} option={stage.verdict.option} />
        </details>
      )}
      <details>
        <summary>
          {labels['flips.title']}{' '}
          <span class="answer">
            {others.length === 0
              ? labels['flips.none']
              : fill(labels['flips.count'], { n: questionsIn(others).length })}
          </span>
        </summary>
        {others.length === 0 ? (
          <p>{labels['flips.noneText']}</p>
        ) : (
          <>
            <p class="hint">{labels['flips.intro']}</p>
            <Flips view={view} flips={others} />
          </>
        )}
      </details>
    </div>
  );
}

function Firm({
  view,
  firmness: { firm, turnedBy },
  option,
}: {
  view: View;
  firmness: Firmness;
  option: string;
}) {
  const { labels, model } = view;
  if (firm) return <p>{fill(labels['firm.yesText'], { option: optionOf(view, option).name })}</p>;
  if (turnedBy.length === 0) return <p>{labels['firm.together']}</p>;
  return (
    <ul>
      {turnedBy.map(({ criterion, importance, verdict }) => (
        <li key={`${criterion} ${importance}`}>
          {fill(labels[`firm.${importance}`], { criterion: nameIn(model.criteria, criterion) })}{' '}
          {verdictText(view, verdict)}
        </li>
      ))}
    </ul>
  );
}

const questionsIn = (flips: readonly Flip[]): string[] => [...new Set(flips.map(({ question }) => question))];

/** Other answers, by question; those with the same outcome together. */
function Flips({ view, flips }: { view: View; flips: readonly Flip[] }) {
  return (
    <dl class="flips">
      {questionsIn(flips).map((id) => {
        const outcomes = new Map<string, { verdict: Verdict; values: string[] }>();
        for (const { question, value, verdict } of flips) {
          if (question !== id) continue;
          const key = JSON.stringify(verdict);
          outcomes.set(key, { verdict, values: [...(outcomes.get(key)?.values ?? []), value] });
        }
        return (
          <div key={id}>
            <dt>{questionOf(view, id).title}</dt>
            {[...outcomes].map(([key, { verdict, values }]) => (
              <dd key={key}>
                {listed(
                  view,
                  values.map((value) => `“${valueText(view, id, value)}”`),
                  'or',
                )}
                {': '}
                {verdictText(view, verdict)}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
