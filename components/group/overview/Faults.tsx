import { dayInWords, fill } from '../../../src/domain/shared/index.ts';
import { plural } from '../../tool/labels.ts';
import type { Gathered } from './gather.ts';
import type { OverviewView } from './view.ts';

/** Files that did not go in, and files of which something is to be told, each by name with the reason. */
export function Faults({ view, gathered }: { view: OverviewView; gathered: Gathered }) {
  const { labels, lang } = view;
  const { faults, doubles, opened } = gathered;
  const notes = [
    ...doubles.map(({ name, other, date }) => ({
      name,
      text: date
        ? fill(labels['double'], { other, date: dayInWords(date, labels) })
        : fill(labels['doubleNoDate'], { other }),
    })),
    ...opened
      .filter(({ lost }) => lost > 0)
      .map(({ name, lost }) => ({ name, text: plural(labels, lang, 'lost', lost) })),
  ];
  return (
    <div role="status">
      {faults.length > 0 && (
        <Listed
          title={plural(labels, lang, 'faults', faults.length)}
          files={faults.map(({ name, reason }) => ({ name, text: labels[`fault.${reason}`] }))}
        />
      )}
      {notes.length > 0 && <Listed title={plural(labels, lang, 'notes', notes.length)} files={notes} />}
    </div>
  );
}

interface ListedProps {
  title: string;
  files: readonly { readonly name: string; readonly text: string }[];
}

function Listed({ title, files }: ListedProps) {
  return (
    <div class="notice">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {files.map(({ name, text }, at) => (
          <li key={at}>
            <b>{name}</b> {text}.
          </li>
        ))}
      </ul>
    </div>
  );
}
