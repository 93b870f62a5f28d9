import type { LocalItem } from '../../../src/domain/assessment/index.ts';
import { type Round, roundItems } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { phaseOf } from '../../assessment/view.ts';
import { type GroupView, testView } from '../view.ts';

interface Props {
  view: GroupView;
  round: Round;
  /** What is asked of which group. */
  title: string;
}

/**
 * The questions of the round on paper, numbered as they are typed over, for firms without a phone. It asks for a number
 * and never for a name. Shows in print only, when it is asked for.
 */
export function RoundForm({ view, round, title }: Props) {
  const { labels, testLabels, model, lang } = view;
  const items = roundItems(model, round) as readonly LocalItem[];
  return (
    <div class="tool-paper round-form">
      <p class="sheet-title">{title}</p>
      <p class="fill-in">
        <span>{labels['sheet.number']}:</span>
        <span>{testLabels['paper.date']}:</span>
      </p>
      <p>
        {testLabels['paper.intro']} {labels['invite.formPrivacy']}
      </p>
      <div class="columns">
        {round.phases.map((id) => {
          const { number, name } = phaseOf(testView(view), id);
          return (
            <section key={id}>
              <h3>{fill(testLabels['step.phase'], { n: number, name })}</h3>
              {items.map(
                (item, at) =>
                  item.phase === id && (
                    <div class="paper-item" key={item.id}>
                      <p class="paper-question">
                        {at + 1}. {item.question}{' '}
                        {item.kind === 'gate' && <b>{testLabels['result.gate'].toLocaleLowerCase(lang)}</b>}
                      </p>
                      <ul>
                        {item.levels.map((text, level) => (
                          <Choice key={level} sign={String(level)} text={text} />
                        ))}
                        <Choice sign="?" text={testLabels['answer.u']} />
                        {item.naAllowed && <Choice sign="–" text={testLabels['answer.n']} />}
                      </ul>
                    </div>
                  ),
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** An answer with its box, in which stands the key it is typed over with. */
function Choice({ sign, text }: { sign: string; text: string }) {
  return (
    <li>
      <span class="tick">{sign}</span>
      {text}
    </li>
  );
}
