import { useRef, useState } from 'preact/hooks';
import { readTextFile } from '../../../src/browser/files.ts';
import type { RoundState } from '../../../src/domain/round/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { Later } from '../../tool/Later.tsx';
import { Lazy } from '../../tool/lazy.tsx';
import { loadScan } from '../parts.ts';
import type { GroupView, OnChange } from '../view.ts';
import { Script } from '../Script.tsx';
import { Firms } from './Firms.tsx';
import { Sheets } from './Sheets.tsx';
import { type Taken, takeCode, takeFile, type Taking, takeText } from './take.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  onChange: OnChange;
  /** Starts passing one device round. */
  onPassRound: () => void;
}

const MOST_BYTES = 2_000_000;

/** All ways in which answers come in, and who has given them. */
export function CollectStep({ view, state, onChange, onPassRound }: Props) {
  const { labels } = view;
  const [pasted, setPasted] = useState('');
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [isOver, setOver] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const report = useRef<HTMLDivElement>(null);

  /** Takes something in on top of all that is there by then: other files, another tab. */
  function keep(take: (state: RoundState) => Taking): readonly Taken[] {
    let said: readonly Taken[] = [];
    onChange((state) => {
      const taking = take(state);
      said = taking.taken;
      return taking.state;
    });
    return said;
  }

  function tell(said: readonly Taken[]): void {
    setTaken(said);
    report.current?.scrollIntoView({ block: 'nearest' });
  }

  function paste(): void {
    const said = keep((state) => takeText(view, state, pasted));
    tell(said);
    if (said.every(({ isGood }) => isGood)) setPasted('');
  }

  async function takeFiles(files: readonly File[]): Promise<void> {
    const said: Taken[] = [];
    for (const file of files) said.push(...(await takeOne(file)));
    tell(said);
  }

  async function takeOne(file: File): Promise<readonly Taken[]> {
    if (!file.type.startsWith('image/')) {
      const text = await readTextFile(file, MOST_BYTES);
      return keep((state) => takeFile(view, state, file.name, text));
    }
    const found = await import('./read-qr.ts').then(
      ({ readQr }) => readQr(file),
      () => null,
    );
    return found === null
      ? [{ isGood: false, text: `${file.name}: ${labels['outcome.no-code']}` }]
      : keep((state) => takeCode(view, state, file.name, found));
  }

  return (
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void takeFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Firms view={view} state={state} onChange={onChange} />

      <section>
        <h3>{labels['collect.links']}</h3>
        <p class="hint">{labels['collect.linksHint']}</p>
        <label class="field">
          <span>{labels['collect.pasted']}</span>
          <textarea
            rows={4}
            spellcheck={false}
            autoComplete="off"
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <p class="buttons">
          <button type="button" class="primary" onClick={paste}>
            {labels['collect.add']}
          </button>
          <label class="button">
            {labels['collect.files']}
            <input
              type="file"
              multiple
              accept=".json,.csv,.txt,application/json,text/csv,text/plain,image/*"
              onChange={(event) => {
                const input = event.currentTarget;
                void takeFiles([...(input.files ?? [])]);
                input.value = '';
              }}
            />
          </label>
          <button type="button" aria-expanded={isScanning} onClick={() => setScanning(!isScanning)}>
            {labels['scan.open']}
          </button>
        </p>
        <p class="hint">{labels['collect.filesHint']}</p>
        {isScanning && (
          <Lazy load={loadScan} labels={labels}>
            {({ Scan }) => (
              <Scan
                labels={labels}
                onFound={(text) => tell(keep((state) => takeCode(view, state, labels['scan.code'], text)))}
                onClose={() => setScanning(false)}
              />
            )}
          </Lazy>
        )}
        <div role="status" ref={report}>
          {taken.length > 0 && <Report labels={labels} taken={taken} />}
        </div>
      </section>

      <section>
        <h3>{labels['kiosk.heading']}</h3>
        <p>{labels['kiosk.about']}</p>
        <p class="hint">{labels['kiosk.advice']}</p>
        <Script labels={labels} text={labels['kiosk.say']} />
        <p class="buttons">
          <button type="button" onClick={onPassRound}>
            {labels['kiosk.start']}
          </button>
        </p>
      </section>

      <Later>{() => <Sheets view={view} state={state} onChange={onChange} />}</Later>
    </div>
  );
}

/** What became of everything that was offered at once; what went wrong first. */
function Report({ labels, taken }: { labels: GroupView['labels']; taken: readonly Taken[] }) {
  const bad = taken.filter(({ isGood }) => !isGood);
  const good = taken.filter(({ isGood }) => isGood);
  return (
    <div class={bad.length > 0 ? 'notice' : 'resume'}>
      <p>
        <strong>{fill(labels['collect.report'], { good: good.length, bad: bad.length })}</strong>
      </p>
      <ul class="report">
        {[...bad, ...good].map(({ isGood, text }, at) => (
          <li key={at}>
            <span aria-hidden="true">{isGood ? '✓' : '✕'}</span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
