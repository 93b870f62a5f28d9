export { type CodecModel, decode, type Decoded, encode, type Entry, isAnswer } from './codec.ts';
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
export { localize, type LocalAssessment, type LocalItem, type LocalTalk, localizeTalk } from './localize.ts';
export { fromSavedText, type Loaded, SAVED_KIND, toSavedText } from './saved.ts';
export type { Assessment, Factor, Item, Start } from './schema.ts';
export { ENTRY } from './entry.ts';
export { START_LIST } from './starts.ts';
