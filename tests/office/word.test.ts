import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/domain/worksheet/index.ts';
import { SITES } from '../build/site.ts';
import { dutchWorksheet, worksheets } from '../content/worksheets.ts';

const OPENING_MS = 180_000;
const [site] = SITES;
const ids = [...worksheets.keys()];
const out = mkdtempSync(join(tmpdir(), 'word-'));

/** What LibreOffice makes of the Word files: `<id>.pdf` and `<id>.txt` in `out`. */
function convert(to: string): void {
  if (!site) throw new Error('No site to check.');
  const { status, stderr, error } = spawnSync(
    'soffice',
    [
      '--headless',
      // A profile of its own: one that is in use, or that cannot be written, stops LibreOffice.
      `-env:UserInstallation=${pathToFileURL(join(out, 'profile')).href}`,
      '--convert-to',
      to,
      '--outdir',
      out,
      ...ids.map((id) => join(site.dist, `afdrukken/werkblad/${id}.docx`)),
    ],
    { encoding: 'utf8', timeout: OPENING_MS },
  );
  if (status !== 0) throw new Error(`LibreOffice stopped with ${status}: ${error?.message ?? stderr}`);
}

/** Without the breaks and spaces that a layout adds. */
const packed = (text: string): string => text.replaceAll(/\s+/g, '');

beforeAll(() => {
  convert('pdf');
  convert('txt:Text (encoded):UTF8');
}, 2 * OPENING_MS);

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe.each(ids)('LibreOffice opens the Word file of %s', (id) => {
  const worksheet = dutchWorksheet(id);

  it('and loses no text', () => {
    const told = packed(readFileSync(join(out, `${id}.txt`), 'utf8'));
    expect(textsOf(worksheet).filter((text) => !told.includes(packed(text)))).toEqual([]);
  });

  it('and lays it on as many sheets as on paper, upright or lying as there', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(out, `${id}.pdf`))) }).promise;
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
        return [Math.round(width), Math.round(height)];
      }),
    );
    expect(pages).toEqual(
      worksheet.sheets.map(({ orientation }) => (orientation === 'portrait' ? [595, 842] : [842, 595])),
    );
  });
});
