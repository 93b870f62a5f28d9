import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  type IBorderOptions,
  type ISectionOptions,
  LeaderType,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type {
  DrawingOf,
  LocalBlock,
  LocalDrawing,
  LocalSheet,
  LocalWorksheet,
} from '../domain/worksheet/index.ts';
import { wordFile } from './word-file.ts';

/** Words around a worksheet, the same as on its printed sheet. */
export interface WorksheetWords {
  /** The line under the title: phase, time, people. */
  facts: string;
  /** Above the steps: how to use it. */
  use: string;
  /** Above the hint for working large. */
  wall: string;
  /** Head of the column with the points of a checklist. */
  point: string;
  example: string;
  /** Which sheet of how many; one for each sheet. */
  parts: readonly string[];
  /** What the star means, and the sources. */
  grounds: string;
  /** Id, version, address and licence, line by line. */
  foot: readonly string[];
  /** Who made the file. */
  author: string;
  /** Language of the text: `nl-BE`. */
  language: string;
  /** Day of this version (YYYY-MM-DD). */
  date: string;
}

/** Twips in a millimetre. */
const MM = 1440 / 25.4;
const mm = (value: number): number => Math.round(value * MM);
/** Height of a line to write on. */
const LINE = 8.5;
const PAGE = { short: 210, long: 297 };
const MARGIN = { side: 13, top: 11, bottom: 21, footer: 7 };
/** Half points. */
const SIZE = { text: 19, small: 16, foot: 14 };
const GREY = '595959';
const FACE = 'Arial';

const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '777777' };
const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 10, color: '000000' };
const DASHED: IBorderOptions = { style: BorderStyle.DASHED, size: 6, color: '000000' };
const around = (border: IBorderOptions) => ({ top: border, bottom: border, left: border, right: border });
/** Room between the border of a cell and its text. */
const PADDING = { top: mm(0.6), bottom: mm(0.4), left: mm(1.4), right: mm(1.4) };

type Part = Paragraph | Table;

/** A worksheet as a Word file: real headings, tables with a head row, cells and boxes to fill in. */
export function worksheetWord(worksheet: LocalWorksheet, words: WorksheetWords): Promise<Uint8Array> {
  const document = new Document({
    creator: words.author,
    title: worksheet.title,
    styles: {
      default: {
        document: {
          run: { font: FACE, size: SIZE.text, language: { value: words.language } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        heading1: heading(40, 0, 40),
        heading2: heading(28, 80, 40),
        heading3: {
          ...heading(23, 120, 40),
          paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
        },
      },
    },
    sections: worksheet.sheets.map((sheet, index) => section(worksheet, sheet, index, words)),
  });
  const { title } = worksheet;
  const { author, language, date } = words;
  return wordFile(document, { title, author, language, date });
}

function heading(size: number, before: number, after: number) {
  return {
    run: { font: FACE, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after }, keepNext: true },
  };
}

function section(
  worksheet: LocalWorksheet,
  { title, orientation, blocks }: LocalSheet,
  index: number,
  words: WorksheetWords,
): ISectionOptions {
  const width = (orientation === 'landscape' ? PAGE.long : PAGE.short) - 2 * MARGIN.side;
  const part = words.parts[index] ?? '';
  const head: Part[] =
    index === 0
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: worksheet.title }),
          plain([run([words.facts, title && part].filter(Boolean).join(' · '), SIZE.small)], 0, 60),
          ...(title ? [new Paragraph({ heading: HeadingLevel.HEADING_2, text: title })] : []),
          ...steps(worksheet, words),
        ]
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_2, text: title ?? worksheet.title }),
          plain([run(`${worksheet.title} · ${part}`, SIZE.small)], 0, 60),
        ];
  return {
    properties: {
      page: {
        size: {
          width: mm(PAGE.short),
          height: mm(PAGE.long),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGIN.top),
          bottom: mm(MARGIN.bottom),
          left: mm(MARGIN.side),
          right: mm(MARGIN.side),
          footer: mm(MARGIN.footer),
          header: mm(MARGIN.footer),
        },
      },
    },
    footers: { default: foot(words, width) },
    children: [
      ...head,
      ...(worksheet.legalNotice ? [framed(worksheet.legalNotice)] : []),
      ...blocks.flatMap((block) => partsOf(block, width, words)),
      plain([run(words.grounds, SIZE.foot, { color: GREY })], 100, 0),
    ],
  };
}

function steps({ use, wall }: LocalWorksheet, words: WorksheetWords): Part[] {
  const small = (text: string, more: object = {}) => run(text, SIZE.small, more);
  return [
    plain([small(`${words.use}*`, { bold: true })]),
    ...use.map((step, index) => plain([small(`${index + 1}. ${step}`)])),
    ...(wall ? [plain([small(`${words.wall}* `, { bold: true }), small(wall)], 40)] : []),
  ];
}

function foot({ foot: lines }: WorksheetWords, width: number): Footer {
  const grey = (text: string) => run(text, SIZE.foot, { color: GREY });
  return new Footer({
    children: lines.map(
      (line, index) =>
        new Paragraph({
          ...(index === 0 && { border: { top: { ...THIN, space: 2 } } }),
          tabStops: [{ type: TabStopType.RIGHT, position: mm(width) }],
          children:
            index === 0
              ? [
                  grey(line),
                  new TextRun({
                    size: SIZE.foot,
                    color: GREY,
                    children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                  }),
                ]
              : [grey(line)],
        }),
    ),
  });
}

function partsOf(block: LocalBlock, width: number, words: WorksheetWords): Part[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, text: block.text, border: { top: THICK } })];
    case 'note':
      return [block.caution ? framed(starred(block)) : plain([run(starred(block))], 80, 40)];
    case 'fields':
      return [fields(block.fields, width)];
    case 'lines':
      return [
        label(block.label, block.hint, block.editors),
        boxes([{ height: block.rows, span: 1 }], 1, width),
      ];
    case 'choice':
      return [
        plain(
          [
            run(starred({ text: block.label, editors: block.editors }), SIZE.text, { bold: true }),
            ...block.options.flatMap((option) => [run('    '), tick(option), run(` ${option}`)]),
          ],
          120,
          60,
        ),
      ];
    case 'checklist':
      return [label(block.label, block.hint, false), checklist(block, width, words.point)];
    case 'table':
      return [label(block.label, block.hint, block.editors), form(block, width)];
    case 'grid':
      return [
        label(block.label, block.hint, block.editors),
        boxes(
          block.cells.map(({ title, prompt, span }) => ({
            height: block.rows,
            span,
            texts: [
              plain([run(title, SIZE.text + 3, { bold: true })]),
              ...(prompt ? [plain([run(`${prompt}*`, SIZE.small, { color: GREY })])] : []),
            ],
          })),
          block.columns,
          width,
        ),
      ];
    case 'drawing':
      return [label(block.label, null, block.editors), ...drawing(block, width)];
    case 'example':
      return [
        plain([]),
        table(
          [
            [
              {
                texts: [
                  plain([run(`${words.example}: ${block.title}`, SIZE.small, { bold: true })]),
                  ...block.lines.map((line) =>
                    plain([
                      run(`${line.label}: `, SIZE.small, { bold: true }),
                      run(line.text, SIZE.small, { italics: true }),
                    ]),
                  ),
                ],
                borders: around(DASHED),
              },
            ],
          ],
          [width],
        ),
      ];
  }
}

/** Labels with a line to write on behind each, side by side: text pushes the line, not the next label. */
function fields(all: Extract<LocalBlock, { kind: 'fields' }>['fields'], width: number): Paragraph {
  const total = all.reduce((sum, { width }) => sum + width, 0);
  const ends = all.map((_, index) =>
    all.slice(0, index + 1).reduce((sum, field) => sum + (width * field.width) / total, 0),
  );
  const last = ends.length - 1;
  return new Paragraph({
    spacing: { before: mm(3.4), after: 40 },
    tabStops: ends.flatMap((end, index) => [
      { type: TabStopType.LEFT, position: mm(index === last ? end : end - 4), leader: LeaderType.UNDERSCORE },
      ...(index === last ? [] : [{ type: TabStopType.LEFT, position: mm(end) }]),
    ]),
    children: all.flatMap(({ label }, index) => [
      run(`${label} `, SIZE.text, { bold: true }),
      new TextRun({ children: index === last ? ['\t'] : ['\t', '\t'] }),
    ]),
  });
}

function checklist(
  { ticks, items }: Extract<LocalBlock, { kind: 'checklist' }>,
  width: number,
  point: string,
): Table {
  const tickWidth = ticks.some((name) => name.length > 8)
    ? 19
    : ticks.some((name) => name.length > 3)
      ? 14
      : 9;
  const head = [point, ...ticks].map((text, index) => ({
    texts: [plain([run(text, SIZE.small, { bold: true })], 0, 0, index > 0)],
  }));
  const rows = items.map(({ text, when, articles, editors }) => [
    {
      texts: [
        plain([
          run(editors ? `${text}*` : text),
          ...(when ? [run(` (${when})`, SIZE.small, { italics: true, color: GREY })] : []),
          ...(articles.length > 0 ? [run(` ${articles.join('; ')}`, SIZE.foot, { color: GREY })] : []),
        ]),
      ],
    },
    ...ticks.map((name) => ({ texts: [plain([tick(name)], 0, 0, true)], middle: true })),
  ]);
  return table([head, ...rows], [width - ticks.length * tickWidth, ...ticks.map(() => tickWidth)], {
    head: true,
  });
}

function form({ columns, rows, rowLines }: Extract<LocalBlock, { kind: 'table' }>, width: number): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const head = columns.map(({ label }) => ({ texts: [plain([run(label, SIZE.small, { bold: true })])] }));
  const body = rows.map((row) =>
    row.map((cell, index) => ({
      middle: cell === 'tick',
      texts: [
        cell === 'empty'
          ? plain([])
          : cell === 'tick'
            ? plain([tick(columns[index]?.label ?? '')], 0, 0, true)
            : plain([run(cell.text)]),
      ],
    })),
  );
  return table(
    [head, ...body],
    columns.map((column) => (width * column.width) / total),
    { head: true, rowHeight: rowLines * LINE },
  );
}

interface Box {
  /** Lines high. */
  height: number;
  /** Columns wide. */
  span: number;
  texts?: Paragraph[];
}

/** Boxes to write in, filled row by row. */
function boxes(all: readonly Box[], columns: number, width: number): Table {
  const rows: Box[][] = [];
  let taken = columns;
  for (const box of all) {
    if (taken + box.span > columns) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)?.push(box);
    taken += box.span;
  }
  return table(
    rows.map((row) => row.map(({ texts = [plain([])], span }) => ({ texts, span }))),
    Array.from({ length: columns }, () => width / columns),
    { rowHeight: (all[0]?.height ?? 1) * LINE },
  );
}

/** A drawing as a table with the same places, so that every word can be typed where it belongs. */
function drawing(block: LocalDrawing, width: number): Part[] {
  switch (block.drawing) {
    case 'fishbone':
      return fishbone(block, width);
    case 'vision-schema':
      return visionSchema(block, width);
    case 'stakeholder-map':
      return stakeholderMap(block, width);
  }
}

const title = (text: string): Paragraph => plain([run(text, SIZE.text + 2, { bold: true })], 20, 20, true);
const quiet = (text: string): Paragraph => plain([run(text, SIZE.small, { color: GREY })]);

function fishbone({ words }: DrawingOf<'fishbone'>, width: number): Part[] {
  const [end, bone] = [width * 0.19, (width * 0.62) / 4];
  const bones = (): Cell[] => [1, 2, 3, 4].map(() => ({ texts: [quiet(`${words.bone}:`)], height: 48 }));
  return [
    table(
      [
        [
          { texts: [title(words.today)], rows: 4, borders: around(THICK) },
          { texts: [title(words.drivers)], span: 4, height: 7 },
          { texts: [title(words.wanted)], rows: 4, borders: around(THICK) },
        ],
        bones(),
        [{ texts: [title(words.brakes)], span: 4, height: 7 }],
        bones(),
      ],
      [end, bone, bone, bone, bone, end],
    ),
    plain([run([words.own, words.outside, words.related].join(' · '), SIZE.small)], 60),
  ];
}

function visionSchema({ words }: DrawingOf<'vision-schema'>, width: number): Part[] {
  const column = width / 6;
  const part = (more: Partial<Cell>): Cell => ({ texts: [quiet(`${words.part}: `)], ...more });
  const three = (): Cell[] => [1, 2, 3].map(() => part({ span: 2, height: 36 }));
  const middle = [title(words.middle), quiet(words.shared), ...room(3), quiet(words.essential), ...room(2)];
  return [
    table(
      [
        three(),
        [part({ height: 52 }), { texts: middle, span: 4, borders: around(THICK) }, part({})],
        three(),
      ],
      Array.from({ length: 6 }, () => column),
    ),
  ];
}

function stakeholderMap({ words }: DrawingOf<'stakeholder-map'>, width: number): Part[] {
  const corner = (name: string, act: string): Cell => ({
    texts: [plain([run(name, SIZE.text, { bold: true })]), quiet(`→ ${act}`)],
    height: 45,
  });
  return [
    plain([run(`↑ ${words.up}`, SIZE.text, { bold: true })]),
    table(
      [
        [corner(words.topLeft, words.topLeftDo), corner(words.topRight, words.topRightDo)],
        [corner(words.bottomLeft, words.bottomLeftDo), corner(words.bottomRight, words.bottomRightDo)],
      ],
      [width / 2, width / 2],
    ),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [run(`${words.across} →`, SIZE.text, { bold: true })],
    }),
  ];
}

interface Cell {
  texts: Paragraph[];
  /** Columns it takes. */
  span?: number;
  /** Rows it takes. */
  rows?: number;
  /** Height of its row, millimetres. */
  height?: number;
  borders?: ReturnType<typeof around>;
  /** Its content stands halfway its height. */
  middle?: boolean;
}

/** A table of fixed columns, in millimetres; with `head` its first row is its head, repeated on a next page. */
function table(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  { head = false, rowHeight = 0 }: { head?: boolean; rowHeight?: number } = {},
): Table {
  /** For each column, how many rows further down a cell above reaches into it. */
  const reach = columns.map(() => 0);
  const places = (cells: readonly Cell[]): number[] => {
    const free = reach.map((rows) => rows === 0);
    reach.forEach((rows, column) => (reach[column] = Math.max(rows - 1, 0)));
    let at = 0;
    return cells.map(({ span = 1, rows: down = 1 }) => {
      while (free[at] === false) at += 1;
      const start = at;
      reach.fill(down - 1, start, start + span);
      at += span;
      return start;
    });
  };
  return new Table({
    width: { size: mm(columns.reduce((sum, column) => sum + column, 0)), type: WidthType.DXA },
    columnWidths: columns.map(mm),
    layout: TableLayoutType.FIXED,
    margins: PADDING,
    borders: { ...around(THIN), insideHorizontal: THIN, insideVertical: THIN },
    rows: rows.map((cells, index) => {
      const starts = places(cells);
      const isHead = head && index === 0;
      const height = cells.find(({ height }) => height)?.height ?? (isHead ? 0 : rowHeight);
      return new TableRow({
        cantSplit: true,
        tableHeader: isHead,
        ...(height > 0 && { height: { value: mm(height), rule: HeightRule.ATLEAST } }),
        children: cells.map(({ texts, span = 1, rows: down = 1, borders, middle }, nth) => {
          const from = starts[nth] ?? 0;
          const width = columns.slice(from, from + span).reduce((sum, column) => sum + column, 0);
          return new TableCell({
            children: texts,
            width: { size: mm(width), type: WidthType.DXA },
            columnSpan: span,
            rowSpan: down,
            ...(isHead && { verticalAlign: VerticalAlignTable.BOTTOM, borders: { bottom: THICK } }),
            ...(middle && { verticalAlign: VerticalAlignTable.CENTER }),
            ...(borders && { borders }),
          });
        }),
      });
    }),
  });
}

/** Empty lines to type on. */
function room(lines: number): Paragraph[] {
  return Array.from({ length: lines }, () => plain([]));
}

function label(text: string, hint: string | null, editors: boolean): Paragraph {
  return new Paragraph({
    spacing: { before: 130, after: 50 },
    keepNext: true,
    children: [
      run(starred({ text, editors }), SIZE.text, { bold: true }),
      ...(hint ? [run(`  ${hint}`, SIZE.small, { color: GREY })] : []),
    ],
  });
}

function framed(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 100, after: 80 },
    border: around({ ...THICK, space: 3 }),
    indent: { left: mm(1.5), right: mm(1.5) },
    children: [run(text, SIZE.text, { bold: true })],
  });
}

function plain(children: ParagraphChild[], before = 0, after = 0, centred = false): Paragraph {
  return new Paragraph({
    spacing: { before, after },
    ...(centred && { alignment: AlignmentType.CENTER }),
    children,
  });
}

function run(text: string, size: number = SIZE.text, more: object = {}): TextRun {
  return new TextRun({ text, size, ...more });
}

/** A box that can be ticked in the word processor; `name` is what a screen reader says. */
function tick(name: string): CheckBox {
  return new CheckBox({
    alias: name,
    checkedState: { value: '2612', font: 'Segoe UI Symbol' },
    uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
  });
}

function starred({ text, editors }: { text: string; editors: boolean }): string {
  return editors ? `${text}*` : text;
}
