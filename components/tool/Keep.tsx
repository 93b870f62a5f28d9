import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { copyText, readTextFile } from '../../src/browser/files.ts';
import { printOnly } from '../../src/browser/print.ts';
import type { ToolLabels } from './labels.ts';
import type { Tool } from './use-tool.ts';

interface Props<E> {
  tool: Tool<E>;
  labels: ToolLabels;
  /** Whether the blank form of the page is of use; it is not where somebody else hands out another one. */
  hasForm?: boolean;
  /** Buttons of the tool's own, after the one to print. */
  children?: ComponentChildren;
}

const MOST_FILE_BYTES = 200_000;

/** Everything to keep, pass on, print, open or wipe the answers. */
export function Keep<E>({ tool, labels, hasForm = true, children }: Props<E>) {
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wipe = useRef<HTMLButtonElement>(null);

  async function copy(): Promise<void> {
    const copied = await copyText(tool.link);
    if (!copied) field.current?.select();
    setSaid(copied ? labels['share.copied'] : labels['share.copyFailed']);
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
          value={tool.link}
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
        {children}
        <button type="button" onClick={tool.download}>
          {labels['share.json']}
        </button>
        {hasForm && <PrintPaper labels={labels} />}
        <OpenFile labels={labels} onFile={tool.openFile} />
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
            <button type="button" class="danger" onClick={tool.reset}>
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

/** For who would rather work on paper, or has answers in a file. */
export function OtherWays<E>({ tool, labels, hasForm = true }: Props<E>) {
  return (
    <>
      <p class="hint">{labels['start.more']}</p>
      <p class="buttons">
        {hasForm && <PrintPaper labels={labels} />}
        <OpenFile labels={labels} onFile={tool.openFile} />
      </p>
    </>
  );
}

function PrintPaper({ labels }: { labels: ToolLabels }) {
  return (
    <button type="button" onClick={() => printOnly('paper')}>
      {labels['share.paper']}
    </button>
  );
}

interface OpenProps {
  labels: ToolLabels;
  /** Text of the file, or null when it could not be read. */
  onFile: (text: string | null) => void;
}

/** Opens a file with saved answers. */
export function OpenFile({ labels, onFile }: OpenProps) {
  return (
    <label class="button">
      {labels['share.open']}
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
