import './search.css';

/** What the dialog says, in the reader's language. */
interface Labels {
  close: string;
  contents: string;
  failed: string;
  hint: string;
  label: string;
  many: string;
  none: string;
  one: string;
  placeholder: string;
}

/** The part of Pagefind's browser interface that the dialog uses. */
interface Pagefind {
  options(options: { baseUrl: string; bundlePath: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}
interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

const MOST_RESULTS = 20;
const SHORTEST_TERM = 2;
let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog, making it first when needed. `opener` carries the texts and the place of the index. */
export function openSearch(opener: HTMLElement): void {
  dialog ??= build(opener);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function build(opener: HTMLElement): HTMLDialogElement {
  const labels = JSON.parse(opener.dataset['search'] ?? '{}') as Labels;
  const bundlePath = opener.dataset['bundle'] ?? '/pagefind/';
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', labels.label);

  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = labels.placeholder;
  input.setAttribute('aria-label', labels.placeholder);
  input.autocomplete = 'off';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = labels.close;
  close.addEventListener('click', () => made.close());
  const bar = document.createElement('div');
  bar.append(input, close);

  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.textContent = labels.hint;
  const list = document.createElement('ol');

  made.append(bar, status, list);
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  made.addEventListener('keydown', (event) => moveFocus(event, input, list));
  document.body.append(made);

  const index = loadIndex(bundlePath).catch(() => null);
  input.addEventListener('input', () => void search(input.value.trim()));

  async function search(term: string): Promise<void> {
    if (term.length < SHORTEST_TERM) return show([], labels.hint);
    const pagefind = await index;
    if (!pagefind) return showFailure();
    const answer = await pagefind.debouncedSearch(term);
    // A later key press has taken over.
    if (!answer || term !== input.value.trim()) return;
    const found = await Promise.all(answer.results.slice(0, MOST_RESULTS).map((result) => result.data()));
    const count = answer.results.length;
    const text = count === 0 ? labels.none : count === 1 ? labels.one : labels.many;
    show(found, text.replace('{n}', String(count)).replace('{term}', term));
  }

  function show(found: Found[], text: string): void {
    status.textContent = text;
    list.replaceChildren(...found.map(toItem));
  }

  function showFailure(): void {
    const link = document.createElement('a');
    link.href = (opener as HTMLAnchorElement).href;
    link.textContent = labels.contents;
    show([], `${labels.failed} `);
    status.append(link);
  }

  return made;
}

async function loadIndex(bundlePath: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundlePath}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: bundlePath.replace(/pagefind\/$/, ''), bundlePath, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

function toItem({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement('p');
  // Pagefind gives the site's own text with <mark> around the words found; everything else is escaped by it.
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}

/** Arrow keys walk through the field and the results. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLOListElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  event.preventDefault();
}
