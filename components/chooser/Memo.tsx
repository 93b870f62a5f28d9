import type { Result, StageResult } from '../../src/domain/chooser/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { agreementsOf, dueText, type Picks, spoken, spokenOf, stageText } from './reading.ts';
import {
  answerText,
  dayText,
  excludedOf,
  nameIn,
  optionOf,
  questionOf,
  type Reading,
  stageOf,
  type View,
} from './view.ts';

interface Props extends Reading {
  result: Result;
  picks: Picks;
  /** Questions that matter and have no known answer. */
  open: readonly string[];
  /** The whole address that opens these answers. */
  link: string;
}

/** The result on one A4 page, to take along to partners or an adviser. Shows on paper only. */
export function Memo({ view, entry, today, result, picks, open, link }: Props) {
  const { labels, model } = view;
  const answered = model.questions.filter(({ id }) => entry.answers[id] !== undefined);
  const stops = spoken(view, result.stops).filter(({ isSure }) => isSure);
  const out = excludedOf(view, result);
  const agreements = agreementsOf(view, result, picks);
  const referrals = referralsOf(view, result, picks);
  const text = [stops, agreements.flatMap(({ topics }) => topics.flatMap(({ duties }) => duties))]
    .flat()
    .map(({ rule }) => rule.text);
  const length = [...text, ...referrals, model.notice].join(' ').length;
  return (
    <section class={`memo ${sizeFor(length)}`} aria-label={labels['memo.label']}>
      <p class="memo-head">
        <span>{fill(labels['memo.date'], { date: dayText(view, today) })}</span>
        <span class="blank">{labels['paper.group']}:</span>
      </p>
      <div class="memo-columns">
        <MemoList
          title={labels['memo.answers']}
          items={answered.map(({ id, title }) => [title, answerText(view, entry.answers, id)])}
        />
        <MemoList title={labels['stops.sure']} items={stops.map(({ rule }) => ['', rule.text])} />
        <MemoList
          title={labels['memo.result']}
          items={result.stages.map((stage) => [
            stageTitle(view, stage),
            stage.due === 'no' ? labels['ladder.notDue'] : stageText(view, stage),
          ])}
        />
        <MemoList
          title={labels['excluded.title']}
          items={out.map(({ option, excludedBy }) => [
            optionOf(view, option).name,
            spoken(view, excludedBy).find(({ isSure }) => isSure)?.rule.text ?? '',
          ])}
        />
        <MemoList title={labels['memo.open']} items={open.map((id) => ['', questionOf(view, id).text])} />
        {agreements.map(({ stage, option, topics }) => (
          <MemoList
            key={stage}
            title={fill(labels['memo.agreements'], { option: optionOf(view, option).name })}
            items={topics.flatMap(({ duties }) => duties.map(({ rule }) => ['☐', rule.text] as const))}
          />
        ))}
        <MemoList title={labels['memo.ask']} items={referrals.map((text) => ['', text])} />
      </div>
      <p class="memo-foot">
        {model.notice} {labels['memo.reopen']} <span class="address">{link}</span>
      </p>
    </section>
  );
}

function stageTitle(view: View, { stage, due }: StageResult): string {
  const name = nameIn(view.model.stages, stage);
  return view.model.stages.length > 1 ? `${name} (${dueText(view, due).toLocaleLowerCase(view.lang)})` : name;
}

/** Characters of the long lists up to which the type can be large, and from which it must be small, to fit one page. */
const ROOMY = 2200;
const TIGHT = 4600;

function sizeFor(length: number): 'roomy' | 'tight' | '' {
  return length < ROOMY ? 'roomy' : length > TIGHT ? 'tight' : '';
}

/** Whom to ask, each once: about the picked options, and about what a stop sign in force rests on. */
function referralsOf(view: View, { stages, stops }: Result, picks: Picks): readonly string[] {
  const grounds = new Set(
    spoken(view, stops)
      .filter(({ isSure }) => isSure)
      .flatMap(({ rule }) => rule.grounds),
  );
  const said = stages.flatMap(({ stage, options }) =>
    options.flatMap((option) =>
      spokenOf(view, option, 'refer').filter(
        ({ rule, isSure }) =>
          option.option === picks[stageOf(view, stage).id] ||
          (isSure && rule.grounds.some((ground) => grounds.has(ground))),
      ),
    ),
  );
  return [...new Set(said.map(({ rule }) => rule.text))];
}

interface ListProps {
  title: string;
  /** What stands in front, and the text. */
  items: readonly (readonly [string, string])[];
}

function MemoList({ title, items }: ListProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map(([head, text]) => (
          <li key={`${head} ${text}`}>
            {head !== '' && <b>{head}</b>} {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
