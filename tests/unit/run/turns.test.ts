import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skipped, speaker, spoken, type Turns } from '../../../src/domain/run/index.ts';
import { beginTurns, giveTurn, passTurn, undoTurn, withPeople } from '../../../src/domain/run/turns.ts';

const PEOPLE = 7;
const everybody = Array.from({ length: PEOPLE }, (_, who) => who);
const moves = fc.array(
  fc.oneof(
    fc.constant((turns: Turns) => passTurn(turns)),
    fc.constant((turns: Turns) => passTurn(turns, true)),
    fc.constant(undoTurn),
    fc.nat(PEOPLE - 1).map((who) => (turns: Turns) => giveTurn(turns, who)),
  ),
  { maxLength: 30 },
);
const rounds = fc
  .tuple(fc.nat(PEOPLE - 1), moves)
  .map(([first, moves]) => moves.reduce((turns, move) => move(turns), beginTurns(PEOPLE, first)));

describe('a round', () => {
  test('never loses anybody: each speaks, comes, or passed', () => {
    fc.assert(
      fc.property(rounds, (turns) => {
        const all = new Set([...spoken(turns), ...skipped(turns), ...turns.queue]);
        expect([...all].sort()).toEqual(everybody);
        expect(new Set(turns.queue).size).toBe(turns.queue.length);
      }),
    );
  });

  test('undoes the last turn, whether one spoke or passed', () => {
    fc.assert(
      fc.property(rounds, fc.boolean(), (turns, isSkipped) => {
        if (speaker(turns) === null) return;
        expect(undoTurn(passTurn(turns, isSkipped))).toEqual(turns);
      }),
    );
  });

  test('gives who passed the turn later, and then nobody is left out', () => {
    let turns = passTurn(beginTurns(3, 0), true);
    turns = passTurn(passTurn(turns));
    expect([speaker(turns), skipped(turns), spoken(turns)]).toEqual([null, [0], [1, 2]]);
    turns = giveTurn(turns, 0);
    expect([speaker(turns), skipped(turns)]).toEqual([0, []]);
    turns = passTurn(turns);
    expect([speaker(turns), skipped(turns), spoken(turns)]).toEqual([null, [], [1, 2, 0]]);
    expect(passTurn(turns)).toBe(turns);
  });

  test('goes on when somebody joins or leaves', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 12 }), (turns, people) => {
        const after = withPeople(turns, people);
        const all = new Set([...spoken(after), ...skipped(after), ...after.queue]);
        expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, who) => who));
      }),
    );
  });
});
