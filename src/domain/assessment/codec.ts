import { type LinkFault, sealLink, unsealLink } from '../shared/index.ts';
import type { Answer, Answers, Model } from './evaluate.ts';
import type { Start } from './schema.ts';

/** What a reader has filled in. */
export interface Entry {
  /** Where the group starts; null while that question is open. */
  readonly start: Start | null;
  readonly answers: Answers;
}

/** What the codec needs besides the model: the frozen item order of every version ever published. */
export interface CodecModel extends Model {
  readonly version: number;
  readonly codec: Readonly<Record<string, readonly string[]>>;
}

/** What a link turned out to hold. Never an exception. */
export type Decoded =
  | {
      readonly ok: true;
      /** Version of the model the link was made with. */
      readonly version: number;
      readonly entry: Entry;
      /** Answered items of the link that the current model no longer has. */
      readonly retired: readonly string[];
      /** Items of the current model that did not exist when the link was made. */
      readonly added: readonly string[];
    }
  | { readonly ok: false; readonly reason: LinkFault };

/** Letter of this tool in a share link; other tools use others. */
const TOOL = 'a';
const START_CODES: Readonly<Record<Start, string>> = { new: 'n', informal: 'i', formal: 'f' };
const NONE = '-';
const ANSWERS = new Set<string>(['0', '1', '2', '3', 'u', 'n']);

/** Whether a character is one of the six answers. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'string' && ANSWERS.has(value);
}

/**
 * The entry as the text after `#` of a share link: `a<version>.<start><one character per item>.<checksum>`.
 * Items are in the frozen order of the current version. Holds nothing but the answers.
 */
export function encode(model: CodecModel, entry: Entry): string {
  const order = model.codec[model.version] ?? [];
  const head = entry.start === null ? NONE : START_CODES[entry.start];
  return sealLink(TOOL, model.version, head + order.map((id) => entry.answers[id] ?? NONE).join(''));
}

/**
 * Reads the text after `#`. Links of every published version open: items are found back by id, and the result
 * tells what has left the model and what is new since. Anything else comes back as a fault, never as an error.
 */
export function decode(model: CodecModel, fragment: string): Decoded {
  const link = unsealLink(TOOL, fragment);
  if (!link.ok) return link;
  const { version, payload } = link;
  const order = model.codec[version];
  if (!order) return { ok: false, reason: version > model.version ? 'newer' : 'damaged' };
  if (payload.length !== order.length + 1) return { ok: false, reason: 'damaged' };

  const start = (Object.keys(START_CODES) as Start[]).find((key) => START_CODES[key] === payload[0]) ?? null;
  if (start === null && payload[0] !== NONE) return { ok: false, reason: 'damaged' };

  const current = new Map(model.items.map((item) => [item.id, item]));
  const answers: Record<string, Answer> = {};
  const retired: string[] = [];
  for (const [index, id] of order.entries()) {
    const answer = payload[index + 1];
    if (answer === NONE) continue;
    if (!isAnswer(answer)) return { ok: false, reason: 'damaged' };
    const item = current.get(id);
    if (!item || (answer === 'n' && !item.naAllowed)) retired.push(id);
    else answers[id] = answer;
  }
  const known = new Set(order);
  const added = model.items.map((item) => item.id).filter((id) => !known.has(id));
  return { ok: true, version, entry: { start, answers }, retired, added };
}
