import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inlineHashes, policy, withPolicy } from '../../../src/site/security.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('hashes of what stands in a page', () => {
  test('are those of inline scripts and styles, to the byte', () => {
    const found = inlineHashes(
      page('<style>a{}</style>', '<script>\n f() </script><script type="module">g()</script>'),
    );
    expect(found.scripts).toEqual(new Set([hash('\n f() '), hash('g()')]));
    expect(found.styles).toEqual(new Set([hash('a{}')]));
  });

  test('leave out files and data', () => {
    const found = inlineHashes(
      page('<script src="/a.js"></script><script type="application/ld+json">{"a":1}</script>'),
    );
    expect(found.scripts).toEqual(new Set());
  });
});

test('the policy runs what is hashed and nothing made from text', () => {
  const text = policy({ scripts: new Set([hash('f()')]), styles: new Set() });
  const scripts = /script-src ([^;]*)/.exec(text)?.[1]?.split(' ');
  expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'", hash('f()')]);
  expect(text).toContain("object-src 'none'");
});

test('a page gets its policy right after its character set, before the first script', () => {
  const html = withPolicy(page('<script>f()</script>'));
  expect(html).toMatch(
    /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src/,
  );
  expect(html.indexOf(hash('f()'))).toBeLessThan(html.indexOf('<script>'));
});
