import { expect, test } from 'vitest';
import { type Line, toMarkdown, toPlainText } from '../../../src/domain/shared/index.ts';

const LINES: readonly Line[] = [
  { kind: 'title', text: 'Besluit' },
  { kind: 'text', text: 'Eerste regel\ntweede regel' },
  { kind: 'heading', text: 'Bezwaren' },
  { kind: 'item', text: 'An: te duur\nopgelost' },
  { kind: 'item', text: 'Bert' },
  { kind: 'text', text: 'Slot' },
];

test('a text is written as Markdown, line breaks and all', () => {
  expect(toMarkdown(LINES)).toBe(
    '# Besluit\n\nEerste regel  \ntweede regel\n\n## Bezwaren\n\n- An: te duur  \n  opgelost\n- Bert\n\nSlot\n',
  );
});

test('and as plain text, with titles underlined', () => {
  expect(toPlainText(LINES)).toBe(
    'Besluit\n=======\n\nEerste regel\ntweede regel\n\nBezwaren\n--------\n\n- An: te duur\n  opgelost\n- Bert\n\nSlot\n',
  );
});
