/** Room under the edge where a followed heading comes to stand, so that it counts as reached; pixels. */
const SLACK = 40;

/**
 * A table of contents: marks the heading that the reader is at, and says it in the bar of small screens, which closes
 * after a choice, with Escape and when the reader goes on elsewhere.
 */
class PageContents extends HTMLElement {
  constructor() {
    super();
    const links = [...this.querySelectorAll('a')];
    const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
    const place = this.querySelector('.here');
    let current: HTMLAnchorElement | undefined;
    let frame = 0;
    const show = (): void => {
      frame = 0;
      const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + SLACK;
      const past = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < edge);
      const link = links[Math.max(past, 0)];
      if (!link || link === current) return;
      current?.removeAttribute('aria-current');
      current = link;
      link.setAttribute('aria-current', 'true');
      if (place) place.textContent = link.textContent;
    };
    const later = (): void => void (frame ||= requestAnimationFrame(show));
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    later();

    const details = this.querySelector('details');
    if (!details) return;
    addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || !details.contains(target) || target.closest('a'))
        details.open = false;
    });
    addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
    });
  }
}

customElements.define('page-contents', PageContents);
