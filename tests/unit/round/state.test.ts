import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromRoundText,
  LAST_REVISION,
  LAST_SHEET,
  merge,
  newState,
  putAnswers,
  removeSubmission,
  restoreSubmission,
  type RoundState,
  roundItems,
  sheetId,
  sheetOf,
  toRoundText,
} from '../../../src/domain/round/index.ts';
import { isSymbols } from '../../../src/domain/round/symbols.ts';
import { answersTo, assessment } from '../assessment/models.ts';
import { byId, collectedOf, member, ROUND, stateOf, symbols } from './models.ts';

const STATE: RoundState = { ...stateOf(ROUND, [member(1), member(2), member(3)]), names: { m00002: 'Jan' } };

describe('a new round', () => {
  test('holds nothing yet, and can be saved and opened', () => {
    expect(newState(ROUND)).toEqual({ ...stateOf(ROUND, []), date: '' });
    const state = newState(ROUND, 'Noord', '2026-11-22');
    expect(fromRoundText(assessment, toRoundText(state))).toEqual({ ok: true, state, lost: [] });
  });
});

describe('answers typed over', () => {
  test('come in as the first, then each time as a later revision that wins over the one before', () => {
    fc.assert(
      fc.property(answersTo(assessment), answersTo(assessment), (first, second) => {
        const once = putAnswers(assessment, STATE, 'p00001', first);
        const twice = putAnswers(assessment, once, 'p00001', second);
        expect(once.collected['p00001']?.revision).toBe(0);
        expect(twice.collected['p00001']?.revision).toBe(1);
        expect(merge(twice.collected, once.collected)).toEqual(twice.collected);
        const asked = roundItems(assessment, ROUND).map(({ id }) => id);
        for (const id of asked) expect(twice.collected['p00001']?.answers[id]).toBe(second[id]);
        expect({ ...twice, collected: STATE.collected }).toEqual(STATE);
      }),
    );
  });

  test('never go beyond the highest revision', () => {
    let state = STATE;
    for (let time = 0; time <= LAST_REVISION + 3; time++) state = putAnswers(assessment, state, 'p00001', {});
    expect(state.collected['p00001']?.revision).toBe(LAST_REVISION);
    expect(fromRoundText(assessment, toRoundText(state))).toMatchObject({ ok: true, lost: [] });
  });
});

describe('a submission taken out', () => {
  test('goes with its name and nothing else', () => {
    expect(removeSubmission(STATE, 'm00002')).toEqual({
      ...STATE,
      collected: byId([member(1), member(3)]),
      names: {},
    });
    expect(removeSubmission(STATE, 'zzzzzz')).toEqual(STATE);
  });

  test('comes back in its place, with its name', () => {
    fc.assert(
      fc.property(collectedOf(assessment, ROUND), fc.nat(9), (collected, at) => {
        const ids = Object.keys(collected);
        const id = ids[at % ids.length] ?? 'zzzzzz';
        const before = { ...STATE, collected, names: { [id]: 'Jan' } };
        const back = restoreSubmission(removeSubmission(before, id), before, id);
        expect(back.collected).toEqual(collected);
        expect(Object.keys(back.collected)).toEqual(ids);
        expect(back.names).toEqual(ids.length > 0 ? { [id]: 'Jan' } : {});
      }),
    );
  });

  test('comes back beside what came in and went out since', () => {
    const without = removeSubmission(removeSubmission(STATE, 'm00002'), 'm00003');
    const since = {
      ...without,
      collected: { ...without.collected, m00004: member(4) },
      names: { m00004: 'An' },
    };
    const back = restoreSubmission(since, STATE, 'm00002');
    expect(Object.keys(back.collected)).toEqual(['m00001', 'm00002', 'm00004']);
    expect(back.names).toEqual({ m00002: 'Jan', m00004: 'An' });
  });

  test('stays as it is when it is there again, or never was', () => {
    const newer = { ...STATE, collected: { ...STATE.collected, m00002: { ...member(2), revision: 3 } } };
    expect(restoreSubmission(newer, STATE, 'm00002')).toBe(newer);
    expect(restoreSubmission(STATE, STATE, 'zzzzzz')).toBe(STATE);
    expect(restoreSubmission(removeSubmission(STATE, 'm00001'), STATE, 'm00001').names).toEqual({
      m00002: 'Jan',
    });
  });
});

describe('a paper sheet', () => {
  test('is found back by its number, from 1 to the last', () => {
    const ids = Array.from({ length: LAST_SHEET }, (_, at) => sheetId(at + 1));
    expect(new Set(ids).size).toBe(LAST_SHEET);
    for (const [at, id] of ids.entries()) {
      expect(isSymbols(id, 6)).toBe(true);
      expect(sheetOf(id)).toBe(at + 1);
    }
  });

  test('is no other id', () => {
    fc.assert(
      fc.property(symbols(6), (id) => {
        expect(sheetOf(id)).toBe(/^p00\d\d\d$/.test(id) ? Number(id.slice(3)) : null);
      }),
    );
    expect(sheetOf('p0012')).toBeNull();
    expect(sheetOf('xp00123')).toBeNull();
    expect(sheetOf('p001234')).toBeNull();
  });
});
