import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepAwake } from '../../src/browser/awake.ts';
import { canFillScreen, leaveFullscreen, toggleFullscreen } from '../../src/browser/fullscreen.ts';
import { randomBelow } from '../../src/browser/random.ts';
import { playTone } from '../../src/browser/tone.ts';
import { currentStep, currentVisit, speaker, type TimeCall, whatNext } from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { FullScreen } from '../tool/FullScreen.tsx';
import { Ending } from './Ending.tsx';
import { type Command, commandOf } from './keys.ts';
import { HelpPanel, NotesPanel, type PanelName, StepsPanel } from './Panels.tsx';
import { Slide } from './Slide.tsx';
import { extend, TimeBar } from './TimeBar.tsx';
import { type OpenRun, personName, type RunView } from './view.ts';

/** Id of the sentence on the screen. */
const SENTENCE = 'run-sentence';

interface Props extends OpenRun {
  /** Whether nothing can be kept on this device. */
  isUnkept: boolean;
}

/** The run on the whole screen: one step at a time, by keyboard, by hand or by a presenter's remote. */
export function Stage({ isUnkept, ...open }: Props) {
  const { view, script, run, act } = open;
  const { labels } = view;
  const screen = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [isAwake, setAwake] = useState(true);
  const [said, setSaid] = useState('');
  const step = currentStep(script, run);
  const part = script.parts[step.part];
  const isEnded = run.endedAt !== null;
  const isAsking = run.choice !== null;
  const isPaused = run.clock.pausedAt !== null;

  useEffect(() => {
    const release = keepAwake(setAwake);
    return () => {
      release();
      void leaveFullscreen();
    };
  }, []);

  // A new step is announced by the focus, before the next key can come. The question and the panels take it themselves.
  useLayoutEffect(() => {
    const isElsewhere = panel !== null && document.activeElement !== document.body;
    if (isAsking || isElsewhere) return;
    heading.current?.focus();
    heading.current?.closest('.slide')?.scrollTo(0, 0);
  }, [run.at, isEnded, isAsking, panel]);

  // Keys count wherever the focus is: nothing else can be reached while this is open.
  useLayoutEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  const { turns } = currentVisit(run);
  const who = turns && !isEnded ? speaker(turns) : null;
  useEffect(() => {
    if (who !== null) setSaid(fill(labels['turns.said'], { name: personName(view, run, who) }));
  }, [who]);

  function call(time: TimeCall): void {
    setSaid(labels[`said.${time}`]);
    if (time === 'over' && run.hasSound) playTone();
  }

  function toggle(name: PanelName): void {
    setPanel(panel === name ? null : name);
  }

  const close = (): void => setPanel(null);

  function full(): void {
    if (screen.current) void toggleFullscreen(screen.current);
  }

  function mark(by: 1 | -1): void {
    act({ type: 'mark', option: (run.choice ?? 0) + by });
  }

  const next = (): void => act({ type: 'next', first: run.isRandom ? randomBelow(run.people) : 0 });

  /** Does what a key asks for; false where the key is the browser's. */
  function obey(command: Command): boolean {
    if (command === 'up' || command === 'down') {
      // Without a question these scroll.
      if (isAsking) mark(command === 'down' ? 1 : -1);
      return isAsking;
    }
    const does: Record<typeof command, () => void> = {
      next,
      // A remote has two buttons: on the question one takes the marked answer, the other marks the next.
      back: () => (isAsking ? mark(1) : act({ type: 'back' })),
      full,
      help: () => toggle('help'),
      pause: () => act({ type: isPaused ? 'resume' : 'pause' }),
      steps: () => toggle('steps'),
      notes: () => toggle('notes'),
      longer: () => act(extend(1)),
      shorter: () => act(extend(-1)),
    };
    does[command]();
    return true;
  }

  function press(event: KeyboardEvent): void {
    const command = commandOf(event, event.target, run.hasLetterKeys);
    if (command && obey(command)) event.preventDefault();
  }

  function leave(): void {
    if (panel) close();
    else if (isAsking) act({ type: 'stay' });
    else act({ type: 'close' });
  }

  return (
    <FullScreen labelledBy={SENTENCE} className="stage" onClose={leave}>
      <div class="screen" ref={screen} data-panel={panel ?? undefined}>
        <header>
          <p class="where">
            <strong>{isEnded ? script.title : part?.title}</strong>{' '}
            {!isEnded && <span>{placeText(open)}</span>}
          </p>
          {!isEnded && <TimeBar {...open} onCall={call} />}
        </header>
        {isEnded ? (
          <Ending id={SENTENCE} heading={heading} {...open} />
        ) : (
          <Slide id={SENTENCE} heading={heading} {...open} />
        )}
        {panel === 'steps' && <StepsPanel {...open} onClose={close} />}
        {panel === 'notes' && !isEnded && <NotesPanel {...open} onClose={close} />}
        {panel === 'help' && <HelpPanel {...open} onClose={close} onFull={full} />}
        <footer>
          <p class="buttons ways">
            <button
              type="button"
              disabled={run.at === 0 && !isEnded && !isAsking && turns === null}
              onClick={() => act({ type: 'back' })}
            >
              {labels['way.back']}
            </button>
            {!isEnded && (
              <button type="button" class="primary" onClick={next}>
                {nextLabel(open)}
              </button>
            )}
          </p>
          <p class="buttons others">
            <PanelButton name="steps" label={labels['panel.steps']} open={panel} onPress={toggle} />
            {!isEnded && <PanelButton name="notes" label={labels['notes']} open={panel} onPress={toggle} />}
            <PanelButton name="help" label={labels['panel.help']} open={panel} onPress={toggle} />
            {canFillScreen() && (
              <button type="button" class="full" onClick={full}>
                {labels['way.full']}
              </button>
            )}
            <button type="button" onClick={() => act({ type: 'close' })}>
              {labels['way.close']}
            </button>
          </p>
          {(!isAwake || isUnkept) && (
            <p class="hint">
              {!isAwake && labels['awake.unable']} {isUnkept && labels['saved.not']}
            </p>
          )}
        </footer>
        <p class="sr-only" role="status">
          {said}
        </p>
      </div>
    </FullScreen>
  );
}

/** Where the step stands in its part, the part in the plan, and who leads it. */
function placeText({ view: { labels }, script, run }: OpenRun): string {
  const step = currentStep(script, run);
  const part = script.parts[step.part];
  const { length } = script.parts;
  return [
    part && part.steps > 1 && fill(labels['step.place'], { n: step.number, m: part.steps }),
    length > 1 && fill(labels['step.part'], { n: step.part + 1, m: length }),
    part?.who && fill(labels['step.who'], { name: part.who }),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface PanelButtonProps {
  name: PanelName;
  label: string;
  open: PanelName | null;
  onPress: (name: PanelName) => void;
}

function PanelButton({ name, label, open, onPress }: PanelButtonProps) {
  return (
    <button type="button" aria-expanded={open === name} onClick={() => onPress(name)}>
      {label}
    </button>
  );
}

/** What going on does now, on its button. */
function nextLabel({ view, script, run }: { view: RunView } & Pick<OpenRun, 'script' | 'run'>): string {
  const { labels } = view;
  const next = whatNext(script, run);
  return next.kind === 'turn'
    ? fill(labels['way.turn'], { name: personName(view, run, next.who) })
    : labels[`way.${next.kind}`];
}
