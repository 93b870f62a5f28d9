import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedItems, START_LIST } from '../../../src/domain/assessment/index.ts';
import {
  decodeInvitation,
  encodeInvitation,
  type Round,
  roundItems,
} from '../../../src/domain/round/index.ts';
import { sealLink } from '../../../src/domain/shared/index.ts';
import { assessment } from '../assessment/models.ts';
import { anyText, linkLike, modelAndRound, replaced, ROUND, symbols, textOf } from './models.ts';

const LINK = encodeInvitation(ROUND);

describe('the items of a round', () => {
  test('are those asked of its start, in its phases only, in the order of asking', () => {
    fc.assert(
      fc.property(modelAndRound, ({ model, round }) => {
        const expected = askedItems(model, round.start).filter(({ phase }) => round.phases.includes(phase));
        expect(roundItems(model, round)).toEqual(expected);
        const shuffled = { ...round, phases: [...round.phases].reverse() };
        expect(roundItems(model, shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('an invitation', () => {
  test('opens with exactly the round that went in', () => {
    fc.assert(
      fc.property(modelAndRound, ({ model, round }) => {
        expect(decodeInvitation(model, encodeInvitation(round))).toEqual({ ok: true, round });
        expect(decodeInvitation(model, `#${encodeInvitation(round)}`)).toEqual({ ok: true, round });
      }),
    );
  });

  test('opens for every start and every choice of phases of the published test, in at most 40 characters', () => {
    for (const start of START_LIST) {
      const route = assessment.routes[start];
      for (let choice = 1; choice < 2 ** route.length; choice++) {
        const phases = route.filter((_, at) => choice & (1 << at));
        const round: Round = { ...ROUND, start, phases };
        const link = encodeInvitation(round);
        expect(link.length).toBeLessThanOrEqual(40);
        expect(decodeInvitation(assessment, link)).toEqual({ ok: true, round });
      }
    }
  });

  test('holds the random id, the start and the phases, and nothing else', () => {
    expect(LINK).toMatch(/^g1\.k3m9qzn12345678\.[0-9a-z]{3}$/);
  });

  test('is refused whichever character is replaced, lost or doubled, and wherever it is cut off', () => {
    const passed = [...LINK].flatMap((old, at) =>
      [
        ...[...'0123456789abcdefghijklmnopqrstuvwxyz.-#']
          .filter((by) => by !== old)
          .map((by) => replaced(LINK, at, by)),
        replaced(LINK, at, ''),
        replaced(LINK, at, old + old),
        LINK.slice(0, at),
      ].filter((text) => decodeInvitation(assessment, text).ok),
    );
    expect(passed).toEqual([]);
  });

  const sealed = (payload: string, version = 1) => sealLink('g', version, payload);

  test.each([
    ['nothing', '', 'foreign'],
    ['an anchor', '#hoe-werkt-het', 'foreign'],
    ['a link to a result', 'a1.n012.abc', 'foreign'],
    ['a submission', sealLink('s', 1, 'k3m9qzn1'), 'foreign'],
    ['one cut off', LINK.slice(0, 12), 'damaged'],
    ['a version still to come', sealed('k3m9qzn1', 2), 'newer'],
    ['no phases', sealed('k3m9qzn'), 'damaged'],
    ['a phase that does not exist', sealed('k3m9qzn19'), 'damaged'],
    ['a phase that is not on the route', sealed('k3m9qzf1'), 'damaged'],
    ['a phase twice', sealed('k3m9qzn11'), 'damaged'],
    ['an unknown start', sealed('k3m9qzx1'), 'damaged'],
    ['no start', sealed('k3m9qz1'), 'damaged'],
    ['an id with a letter that is none of ours', sealed('k3m9quzn1'), 'damaged'],
    ['an id that is too short', sealed('k3m'), 'damaged'],
    ['a far longer text', `g1.${'0'.repeat(100_000)}.abc`, 'damaged'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(decodeInvitation(assessment, text)).toEqual({ ok: false, reason });
  });

  test('of an older version opens with the phases that the route still has', () => {
    const next = {
      ...assessment,
      version: 2,
      routes: { ...assessment.routes, new: assessment.routes.new.filter((phase) => !phase.startsWith('3')) },
    };
    expect(decodeInvitation(next, LINK)).toEqual({
      ok: true,
      round: { ...ROUND, version: 1, phases: next.routes.new },
    });
    const gone = encodeInvitation({ ...ROUND, phases: ['3-uitwisselen'] });
    expect(decodeInvitation(next, gone)).toEqual({ ok: false, reason: 'damaged' });
  });

  test('never throws, and what opens is a round of the model', () => {
    const links = linkLike('gh', 30);
    const payloads = fc
      .tuple(symbols(6), textOf('nif', 0, 1), textOf('0123456789', 1, 9))
      .map((parts) => parts.join(''));
    const texts = fc.oneof(
      anyText,
      links,
      payloads.map((text) => sealed(text)),
    );
    fc.assert(
      fc.property(modelAndRound, texts, ({ model }, text) => {
        const invited = decodeInvitation(model, text);
        if (!invited.ok) {
          expect(['foreign', 'newer', 'damaged']).toContain(invited.reason);
          return;
        }
        const { start, phases } = invited.round;
        expect(phases.length).toBeGreaterThan(0);
        expect(model.routes[start].filter((phase) => phases.includes(phase))).toEqual(phases);
      }),
      { numRuns: 500 },
    );
  });
});
