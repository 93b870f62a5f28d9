import type { OptionResult } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { Later } from '../tool/Later.tsx';
import { STATUS_SIGNS } from './LiveList.tsx';
import { type Reason, reasonsOf, scoreText, signOf, spoken, spokenOf } from './reading.ts';
import { Statement, Statements } from './Statement.tsx';
import { optionOf, type Reading } from './view.ts';

interface Props extends Reading {
  option: OptionResult;
  /** Whether it stands in front in its step. */
  isFront: boolean;
  /** Lowest and highest score in the step, in half points, so that all bars have one scale. */
  scale: Scale;
}

export interface Scale {
  readonly lo: number;
  readonly hi: number;
}

/** An option that is still in, with everything that speaks for and against it and what it brings along. */
export function OptionCard({ option, isFront, scale, ...reading }: Props) {
  const { view } = reading;
  const { labels } = view;
  return (
    <details class={isFront ? 'option front' : 'option'} open={isFront}>
      <summary>
        <h4>{optionOf(view, option.option).name}</h4>
        <span class={`status ${option.status}`}>
          <span aria-hidden="true">{STATUS_SIGNS[option.status]}</span> {labels[`status.${option.status}`]}
        </span>
        {option.score && (
          <span class="score">
            <ScoreBar score={option.score} scale={scale} />
            {fill(labels['score'], { points: scoreText(view, option.score) })}
          </span>
        )}
      </summary>
      <Later>{() => <Body option={option} {...reading} />}</Later>
    </details>
  );
}

/** Everything about an option, below its name. */
function Body({ option, ...reading }: Reading & { option: OptionResult }) {
  const { view } = reading;
  const { labels, model } = view;
  const { name, summary, page } = optionOf(view, option.option);
  const reasons = reasonsOf(view, option);
  const sides = [
    { title: labels['reasons.for'], of: reasons.filter(({ weight, isSure }) => isSure && weight > 0) },
    { title: labels['reasons.against'], of: reasons.filter(({ weight, isSure }) => isSure && weight < 0) },
  ];
  const unsure = reasons.filter(({ isSure }) => !isSure);
  const duties = spokenOf(view, option, 'duty');
  return (
    <>
      <p>
        {summary} <a href={page}>{fill(labels['option.more'], { option: name })}</a>
      </p>
      <Statements {...reading} title={labels['reasons.maybeOut']} said={spoken(view, option.excludedBy)} />
      <div class="sides">
        {sides.map(({ title, of }) => (
          <div key={title}>
            <h5>{title}</h5>
            {of.length === 0 ? (
              <p class="hint">{labels['reasons.none']}</p>
            ) : (
              <Reasons {...reading} of={of} />
            )}
          </div>
        ))}
      </div>
      {unsure.length > 0 && (
        <div>
          <h5>{labels['reasons.unsure']}</h5>
          <Reasons {...reading} of={unsure} />
        </div>
      )}
      <Statements {...reading} title={labels['option.warnings']} said={spokenOf(view, option, 'warn')} />
      <Statements {...reading} title={labels['option.referrals']} said={spokenOf(view, option, 'refer')} />
      {duties.length > 0 && (
        <details class="duties">
          <summary>{fill(labels['option.duties'], { n: duties.length })}</summary>
          {model.topics.map(({ id, name }) => (
            <Statements
              key={id}
              {...reading}
              title={name}
              said={duties.filter(({ rule }) => rule.topic === id)}
            />
          ))}
        </details>
      )}
    </>
  );
}

function Reasons({ of, ...reading }: Reading & { of: readonly Reason[] }) {
  const { labels } = reading.view;
  return (
    <ul class="reasons">
      {of.map((reason) => {
        const { sign, key } = signOf(reason.weight);
        return (
          <Statement key={reason.rule.id} {...reading} of={reason}>
            <b class={reason.weight > 0 ? 'for' : 'against'}>
              <span aria-hidden="true">{sign}</span>
              <span class="sr-only">{labels[key]}: </span>
            </b>
          </Statement>
        );
      })}
    </ul>
  );
}

/** The score on the scale of its step: sure part filled, unsure part hatched, a line at nought. */
function ScoreBar({ score, scale }: { score: Scale; scale: Scale }) {
  const width = Math.max(scale.hi - scale.lo, 1);
  const place = (value: number): number => Math.round(((value - scale.lo) / width) * 100);
  const nought = place(0);
  const [lo, hi] = [place(score.lo), place(score.hi)];
  // From nought to the nearer end everything agrees; between the ends it is open.
  const near = lo > nought ? lo : hi < nought ? hi : nought;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" />
      <rect
        class={near < nought ? 'minus' : 'sure'}
        x={Math.min(nought, near)}
        width={Math.abs(near - nought)}
        height="8"
      />
      {Array.from({ length: Math.ceil((hi - lo) / 4) }, (_, index) => (
        <rect class="maybe" key={index} x={lo + index * 4 + 1} width="1.6" height="8" />
      ))}
      <rect class="nought" x={Math.min(Math.max(nought - 0.4, 0), 99.2)} width="0.8" height="8" />
    </svg>
  );
}
