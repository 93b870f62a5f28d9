/** What a browser engine must be able to do for the journeys, and what keeps a hanging one from holding up the rest. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Milliseconds in which an engine starts, and in which it answers any single question. */
export const START_MS = 40_000;
export const ANSWER_MS = 30_000;

/** Takes away the folder of a browser that was stopped; what it still holds on to stays for the system to clean up. */
export function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // It lies among the temporary files.
  }
}

/** One window of a browser, on a device of its own. A call that takes longer than `ANSWER_MS` stops the browser. */
export interface Driver {
  /** Opens an address and waits until it is loaded. */
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page and gives what it returns; it sees its arguments and the page only. */
  run<Args extends unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Moves to what the selector finds, as far as the page must scroll, and presses the mouse on it. */
  click(selector: string): Promise<void>;
  /** Chooses the option with this value in a list. */
  choose(selector: string, value: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key (`Enter`, `ArrowDown`, `a`), with Control when it begins with `Control+`. */
  press(key: string): Promise<void>;
  /** Sets the size of what the page sees, CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** What the browser prints of this page; null where the engine cannot be asked. */
  print(): Promise<Buffer | null>;
  /** Errors of scripts, of the console, of the security policy and of the network since the last question. */
  faults(): Promise<string[]>;
  /** False once it was stopped, also because it hung. */
  isLiving(): boolean;
  stop(): void;
}

/** A browser engine that is on this machine. */
export interface Engine {
  name: string;
  /** Whether it tells its driver what goes wrong in a page; otherwise the page must write it down itself. */
  tellsFaults: boolean;
  start(): Promise<Driver>;
}

/** The answer, or an error that says what hung after `ms`; then `stop` is called, so that nothing waits any longer. */
export async function within<Result>(
  ms: number,
  what: string,
  stop: () => void,
  answer: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => {
      fail(new Error(`No answer to “${what}” in ${ms / 1000} s; the browser was stopped.`));
      stop();
    }, ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    // What the stopped browser leaves behind is not a second fault.
    answer.catch(() => undefined);
  }
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(end));
// Whoever runs the tests is gone: nobody waits for these browsers any more.
process.on('disconnect', () => process.exit(1));

/**
 * Starts a program with all it starts itself in one group, which `end` ends, at the latest with this process.
 * @param third what to make of its fourth stream (number 3), by which a program can tell that it is ready
 */
export function begin(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  third: 'pipe' | 'ignore' = 'ignore',
): ChildProcess {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'ignore', third] });
  running.add(child);
  child.on('exit', () => running.delete(child));
  // Told by whoever waits for it to be ready.
  child.on('error', () => running.delete(child));
  return child;
}

/** Ends a program and all that it started, at once. */
export function end(child: ChildProcess): void {
  running.delete(child);
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended already.
  }
}

/** Tries until it works, at most `ms` long; the last error when it never does. */
export async function until<Result>(ms: number, attempt: () => Promise<Result>): Promise<Result> {
  const last = Date.now() + ms;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > last) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
