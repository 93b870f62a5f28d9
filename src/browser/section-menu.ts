/**
 * The menu of a section: shows the page that the reader is on when it stands out of sight. Browsers that know
 * `scroll-initial-target` have done so before.
 */
class SectionMenu extends HTMLElement {
  constructor() {
    super();
    const pane = document.getElementById('starlight__sidebar');
    const here = this.querySelector('[aria-current="page"]');
    // Told after the page has been laid out, so that it is not laid out once more for this. A closed menu has no height.
    const show: IntersectionObserverCallback = ([place], observer) => {
      observer.disconnect();
      if (!pane || !place?.rootBounds || place.isIntersecting) return;
      // Not from under the hand or the focus of a reader who is in the menu already.
      if (pane.matches(':hover, :focus-within')) return;
      const { bottom, height } = place.rootBounds;
      pane.scrollTop = place.boundingClientRect.bottom - bottom + height / 3;
    };
    if (pane && here) new IntersectionObserver(show, { root: pane }).observe(here);
    // Opened before this script was there: what Starlight does then, it does now.
    if (pane?.matches(':popover-open'))
      pane.dispatchEvent(new ToggleEvent('toggle', { newState: 'open', oldState: 'closed' }));
  }
}

customElements.define('section-menu', SectionMenu);
