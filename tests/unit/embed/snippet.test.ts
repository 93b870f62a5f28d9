import { describe, expect, it } from 'vitest';
import { embedSnippet, HEIGHT_MESSAGE, isEmbeddable } from '../../../src/domain/embed/index.ts';

describe('the lines that embed a page', () => {
  const lines = embedSnippet('https://example.org/handboek/q/fase-4/', '4. "Opbouwen" & meer');

  it('name the permanent link in the embedded view, with a title for who cannot see it', () => {
    expect(lines).toContain('<iframe src="https://example.org/handboek/q/fase-4/?inbedden"');
    expect(lines).toContain('title="4. &quot;Opbouwen&quot; &amp; meer"');
    expect(lines.match(/<\/?(iframe|script)\b/g)).toHaveLength(4);
  });

  it('listen to their own frame and our host only', () => {
    const listeners: ((event: unknown) => void)[] = [];
    const frame = { contentWindow: {}, style: { height: '' } };
    const script = /<script>([\s\S]*)<\/script>/.exec(lines)?.[1] ?? '';
    new Function('addEventListener', 'document', script)(
      (_type: string, listener: (event: unknown) => void) => listeners.push(listener),
      { currentScript: { previousElementSibling: frame } },
    );
    const origin = 'https://example.org';
    const data = { type: HEIGHT_MESSAGE, height: 1234 };
    for (const event of [
      { origin: 'https://elders.example', source: frame.contentWindow, data },
      { origin, source: {}, data },
      { origin, source: frame.contentWindow, data: null },
      { origin, source: frame.contentWindow, data: { ...data, type: 'iets anders' } },
      { origin, source: frame.contentWindow, data: { ...data, height: 'hoog' } },
      { origin, source: frame.contentWindow, data: { ...data, height: -5 } },
    ])
      for (const listener of listeners) listener(event);
    expect(frame.style.height).toBe('');
    for (const listener of listeners) listener({ origin, source: frame.contentWindow, data });
    expect(frame.style.height).toBe('1234px');
  });

  it('are for what has a page of its own', () => {
    expect(isEmbeddable('technique')).toBe(true);
    expect(isEmbeddable('term')).toBe(false);
  });
});
