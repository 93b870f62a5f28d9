import styles from './search.css?inline';
import {
  indexNames,
  KINDS,
  mendedQuestion,
  mergeHits,
  searchNames,
  varied,
  type Entry,
  type Hit,
  type Kind,
  type NameIndex,
  type Result,
  type TextHit,
  type Vocabulary,
} from '../../src/domain/search/index.ts';
import { type FrameTexts, frameTexts } from '../../src/browser/frame-texts.ts';
import { adoptStyles } from '../../src/browser/styles.ts';
import { openFullText, searchText } from './full-text.ts';

/** What it says about results; comes with the names. */
export interface ResultLabels {
  all: string;
  didYouMean: string;
  filter: string;
  kinds: Record<Kind, string>;
  many: string;
  more: string;
  none: string;
  one: string;
  section: string;
}
/** The file of names of a language. */
export interface Names {
  entries: Entry[];
  vocabulary: Vocabulary;
  labels: ResultLabels;
}

const SHORTEST_QUESTION = 2;
/** Results shown at once. */
const PAGE = 12;
/** Results far below the best only distract. */
const LEAST_SHARE = 0.2;
/** Milliseconds without a key press before the full text is searched. */
const PAUSE = 180;

/** Where the site stands, without a slash at the end. */
const folder = import.meta.env.BASE_URL.replace(/\/$/, '');

let dialog: HTMLDialogElement | undefined;

// Asked for as soon as somebody points at the search, with this file.
void frameTexts().catch(() => undefined);

/**
 * Opens the search dialog, making it first when needed. `opener` leads to the table of contents. Fails when the texts of the
 * dialog cannot be had.
 */
export async function openSearch(opener: HTMLAnchorElement): Promise<void> {
  const { search } = await frameTexts();
  dialog ??= build(opener, search);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function build(opener: HTMLAnchorElement, labels: FrameTexts['search']): HTMLDialogElement {
  // The style comes with the dialog, so that no page carries it before somebody searches.
  adoptStyles(styles);
  const made = element('dialog', { className: 'search-dialog', ariaLabel: labels.label });
  const input = element('input', {
    type: 'search',
    placeholder: labels.placeholder,
    ariaLabel: labels.placeholder,
    autocomplete: 'off',
    spellcheck: false,
  });
  const close = element('button', { type: 'button', textContent: labels.close });
  close.addEventListener('click', () => made.close());
  const status = element('p', { role: 'status', textContent: labels.hint });
  const mended = element('p', { className: 'mended', hidden: true });
  const filter = element('fieldset', { hidden: true });
  const list = element('ol', {});
  const more = element('button', { type: 'button', className: 'more', hidden: true });
  const bar = element('div', { className: 'bar' });
  bar.append(input, close);
  made.append(bar, status, mended, filter, list, more);
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  made.addEventListener('keydown', (event) => moveFocus(event, input, list));
  document.body.append(made);

  const names = loadNames(`${folder}/zoeken/${document.documentElement.lang}.json`).catch(() => null);
  let words: ResultLabels | undefined;
  let fullText: ReturnType<typeof openFullText> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let results: Result[] = [];
  let kind: Kind | 'all' = 'all';
  let shown = PAGE;

  input.addEventListener('input', () => void search(input.value.trim()));
  more.addEventListener('click', () => {
    const first = shown;
    shown += PAGE;
    draw();
    list.querySelectorAll('a')[first]?.focus();
  });

  async function search(question: string): Promise<void> {
    clearTimeout(waiting);
    list.ariaBusy = 'true';
    kind = 'all';
    shown = PAGE;
    if (question.length < SHORTEST_QUESTION) {
      mended.hidden = true;
      results = [];
      list.ariaBusy = 'false';
      draw();
      return say(labels.hint);
    }
    const loaded = await names;
    if (!loaded) return showFailure();
    const { index } = loaded;
    words = loaded.labels;
    more.textContent = words.more;
    // A later key press has taken over.
    if (question !== input.value.trim()) return;
    const byName = searchNames(index, question);
    offer(mendedQuestion(index, question));
    results = meaningful(byName);
    draw();
    tell(question, results.length === 0);
    waiting = setTimeout(() => void addTexts(index, question, byName), PAUSE);
  }

  /** The full text comes after the names: it is heavier, and seldom what is asked for. */
  async function addTexts(index: NameIndex, question: string, byName: Hit[]): Promise<void> {
    fullText ??= openFullText(`${folder}/pagefind/`);
    const texts = await fullText
      .then((pagefind) => searchText(pagefind, question, index.vocabulary))
      .catch((): TextHit[] => []);
    if (question !== input.value.trim()) return;
    const byUrl = new Map(index.entries.map((entry) => [entry.url, entry]));
    const merged = meaningful(mergeHits(byName, texts, (url) => byUrl.get(url)));
    // A reader who is already among the results keeps what is under the hand; the rest comes after it.
    const isChosen = list.contains(document.activeElement);
    results = isChosen
      ? [...results, ...merged.filter((one) => !results.some(({ entry }) => entry === one.entry))]
      : merged;
    list.ariaBusy = 'false';
    draw();
    tell(question, false);
  }

  function offer(wording: string | undefined): void {
    mended.hidden = wording === undefined;
    if (wording === undefined) return;
    const button = element('button', { type: 'button', textContent: wording });
    button.addEventListener('click', () => {
      input.value = wording;
      input.focus();
      void search(wording);
    });
    mended.replaceChildren(`${words?.didYouMean ?? ''} `, button);
  }

  function draw(): void {
    const chosen = results.filter(({ entry }) => kind === 'all' || entry.kind === kind);
    const { kinds, section } = words ?? {};
    const at = [...list.querySelectorAll('a')].indexOf(document.activeElement as HTMLAnchorElement);
    list.replaceChildren(
      ...chosen.slice(0, shown).map((result) => toItem(result, kinds?.[result.entry.kind], section)),
    );
    if (at >= 0) list.querySelectorAll('a')[at]?.focus();
    more.hidden = chosen.length <= shown;
    if (words) drawFilter(words);
  }

  function drawFilter({ all, filter: legend, kinds }: ResultLabels): void {
    const counts = KINDS.map(
      (one) => [one, results.filter(({ entry }) => entry.kind === one).length] as const,
    );
    const present = counts.filter(([, count]) => count > 0);
    filter.hidden = present.length < 2;
    const choices: [Kind | 'all', string, number][] = [
      ['all', all, results.length],
      ...present.map(([one, count]): [Kind, string, number] => [one, kinds[one], count]),
    ];
    const focused =
      document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio';
    filter.replaceChildren(
      element('legend', { className: 'sr-only', textContent: legend }),
      ...choices.map(([value, text, count]) => {
        const radio = element('input', {
          type: 'radio',
          name: 'search-kind',
          value,
          checked: value === kind,
        });
        radio.addEventListener('change', () => {
          kind = value;
          shown = PAGE;
          draw();
        });
        const label = element('label', {});
        label.append(radio, `${text} (${count})`);
        return label;
      }),
    );
    if (focused) filter.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  function tell(question: string, stillSearching: boolean): void {
    if (stillSearching || !words) return;
    const text = results.length === 0 ? words.none : results.length === 1 ? words.one : words.many;
    say(text.replace('{n}', String(results.length)).replace('{term}', question));
  }

  function say(text: string): void {
    status.textContent = text;
  }

  function showFailure(): void {
    results = [];
    draw();
    const link = element('a', { href: opener.href, textContent: labels.contents });
    say(`${labels.failed} `);
    status.append(link);
  }

  return made;
}

/** Leaves out what is far below the best, and lets another kind of page in among the first. */
function meaningful<R extends Hit>(results: readonly R[]): R[] {
  const best = results[0]?.score ?? 0;
  return varied(results.filter(({ score }) => score >= best * LEAST_SHARE));
}

async function loadNames(address: string): Promise<{ index: NameIndex; labels: ResultLabels }> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { entries, vocabulary, labels } = (await answer.json()) as Names;
  return { index: indexNames(entries, vocabulary), labels };
}

function toItem({ entry, excerpt, heading }: Result, kind = '', section = ''): HTMLLIElement {
  const item = element('li', {});
  item.append(
    element('a', { href: entry.url, textContent: entry.title }),
    element('span', { className: 'kind', textContent: kind }),
  );
  const text = element('p', {});
  // Pagefind gives the site's own text with <mark> around the words found; everything else is escaped by it.
  if (excerpt && excerpt.includes('<mark>')) text.innerHTML = excerpt;
  else text.textContent = entry.gist;
  item.append(text);
  if (heading) {
    const link = element('a', {
      className: 'section',
      href: `${entry.url}#${heading[1]}`,
      textContent: heading[0],
    });
    const line = element('p', { className: 'section' });
    line.append(`${section} `, link);
    item.append(line);
  }
  return item;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

/** Arrow keys walk through the field and the results; in the choice of kinds they do what the browser does. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLOListElement): void {
  // Safari keeps Escape in a search field, also when there is nothing left to empty, and the dialog would stay.
  if (event.key === 'Escape' && event.target === input && input.value === '') {
    return input.closest('dialog')?.close();
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { activeElement } = document;
  if (step === 0 || (activeElement instanceof HTMLInputElement && activeElement.type === 'radio')) return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(activeElement as HTMLElement);
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  event.preventDefault();
}
