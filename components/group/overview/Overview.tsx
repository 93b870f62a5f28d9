import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { downloadText, readTextFile } from '../../../src/browser/files.ts';
import { readStored, removeStored, type StoredWrite, writeStored } from '../../../src/browser/storage.ts';
import { fill, toCsv } from '../../../src/domain/shared/index.ts';
import { fromText } from '../../tool/from-text.tsx';
import { plural } from '../../tool/labels.ts';
import { Faults } from './Faults.tsx';
import {
  type Chosen,
  fromOverviewText,
  gather,
  type Gathered,
  NOTHING,
  rowOf,
  toOverviewText,
} from './gather.ts';
import { GroupTable } from './GroupTable.tsx';
import { Stuck } from './Stuck.tsx';
import { Stations } from './Stations.tsx';
import { tableOf } from './table.ts';
import type { OverviewView } from './view.ts';

const STORE_KEY = 'mini-cluster:groepsoverzicht:1';
const MOST_FILE_BYTES = 2_000_000;
/** Milliseconds of work after which the browser gets a turn. */
const TURN = 40;

/** Many rounds beside each other, for an organisation that guides many groups. Nothing is kept unless asked. */
export function Overview(view: OverviewView) {
  const { labels, lang, model } = view;
  const [gathered, setGathered] = useState<Gathered>(NOTHING);
  const [reading, setReading] = useState<{ done: number; all: number } | null>(null);
  const [ready, setReady] = useState(false);
  const [keep, setKeep] = useState(false);
  const [saving, setSaving] = useState<StoredWrite | null>(null);
  const [said, setSaid] = useState('');
  const [isOver, setOver] = useState(false);
  /** What was gathered, for what happens outside a render. */
  const latest = useRef(NOTHING);
  const { opened } = gathered;
  const rows = useMemo(() => opened.map(({ state }) => rowOf(model, state)), [opened]);

  useEffect(() => {
    const stored = readStored(STORE_KEY);
    const kept = stored.state === 'found' ? fromOverviewText(stored.text) : null;
    if (kept) {
      setKeep(true);
      void read(kept.map((file) => () => Promise.resolve(file))).then(() => setSaid(labels['found']));
    }
    setReady(true);
  }, []);

  // Written after the screen has shown the change: a long list takes a moment.
  useEffect(() => {
    if (!keep || reading !== null) return undefined;
    const timer = setTimeout(() => setSaving(writeStored(STORE_KEY, toOverviewText(opened))));
    return () => clearTimeout(timer);
  }, [keep, opened, reading]);

  function put(next: Gathered): void {
    latest.current = next;
    setGathered(next);
  }

  /** Reads files one by one and lets the browser go on in between. */
  async function read(files: readonly (() => Promise<Chosen>)[]): Promise<void> {
    setSaid('');
    setReading({ done: 0, all: files.length });
    let since = performance.now();
    let next = latest.current;
    for (const [at, file] of files.entries()) {
      next = gather(model, next, [await file()]);
      const last = next.opened.at(-1);
      if (last) rowOf(model, last.state);
      if (performance.now() - since < TURN) continue;
      setReading({ done: at + 1, all: files.length });
      await new Promise((done) => setTimeout(done));
      since = performance.now();
    }
    put(next);
    setReading(null);
  }

  function open(files: readonly File[]): void {
    if (files.length === 0 || reading !== null) return;
    void read(
      files.map((file) => async () => ({ name: file.name, text: await readTextFile(file, MOST_FILE_BYTES) })),
    );
  }

  function forget(): void {
    removeStored(STORE_KEY);
    put(NOTHING);
    setKeep(false);
    setSaving(null);
    setSaid(labels['forgotten']);
  }

  return (
    <div class="tool overview" data-ready={ready ? '' : undefined} data-step="result">
      <div
        class={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          open([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p class="buttons">
          <label class="button primary">
            {labels['drop']}
            <input
              type="file"
              multiple
              accept=".json,application/json"
              onChange={(event) => {
                const input = event.currentTarget;
                open([...(input.files ?? [])]);
                input.value = '';
              }}
            />
          </label>
        </p>
        <p class="hint">{labels['dropHint']}</p>
        <p role="status" class="status">
          {reading
            ? fill(labels['reading'], { n: reading.done, m: reading.all })
            : [said, opened.length > 0 ? plural(labels, lang, 'read', opened.length) : '']
                .filter((text) => text !== '')
                .join(' ')}
        </p>
      </div>
      <Faults view={view} gathered={gathered} />
      {opened.length === 0 ? (
        <p>{labels['empty']}</p>
      ) : (
        <>
          <GroupTable
            view={view}
            rows={rows}
            onRemove={(id) =>
              put({ ...gathered, opened: opened.filter(({ state }) => state.round.id !== id) })
            }
          />
          <Stuck view={view} rows={rows} />
          <Stations view={view} rows={rows} />
          <section class="take">
            <p class="buttons">
              <button
                type="button"
                onClick={() => downloadText('groepsoverzicht.csv', 'text/csv', toCsv(tableOf(view, rows)))}
              >
                {labels['csv']}
              </button>
              <button type="button" onClick={() => print()}>
                {labels['print']}
              </button>
              <button type="button" class="danger" onClick={forget}>
                {labels['forget']}
              </button>
            </p>
            <label class="switch">
              <input
                type="checkbox"
                checked={keep}
                onChange={(event) => {
                  const isKept = event.currentTarget.checked;
                  setKeep(isKept);
                  if (!isKept) {
                    removeStored(STORE_KEY);
                    setSaving(null);
                  }
                }}
              />
              {labels['keep']}
            </label>
            <p class="hint">{labels['keepHint']}</p>
            <p role="status">
              {keep && saving === 'written' && labels['kept']}
              {keep && saving === 'full' && <span class="notice">{labels['full']}</span>}
              {keep && saving === 'blocked' && <span class="notice">{labels['blocked']}</span>}
            </p>
          </section>
        </>
      )}
    </div>
  );
}

export default fromText(Overview);
