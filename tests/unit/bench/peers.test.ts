import { describe, expect, it } from 'vitest';
import { toMarkdown, toPeerPage } from '../../bench/peers/content.ts';
import { median, type Result, toTable } from '../../bench/peers/table.ts';

describe('pages for the peers', () => {
  it('keep headings, lists, tables, links and emphasis', () => {
    expect(
      toMarkdown(`<div class="w"><h2 id="a">Een <em>kop</em></h2><a class="sl-anchor-link" href="#a">Link</a></div>
<p>Lees <a href="/x/y/">dit
stuk</a> <strong> nu</strong>.</p><ol><li>een<ul><li>twee</li></ul></li><li><p>drie</p><p>vier</p></li></ol>
<div class="table-scroll"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td></tr></tbody></table></div>`),
    ).toBe(`## Een *kop*

Lees [dit stuk](/x/y/) **nu**.

1. een

   - twee
2. drie

   vier

| a | b |
| --- | --- |
| 1 \\| 2 |  |
`);
  });

  it('leave out drawings, definitions that open and the sheet that is printed', () => {
    expect(
      toMarkdown(
        '<p>een <button class="term">term</button><span popover class="term-card">uitleg</span></p><figure><svg><text>x</text></svg><figcaption>Bij de tekening</figcaption></figure>',
      ),
    ).toBe('een term\n\nBij de tekening\n');
  });

  it('hold nothing that Markdown, MDX or Vue takes for markup', () => {
    expect(toMarkdown('<p>1. a &lt;b&gt; {{ c }} *d* [e] `f`</p>')).toBe(
      '1\\. a &lt;b> &#123;&#123; c }} \\*d\\* \\[e\\] \\`f\\`\n',
    );
  });

  it('have a title and a text, or are no page', () => {
    const html =
      '<meta name="description" content="kort"><h1>Titel</h1><div class="sl-markdown-content"><p>Tekst</p></div>';
    expect(toPeerPage('/x/', html)).toEqual({
      path: '/x/',
      title: 'Titel',
      description: 'kort',
      markdown: 'Tekst\n',
    });
    expect(toPeerPage('/x/', '<h1>Titel</h1>')).toBeNull();
  });
});

describe('the table of the comparison', () => {
  const result = (name: string, lcp: number, ms: number): Result => ({
    name,
    version: '1',
    pages: 2,
    visits: new Map([
      ['/a/', { requests: 4, bytes: { html: 1000, css: 500, js: 0, font: 250, other: 0 }, lcp, tbt: 12.4 }],
    ]),
    search: 90_000,
    build: { ms, cpuMs: 2 * ms, files: name === 'Ours' ? 4 : 2, bytes: 3_000_000 },
  });

  it('gives bytes as they are and times as ratios to stock', () => {
    const table = toTable([result('Ours', 50, 300), result('Stock', 100, 200)], 'Stock');
    expect(table).toContain('| Ours 1 | 4 | 1.8 | 1.5 | 1.0 | 0.5 | 0.0 | 0.3 | 0.0 | 0.50 | 12 |');
    expect(table).toContain('| Ours 1 | 2 | 4 | 1.50 | 1.50 | 0.75 | 3.0 | 90.0 |');
  });

  it('needs the one it compares with', () => {
    expect(() => toTable([result('Ours', 50, 300)], 'Stock')).toThrow(/Stock was not measured/);
  });

  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2);
  });
});
