import { useState } from 'preact/hooks';
import { readChecked, readTyped } from '../../src/browser/early.ts';
import { readTextFile } from '../../src/browser/files.ts';
import { randomRoundId } from '../../src/browser/random.ts';
import { type Start, START_LIST } from '../../src/domain/assessment/index.ts';
import { newState, type Round, roundItems } from '../../src/domain/round/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { phaseOf } from '../assessment/view.ts';
import { plural } from '../tool/labels.ts';
import { Question } from '../tool/Question.tsx';
import { durationOf } from './estimate.ts';
import { RoundFields } from './RoundFields.tsx';
import { COLLECT, INVITE, RESULT, type Rounds } from './use-round.ts';
import { type GroupView, testView } from './view.ts';

interface Props {
  view: GroupView;
  rounds: Rounds;
}

/** Sets up a round, or shows the one that is open. */
export function StartStep({ view, rounds }: Props) {
  const { labels } = view;
  return (
    <>
      {rounds.state ? <OpenRound view={view} rounds={rounds} /> : <SetUp view={view} rounds={rounds} />}
      <details class="privacy">
        <summary>{labels['start.privacy']}</summary>
        <p>{labels['privacy']}</p>
      </details>
      {!rounds.state && (
        <>
          <p class="hint">{labels['start.more']}</p>
          <p class="buttons">
            <OpenRoundFile view={view} rounds={rounds} />
          </p>
        </>
      )}
    </>
  );
}

/** The form for a new round. */
function SetUp({ view, rounds }: Props) {
  const { model, labels, testLabels, lang } = view;
  const [early] = useState(() => readChecked('.tool.group')['start']);
  const [chosen, setStart] = useState<Start | null>(null);
  const start = chosen ?? START_LIST.find((known) => known === early) ?? null;
  const [some, setSome] = useState(false);
  /** Phases that are left out of a round of some phases. */
  const [without, setWithout] = useState<readonly string[]>([]);
  const [label, setLabel] = useState(() => readTyped('.tool.group [name="label"]'));
  const [date, setDate] = useState(() => readTyped('.tool.group [name="date"]'));
  const [asks, setAsks] = useState<'start' | 'phases' | null>(null);

  const route = start ? model.routes[start] : [];
  const phases = some ? route.filter((phase) => !without.includes(phase)) : route;
  const round: Round | null = start && { id: '', version: model.version, start, phases };
  const items = round ? roundItems(model, round).length : 0;

  function open(): void {
    if (!round || phases.length === 0) return setAsks(round ? 'phases' : 'start');
    rounds.open(newState({ ...round, id: randomRoundId() }, label.trim(), date));
  }

  return (
    <>
      <Question
        id="start"
        legend={labels['start.legend']}
        choices={START_LIST.map((start) => ({
          value: start,
          text: (
            <>
              <strong>{testLabels[`start.${start}`]}</strong>
              <br />
              {testLabels[`start.${start}.hint`]}
            </>
          ),
        }))}
        chosen={start ?? undefined}
        onChoose={(value) => {
          setStart(value as Start);
          setAsks(null);
        }}
      >
        <p class="hint">{labels['start.hint']}</p>
      </Question>
      {start && (
        <Question
          id="phases"
          legend={labels['start.phases']}
          choices={[
            { value: 'all', text: fill(labels['start.allPhases'], { n: route.length }) },
            { value: 'some', text: labels['start.somePhases'] },
          ]}
          chosen={some ? 'some' : 'all'}
          onChoose={(value) => setSome(value === 'some')}
          after={
            some && (
              <div class="checks">
                {route.map((id) => {
                  const { number, name } = phaseOf(testView(view), id);
                  return (
                    <label key={id}>
                      <input
                        type="checkbox"
                        checked={!without.includes(id)}
                        onChange={(event) => {
                          const isIn = event.currentTarget.checked;
                          setWithout(isIn ? without.filter((other) => other !== id) : [...without, id]);
                          setAsks(null);
                        }}
                      />{' '}
                      {fill(testLabels['step.phase'], { n: number, name })}
                    </label>
                  );
                })}
              </div>
            )
          }
        >
          <p class="hint">{labels['start.phasesHint']}</p>
        </Question>
      )}
      <RoundFields labels={labels} label={label} date={date} onLabel={setLabel} onDate={setDate} />
      {round && phases.length > 0 && (
        <p>{plural(labels, lang, 'start.asks', items, { minutes: durationOf(view, items) })}</p>
      )}
      <p class="asks" role="alert">
        {asks && labels[`start.first.${asks}`]}
      </p>
      <p class="buttons">
        <button type="button" class="primary" onClick={open}>
          {labels['start.open']}
        </button>
      </p>
    </>
  );
}

/** The round that is open, and what to do with it as a whole. */
function OpenRound({ view, rounds }: Props) {
  const { labels, testLabels, lang, model } = view;
  const [asking, setAsking] = useState(false);
  const { state } = rounds;
  if (!state) return null;
  const { round, collected, label, date } = state;
  const items = roundItems(model, round).length;
  const count = Object.keys(collected).length;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{labels['round.start']}</dt>
          <dd>{testLabels[`start.${round.start}`]}</dd>
        </div>
        <div>
          <dt>{labels['round.phases']}</dt>
          <dd>{round.phases.map((id) => phaseOf(testView(view), id).number).join(', ')}</dd>
        </div>
        <div>
          <dt>{labels['round.items']}</dt>
          <dd>{items}</dd>
        </div>
        <div>
          <dt>{labels['round.answers']}</dt>
          <dd>{count}</dd>
        </div>
      </dl>
      <RoundFields
        labels={labels}
        label={label}
        date={date}
        onLabel={(label) => rounds.change((state) => ({ ...state, label }))}
        onDate={(date) => rounds.change((state) => ({ ...state, date }))}
      />
      <p class="hint">{labels['round.fixed']}</p>
      <p class="buttons">
        {[INVITE, COLLECT, RESULT].map((step) => (
          <button
            key={step}
            type="button"
            class={(count > 0 ? COLLECT : INVITE) === step ? 'primary' : ''}
            onClick={() => rounds.goTo(step)}
          >
            {labels[`step.${step as 'invite' | 'collect' | 'result'}`]}
          </button>
        ))}
      </p>
      <section class="keep">
        <h3>{labels['round.keep']}</h3>
        <p class="hint">{plural(labels, lang, 'round.keepHint', count)}</p>
        <p class="buttons">
          <button type="button" onClick={rounds.download}>
            {labels['round.save']}
          </button>
          <OpenRoundFile view={view} rounds={rounds} />
          <button type="button" class="danger" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {labels['round.wipe']}
          </button>
        </p>
        {asking && (
          <div class="notice">
            <p>{labels['round.wipeText']}</p>
            <p class="buttons">
              <button type="button" class="danger" onClick={rounds.wipe}>
                {labels['round.wipeConfirm']}
              </button>
              <button
                type="button"
                onClick={(event) => {
                  const section = event.currentTarget.closest('section');
                  setAsking(false);
                  section?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
                }}
              >
                {labels['round.wipeCancel']}
              </button>
            </p>
          </div>
        )}
      </section>
    </>
  );
}

/** Bytes of the largest file that is opened as a round: 200 firms fit many times. */
const MOST_ROUND_BYTES = 2_000_000;

/** Opens a file with a round. */
function OpenRoundFile({ view: { labels }, rounds }: Props) {
  return (
    <label class="button">
      {labels['round.openFile']}
      <input
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void readTextFile(file, MOST_ROUND_BYTES).then(rounds.openFile);
          input.value = '';
        }}
      />
    </label>
  );
}
