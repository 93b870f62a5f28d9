export { type Decoded, decode, encode, type Entry } from './codec.ts';
export { type Answers, holds, isKnown, questionsOf, type Truth, UNKNOWN } from './condition.ts';
export { ENTRY, fromSavedText, type Loaded, toSavedText } from './entry.ts';
export {
  type Cited,
  evaluate,
  type OptionResult,
  optionsOf,
  relevantQuestions,
  type Result,
  type StageResult,
  type Status,
  type Use,
  useOf,
  type Verdict,
  verdictOf,
} from './evaluate.ts';
export {
  type AskedChooser,
  forQuestions,
  type LocalChooser,
  localize,
  type LocalGround,
  type LocalOption,
  type LocalQuestion,
  type LocalRule,
  type LocalStage,
} from './localize.ts';
export type { CodecModel, Model, ModelRule } from './model.ts';
export { type Importance, NORMAL } from './reach.ts';
export type { Chooser, Condition, Rule } from './schema.ts';
export { decisive, firmness, type Firmness, type Flip, flips, isSameVerdict, revivals } from './turning.ts';
