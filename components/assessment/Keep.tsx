import { useRef, useState } from 'preact/hooks';
import { copyText, downloadText, readTextFile } from '../../src/browser/files.ts';
import { askedItems, type Entry, type LocalItem, toSavedText } from '../../src/domain/assessment/index.ts';
import { toCsv } from '../../src/domain/shared/index.ts';
import { answerText, phaseOf, type View } from './view.ts';

interface Props {
  view: View;
  entry: Entry;
  /** The whole address that opens these answers. */
  link: string;
  /** Today, YYYY-MM-DD. */
  today: string;
  /** Text of a file the reader opens, or null when it could not be read. */
  onFile: (text: string | null) => void;
  /** Saves the reader's own answers as a file and wipes them; called once the reader confirmed. */
  onReset: () => void;
  onPrintPaper: () => void;
}

const MOST_FILE_BYTES = 200_000;

/** Offers the answers as a JSON file. */
export function downloadEntry(view: View, entry: Entry, today: string): void {
  downloadText(`fasetest-${today}.json`, 'application/json', toSavedText(view.model, entry, today));
}

/** Everything to keep, pass on, print, open or wipe the answers. */
export function Keep({ view, entry, link, today, onFile, onReset, onPrintPaper }: Props) {
  const { labels } = view;
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wipe = useRef<HTMLButtonElement>(null);

  async function copy(): Promise<void> {
    const copied = await copyText(link);
    if (!copied) field.current?.select();
    setSaid(copied ? labels['share.copied'] : labels['share.copyFailed']);
  }

  function downloadTable(): void {
    const asked = entry.start ? (askedItems(view.model, entry.start) as LocalItem[]) : [];
    const rows = asked.map((item) => [
      String(phaseOf(view, item.phase).number),
      item.id,
      labels[`kind.${item.kind}`],
      item.question,
      entry.answers[item.id] ?? '',
      answerText(view, entry, item),
    ]);
    const head = [labels['result.phase'], 'id', labels['result.gate'], labels['result.question']];
    const table = [[...head, 'code', labels['result.answer']], ...rows];
    downloadText(`fasetest-${today}.csv`, 'text/csv', toCsv(table));
  }

  return (
    <section class="keep">
      <h3>{labels['share.heading']}</h3>
      <p class="hint">{labels['share.intro']}</p>
      <label class="link">
        {labels['share.link']}
        <input
          ref={field}
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <p class="buttons">
        <button type="button" onClick={() => void copy()}>
          {labels['share.copy']}
        </button>
        <button type="button" onClick={() => print()}>
          {labels['share.print']}
        </button>
        <button type="button" onClick={downloadTable}>
          {labels['share.csv']}
        </button>
        <button type="button" onClick={() => downloadEntry(view, entry, today)}>
          {labels['share.json']}
        </button>
        <button type="button" onClick={onPrintPaper}>
          {labels['share.paper']}
        </button>
        <OpenFile label={labels['share.open']} onFile={onFile} />
        <button
          ref={wipe}
          type="button"
          class="danger"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {labels['share.reset']}
        </button>
      </p>
      {asking && (
        <div class="notice">
          <p>{labels['reset.text']}</p>
          <p class="buttons">
            <button type="button" class="danger" onClick={onReset}>
              {labels['reset.confirm']}
            </button>
            <button
              type="button"
              onClick={() => {
                setAsking(false);
                wipe.current?.focus();
              }}
            >
              {labels['reset.cancel']}
            </button>
          </p>
        </div>
      )}
      <p role="status">{said}</p>
    </section>
  );
}

interface OpenProps {
  label: string;
  /** Text of the file, or null when it could not be read. */
  onFile: (text: string | null) => void;
}

/** Opens a file with saved answers. */
export function OpenFile({ label, onFile }: OpenProps) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void readTextFile(file, MOST_FILE_BYTES).then(onFile);
          input.value = '';
        }}
      />
    </label>
  );
}
