import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { canFillScreen } from '../../src/browser/fullscreen.ts';
import { currentStep, gistOf, LONGEST_NOTE } from '../../src/domain/run/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { SettingFields } from './SettingFields.tsx';
import { minutesOf, type OpenRun } from './view.ts';

/** What can stand beside a step. */
export type PanelName = 'steps' | 'notes' | 'help';

interface PanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ComponentChildren;
}

function Panel({ title, closeLabel, onClose, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  // Who opens the notes wants to write at once.
  useLayoutEffect(() => {
    const place = panel.current?.querySelector('textarea') ?? panel.current?.querySelector('h3');
    place?.focus();
  }, []);
  return (
    <section class="panel" aria-labelledby="run-panel" ref={panel}>
      <div class="panel-head">
        <h3 id="run-panel" tabIndex={-1}>
          {title}
        </h3>
        <button type="button" onClick={onClose}>
          {closeLabel}
        </button>
      </div>
      {children}
    </section>
  );
}

interface Props extends OpenRun {
  onClose: () => void;
}

/** All steps in order, each with its minutes; a press goes there. */
export function StepsPanel({ view, script, run, act, onClose }: Props) {
  const { labels } = view;
  const shown = currentStep(script, run);
  const visited = new Set(run.trail.map(({ step }) => step));
  return (
    <Panel title={labels['panel.steps']} closeLabel={labels['panel.close']} onClose={onClose}>
      {script.parts.map(({ title }, part) => (
        <div key={part}>
          {script.parts.length > 1 && <h4>{title}</h4>}
          <ol class="step-list">
            {script.steps
              .filter((step) => step.part === part)
              .map((step) => (
                <li key={step.key}>
                  <button
                    type="button"
                    aria-current={step === shown && run.endedAt === null ? 'step' : undefined}
                    onClick={() => {
                      act({ type: 'go', step: step.key });
                      onClose();
                    }}
                  >
                    <span class="number">{step.number}</span>
                    <span>
                      {gistOf(script, step)}
                      {visited.has(step.key) && step !== shown && (
                        <span class="sr-only">, {labels['panel.visited']}</span>
                      )}
                    </span>
                    <span class="count">
                      {fill(labels['minutes'], { n: minutesOf(step.seconds) })}
                      {step.isRound && ` · ${labels['panel.round']}`}
                    </span>
                  </button>
                </li>
              ))}
          </ol>
        </div>
      ))}
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            act({ type: 'end' });
            onClose();
          }}
        >
          {labels['panel.end']}
        </button>
      </p>
    </Panel>
  );
}

/** A note to the step that is shown. */
export function NotesPanel({ view: { labels }, script, run, act, onClose }: Props) {
  const step = currentStep(script, run);
  return (
    <Panel title={labels['notes']} closeLabel={labels['panel.close']} onClose={onClose}>
      <label class="field">
        <span>{fill(labels['notes.step'], { n: step.number, step: gistOf(script, step) })}</span>
        <textarea
          rows={8}
          maxLength={LONGEST_NOTE}
          value={run.notes[step.key] ?? ''}
          onInput={(event) => act({ type: 'note', step: step.key, text: event.currentTarget.value })}
        />
        <small>{labels['notes.hint']}</small>
      </label>
    </Panel>
  );
}

const KEYS = ['next', 'back', 'minutes', 'pause', 'steps', 'notes', 'full', 'help', 'close'] as const;

/** Keys, and what can be changed on the way. */
export function HelpPanel({ view, run, act, onClose, onFull }: Props & { onFull: () => void }) {
  const { labels } = view;
  return (
    <Panel title={labels['panel.help']} closeLabel={labels['panel.close']} onClose={onClose}>
      {canFillScreen() && (
        <p class="buttons">
          <button type="button" onClick={onFull}>
            {labels['way.full']}
          </button>
        </p>
      )}
      <dl class="key-list">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>{labels[`key.${key}`]}</dt>
            <dd>{labels[`key.${key}.does`]}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{labels['key.clicker']}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={run.hasLetterKeys}
          onChange={(event) => act({ type: 'set', setting: { hasLetterKeys: event.currentTarget.checked } })}
        />
        <span>{labels['key.letters']}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={run.hasSound}
          onChange={(event) => act({ type: 'set', setting: { hasSound: event.currentTarget.checked } })}
        />
        <span>{labels['setting.sound']}</span>
      </label>
      <h4>{labels['setting.people']}</h4>
      <SettingFields view={view} setting={run} onChange={(setting) => act({ type: 'set', setting })} />
    </Panel>
  );
}
