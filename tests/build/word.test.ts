import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { textsOf } from '../../src/domain/worksheet/index.ts';
import { worksheetWord, type WorksheetWords } from '../../src/site/worksheet-word.ts';
import { dutchWorksheet, worksheets } from '../content/worksheets.ts';
import { SITES } from './site.ts';
import { membersOf, paragraphsOf } from './word-file.ts';

const ids = [...worksheets.keys()];
const fileOf = (dist: string, id: string): Buffer =>
  readFileSync(join(dist, `afdrukken/werkblad/${id}.docx`));
const [root, folder] = SITES;
if (!root || !folder) throw new Error('Two sites are built.');

describe.each(ids)('the Word file of %s', (id) => {
  const members = membersOf(fileOf(root.dist, id));
  const part = (path: string): string => members.get(path)?.text ?? '';
  const body = part('word/document.xml');
  const worksheet = dutchWorksheet(id);

  it('holds every text of the worksheet', () => {
    const told = paragraphsOf(body).join('\n');
    expect(textsOf(worksheet).filter((text) => !told.includes(text))).toEqual([]);
  });

  it('has real headings, a head row in every table of columns, and boxes that can be ticked', () => {
    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    const blocks = worksheet.sheets.flatMap((sheet) => sheet.blocks);
    const count = (pattern: RegExp): number => [...body.matchAll(pattern)].length;
    const of = (...kinds: string[]): number => blocks.filter(({ kind }) => kinds.includes(kind)).length;
    expect(count(/<w:tblHeader\/>/g)).toBe(of('table', 'checklist'));
    expect(count(/<w:pStyle w:val="Heading3"\/>/g)).toBe(of('heading'));
    const boxes = blocks.reduce((sum, block) => {
      if (block.kind === 'choice') return sum + block.options.length;
      if (block.kind === 'checklist') return sum + block.items.length * block.ticks.length;
      return block.kind === 'table' ? sum + block.rows.flat().filter((cell) => cell === 'tick').length : sum;
    }, 0);
    expect(count(/<w14:checkbox>/g)).toBe(boxes);
  });

  it('is in Belgian Dutch, on A4, with its title, permanent link, version and licence', () => {
    expect(part('word/styles.xml')).toContain('<w:lang w:val="nl-BE"');
    expect(part('docProps/core.xml')).toContain(`<dc:title>${worksheet.title}</dc:title>`);
    expect(part('docProps/core.xml')).toContain('<dc:language>nl-BE</dc:language>');
    const sizes = [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => [
      Number(w),
      Number(h),
    ]);
    expect(sizes).toEqual(
      worksheet.sheets.map(({ orientation }) =>
        orientation === 'portrait' ? [11906, 16838] : [16838, 11906],
      ),
    );
    const feet = [...members].filter(([path]) => /^word\/footer\d+\.xml$/.test(path));
    expect(feet.length).toBe(worksheet.sheets.length);
    for (const [, { text }] of feet) {
      const told = paragraphsOf(text).join('\n');
      expect(told).toMatch(
        new RegExp(`^werkblad-${id} · versie \\d+ van .* · https?://.*/q/werkblad-${id}/`),
      );
      expect(told).toContain('CC BY-SA 4.0');
    }
  });

  it('carries no moment of its making, and is the same wherever the site is published', () => {
    expect([...members.values()].filter(({ day }) => day !== 0x0021_0000)).toEqual([]);
    const other = membersOf(fileOf(folder.dist, id));
    const told = (all: typeof members): string[] =>
      [...all].map(([path, { text }]) => `${path}: ${text.replaceAll('/handboek/q/', '/q/')}`);
    expect(told(other)).toEqual(told(members));
  });
});

describe('the bytes of a Word file', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const words: WorksheetWords = {
    facts: 'fase 4',
    use: 'Zo',
    wall: 'Groot',
    point: 'Punt',
    example: 'Voorbeeld',
    parts: ['Blad 1', 'Blad 2'],
    grounds: 'Bron',
    foot: ['werkblad', 'licentie'],
    author: 'Handboek',
    language: 'nl-BE',
    date: '2026-11-22',
  };
  const at = async (moment: string, more: Partial<WorksheetWords> = {}): Promise<string> => {
    vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
    const bytes = await worksheetWord(dutchWorksheet('charter-checklist'), { ...words, ...more });
    return Buffer.from(bytes).toString('base64');
  };

  it('are the same at every build', async () => {
    const first = await at('2026-11-22T10:00:00Z');
    expect(await at('2031-01-05T23:59:00Z')).toBe(first);
    expect(await at('2031-01-05T23:59:00Z', { date: '2027-01-01' })).not.toBe(first);
  });
});
