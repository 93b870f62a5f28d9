export type { DrawingName } from './drawings.ts';
export {
  type DrawingOf,
  type LocalBlock,
  type LocalCell,
  type LocalCheckItem,
  type LocalDrawing,
  type LocalDuty,
  localizeWorksheet,
  type LocalRange,
  type LocalSheet,
  type LocalWorksheet,
  textsOf,
  type WorksheetContext,
} from './localize.ts';
export type { Worksheet } from './schema.ts';
