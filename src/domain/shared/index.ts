export { toCsv } from './csv.ts';
export { dayInWords, type DayNames, isDay, localDay } from './day.ts';
export { type Line, toMarkdown, toPlainText } from './document.ts';
export { found } from './found.ts';
export { type LinkFault, looksLikeLink, sealLink, unsealLink } from './link-text.ts';
export type { Basis, LocalizedText, Route } from './schema.ts';
export {
  type EntryKind,
  isRecord,
  isSameRecord,
  nextSession,
  readSaved,
  type Session,
  type SessionAction,
  withValue,
} from './session.ts';
export { fill, firstSentence, listInWords, type Locale, textIn } from './text.ts';
