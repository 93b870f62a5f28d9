/**
 * Puts the sheet that this page prints as at its end, where only a print shows it; once.
 * @param address of the page of the sheet
 * @param textAt gives the text at an address: that of the page of the sheet, and of the style with which it prints here
 */
export function placeSheet(address: string, textAt: (address: string) => string): void {
  if (document.querySelector('.page-paper')) return;
  const paper = new DOMParser().parseFromString(textAt(address), 'text/html');
  const says = paper.querySelector<HTMLMetaElement>('[name=page-style]');
  // Not the page of a sheet: what a server answers when it has none.
  if (!says) return;
  const style = new CSSStyleSheet();
  style.replaceSync(textAt(says.content));
  document.adoptedStyleSheets.push(style);
  const end = document.createElement('div');
  end.className = 'page-paper';
  end.lang = paper.documentElement.lang;
  end.append(...paper.querySelectorAll('.sheet'));
  document.body.append(end);
}

/**
 * Has this page print as its sheet, a page of its own at `address`. The sheet is fetched at the moment of printing and waited for, since
 * a browser gives no other time. Where it cannot be had, the text of the page is printed.
 */
export function printSheet(address: string): void {
  const show = (): void => {
    try {
      placeSheet(address, fetchNow);
    } catch {
      // No network: the text of the page it is.
    }
  };
  addEventListener('beforeprint', show);
  // A view of the page as it prints, without a print.
  matchMedia('print').addEventListener('change', show);
}

/** The text at an address, at once. Throws where it cannot be had. */
function fetchNow(address: string): string {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.send();
  if (request.status !== 200) throw new Error(address);
  return request.responseText;
}
