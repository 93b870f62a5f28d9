import { HEIGHT_MESSAGE } from '../domain/embed/index.ts';

/** The page inside a page of somebody else (`?inbedden`). */

/**
 * Tells the page around this one how high it is, now and whenever that changes, and opens links to other pages in a
 * new tab, so that the reader keeps the course. Nothing but the height leaves, so any page may hear it.
 */
export function startEmbedded(): void {
  const page = document.documentElement;
  const tell = (): void =>
    parent.postMessage({ type: HEIGHT_MESSAGE, height: Math.ceil(page.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tell).observe(page);
  // A frame that is out of sight is not drawn, so its observer waits; the reader would see it jump.
  tell();
  addEventListener('load', tell);
  document.addEventListener('click', openOutside, { capture: true });
}

function openOutside({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.hasAttribute('download')) return;
  const isHere = link.origin === location.origin && link.pathname === location.pathname;
  if (!isHere) link.target = '_blank';
}
