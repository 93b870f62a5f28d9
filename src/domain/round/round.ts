import { askedItems, type Model, type ModelItem, type Start, START_LIST } from '../assessment/index.ts';
import { type LinkFault, sealLink, unsealLink } from '../shared/index.ts';
import { isSymbols } from './symbols.ts';

/** Length of a round's random id, in symbols. It says nothing about who takes part. */
export const ROUND_ID = 6;

/** A round: the firms of one group fill in the same items, each for itself. */
export interface Round {
  /** Random id, six symbols. */
  readonly id: string;
  /** Version of the assessment it was started with. */
  readonly version: number;
  readonly start: Start;
  /** Phases asked, in the order of the route; a part of it or all. */
  readonly phases: readonly string[];
}

/** Letter of an invitation in links. */
const LETTER = 'g';
const START_CODES: Readonly<Record<Start, string>> = { new: 'n', informal: 'i', formal: 'f' };

/** What an invitation turned out to hold. Never an exception. */
export type Invited =
  { readonly ok: true; readonly round: Round } | { readonly ok: false; readonly reason: LinkFault };

/** The items of a round, in the order in which they are asked. */
export function roundItems(model: Model, { start, phases }: Round): readonly ModelItem[] {
  return askedItems(model, start).filter(({ phase }) => phases.includes(phase));
}

/** The invitation as the text after `#`: `g<version>.<id><start><number of each phase>.<checksum>`. */
export function encodeInvitation({ id, version, start, phases }: Round): string {
  const numbers = phases.map((phase) => phase.charAt(0)).join('');
  return sealLink(LETTER, version, id + START_CODES[start] + numbers);
}

/** Reads an invitation. `version` is the newest the reader's model knows. */
export function decodeInvitation(model: Model & { readonly version: number }, fragment: string): Invited {
  const link = unsealLink(LETTER, fragment);
  if (!link.ok) return link;
  if (link.version > model.version) return { ok: false, reason: 'newer' };
  const id = link.payload.slice(0, ROUND_ID);
  const start = START_LIST.find((name) => START_CODES[name] === link.payload.charAt(ROUND_ID));
  const numbers = [...link.payload.slice(ROUND_ID + 1)];
  if (!isSymbols(id, ROUND_ID) || !start) return { ok: false, reason: 'damaged' };
  const phases = model.routes[start].filter((phase) => numbers.includes(phase.charAt(0)));
  // A phase that an older version still had on this route is left out.
  const isWhole = phases.length === numbers.length || link.version < model.version;
  if (!isWhole || phases.length === 0) return { ok: false, reason: 'damaged' };
  return { ok: true, round: { id, version: link.version, start, phases } };
}
