/**
 * The frame of every share link: `<letter><version>.<payload>.<checksum>`, the text after `#`. Each tool has its own
 * letter and fills the payload with one character per answer. Nothing here throws.
 */

/** `foreign`: not a link of this tool; `newer`: made by a later version; `damaged`: cut off or changed on the way. */
export type LinkFault = 'foreign' | 'newer' | 'damaged';

/** The parts of a link whose frame is sound. */
export type Unsealed =
  | { readonly ok: true; readonly version: number; readonly payload: string }
  | { readonly ok: false; readonly reason: Exclude<LinkFault, 'newer'> };

const SHAPE = /^([a-z])([1-9]\d{0,3})\.([a-z0-9-]{1,2400})\.([0-9a-z]{3})$/;

/** Three base-36 characters over the text: enough to notice a cut-off or mistyped link, not a signature. */
function checksum(text: string): string {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 46_656;
  return hash.toString(36).padStart(3, '0');
}

/** The payload in its frame. */
export function sealLink(letter: string, version: number, payload: string): string {
  const body = `${letter}${version}.${payload}`;
  return `${body}.${checksum(body)}`;
}

/** Reads the frame of a link of the tool with this letter. */
export function unsealLink(letter: string, fragment: string): Unsealed {
  const text = fragment.replace(/^#/, '');
  const match = SHAPE.exec(text);
  if (!match)
    return { ok: false, reason: new RegExp(`^${letter}\\d+\\.`).test(text) ? 'damaged' : 'foreign' };
  const [, tool, version, payload = '', check] = match;
  if (tool !== letter) return { ok: false, reason: 'foreign' };
  if (checksum(`${tool}${version}.${payload}`) !== check) return { ok: false, reason: 'damaged' };
  return { ok: true, version: Number(version), payload };
}

/** Whether a fragment was probably meant as a link of some tool, and not as an ordinary anchor on a page. */
export function looksLikeLink(fragment: string): boolean {
  return /^#?[a-z]\d+\./.test(fragment);
}
