/** Lets every column of the tables marked `sortable` be sorted by pressing its heading, up and down in turn. */
export function makeSortable(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) {
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
    for (const [column, head] of heads.entries()) {
      const button = document.createElement('button');
      const name = head.textContent.trim();
      button.type = 'button';
      button.textContent = name;
      button.title = (table.dataset['sortLabel'] ?? '{column}').replace('{column}', name);
      button.addEventListener('click', () => {
        const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', direction);
        sortRows(table, column, direction === 'ascending' ? 1 : -1);
      });
      head.replaceChildren(button);
    }
  }
}

function sortRows(table: HTMLTableElement, column: number, direction: 1 | -1): void {
  const body = table.tBodies[0];
  if (!body) return;
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const text = (row: HTMLTableRowElement): string => row.cells[column]?.textContent.trim() ?? '';
  body.append(...[...body.rows].sort((a, b) => direction * compare(text(a), text(b))));
}
