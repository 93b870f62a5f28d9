import { useRef, useState } from 'preact/hooks';
import { copyText } from '../../src/browser/files.ts';
import { canShare, shareText } from '../../src/browser/share.ts';

interface Props {
  label: string;
  text: string;
  /** What the button, and the field once it is copied or not, say. */
  labels: Readonly<Record<'copy.copy' | 'copy.copied' | 'copy.failed' | 'copy.share', string>>;
  /** Lines to show; one where it is left out. */
  rows?: number;
}

/** Text to copy, in a field so that it can also be selected by hand. */
export function CopyField({ label, text, labels, rows }: Props) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    const copied = await copyText(text);
    if (!copied) field.current?.select();
    setSaid(copied ? labels['copy.copied'] : labels['copy.failed']);
  }

  const shared = { ref: field, readOnly: true, value: text };
  return (
    <div class="copy">
      <label class="field">
        <span>{label}</span>
        {rows === undefined ? (
          <input type="text" {...shared} onFocus={(event) => event.currentTarget.select()} />
        ) : (
          <textarea rows={rows} {...shared} />
        )}
      </label>
      <p class="buttons">
        <button type="button" onClick={() => void copy()}>
          {labels['copy.copy']}
          <span class="sr-only">: {label}</span>
        </button>
        {canShare() && (
          <button type="button" onClick={() => void shareText(text)}>
            {labels['copy.share']}
            <span class="sr-only">: {label}</span>
          </button>
        )}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
