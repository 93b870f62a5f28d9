import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeInvitation,
  fromMembershipText,
  LAST_REVISION,
  markOf,
  type Membership,
  type Memberships,
  NO_ROUNDS,
  SUBMISSION_ID,
  toMembershipText,
} from '../../../src/domain/round/index.ts';
import { sealLink } from '../../../src/domain/shared/index.ts';
import { assessment } from '../assessment/models.ts';
import { modelAndRound, ROUND, roundOf, symbols } from './models.ts';

const memberships = modelAndRound.chain(({ model }) =>
  fc
    .array(
      fc.record({
        round: roundOf(model),
        id: symbols(SUBMISSION_ID),
        revision: fc.nat(LAST_REVISION),
        given: fc.option(fc.string()),
      }),
      { maxLength: 4 },
    )
    .chain((all) => {
      const rounds = Object.fromEntries(all.map((one: Membership) => [one.round.id, one]));
      return fc.record({
        model: fc.constant(model),
        kept: fc.record({
          current: fc.constantFrom(null, ...Object.keys(rounds)),
          rounds: fc.constant(rounds),
        }),
      });
    }),
);

const MINE: Membership = { round: ROUND, id: 'aaaaaa', revision: 2, given: 'x' };
const read = (text: string) => fromMembershipText(assessment, text);
const textWith = (fields: Record<string, unknown>) =>
  JSON.stringify({ kind: 'mini-cluster/ronde-lid', current: ROUND.id, rounds: [], ...fields });
const entry = { invitation: encodeInvitation(ROUND), id: 'aaaaaa', revision: 2, given: 'x' };

describe('the rounds a member takes part in', () => {
  test('open as they were kept', () => {
    fc.assert(
      fc.property(memberships, ({ model, kept }) => {
        expect(fromMembershipText(model, toMembershipText(kept))).toEqual(kept);
      }),
    );
  });

  test('are kept without an answer or a name', () => {
    const kept: Memberships = { current: ROUND.id, rounds: { [ROUND.id]: MINE } };
    expect(JSON.parse(toMembershipText(kept))).toEqual({
      kind: 'mini-cluster/ronde-lid',
      current: ROUND.id,
      rounds: [entry],
    });
  });

  test('lose what cannot be read and keep the rest', () => {
    const bad = [
      null,
      'x',
      { ...entry, invitation: 5 },
      { ...entry, invitation: 'g1.kapot.abc' },
      { ...entry, invitation: sealLink('g', 2, 'k3m9qzn1') },
      { ...entry, id: 'te lang voor een id' },
      { ...entry, id: 5 },
      { ...entry, revision: -1 },
      { ...entry, revision: 32 },
      { ...entry, revision: 1.5 },
      { ...entry, revision: '1' },
    ];
    expect(read(textWith({ rounds: [...bad, entry] })).rounds).toEqual({ [ROUND.id]: MINE });
    expect(read(textWith({ rounds: bad }))).toEqual(NO_ROUNDS);
    expect(read(textWith({ rounds: [{ ...entry, given: 5 }] })).rounds[ROUND.id]?.given).toBeNull();
    expect(read(textWith({ rounds: [{ ...entry, revision: 31 }] })).rounds[ROUND.id]?.revision).toBe(31);
  });

  test('have a current one only if it is there', () => {
    for (const current of ['zzzzzz', '__proto__', 'constructor', 'toString', '', 5, null])
      expect(read(textWith({ current, rounds: [entry] })).current).toBeNull();
    expect(read(textWith({ rounds: [entry] })).current).toBe(ROUND.id);
  });

  test('are none in any other text, which never makes it throw', () => {
    const fields = fc.dictionary(fc.constantFrom('kind', 'current', 'rounds'), fc.jsonValue()).map(textWith);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fields), (text) => {
        expect(read(text)).toEqual(NO_ROUNDS);
      }),
    );
    expect(read('{"kind":"mini-cluster/fasetest"}')).toBe(NO_ROUNDS);
  });
});

describe('the mark of what was given', () => {
  test('changes with it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(markOf(a)).not.toBe(markOf(b));
        expect(markOf(a)).toBe(markOf(a));
      }),
    );
  });
});
