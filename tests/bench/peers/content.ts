/** The project's own pages as plain Markdown, so that every generator is given the same words, headings, tables and links. */
import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser';

/** A page as every peer gets it. */
export interface PeerPage {
  /** Address from the root, with a slash at both ends: `/methode/4-opbouwen/`. */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

/** What is no text of the page: drawings, definitions that open, the sheet it prints as, links to headings. */
const LEFT_OUT =
  'svg, script, style, template, .term-card, .sl-anchor-link, .page-paper, .sr-only, input, select';

/** A built page as Markdown, or null when it has no text of its own. */
export function toPeerPage(path: string, html: string): PeerPage | null {
  const dom = parse(html);
  const text = dom.querySelector('.sl-markdown-content');
  const title = dom.querySelector('h1')?.textContent.trim() ?? '';
  if (!text || title === '') return null;
  const sources = dom.querySelector('.page-sources ul')?.outerHTML ?? '';
  const description = dom.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
  return { path, title, description, markdown: toMarkdown(text.innerHTML + sources) };
}

/** HTML as Markdown that every generator reads alike: CommonMark with tables, nothing of it taken for markup or code. */
export function toMarkdown(html: string): string {
  const dom = parse(html);
  dom.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  return `${blocks(dom.childNodes).join('\n\n')}\n`;
}

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;
const nameOf = (node: Node): string => (isElement(node) ? node.rawTagName.toLowerCase() : '');
const INLINE =
  /^(?:|a|abbr|b|bdi|br|button|cite|code|del|em|i|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u)$/;

function blocks(nodes: readonly Node[]): string[] {
  const made: string[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const text = inline(line).trim();
    if (text) made.push(text);
    line = [];
  };
  for (const node of nodes) {
    if (INLINE.test(nameOf(node))) {
      line.push(node);
      continue;
    }
    endLine();
    made.push(...block(node as HTMLElement));
  }
  endLine();
  return made;
}

function block(element: HTMLElement): string[] {
  const name = nameOf(element);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return [`${'#'.repeat(Number(level))} ${inline(element.childNodes).trim()}`];
  if (name === 'ul' || name === 'ol') return [list(element, name === 'ol')];
  if (name === 'table') return [table(element)];
  if (name === 'hr') return [];
  if (name === 'blockquote') return [blocks(element.childNodes).join('\n\n').replace(/^/gm, '> ')];
  return blocks(element.childNodes);
}

function list(element: HTMLElement, isNumbered: boolean): string {
  const items = element.childNodes.filter(isElement);
  return items
    .map((item, index) => {
      const mark = isNumbered ? `${index + 1}. ` : '- ';
      const text = blocks(item.childNodes).join('\n\n');
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`).replaceAll(/^ +$/gm, '');
    })
    .join('\n');
}

function table(element: HTMLElement): string {
  const rows = element
    .querySelectorAll('tr')
    .map((row) =>
      row.childNodes.filter(isElement).map((cell) => inline(cell.childNodes).trim().replaceAll('|', '\\|')),
    );
  const width = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map(
    (cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`,
  );
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

function inline(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return node.nodeType === NodeType.TEXT_NODE ? escape(node.textContent) : '';
      const text = inline(node.childNodes);
      const name = nameOf(node);
      if (text.trim() === '') return text;
      if (name === 'a') return `[${text.trim()}](${addressOf(node)})`;
      if (/^(?:b|strong|th)$/.test(name)) return emphasis(text, '**');
      if (/^(?:em|i|cite)$/.test(name)) return emphasis(text, '*');
      // A block in a line (a paragraph in a table cell) is kept apart by a space.
      return INLINE.test(name) ? text : ` ${text} `;
    })
    .join('')
    .replaceAll(/\s+/g, ' ');
}

function emphasis(text: string, mark: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before}${mark}${inside}${mark}${after}`;
}

/** Links into pages that the peers do not get (tools, print pages) stay: a dead link weighs as much as another. */
function addressOf(link: HTMLElement): string {
  return (link.getAttribute('href') ?? '').replaceAll(/[()\s]/g, encodeURIComponent);
}

/** Text with nothing in it that Markdown, MDX or Vue would read as something else. */
function escape(text: string): string {
  return text
    .replaceAll(/([\\`*_[\]])/g, '\\$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll(/^(\s*)([-+]|\d+[.)])(\s)/g, (_, space: string, mark: string, after: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.at(-1)}${after}` : `${space}\\${mark}${after}`,
    );
}
