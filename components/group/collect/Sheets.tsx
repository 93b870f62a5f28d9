import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, type Answers, type LocalItem } from '../../../src/domain/assessment/index.ts';
import {
  LAST_SHEET,
  putAnswers,
  roundItems,
  type RoundState,
  sheetId,
} from '../../../src/domain/round/index.ts';
import { fill, withValue } from '../../../src/domain/shared/index.ts';
import { phaseOf } from '../../assessment/view.ts';
import { plural } from '../../tool/labels.ts';
import { type GroupView, type OnChange, testView } from '../view.ts';
import { answerOfKey } from './keys.ts';

interface Props {
  view: GroupView;
  state: RoundState;
  onChange: OnChange;
}

/** Answers as they stand on the paper form. */
const SIGNS: readonly (readonly [Answer, string])[] = [
  ['0', '0'],
  ['1', '1'],
  ['2', '2'],
  ['3', '3'],
  ['u', '?'],
  ['n', '–'],
];

/** Typing over paper sheets: one row per question, one key per answer. */
export function Sheets({ view, state, onChange }: Props) {
  const { labels, testLabels, lang, model } = view;
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const items = roundItems(model, state.round) as LocalItem[];
  const sheet = /^\d{1,3}$/.test(number.trim()) ? Number(number) : 0;
  const isNumbered = sheet >= 1 && sheet <= LAST_SHEET;
  const before = isNumbered ? state.collected[sheetId(sheet)] : undefined;
  const answered = items.filter(({ id }) => answers[id] !== undefined).length;

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  /** A sheet that was typed before shows its answers, so that one slip takes one key. */
  function setSheet(text: string): void {
    setNumber(text);
    setSaid('');
    const known = state.collected[sheetId(Number(text))];
    if (known) setAnswers(known.answers);
    else if (before) setAnswers({});
  }

  /** Rows, and the button after the last one. */
  function focusRow(at: number): void {
    const row = form.current?.querySelectorAll('fieldset')[at];
    const target = row
      ? (row.querySelector<HTMLElement>('input:checked') ?? row.querySelector<HTMLElement>('input'))
      : form.current?.querySelector<HTMLElement>('[type="submit"]');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  function answer(item: LocalItem, to: Answer | null): void {
    setAnswers((answers) => withValue(answers, item.id, to));
    setSaid('');
  }

  function onKey(event: KeyboardEvent, item: LocalItem, at: number): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Backspace') {
      event.preventDefault();
      answer(item, null);
      if (answers[item.id] === undefined) focusRow(Math.max(at - 1, 0));
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      return focusRow(at + 1);
    }
    const typed = answerOfKey(event);
    if (typed === null) return;
    event.preventDefault();
    if (typed === 'n' && !item.naAllowed) return setSaid(labels['sheet.noNa']);
    answer(item, typed);
    focusRow(at + 1);
  }

  function save(): void {
    if (!isNumbered) {
      setSaid(labels['sheet.first']);
      field.current?.focus();
      return;
    }
    onChange((state) => putAnswers(model, state, sheetId(sheet), answers));
    setSaid(
      fill(labels[before ? 'sheet.replaced' : 'sheet.saved'], { n: sheet, answered, asked: items.length }),
    );
    setAnswers({});
    setNumber('');
    field.current?.focus();
  }

  return (
    <section class="sheets">
      <h3>{labels['sheet.heading']}</h3>
      <p>{labels['sheet.about']}</p>
      <p class="hint">{labels['sheet.advice']}</p>
      <p class="buttons">
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {labels['sheet.open']}
        </button>
      </p>
      {isOpen && (
        <form
          ref={form}
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <p class="hint" id="sheet-keys">
            {labels['sheet.keys']}
          </p>
          <label class="field number">
            <span>{labels['sheet.number']}</span>
            <input
              ref={field}
              type="text"
              inputMode="numeric"
              maxLength={3}
              value={number}
              onInput={(event) => setSheet(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                if (isNumbered) focusRow(0);
                else setSaid(labels['sheet.first']);
              }}
            />
          </label>
          {before && <p class="hint">{fill(labels['sheet.known'], { n: sheet })}</p>}
          {state.round.phases.map((phase) => {
            const { number, name } = phaseOf(testView(view), phase);
            return (
              <div key={phase}>
                <h4>{fill(testLabels['step.phase'], { n: number, name })}</h4>
                {items.map((item, at) =>
                  item.phase === phase ? (
                    <fieldset
                      key={item.id}
                      class="row"
                      aria-describedby="sheet-keys"
                      onKeyDown={(event) => onKey(event, item, at)}
                    >
                      <legend>
                        {at + 1}. {item.question}
                      </legend>
                      <div>
                        {SIGNS.filter(([value]) => value !== 'n' || item.naAllowed).map(([value, sign]) => (
                          <label key={value}>
                            <input
                              type="radio"
                              name={`sheet-${item.id}`}
                              value={value}
                              checked={answers[item.id] === value}
                              onChange={() => answer(item, value)}
                            />
                            <span aria-hidden="true">{sign}</span>
                            <span class="sr-only">
                              {value === 'u' || value === 'n'
                                ? testLabels[`answer.${value}`]
                                : `${sign}: ${model.levelNames[Number(value)] ?? ''}`}
                            </span>
                          </label>
                        ))}
                      </div>
                    </fieldset>
                  ) : null,
                )}
              </div>
            );
          })}
          <p>{plural(labels, lang, 'sheet.open', items.length - answered)}</p>
          <p class="buttons">
            <button type="submit" class="primary">
              {labels['sheet.save']}
            </button>
          </p>
        </form>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
