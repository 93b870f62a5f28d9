/**
 * What a chooser says when everything is known, reckoned plainly and fast, without the engine: to go through many
 * thousands of ways to answer, and to hold against what the engine says.
 */
import type { Chooser, Condition } from '../../src/domain/chooser/index.ts';

/** An answer to every question: per question the place of its value. */
export type Picks = readonly number[];
type Test = (picks: Picks) => boolean;

/** A condition as a function of the picks. */
export function compile({ questions }: Chooser, condition: Condition): Test {
  const inner = (one: Condition): Test => {
    switch (one.kind) {
      case 'in': {
        const place = questions.findIndex(({ id }) => id === one.question);
        const fits = (questions[place]?.values ?? []).map(({ id }) => one.values.includes(id));
        return (picks) => fits[picks[place] ?? -1] ?? false;
      }
      case 'all': {
        const parts = one.of.map(inner);
        return (picks) => parts.every((part) => part(picks));
      }
      case 'any': {
        const parts = one.of.map(inner);
        return (picks) => parts.some((part) => part(picks));
      }
      case 'not': {
        const part = inner(one.condition);
        return (picks) => !part(picks);
      }
    }
  };
  return inner(condition);
}

/** The answers that picks stand for. */
export function answersOf({ questions }: Chooser, picks: Picks): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, values }, at) => [id, values[picks[at] ?? 0]?.id ?? '']));
}

/** Every way to answer these questions, the others at their first value. */
export function* everyWay({ questions }: Chooser, ids: readonly string[]): Generator<number[]> {
  const asked = questions.flatMap(({ id, values }, at) =>
    ids.includes(id) ? [{ at, size: values.length }] : [],
  );
  const picks = questions.map(() => 0);
  for (;;) {
    yield picks;
    let next = 0;
    for (; next < asked.length; next++) {
      const { at, size } = asked[next]!;
      picks[at] = picks[at]! + 1;
      if (picks[at] < size) break;
      picks[at] = 0;
    }
    if (next === asked.length) return;
  }
}

/** Numbers below a bound, the same on every run. */
export function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** `count` ways to answer, and besides one for each pair of values of two questions. */
export function* someWays({ questions }: Chooser, count: number, seed = 1): Generator<number[]> {
  const roll = dice(seed);
  const any = (): number[] => questions.map(({ values }) => roll(values.length));
  for (let made = 0; made < count; made++) yield any();
  for (const [one, { values }] of questions.entries()) {
    for (const [other, { values: others }] of questions.entries()) {
      if (other <= one) continue;
      for (const a of values.keys()) {
        for (const b of others.keys()) {
          const picks = any();
          picks[one] = a;
          picks[other] = b;
          yield picks;
        }
      }
    }
  }
}

/** More ways than this are sampled. */
const EXHAUSTIVE = 300_000;

/** Every way to answer these questions, or many ways where there are too many. */
export function waysFor(chooser: Chooser, ids: readonly string[]): Iterable<Picks> {
  const size = chooser.questions
    .filter(({ id }) => ids.includes(id))
    .reduce((product, { values }) => product * values.length, 1);
  return size <= EXHAUSTIVE ? everyWay(chooser, ids) : someWays(chooser, EXHAUSTIVE / 3);
}

/** The questions that a condition names. */
export function named(condition: Condition): string[] {
  const ids = JSON.stringify(condition).matchAll(/"question":"([^"]+)"/g);
  return [...new Set([...ids].map(([, id = '']) => id))];
}

interface Compiled {
  readonly id: string;
  readonly test: Test;
  /** Places of the options it speaks of, in the step. */
  readonly options: readonly number[];
  /** Half points; null for a rule that excludes. */
  readonly points: number | null;
}

/** The part of a chooser that decides in one step. */
export interface Step {
  readonly options: readonly string[];
  readonly rules: readonly Compiled[];
  /** Questions that play a role. */
  readonly questions: readonly string[];
}

export function stepOf(chooser: Chooser, stage: string): Step {
  const options = chooser.options.filter(({ stages }) => stages.includes(stage)).map(({ id }) => id);
  const ruling = chooser.rules.filter(
    (rule) =>
      (rule.kind === 'exclude' || rule.kind === 'weigh') && rule.options.some((id) => options.includes(id)),
  );
  return {
    options,
    questions: [...new Set(ruling.flatMap(({ when }) => named(when)))],
    rules: ruling.map((rule) => ({
      id: rule.id,
      test: compile(chooser, rule.when),
      options: rule.options.map((id) => options.indexOf(id)).filter((at) => at !== -1),
      points: rule.kind === 'weigh' ? rule.weight * 2 : null,
    })),
  };
}

/** How a step stands when everything is known. */
export interface Standing {
  /** Rules that hold. */
  readonly held: readonly Compiled[];
  /** Per option the number of rules that exclude it. */
  readonly outs: readonly number[];
  readonly scores: readonly number[];
  /** Places of the options that come first: none, one, or several that stand equal. */
  readonly first: readonly number[];
}

export function standing({ options, rules }: Step, picks: Picks): Standing {
  const held = rules.filter(({ test }) => test(picks));
  const outs = options.map(() => 0);
  const scores = options.map(() => 0);
  for (const { options: places, points } of held) {
    for (const place of places) {
      if (points === null) outs[place]!++;
      else scores[place]! += points;
    }
  }
  const best = Math.max(...scores.filter((_, place) => outs[place] === 0));
  const first = scores.flatMap((score, place) => (outs[place] === 0 && score === best ? [place] : []));
  return { held, outs, scores, first };
}

/** What can happen in a step. */
export interface Walked {
  /** Options that can come first alone, be in, and be out. */
  readonly leads: ReadonlySet<string>;
  readonly isIn: ReadonlySet<string>;
  readonly isOut: ReadonlySet<string>;
  /** A way to answer with which no option is left. */
  readonly withoutAny: Picks | null;
  /** Rules that alone put an option out, or that turn the order of two options that are in. */
  readonly matters: ReadonlySet<string>;
}

export function walk(chooser: Chooser, step: Step): Walked {
  const found = {
    leads: new Set<string>(),
    isIn: new Set<string>(),
    isOut: new Set<string>(),
    withoutAny: null as Picks | null,
    matters: new Set<string>(),
  };
  const look = (picks: Picks): void => {
    const { held, outs, scores, first } = standing(step, picks);
    const [leader] = first;
    if (leader === undefined) found.withoutAny ??= [...picks];
    else if (first.length === 1) found.leads.add(step.options[leader]!);
    for (const [place, option] of step.options.entries())
      (outs[place] ? found.isOut : found.isIn).add(option);
    for (const rule of held) {
      if (!found.matters.has(rule.id) && decides(rule, outs, scores)) found.matters.add(rule.id);
    }
  };
  for (const picks of waysFor(chooser, step.questions)) look(picks);
  // A sample may have missed what matters seldom: look where the rule holds.
  for (const { id, test } of step.rules) {
    const rule = chooser.rules.find((other) => other.id === id);
    if (!rule || found.matters.has(id)) continue;
    const ids = named(rule.when);
    const holding: number[][] = [];
    for (const picks of everyWay(chooser, ids)) if (test(picks)) holding.push([...picks]);
    let turn = 0;
    for (const picks of holding.length === 0 ? [] : someWays(chooser, 10_000, 2)) {
      const own = holding[turn++ % holding.length]!;
      look(picks.map((pick, at) => (ids.includes(chooser.questions[at]!.id) ? own[at]! : pick)));
      if (found.matters.has(id)) break;
    }
  }
  return found;
}

/** Whether a rule that holds alone puts an option out, or turns the order of two options that are in. */
function decides({ options, points }: Compiled, outs: readonly number[], scores: readonly number[]): boolean {
  if (points === null) return options.some((place) => outs[place] === 1);
  return options.some(
    (place) =>
      outs[place] === 0 &&
      scores.some((score, other) => {
        if (outs[other] !== 0 || options.includes(other)) return false;
        const difference = scores[place]! - score;
        return Math.sign(difference) !== Math.sign(difference - points);
      }),
  );
}
