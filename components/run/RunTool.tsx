import { Stage } from './Stage.tsx';
import { StartStep } from './StartStep.tsx';
import { useRun } from './use-run.ts';
import type { RunView } from './view.ts';

/** The run mode: a short form to begin with, then one step at a time on the whole screen. */
export default function RunTool(view: RunView) {
  const runs = useRun(view);
  const { running, saving } = runs;
  const isOpen = running?.run.isOpen ?? false;
  return (
    <div class="tool run" data-ready={runs.ready ? '' : undefined}>
      <h2 class="step-title">{view.labels['start.title']}</h2>
      <StartStep view={view} runs={runs} />
      {running && isOpen && (
        <Stage
          view={view}
          script={running.script}
          run={running.run}
          act={runs.act}
          isUnkept={saving === 'blocked' || saving === 'full'}
        />
      )}
    </div>
  );
}
