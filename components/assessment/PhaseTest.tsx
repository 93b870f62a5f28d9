import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../src/browser/files.ts';
import { clearFragment, linkWith, onFragmentChange, readFragment } from '../../src/browser/share-link.ts';
import { markStep, onStepChange, pushStep, readStep } from '../../src/browser/steps.ts';
import { onStoredElsewhere, readStored, removeStored, writeStored } from '../../src/browser/storage.ts';
import {
  askedItems,
  decode,
  EMPTY_SESSION,
  encode,
  fromSavedText,
  isEmpty,
  type LocalItem,
  reduce,
  START_LIST,
  type Start,
  toSavedText,
} from '../../src/domain/assessment/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { downloadEntry, Keep, OpenFile } from './Keep.tsx';
import { plural } from './labels.ts';
import { PhaseStep } from './PhaseStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { ReviewStep } from './ReviewStep.tsx';
import { StartStep } from './StartStep.tsx';
import { phaseOf, type Step, type View } from './view.ts';

/** Where the answers are kept in this browser. The number changes only with the shape of what is stored. */
const STORE_KEY = 'mini-cluster:fasetest:1';

/** How the last attempt to save went. */
type Saving = 'idle' | 'written' | 'full' | 'blocked';

/** Something the reader must know, in sentences. */
interface Notice {
  readonly text: string;
}

/** The whole tool. Renders the start question on the server; everything else follows in the browser. */
export default function PhaseTest(view: View) {
  const { model, labels, lang } = view;
  const [session, dispatch] = useReducer(reduce, EMPTY_SESSION);
  const [step, setStep] = useState<Step>('start');
  const [saving, setSaving] = useState<Saving>('idle');
  const [notice, setNotice] = useState<Notice | null>(null);
  /** Saved text that could not be read. It stays untouched until the reader decides. */
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const [found, setFound] = useState(false);
  /** Whether answers from a link have been opened and it is still open whose they are. */
  const [fromLink, setFromLink] = useState(false);
  /** A start chosen in the page as it was sent, before this script ran; taking over the page would lose it. */
  const [early] = useState(chosenBefore);
  const heading = useRef<HTMLHeadingElement>(null);
  const target = useRef<string | null>(null);
  const notices = useRef<HTMLDivElement>(null);
  /** Moves to a step so far, also to the one that is shown. */
  const [moves, setMoves] = useState(0);

  const { entry, own } = session;
  const asked = entry.start ? askedItems(model, entry.start) : [];
  const answered = asked.filter((item) => entry.answers[item.id] !== undefined).length;
  const steps: Step[] = entry.start ? ['start', ...model.routes[entry.start], 'review', 'result'] : ['start'];
  const at = Math.max(steps.indexOf(step), 0);
  const shown = steps[at] ?? 'start';
  // Swedish writes dates as YYYY-MM-DD; the day is the reader's own.
  const today = new Date().toLocaleDateString('sv');

  // Saved answers first, then a link in the address, which may stand beside them.
  useEffect(() => {
    const stored = readStored(STORE_KEY);
    if (stored.state === 'blocked') setSaving('blocked');
    if (stored.state === 'found') loadSaved(stored.text);
    if (early) dispatch({ type: 'start', start: early });
    // A reload, or coming back from a page of the handbook, shows the step that was shown.
    const before = readStep();
    if (before !== null) setStep(before);
    openFragment();
    setReady(true);
    const stops = [
      onFragmentChange(openFragment),
      onStoredElsewhere(STORE_KEY, (text) => {
        if (text !== null) return loadSaved(text);
        // Wiped in another tab: what still stands here must not be written back.
        dispatch({ type: 'reset' });
        setFound(false);
        setNotice({ text: labels['notice.wipedElsewhere'] });
        showStep('start');
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  // Saved at once, not after the next paint: a reader may leave right after an answer.
  useLayoutEffect(() => {
    if (!ready || own !== null || unreadable !== null || isEmpty(entry)) return;
    setSaving(writeStored(STORE_KEY, toSavedText(model, entry)));
  }, [ready, entry, own, unreadable]);

  // Every entry in the history names its step. One without is an ordinary anchor on the page: the step stays.
  useEffect(() => {
    markStep(step);
    return onStepChange((to) => (to === null ? markStep(step) : showStep(to)));
  }, [step]);

  // A link that became the reader's own leaves the address, so that a reload does not bring back its first answers.
  useEffect(() => {
    if (!fromLink || own !== null) return;
    setFromLink(false);
    clearFragment();
    if (!found) setNotice((shown) => shown ?? { text: labels['notice.fromLinkAdopted'] });
  }, [fromLink, own]);

  // A new step is announced by moving the focus to its heading, or to the question the reader asked for.
  useEffect(() => {
    if (moves === 0) return;
    const question = target.current === null ? null : document.getElementById(`vraag-${target.current}`);
    target.current = null;
    const place = question ?? heading.current;
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start' });
  }, [moves]);

  // What the reader must know is brought into view, wherever on the page it was caused.
  const mustSee = notice !== null || own !== null;
  useEffect(() => {
    if (mustSee) notices.current?.scrollIntoView({ block: 'start' });
  }, [notice, mustSee]);

  // A print shows all answers, also when their list is closed on screen.
  useEffect(() => {
    const open = (): void => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.all-answers'))
        details.open = true;
    };
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, []);

  function loadSaved(text: string): void {
    const loaded = fromSavedText(model, text);
    if (!loaded.ok) {
      setUnreadable(text);
      return;
    }
    setUnreadable(null);
    dispatch({ type: 'load', entry: loaded.entry });
    setFound(!isEmpty(loaded.entry));
    if (loaded.ignored.length > 0) setNotice({ text: itemNotice('notice.retired', loaded.ignored) });
  }

  function openFragment(): void {
    const fragment = readFragment();
    if (fragment === '') return;
    const decoded = decode(model, fragment);
    if (!decoded.ok) {
      // An ordinary anchor on this page is no link with answers.
      if (decoded.reason === 'foreign' && !/^[a-z]\d+\./.test(fragment)) return;
      setNotice({ text: labels[`notice.${decoded.reason}`] });
      clearFragment();
      return;
    }
    dispatch({ type: 'open-link', entry: decoded.entry });
    setFromLink(true);
    const parts = decoded.version < model.version ? [labels['notice.older']] : [];
    if (decoded.retired.length > 0) parts.push(itemNotice('notice.retired', decoded.retired));
    if (decoded.added.length > 0) parts.push(itemNotice('notice.added', decoded.added));
    if (parts.length > 0) setNotice({ text: parts.join(' ') });
    showStep('result');
  }

  function openFile(text: string | null): void {
    const loaded = text === null ? null : fromSavedText(model, text);
    if (!loaded?.ok) {
      setNotice({
        text: labels[loaded?.reason === 'foreign' ? 'notice.fileForeign' : 'notice.fileUnreadable'],
      });
      return;
    }
    dispatch({ type: 'open-link', entry: loaded.entry });
    setNotice(loaded.ignored.length > 0 ? { text: itemNotice('notice.retired', loaded.ignored) } : null);
    goTo('result');
  }

  function itemNotice(key: 'notice.retired' | 'notice.added', ids: readonly string[]): string {
    return plural(labels, lang, key, ids.length, { ids: ids.join(', ') });
  }

  function showStep(to: Step): void {
    setMoves((before) => before + 1);
    setStep(to);
  }

  function goTo(to: Step): void {
    if (to !== step) pushStep(to);
    showStep(to);
  }

  function changeItem(item: LocalItem): void {
    target.current = item.id;
    goTo(item.phase);
  }

  function leaveLink(type: 'keep-link' | 'leave-link'): void {
    if (type === 'keep-link' && own) downloadEntry(view, own, today);
    setFromLink(false);
    dispatch({ type });
    clearFragment();
    showStep(type === 'keep-link' ? 'result' : 'start');
  }

  function startAfresh(): void {
    if (unreadable !== null) downloadText(`fasetest-onleesbaar-${today}.txt`, 'text/plain', unreadable);
    removeStored(STORE_KEY);
    setUnreadable(null);
  }

  function reset(): void {
    downloadEntry(view, own ?? entry, today);
    startAfresh();
    clearFragment();
    dispatch({ type: 'reset' });
    setFound(false);
    setSaving((before) => (before === 'blocked' ? 'blocked' : 'idle'));
    setNotice({ text: labels['reset.done'] });
    goTo('start');
  }

  function printPaper(): void {
    document.documentElement.dataset['printPaper'] = '';
    addEventListener('afterprint', () => delete document.documentElement.dataset['printPaper'], {
      once: true,
    });
    print();
  }

  const isPhase = shown !== 'start' && shown !== 'review' && shown !== 'result';
  const phase = phaseOf(view, shown);
  const title = isPhase
    ? fill(labels['step.phase'], { n: phase.number, name: phase.name })
    : labels[`step.${shown as 'start' | 'review' | 'result'}`];
  const firstOpen = asked.find((item) => entry.answers[item.id] === undefined);

  // On the first step it stands below the question: above, it would push the choices away while they are made.
  const nav = entry.start && (
    <nav class="steps-nav" aria-label={labels['steps']}>
      <p class="progress-text">
        {fill(labels['progress'], { answered, asked: asked.length })}.
        {saving === 'written' && own === null && <span> {labels['saved.ok']}</span>}
        {own !== null && <span> {labels['saved.notYet']}</span>}
      </p>
      <progress max={asked.length} value={answered} aria-hidden="true" />
      <ol>
        {steps.map((to) => {
          const own = asked.filter((item) => item.phase === to);
          const done = own.filter((item) => entry.answers[item.id] !== undefined).length;
          const { number, name } = phaseOf(view, to);
          return (
            <li key={to}>
              <button
                type="button"
                aria-current={to === shown ? 'step' : undefined}
                class={own.length > 0 && done === own.length ? 'full' : ''}
                onClick={() => goTo(to)}
              >
                {own.length > 0 ? (
                  <>
                    <span class="number">{number}</span>
                    <span class="name">{name}</span>
                    <span class="count">
                      {fill(labels['phaseCount'], { answered: done, asked: own.length })}
                    </span>
                  </>
                ) : (
                  <span>{labels[`step.${to as 'start' | 'review' | 'result'}`]}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );

  return (
    <div class="assessment" data-ready={ready ? '' : undefined}>
      <div class="notices" role="status" ref={notices}>
        {own !== null && (
          <div class="notice">
            <p>{labels['notice.fromLink']}</p>
            <p class="buttons">
              <button type="button" onClick={() => leaveLink('leave-link')}>
                {labels['notice.leave']}
              </button>
              <button type="button" aria-describedby="keep-hint" onClick={() => leaveLink('keep-link')}>
                {labels['notice.keep']}
              </button>
            </p>
            <p class="hint" id="keep-hint">
              {labels['notice.keepHint']}
            </p>
          </div>
        )}
        {unreadable !== null && (
          <div class="notice">
            <p>{labels['notice.unreadable']}</p>
            <p class="buttons">
              <button type="button" onClick={startAfresh}>
                {labels['notice.startAfresh']}
              </button>
            </p>
          </div>
        )}
        {notice && (
          <div class="notice">
            <p>{notice.text}</p>
            <p class="buttons">
              <button type="button" onClick={() => setNotice(null)}>
                {labels['notice.close']}
              </button>
            </p>
          </div>
        )}
        {(saving === 'blocked' || saving === 'full') && (
          <div class="notice">
            <p>{labels[`saved.${saving}`]}</p>
          </div>
        )}
      </div>

      {shown !== 'start' && nav}

      <h2 ref={heading} tabIndex={-1} class="step-title">
        {title}
      </h2>

      {shown === 'start' && (
        <>
          {found && answered > 0 && (
            <div class="resume">
              <p>
                <strong>{labels['start.resume']}.</strong>{' '}
                {fill(labels['start.resumeText'], { answered, asked: asked.length })}
              </p>
              <p class="buttons">
                {firstOpen && (
                  <button type="button" class="primary" onClick={() => goTo(firstOpen.phase)}>
                    {labels['start.continue']}
                  </button>
                )}
                <button type="button" onClick={() => goTo('result')}>
                  {labels['start.toResult']}
                </button>
              </p>
            </div>
          )}
          <StartStep view={view} entry={entry} onStart={(start) => dispatch({ type: 'start', start })} />
          {nav}
          <p class="hint">{labels['start.more']}</p>
          <p class="buttons">
            <button type="button" onClick={printPaper}>
              {labels['share.paper']}
            </button>
            <OpenFile label={labels['share.open']} onFile={openFile} />
          </p>
        </>
      )}
      {isPhase && (
        <PhaseStep
          view={view}
          entry={entry}
          phase={shown}
          onAnswer={(item, answer) => dispatch({ type: 'answer', item, answer })}
        />
      )}
      {shown === 'review' && <ReviewStep view={view} entry={entry} onChange={changeItem} />}
      {shown === 'result' && (
        <>
          <ResultStep
            view={view}
            entry={entry}
            onChange={changeItem}
            date={new Date().toLocaleDateString(lang, { dateStyle: 'long' })}
          />
          <Keep
            view={view}
            entry={entry}
            link={linkWith(encode(model, entry))}
            today={today}
            onFile={openFile}
            onReset={reset}
            onPrintPaper={printPaper}
          />
        </>
      )}

      {entry.start && (
        <p class="buttons step-buttons">
          {at > 0 && (
            <button type="button" onClick={() => goTo(steps[at - 1] ?? 'start')}>
              {labels['nav.previous']}
            </button>
          )}
          {at < steps.length - 1 && (
            <button type="button" class="primary" onClick={() => goTo(steps[at + 1] ?? 'result')}>
              {shown === 'start'
                ? labels['start.begin']
                : steps[at + 1] === 'review'
                  ? labels['nav.review']
                  : steps[at + 1] === 'result'
                    ? labels['nav.result']
                    : labels['nav.next']}
            </button>
          )}
          {isPhase && (
            <button type="button" class="plain" onClick={() => goTo('result')}>
              {labels['nav.result']}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The start that is checked in the page before the tool takes it over, if any. */
function chosenBefore(): Start | undefined {
  if (typeof document === 'undefined') return undefined;
  const checked = document.querySelector<HTMLInputElement>('.assessment input[name="start"]:checked');
  return START_LIST.find((start) => start === checked?.value);
}
