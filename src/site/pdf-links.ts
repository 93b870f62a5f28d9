/** A PDF that was made of a document. */
export interface MadePdf {
  /** Id of the document. */
  id: string;
  title: string;
  pages: number;
  /** Size of the file, bytes. */
  bytes: number;
  /** Day on which it was made, as readers write it. */
  date: string;
}

/** The words around a link to a PDF. */
export interface PdfWords {
  /** Text of the link. */
  pdf: string;
  /** Name of the link for who does not see what it stands beside; `{title}`. */
  pdfLabel: string;
  /** Pages, size and date; `{pages}`, `{size}`, `{date}`. */
  pdfFacts: string;
}

/** A size as readers know it: `84 kB`, `1,2 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

/**
 * A built page with the links to the PDFs that were made in their places (`<span data-pdf="id">`), and without the
 * note that there are none. Works on a page that has links already, so that making PDFs twice is the same as once.
 */
export function withPdfLinks(
  html: string,
  made: ReadonlyMap<string, MadePdf>,
  base: string,
  words: PdfWords,
): string {
  const put = (text: string, values: Record<string, string>) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return html
    .replaceAll(/(<span data-pdf="([^"]+)"[^>]*>).*?<\/span>/gs, (_, open: string, id: string) => {
      const pdf = made.get(id);
      if (!pdf) return `${open}</span>`;
      const label = put(words.pdfLabel, { title: pdf.title }).replaceAll('"', '&quot;');
      const facts = put(words.pdfFacts, {
        pages: `${pdf.pages}`,
        size: sizeText(pdf.bytes),
        date: pdf.date,
      });
      return `${open}<a href="${base}pdf/${id}.pdf" type="application/pdf" aria-label="${label}">${words.pdf}</a> (${facts})</span>`;
    })
    .replaceAll(/<div data-no-pdf[^>]*>.*?<\/div>/gs, made.size > 0 ? '<div data-no-pdf></div>' : '$&');
}

/**
 * The service worker with the new fingerprints of pages that changed after it was made, by their address as it knows
 * them; else a device that has the page without links to PDFs would keep it so.
 */
export function withRevisions(worker: string, changed: ReadonlyMap<string, string>): string {
  return worker.replaceAll(
    /(\{url:"([^"]+)",revision:")[0-9a-f]+(")/g,
    (whole, before: string, url: string, after: string) => {
      const revision = changed.get(url);
      return revision === undefined ? whole : before + revision + after;
    },
  );
}
