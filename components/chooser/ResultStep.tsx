import { useState } from 'preact/hooks';
import { isKnown } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { plural } from '../tool/labels.ts';
import { Later } from '../tool/Later.tsx';
import { Agreements } from './Agreements.tsx';
import { Ladder } from './Ladder.tsx';
import { Memo } from './Memo.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { leadersOf, type Picks } from './reading.ts';
import { SideBySide } from './SideBySide.tsx';
import { StageBlock } from './StageBlock.tsx';
import { Stops } from './Stops.tsx';
import { dayText, type Reading, resultOf } from './view.ts';

interface Props extends Reading {
  /** The whole address that opens these answers. */
  link: string;
  /** Questions that can still make a difference. */
  relevant: ReadonlySet<string>;
}

/** Open questions named before the rest is counted. */
const MOST_OPEN = 6;

/** What follows from the answers, with everything it rests on. */
export function ResultStep({ link, relevant, ...reading }: Props) {
  const { view, entry, today, onAsk } = reading;
  const { labels, lang, model } = view;
  const result = resultOf(view, entry);
  /** What the reader picked otherwise than what leads. */
  const [own, setOwn] = useState<Picks>({});
  const picks = { ...leadersOf(result), ...own };
  if (Object.keys(entry.answers).length === 0) return <p>{labels['result.none']}</p>;

  const open = model.questions
    .map(({ id }) => id)
    .filter((id) => relevant.has(id) && !isKnown(entry.answers, id));
  return (
    <>
      <div class="result">
        <p class="print-only">
          {fill(labels['result.printed'], { name: view.name, date: dayText(view, today) })}
        </p>
        <div class="worth">
          <p>{model.notice}</p>
          {open.length > 0 && (
            <>
              <p>{plural(labels, lang, 'result.open', open.length)}</p>
              <OpenQuestions view={view} questions={open.slice(0, MOST_OPEN)} onAsk={onAsk} />
              {open.length > MOST_OPEN && (
                <p>{plural(labels, lang, 'result.more', open.length - MOST_OPEN)}</p>
              )}
            </>
          )}
        </div>
        <Stops {...reading} result={result} />
        {model.stages.length > 1 && <Ladder view={view} result={result} />}
        <p class="hint">{labels['options.order']}</p>
        {result.stages.map((stage) => (
          <Later key={stage.stage}>
            {() => <StageBlock {...reading} stage={stage} relevant={relevant} />}
          </Later>
        ))}
        <Later>{() => <SideBySide view={view} result={result} />}</Later>
        <Later>
          {() => (
            <Agreements
              {...reading}
              result={result}
              picks={picks}
              onPick={(stage, option) => setOwn((before) => ({ ...before, [stage]: option }))}
            />
          )}
        </Later>
      </div>
      <Later>{() => <Memo {...reading} result={result} picks={picks} open={open} link={link} />}</Later>
    </>
  );
}
