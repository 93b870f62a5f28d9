import { chooseLanguage } from '../domain/permalink/index.ts';
import { standingOf } from '../domain/revision/index.ts';

/** Sends the reader of a permanent link on, unless the paper in the reader's hand is older than the page. */

/**
 * Reads the page of a permanent link: links marked `data-open` with their `hreflang`, versions marked
 * `data-version`, and the part that tells about older paper, marked `data-older`.
 */
export function openPermalink(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-open]')];
  const [first, ...others] = links.map(({ hreflang }) => hreflang);
  // Nothing to go to: what the link led to is gone, and the page says so.
  if (first === undefined) return;

  const versions = [...document.querySelectorAll<HTMLElement>('[data-version]')]
    .map((element) => ({ version: Number(element.dataset['version']), element }))
    .sort((a, b) => a.version - b.version);
  const standing = standingOf(versions, new URLSearchParams(location.search).get('v'));
  const older = document.querySelector<HTMLElement>('[data-older]');
  if (standing.kind === 'older' && older) {
    const printed = older.querySelector('[data-printed]');
    if (printed) printed.textContent = standing.printed.element.dataset['name'] ?? '';
    older
      .querySelector('[data-since]')
      ?.append(...standing.since.map(({ element }) => element.cloneNode(true)));
    older.hidden = false;
    return;
  }

  const language = chooseLanguage([first, ...others], navigator.languages);
  const link = links.find(({ hreflang }) => hreflang === language);
  if (link) location.replace(onward(link.href));
}

/** The page to go to: in the embedded view when the link was opened that way, at the place the link names. */
function onward(href: string): string {
  const url = new URL(href);
  if (new URLSearchParams(location.search).has('inbedden')) url.search = '?inbedden';
  if (url.hash === '') url.hash = location.hash;
  return url.href;
}
