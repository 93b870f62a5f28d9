import { clock, type Mend, type Plan, type PlanWarning } from '../../src/domain/plan/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import type { AgendaView } from './view.ts';

interface Props {
  view: AgendaView;
  plan: Plan;
  warnings: readonly PlanWarning[];
  /** Mends a warning; the text says what was done. */
  onMend: (mend: Mend, said: string) => void;
  /** Leaves a warning as it is. */
  onAccept: (warning: PlanWarning) => void;
}

/** Warnings with their reasons, and what can be done about each. */
export function Warnings({ view, plan, warnings, onMend, onAccept }: Props) {
  const { labels } = view;
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map((warning) => (
        <li key={`${warning.name} ${warning.item ?? ''}`} class={warning.level}>
          <p>
            <strong>{labels[`level.${warning.level}`]}</strong> {warningText(view, warning)}
          </p>
          <p class="buttons">
            {warning.mends.map((mend) => {
              const text = mendText(view, plan, mend);
              return (
                <button key={mend.type} type="button" onClick={() => onMend(mend, text)}>
                  {text}
                </button>
              );
            })}
            <button type="button" class="plain" onClick={() => onAccept(warning)}>
              {labels['warnings.accept']}
              <span class="sr-only">: {warningText(view, warning)}</span>
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A warning in a sentence. */
export function warningText({ labels }: AgendaView, { id, values }: PlanWarning): string {
  return fill(labels[`warning.${id}`], values);
}

function mendText({ labels, techniques }: AgendaView, { start }: Plan, mend: Mend): string {
  const text = mend.type === 'fill-in' ? labels[`mend.${mend.field}`] : labels[`mend.${mend.type}`];
  return fill(text, {
    ...('minutes' in mend && typeof mend.minutes === 'number' ? { minutes: mend.minutes } : {}),
    ...('technique' in mend ? { technique: techniques.get(mend.technique)?.name ?? mend.technique } : {}),
    ...('length' in mend ? { end: clock(start + mend.length) } : {}),
  });
}
