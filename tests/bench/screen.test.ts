import { beforeAll, describe, expect, it } from 'vitest';
import { ROUNDS } from './rounds.ts';
import { measureScreen, type Measured, type Screen } from './screen.ts';

/** A part of the rounds, to hold the whole against. */
const FEW = ROUNDS / 4;

describe('many rounds in a browser', () => {
  let screen: Screen;
  const at = (rounds: number): Measured => {
    const measured = screen.overview.get(rounds);
    if (!measured) throw new Error(`${rounds} rounds were not measured.`);
    return measured;
  };

  beforeAll(async () => {
    screen = await measureScreen([FEW, ROUNDS]);
    for (const { ms } of [at(ROUNDS), screen.results])
      for (const [name, time] of Object.entries(ms)) console.log(`${name.padEnd(36)} ${time.toFixed(1)} ms`);
  }, 120_000);

  it('take at most in proportion to their number, and no file keeps the page busy', () => {
    // Four times the rounds; what does not grow with them keeps small times from saying anything.
    for (const [name, time] of Object.entries(at(ROUNDS).ms))
      expect.soft(time / Math.max(at(FEW).ms[name] ?? 0, 5), name).toBeLessThan(8);
    const [opened = '', ...presses] = Object.keys(at(ROUNDS).ms);
    expect(presses.length).toBeGreaterThan(3);
    // The work on a file is done in parts: reading all of them never takes longer at a stretch than a few presses.
    const press = Math.max(...presses.map((name) => at(ROUNDS).ms[name] ?? 0));
    expect((at(ROUNDS).ms[opened] ?? 0) / Math.max(press, 10)).toBeLessThan(4);
  });

  it('take few elements each', () => {
    expect((at(ROUNDS).elements - at(FEW).elements) / (ROUNDS - FEW)).toBeLessThan(16);
    expect(screen.results.elements).toBeLessThan(4_000);
  });
});
