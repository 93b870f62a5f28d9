import { useEffect, useRef, useState } from 'preact/hooks';
import { type Plan, undoChange } from '../../src/domain/plan/index.ts';
import type { Act, Change } from './view.ts';

/** What was done last, and the way back. */
export interface Undo {
  /** What was done last, in a sentence. */
  readonly said: string;
  readonly say: (text: string) => void;
  readonly canUndo: boolean;
  readonly act: Act;
  readonly change: Change;
  /** Takes back the last thing done; earlier ones can be taken back after it. */
  readonly undo: () => void;
}

interface Done {
  readonly said: string;
  readonly before: Plan;
  readonly after: Plan;
}

/** As many steps as a reader is likely to go back. */
const MOST = 50;

/** Keeps what was done to the plan, so that it can be undone. `undone` says so. */
export function useUndo(plan: Plan, set: Change, undone: (said: string) => string): Undo {
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, say] = useState('');
  const isOurs = useRef(false);

  // A plan that came from a link, a file or another tab has another past.
  useEffect(() => {
    if (!isOurs.current) setDone([]);
  }, [plan]);
  useEffect(() => {
    isOurs.current = false;
  });

  function put(change: (plan: Plan) => Plan): void {
    isOurs.current = true;
    set(change);
  }

  return {
    said,
    say,
    canUndo: done.length > 0,
    change: put,
    act: (said, change) => {
      const after = change(plan);
      setDone([...done.slice(1 - MOST), { said, before: plan, after }]);
      say(said);
      put(() => after);
    },
    undo: () => {
      const last = done.at(-1);
      if (!last) return;
      setDone(done.slice(0, -1));
      say(undone(last.said));
      put((now) => undoChange(now, last.before, last.after));
    },
  };
}
