import { useEffect, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { type FieldId, gapsOf, toFileText, valueOf } from '../../src/domain/decision/index.ts';
import { fill, toMarkdown, toPlainText } from '../../src/domain/shared/index.ts';
import type { CalendarDay } from '../tool/calendar.ts';
import { prefetch } from '../tool/lazy.tsx';
import { linesOf, Sheet, titleOf } from './Sheet.tsx';
import type { OpenRecord } from './view.ts';

/** What writes a calendar; comes when a record has a day for it, so that it works without network. */
const loadCalendar = () => import('../tool/calendar.ts');

/** Days that belong in a calendar. */
const DAYS = ['review', 'back', 'until'] as const satisfies readonly FieldId[];

/** The written record: what it still misses, the sheet, and ways to keep it. */
export function Result({ view, record }: Pick<OpenRecord, 'view' | 'record'>) {
  const { labels } = view;
  const [said, setSaid] = useState('');
  const gaps = gapsOf(record);
  const days = DAYS.filter((field) => valueOf(record, field) !== '');
  const name = `besluit-${valueOf(record, 'date') || record.id.slice(0, 6)}`;

  useEffect(() => {
    if (days.length > 0) prefetch([loadCalendar]);
  }, [days.length]);

  function save(file: string, type: string, text: string): void {
    downloadText(file, type, text);
    setSaid(fill(labels['keep.done'], { name: file }));
  }

  async function toCalendar(): Promise<void> {
    const { calendarText } = await loadCalendar().catch(() => ({ calendarText: null }));
    if (!calendarText) return setSaid(labels['part.failed']);
    const entries = days.map((field): CalendarDay => ({
      title: fill(labels[`calendar.${field}`], { title: titleOf({ view, record }) }),
      text: [valueOf(record, 'decision'), valueOf(record, 'criterion'), valueOf(record, 'missing')]
        .filter((text) => text.trim() !== '')
        .join('\n\n'),
      day: valueOf(record, field),
      id: `${record.id}-${field}`,
      made: new Date(),
    }));
    save(`${name}.ics`, 'text/calendar', calendarText(...entries));
  }

  return (
    <>
      {gaps.length > 0 && (
        <section class="gaps" aria-labelledby="decision-gaps">
          <h3 id="decision-gaps">{labels['gaps']}</h3>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{labels[`gap.${gap}`]}</li>
            ))}
          </ul>
        </section>
      )}
      <Sheet view={view} record={record} />
      <section class="keep">
        <h3>{labels['keep']}</h3>
        <p class="buttons">
          <button type="button" class="primary" onClick={() => print()}>
            {labels['keep.print']}
          </button>
          {days.length > 0 && (
            <button type="button" onClick={() => void toCalendar()}>
              {labels['keep.calendar']}
            </button>
          )}
          <button
            type="button"
            onClick={() => save(`${name}.txt`, 'text/plain', toPlainText(linesOf({ view, record })))}
          >
            {labels['keep.text']}
          </button>
          <button
            type="button"
            onClick={() => save(`${name}.md`, 'text/markdown', toMarkdown(linesOf({ view, record })))}
          >
            {labels['keep.markdown']}
          </button>
          <button type="button" onClick={() => save(`${name}.json`, 'application/json', toFileText(record))}>
            {labels['keep.json']}
          </button>
        </p>
        <p class="hint">{labels['keep.hint']}</p>
        <p role="status">{said}</p>
      </section>
    </>
  );
}
