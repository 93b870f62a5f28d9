import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x0605_4b50;

/** A file inside a Word file. */
export interface Member {
  text: string;
  /** Day and time as the ZIP file writes them. */
  day: number;
}

/** The files inside a Word file, by path. */
export function membersOf(zip: Buffer): Map<string, Member> {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('Not a ZIP file without a comment.');
  const members = new Map<string, Member>();
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const local = zip.readUInt32LE(entry + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
    members.set(zip.toString('utf8', entry + 46, entry + 46 + nameLength), {
      text: (zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
      day: zip.readUInt32LE(entry + 12),
    });
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return members;
}

/** The text of each paragraph in a part of a Word file. */
export function paragraphsOf(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
    )
    .map((text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    );
}
