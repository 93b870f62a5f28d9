import { type LinkFault, sealLink, unsealLink } from '../shared/index.ts';
import { type Answers, UNKNOWN } from './condition.ts';
import type { CodecModel } from './model.ts';
import { type Importance, NORMAL } from './reach.ts';

/** What a reader has filled in. */
export interface Entry {
  readonly answers: Answers;
  /** Criteria that weigh less or more than normal. */
  readonly importance: Importance;
}

/** What a link turned out to hold. Never an exception. */
export type Decoded =
  | {
      readonly ok: true;
      /** Version of the model the link was made with. */
      readonly version: number;
      readonly entry: Entry;
      /** Questions whose answer in the link the current model no longer has. */
      readonly retired: readonly string[];
      /** Questions of the current model that did not exist when the link was made. */
      readonly added: readonly string[];
    }
  | { readonly ok: false; readonly reason: LinkFault };

const NONE = '-';
const WEIGHTS = { h: 1, n: 2, d: 4 } as const;

/**
 * The entry as the text after `#` of a share link: one character per question (place of the value in the frozen
 * list, `u` = don't know, `-` = no answer), then one per criterion (`h`alf, `n`ormal, `d`ouble). Holds nothing else.
 */
export function encode(model: CodecModel, { answers, importance }: Entry): string {
  const order = model.codec[model.version];
  const given = (order?.questions ?? []).map(({ id, values }) => {
    const answer = answers[id];
    if (answer === UNKNOWN) return UNKNOWN;
    const place = answer === undefined ? -1 : values.indexOf(answer);
    return place === -1 ? NONE : String(place);
  });
  const weights = (order?.criteria ?? []).map((id) => {
    const weight = importance[id] ?? NORMAL;
    return weight === 1 ? 'h' : weight === 4 ? 'd' : 'n';
  });
  return sealLink(model.letter, model.version, [...given, ...weights].join(''));
}

/**
 * Reads the text after `#`. Links of every published version open: answers are found back by id, and the result
 * tells what has left the model and what is new since. Anything else comes back as a fault, never as an error.
 */
export function decode(model: CodecModel, fragment: string): Decoded {
  const link = unsealLink(model.letter, fragment);
  if (!link.ok) return link;
  const { version, payload } = link;
  const order = model.codec[version];
  if (!order) return { ok: false, reason: version > model.version ? 'newer' : 'damaged' };
  if (payload.length !== order.questions.length + order.criteria.length) {
    return { ok: false, reason: 'damaged' };
  }

  const current = new Map(model.questions.map(({ id, values }) => [id, values.map((value) => value.id)]));
  const answers: Record<string, string> = {};
  const retired: string[] = [];
  for (const [index, { id, values }] of order.questions.entries()) {
    const character = payload.charAt(index);
    if (character === NONE) continue;
    const value = character === UNKNOWN ? UNKNOWN : values[Number(character)];
    if (value === undefined) return { ok: false, reason: 'damaged' };
    if (value === UNKNOWN ? current.has(id) : current.get(id)?.includes(value)) answers[id] = value;
    else retired.push(id);
  }
  const importance: Record<string, 1 | 2 | 4> = {};
  const criteria = new Set(model.criteria.map(({ id }) => id));
  for (const [index, id] of order.criteria.entries()) {
    const character = payload.charAt(order.questions.length + index);
    if (!isWeight(character)) return { ok: false, reason: 'damaged' };
    if (character !== 'n' && criteria.has(id)) importance[id] = WEIGHTS[character];
  }
  const known = new Set(order.questions.map(({ id }) => id));
  const added = model.questions.map(({ id }) => id).filter((id) => !known.has(id));
  return { ok: true, version, entry: { answers, importance }, retired, added };
}

function isWeight(character: string): character is keyof typeof WEIGHTS {
  return Object.hasOwn(WEIGHTS, character);
}
