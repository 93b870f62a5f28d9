import { type Answers, given, holds, isKnown, questionsOf } from './condition.ts';
import type { Model } from './model.ts';
import type { Condition } from './schema.ts';

/** Importance per criterion: 1 = half, 2 = normal, 4 = double. A criterion that is not named counts as normal. */
export type Importance = Readonly<Record<string, 1 | 2 | 4>>;
export const NORMAL = 2;

/** Which of two options is out, as bits. */
const FIRST = 1;
const SECOND = 2;

/** A condition, and what it brings when it holds: points, and who is out. */
export interface Term {
  readonly when: Condition;
  readonly points: number;
  readonly out: number;
}

/** Everything that a number of terms can come to, over every way to answer what is unknown. */
export interface Range {
  /** Fewest and most points where nobody is out; lo > hi when somebody always is. */
  readonly lo: number;
  readonly hi: number;
  /** Who can be out, as bits 2^out: 1 nobody, 2 the first only, 4 the second only, 8 both. */
  readonly outs: number;
}

/** Whether an option can turn out to be in, and to be out, when the range is that of its own terms. */
export const canBeIn = ({ outs }: Range): boolean => (outs & (1 << 0)) !== 0;
export const canBeOut = ({ outs }: Range): boolean => (outs & (1 << FIRST)) !== 0;

/** How the first of two options can stand: ahead of the second or the second is out; behind or out itself. */
export type Order = 'ahead' | 'level' | 'behind' | 'both-out';

/** The orders that a range allows. Next to "ahead" and "behind", "level" may be named without being reached. */
export function ordersOf({ lo, hi, outs }: Range): readonly Order[] {
  const orders: Order[] = [];
  if (hi > 0 || outs & (1 << SECOND)) orders.push('ahead');
  if (lo <= 0 && hi >= 0) orders.push('level');
  if (lo < 0 || outs & (1 << FIRST)) orders.push('behind');
  if (outs & (1 << (FIRST | SECOND))) orders.push('both-out');
  return orders;
}

/**
 * What the rules say of an option, or of one option minus another: the score in half points, and which is out.
 */
export function termsOf(
  model: Model,
  importance: Importance,
  first: string,
  second: string | null = null,
): readonly Term[] {
  return model.rules.flatMap((rule): Term[] => {
    const [a, b] = [rule.options.includes(first), second !== null && rule.options.includes(second)];
    if (rule.kind === 'exclude' && (a || b)) {
      return [{ when: rule.when, points: 0, out: (a ? FIRST : 0) | (b ? SECOND : 0) }];
    }
    if (rule.kind === 'weigh' && a !== b) {
      const points = (a ? 1 : -1) * rule.weight * (importance[rule.criterion] ?? NORMAL);
      return [{ when: rule.when, points, out: 0 }];
    }
    return [];
  });
}

/** Everything that the terms can come to. Exact, also where several hang on the same unknown question. */
export function rangeOf(model: Model, answers: Answers, terms: readonly Term[]): Range {
  const { start, range } = walk(model, answers, terms);
  return range(0, start);
}

/**
 * Whether an unknown question alone can turn the order of the two options: there is a way to answer the other
 * unknown questions so that the order depends on this one.
 */
export function turns(model: Model, answers: Answers, terms: readonly Term[], question: string): boolean {
  const { order, start, next, range, keyOf } = walk(model, answers, terms, question);
  const [asked] = order;
  if (asked?.id !== question) return false;

  // Worlds that differ in the answer to the question go through the same answers to the others, side by side.
  const seen = new Set<string>();
  const search = (depth: number, worlds: readonly State[]): boolean => {
    const orders = worlds.map((world) => ordersOf(range(depth, world)));
    const settled = new Set(orders.flatMap((some) => (some.length === 1 ? some : [])));
    if (settled.size > 1) return true;
    if (orders.every((some) => some.length === 1)) return false;
    const keys = worlds.map((world) => `${keyOf(depth, world)}/${world.points}/${world.out}`);
    if (new Set(keys).size === 1) return false;
    const key = `${depth}:${keys.join('|')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return (order[depth]?.values ?? []).some(({ id }) =>
      search(
        depth + 1,
        worlds.map((world) => next(depth, world, id)),
      ),
    );
  };
  return search(
    1,
    asked.values.map(({ id }) => next(0, start, id)),
  );
}

/** A condition that is not decided. What remains of it after an answer is found once, and alike remains are one. */
interface Open {
  readonly id: number;
  readonly questions: readonly string[];
  readonly after: (question: string, value: string) => Open | boolean;
}

function opened(condition: Condition, alike: Map<string, Open>): Open {
  const text = JSON.stringify(condition);
  const same = alike.get(text);
  if (same) return same;
  const remains = new Map<string, Map<string, Open | boolean>>();
  const after = (question: string, value: string): Open | boolean => {
    let values = remains.get(question);
    if (!values) remains.set(question, (values = new Map<string, Open | boolean>()));
    let found = values.get(value);
    if (found === undefined) {
      const rest = given(condition, question, value);
      values.set(value, (found = typeof rest === 'boolean' ? rest : opened(rest, alike)));
    }
    return found;
  };
  const open: Open = { id: alike.size, questions: questionsOf(condition), after };
  alike.set(text, open);
  return open;
}

/** The conditions of a model as they were opened before; they stay the same as long as the model does. */
const openedBefore = new WeakMap<Model, WeakMap<Condition, Open | boolean>>();

function openedIn(model: Model, condition: Condition): Open | boolean {
  let known = openedBefore.get(model);
  if (!known) openedBefore.set(model, (known = new WeakMap<Condition, Open | boolean>()));
  let found = known.get(condition);
  if (found === undefined) {
    const truth = holds(condition, {});
    found = truth === 'unknown' ? opened(condition, new Map()) : truth === 'yes';
    known.set(condition, found);
  }
  return found;
}

/** Where a walk through the unknown questions stands: what remains of each term, and what has come of it so far. */
interface State {
  readonly terms: readonly (Open | boolean)[];
  readonly points: number;
  readonly out: number;
}

type Question = Model['questions'][number];

interface Walk {
  /** Unknown questions that the terms hang on, in the order in which they are gone through. */
  readonly order: readonly Question[];
  readonly start: State;
  /** After answering the question at this depth. */
  readonly next: (depth: number, state: State, value: string) => State;
  /** Everything it can still come to from this depth on. */
  readonly range: (depth: number, state: State) => Range;
  /** What decides what is still to come: the remains of terms that were begun and are not finished. */
  readonly keyOf: (depth: number, state: State) => string;
}

/** Goes through the unknown questions one by one, remembering what comes of every situation met before. */
function walk(model: Model, answers: Answers, terms: readonly Term[], first?: string): Walk {
  const open = terms.map(({ when }) => {
    let rest = openedIn(model, when);
    for (const question of questionsOf(when)) {
      const answer = answers[question];
      if (typeof rest !== 'boolean' && answer !== undefined && isKnown(answers, question)) {
        rest = rest.after(question, answer);
      }
    }
    return rest;
  });
  const scopes = open.map((rest) => (typeof rest === 'boolean' ? [] : rest.questions));
  const order = orderOf(
    model.questions.filter(({ id }) => scopes.some((scope) => scope.includes(id))),
    scopes,
    first,
  );
  const places = new Map(order.map(({ id }, place) => [id, place]));
  const spans = scopes.map((scope) => scope.map((id) => places.get(id) ?? 0));
  const termsWith = (fits: (span: readonly number[]) => boolean): readonly number[] =>
    spans.flatMap((span, term) => (fits(span) ? [term] : []));
  const touched = order.map((_, depth) => termsWith((span) => span.includes(depth)));
  const carried = order.map((_, depth) =>
    termsWith((span) => Math.min(...span) < depth && Math.max(...span) >= depth),
  );

  const next = (depth: number, state: State, value: string): State => {
    const question = order[depth]?.id ?? '';
    const rest = [...state.terms];
    let { points, out } = state;
    for (const term of touched[depth] ?? []) {
      const before = rest[term];
      if (before === undefined || typeof before === 'boolean') continue;
      const after = before.after(question, value);
      rest[term] = after;
      if (after === true) {
        points += terms[term]?.points ?? 0;
        out |= terms[term]?.out ?? 0;
      }
    }
    return { terms: rest, points, out };
  };
  const keyOf = (depth: number, state: State): string =>
    (carried[depth] ?? [])
      .map((term) => {
        const rest = state.terms[term];
        return typeof rest === 'object' ? rest.id : '';
      })
      .join();

  const memory = order.map(() => new Map<string, Range>());
  const range = (depth: number, state: State): Range => shifted(ahead(depth, state), state);
  const ahead = (depth: number, { terms }: State): Range => {
    const question = order[depth];
    if (!question) return NOTHING;
    const from: State = { terms, points: 0, out: 0 };
    const key = keyOf(depth, from);
    const met = memory[depth]?.get(key);
    if (met) return met;
    const found = question.values.map(({ id }) => range(depth + 1, next(depth, from, id))).reduce(either);
    memory[depth]?.set(key, found);
    return found;
  };

  const yes = terms.filter((_, term) => open[term] === true);
  const start: State = {
    terms: open,
    points: yes.reduce((sum, { points }) => sum + points, 0),
    out: yes.reduce((sum, { out }) => sum | out, 0),
  };
  return { order, start, next, range, keyOf };
}

/**
 * An order of questions in which few of them have to be remembered: those already gone through of which a term
 * still waits for another question. Of equals the one that most terms look at.
 */
function orderOf(
  questions: readonly Question[],
  scopes: readonly (readonly string[])[],
  first?: string,
): readonly Question[] {
  const order: Question[] = [];
  const passed = new Set<string>();
  const cost = ({ id }: Question): number => {
    if (id === first) return -1;
    const waiting = scopes.filter(
      (scope) =>
        scope.some((one) => one === id || passed.has(one)) &&
        scope.some((one) => one !== id && !passed.has(one)),
    );
    const remembered = new Set(waiting.flat().filter((one) => one === id || passed.has(one)));
    return remembered.size - scopes.filter((scope) => scope.includes(id)).length / (scopes.length + 1);
  };
  let left = [...questions];
  while (left.length > 0) {
    const costs = new Map(left.map((question) => [question, cost(question)]));
    const best = left.reduce((a, b) => ((costs.get(b) ?? 0) < (costs.get(a) ?? 0) ? b : a));
    order.push(best);
    passed.add(best.id);
    left = left.filter((question) => question !== best);
  }
  return order;
}

/** What no terms at all come to. */
const NOTHING: Range = { lo: 0, hi: 0, outs: 1 };

function either(a: Range, b: Range): Range {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi), outs: a.outs | b.outs };
}

/** A range after something has come of it already. */
function shifted({ lo, hi, outs }: Range, { points, out }: State): Range {
  if (out === 0) return { lo: lo + points, hi: hi + points, outs };
  const both = [0, 1, 2, 3].reduce((sum, one) => (outs & (1 << one) ? sum | (1 << (one | out)) : sum), 0);
  return { lo: Infinity, hi: -Infinity, outs: both };
}
