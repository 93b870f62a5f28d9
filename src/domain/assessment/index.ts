export { type CodecModel, decode, type Decoded, encode, type Entry, type LinkFault } from './codec.ts';
export {
  type Answer,
  type Answers,
  askedItems,
  DONE,
  evaluate,
  type Gate,
  IN_PLACE,
  type Model,
  type ModelItem,
  type PhaseResult,
  type Progress,
  type Result,
} from './evaluate.ts';
export { localize, type LocalAssessment, type LocalItem } from './localize.ts';
export { fromSavedText, type Loaded, toSavedText } from './saved.ts';
export type { Assessment, Factor, Item, Start } from './schema.ts';
export { type Action, EMPTY_SESSION, isEmpty, reduce, type Session } from './session.ts';
export { START_LIST } from './starts.ts';
