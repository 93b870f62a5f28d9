import { type Document, Packer } from 'docx';

/** What a word processor shows as the properties of a file. */
export interface WordProperties {
  title: string;
  author: string;
  /** Language of the text: `nl-BE`. */
  language: string;
  /** Day of this version (YYYY-MM-DD). */
  date: string;
}

/** 1 January 1980, midnight, as a ZIP file writes it: the day and the time, two bytes each. */
const FIRST_DAY = 0x0021_0000;
const END_OF_DIRECTORY = 0x0605_4b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/**
 * The bytes of a Word file. The same document gives the same bytes whenever it is built: its dates are those of its
 * version, and the files inside carry a fixed day.
 */
export async function wordFile(document: Document, properties: WordProperties): Promise<Uint8Array> {
  const packed = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(properties) },
  ]);
  return withFixedDays(packed);
}

function coreProperties({ title, author, language, date }: WordProperties): string {
  const text = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${text(title)}</dc:title>`,
    `<dc:creator>${text(author)}</dc:creator>`,
    `<dc:language>${language}</dc:language>`,
    moment('created'),
    moment('modified'),
    '</cp:coreProperties>',
  ].join('');
}

/** The ZIP file with a fixed day on each file in it, in its directory and before its data. */
function withFixedDays(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new Error('The Word file is not a ZIP file without a comment.');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, FIRST_DAY, true);
    entry +=
      ENTRY_LENGTH +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return zip;
}
