import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../src/domain/shared/csv.ts';

/** Reads CSV as a spreadsheet does: semicolons, CRLF, doubled quotes. */
function fromCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const character = csv[at]!;
    if (quoted && character === '"' && csv[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && character === ';') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (!quoted && csv.startsWith('\r\n', at)) {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      at++;
    } else cell += character;
  }
  return rows.slice(0, -1);
}

const cells = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;"\',a é'), maxLength: 8 }),
);
const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test('a table reads back cell by cell, apart from the apostrophe before what looks like a formula', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const guarded = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
      expect(fromCsv(toCsv(rows).slice(1))).toEqual(guarded);
    }),
    { numRuns: 500 },
  );
});

test('no cell begins as a formula', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      for (const cell of fromCsv(toCsv(rows).slice(1)).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+32 2 000', "'+32 2 000"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['=HYPERLINK("x";"y")', `"'=HYPERLINK(""x"";""y"")"`],
  ['a=1', 'a=1'],
  ['', ''],
  ['een, twee', 'een, twee'],
  ['een; twee', '"een; twee"'],
  ['zeg "ja"', '"zeg ""ja"""'],
  ['twee\nregels', '"twee\nregels"'],
])('the cell %j is written as %j', (cell, written) => {
  expect(toCsv([[cell]])).toBe(`\uFEFF${written}\r\n`);
});

test('begins with one byte order mark, has semicolons between cells and CRLF after every row', () => {
  expect(toCsv([['fase', 'één'], ['4']])).toBe('\uFEFFfase;één\r\n4\r\n');
});
