import { describe, expect, it } from 'vitest';
import { type MadePdf, sizeText, withPdfLinks, withRevisions } from '../../../src/site/pdf-links.ts';

const words = { pdf: 'Pdf', pdfLabel: '{title}, pdf', pdfFacts: '{pages} blz., {size}, {date}' };
const made = new Map<string, MadePdf>([
  ['fase-4', { id: 'fase-4', title: 'Fase 4: “Op”', pages: 1, bytes: 84_300, date: '22 nov 2026' }],
]);
const page =
  '<p><span data-pdf="fase-4"></span> <span data-pdf="fase-5"></span></p><div data-no-pdf><p>Geen.</p></div>';

describe('links to PDFs in a built page', () => {
  it('stand where a PDF was made, with pages, size and date', () => {
    const linked = withPdfLinks(page, made, '/handboek/', words);
    expect(linked).toContain(
      '<a href="/handboek/pdf/fase-4.pdf" type="application/pdf" aria-label="Fase 4: “Op”, pdf">Pdf</a> (1 blz., 84 kB, 22 nov 2026)',
    );
    expect(linked).toContain('<span data-pdf="fase-5"></span>');
    expect(linked).not.toContain('Geen.');
  });

  it('are the same when put twice, and go away with the PDF', () => {
    const once = withPdfLinks(page, made, '/', words);
    expect(withPdfLinks(once, made, '/', words)).toBe(once);
    expect(withPdfLinks(once, new Map(), '/', words)).not.toContain('<a ');
  });

  it('leave a page alone when no PDF was made', () => {
    expect(withPdfLinks(page, new Map(), '/', words)).toBe(page);
  });

  it('tell a size as readers know it', () => {
    expect([300, 84_300, 999_499, 15_040_000].map(sizeText)).toEqual(['1 kB', '84 kB', '999 kB', '15,0 MB']);
  });
});

describe('the service worker after PDFs were made', () => {
  const worker =
    '[{url:"/a/index.html",revision:"0f0f"},{url:"/b/index.html",revision:"1a1a"},{url:"/c.js",revision:null}]';

  it('knows the pages that changed anew, and no other', () => {
    expect(withRevisions(worker, new Map([['/b/index.html', '2b2b']]))).toBe(worker.replace('1a1a', '2b2b'));
    expect(withRevisions(worker, new Map())).toBe(worker);
  });
});
