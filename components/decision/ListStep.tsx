import { readTextFile } from '../../src/browser/files.ts';
import {
  DECISION_KINDS,
  type DecisionKind,
  type DecisionRecord,
  valueOf,
} from '../../src/domain/decision/index.ts';
import { dayInWords } from '../../src/domain/shared/index.ts';
import { titleOf } from './Sheet.tsx';
import type { Shelf } from './use-shelf.ts';
import type { DecisionView } from './view.ts';

const MOST_FILE_BYTES = 500_000;

interface Props {
  view: DecisionView;
  shelf: Shelf;
  onBegin: (kind: DecisionKind) => void;
  onOpen: (record: DecisionRecord) => void;
  onFile: (text: string | null) => void;
}

/** The records on this device, and ways to begin one. */
export function ListStep({ view, shelf, onBegin, onOpen, onFile }: Props) {
  const { labels, techniques } = view;
  const { records } = shelf;
  return (
    <>
      <p class="buttons">
        {DECISION_KINDS.map((kind) => (
          <button key={kind} type="button" class="primary" onClick={() => onBegin(kind)}>
            {labels[`new.${kind}`]}
          </button>
        ))}
        <label class="button">
          {labels['list.file']}
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
      </p>
      <p class="hint">
        {labels['list.paper']}{' '}
        {DECISION_KINDS.map((kind, index) => (
          <span key={kind}>
            {index > 0 && ' · '}
            <a href={techniques[kind].paperHref}>{labels[`kind.${kind}`]}</a>
          </span>
        ))}
      </p>
      {records.length > 0 && (
        <>
          <h3>{labels['list.title']}</h3>
          <ul class="records">
            {[...records].reverse().map((record) => {
              const title = titleOf({ view, record });
              const date = valueOf(record, 'date');
              return (
                <li key={record.id}>
                  <button type="button" onClick={() => onOpen(record)}>
                    <strong>{title}</strong>
                    <span>
                      {labels[`kind.${record.kind}`]}
                      {date !== '' && ` · ${dayInWords(date, labels)}`}
                    </span>
                  </button>
                  <button
                    type="button"
                    class="plain"
                    aria-label={`${labels['list.wipe']}: ${title}`}
                    onClick={() =>
                      shelf.remove((all) => all.filter(({ id }) => id !== record.id), labels['notice.wiped'])
                    }
                  >
                    {labels['list.wipe']}
                  </button>
                </li>
              );
            })}
          </ul>
          {records.length > 1 && (
            <p class="buttons">
              <button
                type="button"
                class="danger"
                onClick={() => shelf.remove(() => [], labels['notice.wipedAll'])}
              >
                {labels['list.wipeAll']}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}
