import { useEffect } from 'preact/hooks';
import { Frame } from './Frame.tsx';
import { fromText } from '../tool/from-text.tsx';
import { Lazy, prefetch } from '../tool/lazy.tsx';
import { loadCollect, loadInvite, loadKiosk, loadQr, loadReader, loadResults, loadScan } from './parts.ts';
import { StartStep } from './StartStep.tsx';
import { COLLECT, INVITE, RESULT, START, useRound } from './use-round.ts';
import { useTurn } from './use-turn.ts';
import type { GroupView } from './view.ts';

/** The tool of who leads a round. Renders the form for a new round on the server; everything else comes later. */
export function GroupRound(view: GroupView) {
  const { labels } = view;
  const turns = useTurn();
  const rounds = useRound(view);
  const { state } = rounds;
  const isOpen = state !== null;

  // In a meeting room there may be no network: with a round open, everything comes at once.
  useEffect(() => {
    if (isOpen) prefetch([loadInvite, loadCollect, loadKiosk, loadQr, loadResults, loadScan, loadReader]);
  }, [isOpen]);

  // A turn of a round that is no longer here leaves no answers behind.
  const turn = state && turns.turn?.round === state.round.id ? turns.turn : null;
  const isStale = rounds.ready && turn === null && turns.turn !== null;
  useEffect(() => {
    if (isStale) turns.set(null);
  }, [isStale]);

  if (state && turn) {
    const { round } = turn;
    return (
      <div class="tool group" data-ready={rounds.ready ? '' : undefined} data-step="kiosk">
        <Lazy load={loadKiosk} labels={labels}>
          {({ Kiosk }) => (
            <Kiosk
              view={view}
              state={state}
              onChange={rounds.change}
              answers={turn.answers}
              onAnswers={(answers) => turns.set({ round, answers })}
              onEnd={() => {
                turns.set(null);
                rounds.goTo(COLLECT);
              }}
            />
          )}
        </Lazy>
      </div>
    );
  }

  const shown =
    state && (rounds.step === INVITE || rounds.step === COLLECT || rounds.step === RESULT)
      ? rounds.step
      : START;
  return (
    <Frame view={view} rounds={rounds} shown={shown}>
      {shown === START && <StartStep view={view} rounds={rounds} />}
      {state && shown === INVITE && (
        <Lazy load={loadInvite} labels={labels}>
          {({ InviteStep }) => <InviteStep view={view} state={state} onChange={rounds.change} />}
        </Lazy>
      )}
      {state && shown === COLLECT && (
        <Lazy load={loadCollect} labels={labels}>
          {({ CollectStep }) => (
            <CollectStep
              view={view}
              state={state}
              onChange={rounds.change}
              onPassRound={() => turns.set({ round: state.round.id, answers: {} })}
            />
          )}
        </Lazy>
      )}
      {state && shown === RESULT && (
        <Lazy load={loadResults} labels={labels}>
          {({ GroupResults }) => <GroupResults view={view} state={state} onChange={rounds.change} />}
        </Lazy>
      )}
    </Frame>
  );
}

export default fromText(GroupRound);
