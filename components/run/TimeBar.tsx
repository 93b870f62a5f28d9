import { useEffect, useRef } from 'preact/hooks';
import {
  clockText,
  type RunAction,
  type Span,
  timeCall,
  type TimeCall,
  timingOf,
} from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { useNow } from './use-now.ts';
import { type OpenRun, timeOfDay } from './view.ts';

interface Props extends OpenRun {
  /** Called when there is something to say about the time of the step. */
  onCall: (call: TimeCall) => void;
}

/** The time of the step and of the whole, quietly, and what can be done about it. */
export function TimeBar({ view: { labels }, script, run, act, onCall }: Props) {
  const now = useNow();
  const { step, whole, toEnd, isPaused } = timingOf(script, run, now);
  const visit = run.trail[run.at];
  const before = useRef({ visit: visit?.step, at: run.at, elapsed: step.elapsed });

  // Said once, when it comes; not when a step is taken up again after it.
  useEffect(() => {
    const last = before.current;
    const isSame = last.visit === visit?.step && last.at === run.at;
    const call = isSame ? timeCall(step.planned, last.elapsed, step.elapsed) : null;
    before.current = { visit: visit?.step, at: run.at, elapsed: step.elapsed };
    if (call) onCall(call);
  }, [visit?.step, run.at, step.elapsed, step.planned]);

  const over = step.elapsed - step.planned;
  const planned = { n: Math.round(step.planned / 60) };
  return (
    <div class={over > 0 ? 'times over' : 'times'}>
      <progress aria-hidden="true" max={step.planned} value={Math.min(step.elapsed, step.planned)} />
      <p class="step-time" role="timer">
        <strong>{over > 0 ? fill(labels['time.over'], { time: clockText(over) }) : clockText(-over)}</strong>{' '}
        <span>{fill(labels[over > 0 ? 'time.overOf' : 'time.leftOf'], planned)}</span>
      </p>
      <p class="buttons">
        <button type="button" aria-label={labels['time.shorter']} onClick={() => act(extend(-1))}>
          −1
        </button>
        <button
          type="button"
          aria-pressed={isPaused}
          onClick={() => act({ type: isPaused ? 'resume' : 'pause' })}
        >
          {labels['time.pause']}
        </button>
        <button type="button" aria-label={labels['time.longer']} onClick={() => act(extend(1))}>
          +1
        </button>
      </p>
      <p class="whole-time">
        {fill(labels['time.whole'], {
          elapsed: lengthText(whole.elapsed),
          planned: lengthText(whole.planned),
        })}{' '}
        <span>
          {isPaused
            ? labels['time.paused']
            : fill(labels['time.end'], { time: timeOfDay(now + toEnd * 1000) })}
        </span>
      </p>
    </div>
  );
}

/** So many minutes more for a step. */
export function extend(minutes: number): RunAction {
  return { type: 'extend', seconds: 60 * minutes };
}

/** Hours and minutes, as `0:23`. */
function lengthText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The time of who speaks, with about how much there is for each. */
export function TurnTime({ view: { labels }, script, run }: Omit<OpenRun, 'act'>) {
  const { turn } = timingOf(script, run, useNow());
  return turn && <span class="turn-time">{turnText(labels['time.turn'], turn)}</span>;
}

function turnText(label: string, { planned, elapsed }: Span): string {
  // To five seconds: nobody needs to be measured more closely.
  const about = Math.max(5, Math.round(planned / 5) * 5);
  return fill(label, { elapsed: clockText(elapsed), planned: clockText(about) });
}
