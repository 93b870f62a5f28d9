import { useEffect, useRef } from 'preact/hooks';
import { readQuery, replaceQuery } from '../../src/browser/query.ts';
import { randomId } from '../../src/browser/random-id.ts';
import { readStored } from '../../src/browser/storage.ts';
import {
  type DecisionKind,
  type DecisionRecord,
  FORMS,
  isUntouched,
  kindFromQuery,
  newRecord,
  TECHNIQUE_OF,
} from '../../src/domain/decision/index.ts';
import { fromRunText, SAVED_RUN_KEY } from '../../src/domain/run/index.ts';
import { localDay } from '../../src/domain/shared/index.ts';
import { fromText } from '../tool/from-text.tsx';
import { Later } from '../tool/Later.tsx';
import { useSteps } from '../tool/use-steps.ts';
import { ListStep } from './ListStep.tsx';
import { RecordStep } from './RecordStep.tsx';
import { Result } from './Result.tsx';
import { titleOf } from './Sheet.tsx';
import { type Shelf, useShelf } from './use-shelf.ts';
import type { DecisionView, OnChange } from './view.ts';

const LIST = 'list';
/** The step after those of the form. */
const RECORD = 'record';

/** A step of a record, as the history of the tab keeps it. */
const stepOf = (record: Pick<DecisionRecord, 'id'>, step: string): string => `${record.id}/${step}`;

/** The day and the names of the meeting that was just run with the technique, to begin a record with. */
function fromRun(kind: DecisionKind): DecisionRecord['values'] {
  const stored = readStored(SAVED_RUN_KEY);
  const read = stored.state === 'found' ? fromRunText(stored.text) : null;
  if (!read?.ok || !read.run.source.items.some(({ technique }) => technique === TECHNIQUE_OF[kind]))
    return {};
  const { clock, names } = read.run;
  const date = localDay(new Date(clock.startedAt));
  return names.length > 0 ? { date, present: names.join(', ') } : { date };
}

/** Decision records: a list, and per record a form along the steps of the technique with a sheet at the end. */
export function Decision(view: DecisionView) {
  const { labels } = view;
  const shelf = useShelf(labels);
  const steps = useSteps(LIST);
  const notices = useRef<HTMLDivElement>(null);
  const [id = '', at = ''] = steps.step.split('/');
  const record = shelf.records.find((known) => known.id === id);

  // The end of a meeting that was run asks for a record; a reload does not ask again.
  useEffect(() => {
    if (!shelf.ready) return;
    const kind = kindFromQuery(readQuery());
    if (!kind) return;
    replaceQuery('');
    begin(kind, fromRun(kind));
  }, [shelf.ready]);

  // What the reader must know is brought into view, wherever on the page it was caused.
  useEffect(() => {
    if (shelf.notice !== null) notices.current?.scrollIntoView({ block: 'nearest' });
  }, [shelf.notice]);

  function begin(kind: DecisionKind, values: DecisionRecord['values'] = {}): void {
    const today = localDay(new Date());
    const blank = shelf.records.find((record) => record.kind === kind && isUntouched(record));
    const record = newRecord(blank?.id ?? randomId(), kind, { date: today, ...blank?.values, ...values });
    if (shelf.put(record)) steps.goTo(stepOf(record, 'meeting'));
  }

  function openFile(text: string | null): void {
    const opened = shelf.openFile(text, randomId);
    if (opened !== null) steps.goTo(stepOf({ id: opened }, RECORD));
  }

  if (!record) {
    return (
      <div class="tool decision" data-ready={shelf.ready ? '' : undefined} data-step={LIST}>
        <div ref={notices}>
          <Notices view={view} shelf={shelf} />
        </div>
        <h2 ref={steps.heading} tabIndex={-1} class="step-title">
          {labels['start.title']}
        </h2>
        <ListStep
          view={view}
          shelf={shelf}
          onBegin={begin}
          onOpen={(record) => steps.goTo(stepOf(record, RECORD))}
          onFile={openFile}
        />
      </div>
    );
  }

  const onChange: OnChange = (change) => shelf.put(change(record));
  const form = FORMS[record.kind];
  const names = [...form.map((step) => step.id), RECORD] as const;
  const step = form.find((step) => step.id === at);
  const shown = step?.id ?? RECORD;
  const place = names.indexOf(shown);
  const [previous, next] = [names[place - 1], names[place + 1]];
  const goTo = (to: string): void => steps.goTo(stepOf(record, to));

  return (
    <div
      class="tool decision"
      data-ready={shelf.ready ? '' : undefined}
      data-step={shown === RECORD ? 'result' : shown}
    >
      <div ref={notices}>
        <Notices view={view} shelf={shelf} />
      </div>
      <nav class="steps-nav" aria-label={labels['steps']}>
        <p class="progress-text">
          <strong>{titleOf({ view, record })}</strong>{' '}
          {shelf.saving === 'written' && <span>{labels['saved.ok']}</span>}{' '}
          <button type="button" class="plain" onClick={() => steps.goTo(LIST)}>
            {labels['nav.list']}
          </button>
        </p>
        <ol>
          {names.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === shown ? 'step' : undefined}
                onClick={() => goTo(name)}
              >
                <span class="number">{index + 1}</span>
                <span class="name">{labels[`step.${name}`]}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <h2 ref={steps.heading} tabIndex={-1} class="step-title">
        {labels[`step.${shown}`]}
      </h2>
      {step ? (
        <RecordStep
          view={view}
          record={record}
          step={step}
          onChange={onChange}
          onRemove={(change) =>
            shelf.remove(
              (all) => all.map((old) => (old.id === record.id ? change(old) : old)),
              labels['notice.removed'],
            )
          }
        />
      ) : (
        <Result view={view} record={record} />
      )}
      <Later>
        {() => (
          <p class="buttons step-buttons">
            {previous && (
              <button type="button" onClick={() => goTo(previous)}>
                {labels['nav.previous']}
              </button>
            )}
            {next && (
              <button type="button" class="primary" onClick={() => goTo(next)}>
                {labels[next === RECORD ? 'nav.record' : 'nav.next']}
              </button>
            )}
          </p>
        )}
      </Later>
    </div>
  );
}

/** What the reader must know about the records, and what can be done about it. */
function Notices({ view: { labels }, shelf }: { view: DecisionView; shelf: Shelf }) {
  const { saving, notice, undo } = shelf;
  return (
    <div class="notices" role="status">
      {shelf.isUnreadable && (
        <div class="notice">
          <p>{labels['notice.unreadable']}</p>
          <p class="buttons">
            <button type="button" onClick={shelf.startAfresh}>
              {labels['notice.startAfresh']}
            </button>
          </p>
        </div>
      )}
      {notice !== null && (
        <div class="notice">
          <p>{notice}</p>
          <p class="buttons">
            {undo && (
              <button type="button" onClick={undo}>
                {labels['notice.undo']}
              </button>
            )}
            <button type="button" onClick={shelf.closeNotice}>
              {labels['notice.close']}
            </button>
          </p>
        </div>
      )}
      {(saving === 'blocked' || saving === 'full') && (
        <div class="notice">
          <p>{labels[`notice.${saving}`]}</p>
        </div>
      )}
    </div>
  );
}

export default fromText(Decision);
