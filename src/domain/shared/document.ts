/** A short text with headings, to be kept as a file that people read. */
export interface Line {
  readonly kind: 'title' | 'heading' | 'text' | 'item';
  /** May hold line breaks. */
  readonly text: string;
}

const MARKS = { title: '# ', heading: '## ', text: '', item: '- ' } as const;

/** The text as Markdown. */
export function toMarkdown(lines: readonly Line[]): string {
  return written(lines, ({ kind, text }) =>
    kind === 'text'
      ? text.replaceAll('\n', '  \n')
      : MARKS[kind] + text.replaceAll('\n', kind === 'item' ? '  \n  ' : ' '),
  );
}

/** The text as plain text, titles underlined. */
export function toPlainText(lines: readonly Line[]): string {
  return written(lines, ({ kind, text }) => {
    if (kind === 'item') return `- ${text.replaceAll('\n', '\n  ')}`;
    return kind === 'text' ? text : `${text}\n${(kind === 'title' ? '=' : '-').repeat(text.length)}`;
  });
}

/** Lines with an empty one between, except between items of a list. */
function written(lines: readonly Line[], write: (line: Line) => string): string {
  return lines
    .map((line, index) => {
      const isFurtherItem = line.kind === 'item' && lines[index - 1]?.kind === 'item';
      return `${index === 0 ? '' : isFurtherItem ? '\n' : '\n\n'}${write(line)}`;
    })
    .join('')
    .concat('\n');
}
