import {
  type Answers,
  type AskedChooser,
  type Entry,
  evaluate,
  fromSavedText,
  type LocalChooser,
  type LocalGround,
  type LocalOption,
  type LocalQuestion,
  type LocalRule,
  type LocalStage,
  type OptionResult,
  type Result,
  UNKNOWN,
} from '../../src/domain/chooser/index.ts';
import { dayInWords, listInWords } from '../../src/domain/shared/index.ts';
import type { Confidence, Tier } from '../../src/domain/evidence/index.ts';
import type { LabelsOf } from '../tool/labels.ts';

/** A source as the tool names it. */
export interface SourceName {
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
  /** Address of the source in the handbook. */
  readonly href: string;
}

/** Words for what a statement rests on, the same as on the pages about law. */
export interface EvidenceWords {
  readonly tier: Readonly<Record<Tier, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  /** With `{date}`. */
  readonly checked: string;
  readonly sources: string;
  readonly note: string;
}

/** What the questions need. */
export interface AskedView {
  /** Id of the chooser. */
  readonly id: string;
  /** Title of the page it stands on. */
  readonly name: string;
  readonly model: AskedChooser;
  readonly labels: LabelsOf<'chooser'>;
  /** Language tag of the page, for plurals and capitals. */
  readonly lang: string;
}

/** What the rules say and rest on. It comes apart from the questions, with the steps after them. */
export interface Words {
  readonly model: LocalChooser;
  readonly sources: Readonly<Record<string, SourceName>>;
  readonly evidence: EvidenceWords;
}

/** What every other part needs. */
export type View = Omit<AskedView, 'model'> & Words;

/** What the parts of the result get besides the view. */
export interface Reading {
  readonly view: View;
  readonly entry: Entry;
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  /** Goes to a question. */
  readonly onAsk: (question: string) => void;
}

/** Name in saved texts and files, so that those of something else are recognised. */
export function savedKind(view: AskedView): string {
  return `mini-cluster/${view.id}`;
}

/** What a saved text or file holds. */
export function readEntry(view: AskedView, text: string): ReturnType<typeof fromSavedText> {
  return fromSavedText(savedKind(view), view.model, text);
}

/** The entry of `list` with this id. A model that names one that is not there does not pass the content tests. */
function named<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const one = list.find((other) => other.id === id);
  if (!one) throw new Error(`No ${id} in this chooser.`);
  return one;
}

export const questionOf = ({ model }: AskedView, id: string): LocalQuestion => named(model.questions, id);
export const optionOf = ({ model }: AskedView, id: string): LocalOption => named(model.options, id);
export const stageOf = ({ model }: AskedView, id: string): LocalStage => named(model.stages, id);
export const ruleOf = ({ model }: View, id: string): LocalRule => named(model.rules, id);
export const groundOf = ({ model }: View, id: string): LocalGround => named(model.grounds, id);
export const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  named(list, id).name;

/** Names of options, in the order given. */
export const optionNames = (view: AskedView, ids: readonly string[]): string[] =>
  ids.map((id) => optionOf(view, id).name);

/** Names as one phrase: "a, b en c" or "a, b of c". */
export function listed({ labels }: AskedView, names: readonly string[], word: 'and' | 'or'): string {
  return listInWords(names, labels[`list.${word}`]);
}

/** The text of one answer to a question. */
export function valueText(view: AskedView, question: string, value: string): string {
  if (value === UNKNOWN) return view.labels['answer.u'];
  return questionOf(view, question).values.find(({ id }) => id === value)?.text ?? value;
}

/** The text of the answer given to a question. */
export function answerText(view: AskedView, answers: Answers, question: string): string {
  const answer = answers[question];
  return answer === undefined ? view.labels['answer.none'] : valueText(view, question, answer);
}

/** A date in words. */
export function dayText(view: AskedView, date: string): string {
  return dayInWords(date, view.labels);
}

const results = new WeakMap<Entry, Result>();

/** What follows from an entry, worked out once: the list beside the questions asks it, and so does the result. */
export function resultOf({ model }: AskedView, entry: Entry): Result {
  const result = results.get(entry) ?? evaluate(model, entry.answers, entry.importance);
  results.set(entry, result);
  return result;
}

/** Options that are out, each once, in the model's fixed order. */
export function excludedOf({ model }: AskedView, { stages }: Result): readonly OptionResult[] {
  const results = stages.flatMap(({ options }) => options);
  return model.options.flatMap(
    ({ id }) => results.find(({ option, status }) => option === id && status === 'excluded') ?? [],
  );
}
