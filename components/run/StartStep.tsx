import { useEffect, useState } from 'preact/hooks';
import { readChecked, readTyped } from '../../src/browser/early.ts';
import {
  currentStep,
  isLeft,
  type Run,
  type RunSetting,
  type RunSource,
  sourceOf,
  SCRIPT_PEOPLE,
  totalSeconds,
} from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { rangeText } from '../../src/domain/technique/index.ts';
import { SettingFields, type Way, WAYS } from './SettingFields.tsx';
import type { Runs } from './use-run.ts';
import { dayOf, minutesOf, type RunView, scriptFor } from './view.ts';

interface Props {
  view: RunView;
  runs: Runs;
}

const USUAL: RunSetting = {
  people: SCRIPT_PEOPLE,
  names: [],
  hasTurns: false,
  isRandom: false,
  hasSound: false,
  hasLetterKeys: true,
};

/** How the facilitator of a run wanted it. */
function settingOf({ people, names, hasTurns, isRandom, hasSound, hasLetterKeys }: Run): RunSetting {
  return { people, names, hasTurns, isRandom, hasSound, hasLetterKeys };
}

/** What was filled in before the script ran, as far as it differs from what the page was sent with. */
interface Early {
  readonly people: number | undefined;
  readonly way: Way | undefined;
}

function readEarly(): Early {
  const people = Number(readTyped('.tool.run [name="people"]'));
  const way = WAYS.find((way) => way === readChecked('.tool.run')['turns']);
  return {
    people: people > 0 && people !== USUAL.people ? people : undefined,
    way: way === 'none' ? undefined : way,
  };
}

/** A setting with what was filled in early; names that were kept count their own people. */
function withEarly(setting: RunSetting, { people, way }: Early): RunSetting {
  const names = way === 'numbers' ? [] : setting.names;
  return {
    ...setting,
    names,
    hasTurns: setting.hasTurns || way !== undefined,
    people: names.length || (people ?? setting.people),
  };
}

/** Chooses what to run and with how many, or goes on with what waits. */
export function StartStep({ view, runs }: Props) {
  const { labels } = view;
  return (
    <>
      <div role="status">
        {runs.notice !== null && <p class="notice">{runs.notice}</p>}
        {(runs.saving === 'blocked' || runs.saving === 'full') && (
          <p class="notice">{labels[`saved.${runs.saving}`]}</p>
        )}
        {runs.undoWipe && (
          <p class="notice buttons">
            {labels['wipe.done']}
            <button type="button" onClick={runs.undoWipe}>
              {labels['wipe.undo']}
            </button>
          </p>
        )}
      </div>
      <Waiting view={view} runs={runs} />
      <SetUp view={view} runs={runs} />
    </>
  );
}

/** A run that was left, and can be gone on with. */
function Waiting({ view, runs }: Props) {
  const { labels } = view;
  if (!runs.running) return null;
  const { run, script } = runs.running;
  const step = currentStep(script, run);
  return (
    <section class="resume" aria-labelledby="run-waiting">
      <h3 id="run-waiting">{labels['resume.title']}</h3>
      <p>
        {fill(labels[run.endedAt === null ? 'resume.text' : 'resume.ended'], {
          title: script.title,
          day: dayOf(run.clock.startedAt, view),
          n: script.steps.indexOf(step) + 1,
          m: script.steps.length,
        })}{' '}
        {isLeft(run, Date.now()) && run.endedAt === null && labels['resume.left']}
      </p>
      <p class="buttons">
        <button type="button" class="primary" onClick={runs.reopen}>
          {labels[run.endedAt === null ? 'resume.go' : 'resume.look']}
        </button>
        <button type="button" class="danger" onClick={runs.wipe}>
          {labels['resume.wipe']}
        </button>
      </p>
    </section>
  );
}

/** What to run, and with how many. */
function SetUp({ view, runs }: Props) {
  const { labels, techniques } = view;
  // What was chosen on the page as it was sent counts; else what the address asks for.
  const [chosen, setChosen] = useState<RunSource | null>(() => {
    const id = readTyped('.tool.run [name="technique"]');
    return id === '' ? null : sourceOf(id);
  });
  const [early] = useState(readEarly);
  const [setting, setSetting] = useState<RunSetting>(() => withEarly(USUAL, early));
  /** Whether the people of the last time stand in the fields. */
  const [isAgain, setAgain] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { asked, ready, running } = runs;

  useEffect(() => {
    if (asked) setChosen(asked);
  }, [asked]);

  // The same people as the last time, until somebody says otherwise.
  useEffect(() => {
    if (!ready) return;
    if (!running) return;
    setSetting(withEarly(settingOf(running.run), early));
    setAgain(true);
  }, [ready]);

  // One technique is chosen from the list; a plan comes with the address.
  const only = chosen?.items.length === 1 && chosen.title === '' ? chosen.items[0]?.technique : undefined;
  const technique = techniques.find(({ id }) => id === only);
  const script = chosen && scriptFor(view, { source: chosen, people: setting.people });
  const hasNotes = Object.keys(running?.run.notes ?? {}).length > 0;

  function begin(): void {
    if (!chosen) return setAsking(true);
    runs.begin(chosen, setting);
  }

  return (
    <>
      {running && <h3>{labels['start.new']}</h3>}
      {chosen && !technique ? (
        <PlanToRun view={view} plan={chosen} onDrop={() => setChosen(null)} />
      ) : (
        <label class="field">
          <span>{labels['start.technique']}</span>
          <select
            name="technique"
            value={technique?.id ?? ''}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setChosen(id === '' ? null : sourceOf(id));
              setAsking(false);
            }}
            aria-describedby="run-asks"
          >
            <option value="">{labels['start.choose']}</option>
            {techniques.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p id="run-asks" class="asks" role="status">
        {isAsking && labels['start.asks']}
      </p>
      <SettingFields
        key={String(isAgain)}
        view={view}
        setting={setting}
        early={early.way}
        hint={technique && fill(labels['start.peopleHint'], { n: rangeText(technique.people) })}
        onChange={(change) => setSetting((before) => ({ ...before, ...change }))}
      />
      {script && (
        <p class="sum">
          <strong>
            {fill(labels['start.sum'], {
              steps: script.steps.length,
              minutes: minutesOf(totalSeconds(script)),
              n: setting.people,
            })}
          </strong>{' '}
          {labels[technique ? 'start.scale' : 'start.scalePlan']}
        </p>
      )}
      {hasNotes && <p class="hint">{labels['start.keepsNotes']}</p>}
      <p class="buttons">
        <button type="button" class="primary" onClick={begin}>
          {labels['start.begin']}
        </button>
        {technique && (
          <a class="button" href={technique.href}>
            {labels['start.page']}
          </a>
        )}
      </p>
    </>
  );
}

/** The points of a plan, in order. */
function PlanToRun({ view, plan, onDrop }: { view: RunView; plan: RunSource; onDrop: () => void }) {
  const { labels, techniques } = view;
  return (
    <section class="plan" aria-labelledby="run-plan">
      <h3 id="run-plan">{plan.title}</h3>
      <ol>
        {plan.items.map(({ technique, minutes, text }, index) => (
          <li key={index}>
            {techniques.find(({ id }) => id === technique)?.name ?? text}{' '}
            <span class="hint">{fill(labels['minutes'], { n: minutes ?? 0 })}</span>
          </li>
        ))}
      </ol>
      <p class="buttons">
        <button type="button" class="plain" onClick={onDrop}>
          {labels['start.noPlan']}
        </button>
      </p>
    </section>
  );
}
