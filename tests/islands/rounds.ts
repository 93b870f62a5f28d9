/** Rounds of groups as the tool makes them, for the tests of what a group sees: every form goes in by its link. */
import {
  type Answer,
  type Answers,
  type LocalAssessment,
  type Start,
} from '../../src/domain/assessment/index.ts';
import {
  type Collected,
  encodeSubmission,
  readLines,
  type Round,
  roundItems,
  type RoundState,
  SUBMISSION_ID,
} from '../../src/domain/round/index.ts';
import { makeView } from '../../components/group/make-view.ts';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { entries } from '../content/load.ts';
import { assessment } from '../unit/assessment/models.ts';

/** The group round as its page has it, at the root of the site. */
export const view = makeView({
  assessment,
  phases: [...entries('phases', phaseSchema)].map(([id, data]) => ({ id, data })),
  techniques: [...entries('techniques', techniqueSchema)].map(([id, data]) => ({ id, data })),
  strings: nl,
  locale: 'nl',
  href: (path) => path,
});

export const model: LocalAssessment = view.model;

/** What a made-up round is like. */
export interface Made {
  firms: number;
  start?: Start;
  /** Phases asked; all of the route when left out. */
  phases?: readonly string[];
  /** The same number gives the same round. */
  seed?: number;
  /** How far the group is: the number of phases that are mostly in place. */
  far?: number;
  label?: string;
  date?: string;
  id?: string;
}

const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Numbers from 0 to 1 that look random and are always the same. */
function numbersFrom(seed: number): () => number {
  let value = seed * 2654435761 + 1;
  return () => {
    value = (Math.imul(value ^ (value >>> 15), 2246822519) + 374761393) >>> 0;
    return value / 2 ** 32;
  };
}

const symbols = (next: () => number, length: number): string =>
  Array.from({ length }, () => SYMBOLS[Math.floor(next() * 32)]).join('');

/** A round in which firms differ here and there and do not know everything. */
export function makeRound(made: Made): RoundState {
  const { firms, start = 'new', seed = 1, far = 3.4, label = 'Kern Noord', date = '2026-11-20' } = made;
  const next = numbersFrom(seed);
  const id = made.id ?? symbols(next, 6);
  const round: Round = { id, version: model.version, start, phases: made.phases ?? model.routes[start] };
  const items = roundItems(model, round);
  // Whether the members see an item alike, and where the group is with it.
  const group = items.map((item) => {
    const behind = model.routes[start].indexOf(item.phase) - far;
    return { middle: 2.6 - Math.max(behind, -1) * 1.1 + next() - 0.5, apart: next() < 0.3 ? 2.2 : 0.5 };
  });
  const links = Array.from({ length: firms }, (_, firm) => {
    const answers: Record<string, Answer> = {};
    for (const [at, item] of items.entries()) {
      const { middle = 0, apart = 0 } = group[at] ?? {};
      const level = Math.min(Math.max(Math.round(middle + (next() - 0.5) * apart * 2), 0), 3);
      const chance = next();
      answers[item.id] =
        item.answeredBy === 'coordinator' && firm > 0
          ? 'u'
          : chance < 0.1
            ? 'u'
            : chance < 0.15 && item.naAllowed
              ? 'n'
              : (String(level) as Answer);
    }
    const submission = {
      id: symbols(next, SUBMISSION_ID),
      round: id,
      revision: 0,
      version: model.version,
      start,
      answers,
    };
    return `https://example.org/#${encodeSubmission(model, submission)}`;
  });
  const { collected } = readLines(model, round, {}, links.join('\n'));
  return { round, collected, agreements: {}, names: {}, targets: {}, label, date };
}

/** A round in which every firm gives its own answers; what is left out of one is open. */
export function roundOf(firms: readonly Answers[], more: Partial<RoundState> = {}): RoundState {
  const { round: given, ...rest } = more;
  const round: Round = given ?? {
    id: 'k7m2xp',
    version: model.version,
    start: 'new',
    phases: model.routes.new,
  };
  const collected: Collected = Object.fromEntries(
    firms.map((answers, at) => {
      const id = `aaaaa${SYMBOLS[at]}`;
      return [id, { id, round: round.id, revision: 0, version: round.version, start: round.start, answers }];
    }),
  );
  return {
    round,
    collected,
    agreements: {},
    names: {},
    targets: {},
    label: 'Kern Noord',
    date: '2026-11-20',
    ...rest,
  };
}

/** The same answer to every item of a round of a new group. */
export function everywhere(answer: Answer): Answers {
  return Object.fromEntries(model.items.map(({ id }) => [id, answer]));
}
