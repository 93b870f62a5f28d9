import { useEffect, useState } from 'preact/hooks';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import { type Answers, isAnswer } from '../../src/domain/assessment/index.ts';
import { isRecord, readSaved } from '../../src/domain/shared/index.ts';

/** Where the turn of who holds the device is kept, so that a reload loses nothing and shows nothing. */
const STORE_KEY = 'mini-cluster:ronde-beurt:1';
const KIND = 'mini-cluster/ronde-beurt';

/** One device is passed round; these are the answers of who holds it now. */
export interface Turn {
  /** Id of the round. */
  readonly round: string;
  readonly answers: Answers;
}

export interface Turns {
  /** The turn that is on; null while the device is not passed round. */
  readonly turn: Turn | null;
  readonly set: (turn: Turn | null) => void;
}

/** Must be called before the round is read, so that nothing of it shows first. */
export function useTurn(): Turns {
  const [turn, setTurn] = useState<Turn | null>(null);

  // Passing round covers every tab: none of them shows the round meanwhile.
  useEffect(() => {
    const stored = readStored(STORE_KEY);
    if (stored.state === 'found') setTurn(toTurn(stored.text));
    return onStoredElsewhere(STORE_KEY, (text) => setTurn(text === null ? null : toTurn(text)));
  }, []);

  return {
    turn,
    set: (turn) => {
      setTurn(turn);
      const isKept = turn && writeStored(STORE_KEY, JSON.stringify({ kind: KIND, ...turn })) === 'written';
      // What could not be written over would show the answers of an earlier turn.
      if (!isKept) removeStored(STORE_KEY);
    },
  };
}

function toTurn(text: string): Turn | null {
  const read = readSaved(KIND, text);
  if (!read.ok) return null;
  const { round, answers } = read.saved;
  if (typeof round !== 'string') return null;
  const kept = Object.entries(isRecord(answers) ? answers : {}).flatMap(([id, answer]) =>
    isAnswer(answer) ? [[id, answer] as const] : [],
  );
  return { round, answers: Object.fromEntries(kept) };
}
