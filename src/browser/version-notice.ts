import { type FrameTexts, frameTexts } from './frame-texts.ts';
import { adoptStyles } from './styles.ts';
import styles from './version-notice.css?inline';

/**
 * Tells that a new version waits, and takes it when the reader says so. Never by itself: a tool may be half filled in
 * and a meeting under way.
 */
export function showVersion(waiting: ServiceWorker): Promise<void> {
  return show('ready', () => {
    dispatchEvent(new Event('take-version'));
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
}

/** Tells that the site was renewed in another window, so that this page is of the version before. */
export function showChanged(): Promise<void> {
  return show('changed', () => location.reload());
}

/** Without its texts there is no notice: the new version is told of on the next page. */
async function show(what: 'ready' | 'changed', onTake: () => void): Promise<void> {
  const texts = await frameTexts()
    .then(({ version }: FrameTexts) => version)
    .catch(() => null);
  if (!texts) return;
  adoptStyles(styles);
  document.querySelector('.version-notice')?.remove();
  const notice = document.createElement('div');
  notice.className = 'version-notice';
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  notice.append(
    words,
    button(texts.take, onTake),
    button(texts.later, () => notice.remove()),
  );
  document.body.append(notice);
  // Written after it stands in the page, so that screen readers say it.
  words.textContent = texts[what];
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
