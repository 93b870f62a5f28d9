import { type Locale, type LocalizedText, textIn } from '../shared/index.ts';
import type { DrawingName, Place } from './drawings.ts';
import type { Block, Worksheet } from './schema.ts';

type CheckItem = Extract<Block, { kind: 'checklist' }>['items'][number];

/** A range of whole numbers; `editors` where the editors estimate it. */
export interface LocalRange {
  readonly min: number;
  readonly max: number;
  readonly editors: boolean;
}

/** What a worksheet takes from elsewhere in the handbook. */
export interface WorksheetContext {
  /** Facts of the technique it serves first; undefined for a worksheet without one. */
  readonly technique?: {
    readonly minutes: { readonly min: number; readonly max: number; readonly basis: string };
    readonly people: { readonly min: number; readonly max: number; readonly basis: string };
  };
  /** What a duty of a chooser says and on what it rests. Throws when there is no such duty. */
  readonly dutyOf: (chooser: string, id: string) => LocalDuty;
}

/** A duty as a checklist shows it. */
export interface LocalDuty {
  readonly text: string;
  /** Articles of law, where there are any. */
  readonly articles: readonly string[];
  /** What the chooser says about its legal rules: that they are no legal advice. */
  readonly notice: string;
}

export interface LocalCheckItem {
  readonly id: string;
  readonly text: string;
  /** For which groups it counts; null for all. */
  readonly when: string | null;
  /** Articles of law it rests on; none for a point that is not of law. */
  readonly articles: readonly string[];
  readonly editors: boolean;
}

/** A cell of a table: given words, a box to tick, or room to write. */
export type LocalCell = { readonly text: string } | 'tick' | 'empty';

/** A building block in one language. `editors` marks what the editors advise. */
export type LocalBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly caution: boolean;
      readonly editors: boolean;
    }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly width: number }[];
      readonly editors: boolean;
    }
  | {
      readonly kind: 'lines';
      readonly label: string;
      readonly hint: string | null;
      readonly rows: number;
      readonly editors: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly options: readonly string[];
      readonly editors: boolean;
    }
  | {
      readonly kind: 'checklist';
      readonly label: string;
      readonly hint: string | null;
      readonly ticks: readonly string[];
      readonly items: readonly LocalCheckItem[];
      readonly editors: boolean;
    }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly hint: string | null;
      readonly columns: readonly { readonly label: string; readonly width: number }[];
      /** All rows, each with a cell for every column. */
      readonly rows: readonly (readonly LocalCell[])[];
      readonly rowLines: number;
      readonly editors: boolean;
    }
  | {
      readonly kind: 'grid';
      readonly label: string;
      readonly hint: string | null;
      readonly columns: number;
      readonly cells: readonly {
        readonly title: string;
        readonly prompt: string | null;
        readonly span: number;
      }[];
      readonly rows: number;
      readonly editors: boolean;
    }
  | LocalDrawing
  | {
      readonly kind: 'example';
      readonly title: string;
      readonly lines: readonly { readonly label: string; readonly text: string }[];
      readonly page: string;
    };

/** A drawing to fill in, with the words of its places. */
export type LocalDrawing = { [Name in DrawingName]: DrawingOf<Name> }[DrawingName];

/** One of the drawings. */
export interface DrawingOf<Name extends DrawingName> {
  readonly kind: 'drawing';
  readonly drawing: Name;
  readonly label: string;
  readonly words: Readonly<Record<Place<Name>, string>>;
  readonly editors: boolean;
}

export interface LocalSheet {
  readonly title: string | null;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly LocalBlock[];
}

/** A worksheet in one language: what print and Word both show. */
export interface LocalWorksheet {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly minutes: LocalRange;
  readonly people: LocalRange;
  readonly use: readonly string[];
  readonly wall: string | null;
  readonly sheets: readonly LocalSheet[];
  /** Where it holds points of law: that it is no legal advice. */
  readonly legalNotice: string | null;
  /** Ids of the sources that its blocks and examples rest on, each once, in order. */
  readonly sources: readonly string[];
}

/** The worksheet in `locale`, with what it takes from its technique and from the choosers filled in. */
export function localizeWorksheet(
  id: string,
  worksheet: Worksheet,
  locale: Locale,
  { technique, dutyOf }: WorksheetContext,
): LocalWorksheet {
  const say = (text: LocalizedText): string => textIn(text, locale);
  const maybe = (text: LocalizedText | undefined): string | null => (text ? say(text) : null);
  const rangeOf = (own: Worksheet['minutes'], of: 'minutes' | 'people'): LocalRange => {
    const range = own ?? technique?.[of];
    if (!range) throw new Error(`Werkblad “${id}”: geen ${of}, en geen techniek die het zegt.`);
    return { min: range.min, max: range.max, editors: range.basis === 'editors' };
  };
  return {
    id,
    title: say(worksheet.title),
    purpose: say(worksheet.purpose),
    minutes: rangeOf(worksheet.minutes, 'minutes'),
    people: rangeOf(worksheet.people, 'people'),
    use: worksheet.use.map(say),
    wall: maybe(worksheet.wall),
    sheets: worksheet.sheets.map(({ title, orientation, blocks }) => ({
      title: maybe(title),
      orientation,
      blocks: blocks.map(localizeBlock),
    })),
    legalNotice: dutiesOf(worksheet).map(({ notice }) => notice)[0] ?? null,
    sources: [...new Set([...worksheet.sources, ...blocksOf(worksheet).flatMap(sourcesOf)])],
  };

  function textOf({ text, rule }: CheckItem): Pick<LocalCheckItem, 'text' | 'articles'> {
    if (!rule) return { text: maybe(text) ?? '', articles: [] };
    const duty = dutyOf(rule.chooser, rule.id);
    return { text: duty.text, articles: duty.articles };
  }

  function dutiesOf(of: Worksheet): LocalDuty[] {
    return blocksOf(of)
      .flatMap((block) => (block.kind === 'checklist' ? block.items : []))
      .flatMap(({ rule }) => (rule ? [dutyOf(rule.chooser, rule.id)] : []));
  }

  function localizeBlock(block: Block): LocalBlock {
    const editors = 'basis' in block && block.basis === 'editors';
    switch (block.kind) {
      case 'heading':
        return { kind: block.kind, text: say(block.text) };
      case 'note':
        return { kind: block.kind, text: say(block.text), caution: block.caution, editors };
      case 'fields':
        return {
          kind: block.kind,
          fields: block.fields.map(({ label, width }) => ({ label: say(label), width })),
          editors,
        };
      case 'lines':
        return {
          kind: block.kind,
          label: say(block.label),
          hint: maybe(block.hint),
          rows: block.rows,
          editors,
        };
      case 'choice':
        return { kind: block.kind, label: say(block.label), options: block.options.map(say), editors };
      case 'checklist':
        return {
          kind: block.kind,
          label: say(block.label),
          hint: maybe(block.hint),
          ticks: block.ticks.map(say),
          items: block.items.map((item) => ({
            id: item.id,
            when: maybe(item.when),
            editors: item.basis === 'editors',
            ...textOf(item),
          })),
          editors,
        };
      case 'table':
        return {
          kind: block.kind,
          label: say(block.label),
          hint: maybe(block.hint),
          columns: block.columns.map(({ label, width }) => ({ label: say(label), width })),
          rows: rowsOf(block, say),
          rowLines: block.rowLines,
          editors,
        };
      case 'grid':
        return {
          kind: block.kind,
          label: say(block.label),
          hint: maybe(block.hint),
          columns: block.columns,
          cells: block.cells.map(({ title, prompt, span }) => ({
            title: say(title),
            prompt: maybe(prompt),
            span,
          })),
          rows: block.rows,
          editors,
        };
      case 'drawing':
        return {
          kind: block.kind,
          drawing: block.drawing,
          label: say(block.label),
          words: Object.fromEntries(Object.entries(block.words).map(([place, text]) => [place, say(text)])),
          editors,
        } as LocalDrawing;
      case 'example':
        return {
          kind: block.kind,
          title: say(block.title),
          lines: block.lines.map(({ label, text }) => ({ label: say(label), text: say(text) })),
          page: block.page,
        };
    }
  }
}

/** The given and the empty rows of a table, every row with a cell for each column. */
function rowsOf(
  { columns, given, rows }: Extract<Block, { kind: 'table' }>,
  say: (text: LocalizedText) => string,
): LocalCell[][] {
  const row = (texts: readonly LocalizedText[]): LocalCell[] =>
    columns.map(({ tick }, index) => {
      const text = texts[index];
      return text ? { text: say(text) } : tick ? 'tick' : 'empty';
    });
  return [...given.map(row), ...Array.from({ length: rows }, () => row([]))];
}

function blocksOf({ sheets }: Worksheet): Block[] {
  return sheets.flatMap(({ blocks }) => blocks);
}

function sourcesOf(block: Block): string[] {
  const items = block.kind === 'checklist' ? block.items.flatMap(({ sources }) => sources) : [];
  return 'sources' in block ? [...block.sources, ...items] : items;
}

/** Every text of a worksheet that a reader must find on the sheet, in order: a renderer that drops one is wrong. */
export function textsOf({ title, use, wall, legalNotice, sheets }: LocalWorksheet): string[] {
  const isText = (text: string | null): text is string => text !== null;
  return [
    title,
    ...use,
    wall,
    legalNotice,
    ...sheets.flatMap((sheet) => [sheet.title, ...sheet.blocks.flatMap(textsOfBlock)]),
  ].filter(isText);
}

function textsOfBlock(block: LocalBlock): (string | null)[] {
  switch (block.kind) {
    case 'heading':
    case 'note':
      return [block.text];
    case 'fields':
      return block.fields.map(({ label }) => label);
    case 'lines':
      return [block.label, block.hint];
    case 'choice':
      return [block.label, ...block.options];
    case 'checklist':
      return [
        block.label,
        block.hint,
        ...block.ticks,
        ...block.items.flatMap(({ text, when }) => [text, when]),
      ];
    case 'table':
      return [
        block.label,
        block.hint,
        ...block.columns.map(({ label }) => label),
        ...block.rows.flat().map((cell) => (typeof cell === 'object' ? cell.text : null)),
      ];
    case 'grid':
      return [block.label, block.hint, ...block.cells.flatMap(({ title, prompt }) => [title, prompt])];
    case 'drawing':
      return [block.label, ...Object.values(block.words)];
    case 'example':
      return [block.title, ...block.lines.flatMap(({ label, text }) => [label, text])];
  }
}
