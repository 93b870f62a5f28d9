import { fromText } from '../tool/from-text.tsx';
import { type Load, Lazy, prefetch } from '../tool/lazy.tsx';
import type * as StagePart from './Stage.tsx';
import { Later } from '../tool/Later.tsx';
import { StartStep } from './StartStep.tsx';
import { useRun } from './use-run.ts';
import type { RunView } from './view.ts';

/** What shows the steps; comes when the reader first touches the form. */
export const loadStage: Load<typeof StagePart> = () => import('./Stage.tsx');

/** The run mode: a short form to begin with, then one step at a time on the whole screen. */
export function RunTool(view: RunView) {
  const runs = useRun(view);
  const { running, saving } = runs;
  const isOpen = running?.run.isOpen ?? false;
  const fetchStage = (): void => prefetch([loadStage]);
  return (
    <div
      class="tool run"
      data-ready={runs.ready ? '' : undefined}
      onPointerMove={fetchStage}
      onPointerDown={fetchStage}
      onFocusIn={fetchStage}
    >
      <h2 class="step-title">{view.labels['start.title']}</h2>
      <StartStep view={view} runs={runs} />
      {running && isOpen && (
        <Later>
          {() => (
            <Lazy load={loadStage} labels={view.labels}>
              {({ Stage }) => (
                <Stage
                  view={view}
                  script={running.script}
                  run={running.run}
                  act={runs.act}
                  isUnkept={saving === 'blocked' || saving === 'full'}
                />
              )}
            </Lazy>
          )}
        </Later>
      )}
    </div>
  );
}

export default fromText(RunTool);
