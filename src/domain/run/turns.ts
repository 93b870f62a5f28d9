/** Who speaks in a round. People are numbers from 0 in the order in which they sit, clockwise. */
export interface Turns {
  /** Who has had the turn, in order; who passed is there too. */
  readonly done: readonly { readonly who: number; readonly isSkipped: boolean }[];
  /** Who comes, the one who speaks now first. */
  readonly queue: readonly number[];
}

/** A round of `people`, clockwise from `first`. */
export function beginTurns(people: number, first: number): Turns {
  return { done: [], queue: Array.from({ length: people }, (_, place) => (first + place) % people) };
}

/** Who speaks now; null when everybody had the turn. */
export function speaker({ queue }: Turns): number | null {
  return queue[0] ?? null;
}

/** Who passed and has not spoken since. */
export function skipped({ done, queue }: Turns): readonly number[] {
  const spoke = new Set(done.filter(({ isSkipped }) => !isSkipped).map(({ who }) => who));
  const passed = done.filter(({ isSkipped, who }) => isSkipped && !spoke.has(who) && !queue.includes(who));
  return [...new Set(passed.map(({ who }) => who))];
}

/** Who spoke, each once, in the order of speaking. */
export function spoken({ done }: Turns): readonly number[] {
  return [...new Set(done.filter(({ isSkipped }) => !isSkipped).map(({ who }) => who))];
}

/** The turn goes on; who had it spoke, or passed. */
export function passTurn(turns: Turns, isSkipped = false): Turns {
  const who = speaker(turns);
  return who === null ? turns : { done: [...turns.done, { who, isSkipped }], queue: turns.queue.slice(1) };
}

/** Gives the turn back to who had it before. */
export function undoTurn({ done, queue }: Turns): Turns {
  const last = done.at(-1);
  if (last === undefined) return { done, queue };
  return { done: done.slice(0, -1), queue: [last.who, ...queue.filter((who) => who !== last.who)] };
}

/** Gives the turn to `who` now; whose turn it was comes next. */
export function giveTurn({ done, queue }: Turns, who: number): Turns {
  return { done, queue: [who, ...queue.filter((other) => other !== who)] };
}

/** The round with `people` sitting in it: who left is out, who joined comes last. */
export function withPeople({ done, queue }: Turns, people: number): Turns {
  const stays = done.filter(({ who }) => who < people);
  const comes = queue.filter((who) => who < people);
  const known = new Set([...stays.map(({ who }) => who), ...comes]);
  const joined = Array.from({ length: people }, (_, who) => who).filter((who) => !known.has(who));
  return { done: stays, queue: [...comes, ...joined] };
}
