import type { ComponentChildren } from 'preact';
import { dayInWords, fill } from '../../src/domain/shared/index.ts';
import { COLLECT, INVITE, RESULT, type Rounds, START } from './use-round.ts';
import type { GroupView } from './view.ts';

interface Props {
  view: GroupView;
  rounds: Rounds;
}

const STEPS = [START, INVITE, COLLECT, RESULT] as const;

/** What stands around every step: notices, the list of steps, the heading and the buttons. */
export function Frame({
  view,
  rounds,
  shown,
  children,
}: Props & { shown: (typeof STEPS)[number]; children: ComponentChildren }) {
  const { labels } = view;
  const at = STEPS.indexOf(shown);
  const [previous, next] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <div class="tool group" data-ready={rounds.ready ? '' : undefined} data-step={shown}>
      <Notices view={view} rounds={rounds} />
      {rounds.state && <StepList view={view} rounds={rounds} shown={shown} />}
      <h2 ref={rounds.heading} tabIndex={-1} class="step-title">
        {labels[`step.${shown}`]}
      </h2>
      {children}
      {rounds.state && shown !== START && (
        <p class="buttons step-buttons">
          {previous && (
            <button type="button" onClick={() => rounds.goTo(previous)}>
              {labels['nav.previous']}
            </button>
          )}
          {next && (
            <button type="button" class="primary" onClick={() => rounds.goTo(next)}>
              {fill(labels['nav.to'], { step: labels[`step.${next}`].toLocaleLowerCase(view.lang) })}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The four steps, which the facilitator may take in any order, and how many answers there are. */
function StepList({ view: { labels }, rounds, shown }: Props & { shown: string }) {
  const { state, saving } = rounds;
  if (!state) return null;
  const count = Object.keys(state.collected).length;
  return (
    <nav class="steps-nav" aria-label={labels['steps']}>
      <p class="progress-text">
        <strong>{roundTitle(rounds, labels)}</strong>{' '}
        {saving === 'written' && <span>{labels['saved.ok']}</span>}
      </p>
      <ol>
        {STEPS.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === shown ? 'step' : undefined}
              onClick={() => rounds.goTo(step)}
            >
              <span class="number">{at + 1}</span>
              <span class="name">{labels[`step.${step}`]}</span>
              {step === COLLECT && <span class="count">{fill(labels['step.count'], { n: count })}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The group's name as typed and the day, as far as they are known. */
function roundTitle({ state }: Rounds, labels: GroupView['labels']): string {
  const day = state?.date ? dayInWords(state.date, labels, { hasWeekday: true, hasYear: false }) : '';
  return [state?.label || labels['round.unnamed'], day].filter((part) => part !== '').join(', ');
}

/** What the facilitator must know about the round, and what can be done about it. */
function Notices({ view, rounds }: Props) {
  const { labels } = view;
  const { saving, notice, other } = rounds;
  return (
    <div class="notices" role="status" ref={rounds.notices}>
      {other && (
        <div class="notice">
          <p>{fill(labels['notice.other'], { name: other.label || labels['round.unnamed'] })}</p>
          <p class="buttons">
            <button type="button" onClick={rounds.leaveOther}>
              {labels['notice.leaveOther']}
            </button>
            <button type="button" onClick={rounds.takeOther}>
              {labels['notice.takeOther']}
            </button>
          </p>
        </div>
      )}
      {rounds.isUnreadable && (
        <div class="notice">
          <p>{labels['notice.unreadable']}</p>
          <p class="buttons">
            <button type="button" onClick={rounds.startAfresh}>
              {labels['notice.startAfresh']}
            </button>
          </p>
        </div>
      )}
      {notice && (
        <div class="notice">
          <p>{notice.text}</p>
          <p class="buttons">
            {notice.invitation !== undefined && (
              <a class="button" href={`${view.testHref}#${notice.invitation}`}>
                {labels['notice.toTest']}
              </a>
            )}
            <button type="button" onClick={rounds.closeNotice}>
              {labels['notice.close']}
            </button>
          </p>
        </div>
      )}
      {(saving === 'blocked' || saving === 'full') && (
        <div class="notice">
          <p>{labels[`saved.${saving}`]}</p>
          {rounds.state && (
            <p class="buttons">
              <button type="button" onClick={rounds.download}>
                {labels['round.save']}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
