import { describe, expect, it } from 'vitest';
import { termSchema } from '../../src/domain/glossary/schema.ts';
import { entries, pages } from './load.ts';

const terms = entries('glossary', termSchema);

/** A word as it stands in running text, also in the plural. */
function pattern(name: string): RegExp {
  const plain = name.replace(/ \(.*\)$/, '').replaceAll(/[.*+?()]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}-])${plain}(?:s|en|’s)?(?![\\p{L}-])`, 'iu');
}

/** Lines of running text: no headings, tables, code, imports or components; without what is linked already. */
function prose(body: string): string[] {
  return body
    .replace(/```[\s\S]*?```/g, '')
    .split('\n')
    .filter((line) => !/^(import |#|<|\||\s*[{}\]]|\s+\w+=|\/>)/.test(line))
    .map((line) => line.replace(/<Term[^>]*>.*?<\/Term>|\[[^\]]*\]\([^)]*\)|<[^>]*>|`[^`]*`|_[^_]*_/g, ' '));
}

/** Terms that a page uses in running text without linking them anywhere. */
function unlinked(body: string): string[] {
  const lines = prose(body);
  return [...terms]
    .filter(([id, { everyday }]) => !everyday && !body.includes(`<Term id="${id}"`))
    .filter(([, { name }]) => lines.some((line) => pattern(name.nl).test(line)))
    .map(([id]) => id);
}

describe('terms', () => {
  it('are at least sixty, each with a name in French or English where there is one', () => {
    expect(terms.size).toBeGreaterThanOrEqual(60);
    const foreign = [...terms.values()].filter(({ name }) => name.fr ?? name.en);
    expect(foreign.length).toBeGreaterThan(terms.size * 0.9);
  });

  it('are linked to their definition where a page uses them', () => {
    // The home page and the lists of terms and sources link them in their own way.
    const free = ['index', 'begrippen', 'bronnen', 'inhoud', '404'];
    const open = pages()
      .filter(({ id }) => !free.includes(id))
      .flatMap(({ path, body }) => unlinked(body).map((id) => `${path}: ${id}`));
    expect(open).toEqual([]);
  });

  it('are found unlinked in text, and not in headings, links or terms', () => {
    expect(unlinked('Teken het charter.\n')).toEqual(['charter']);
    expect(unlinked('## Het charter\n\nLees [het charter](/x/) en `charter`.\n')).toEqual([]);
    expect(unlinked('Het <Term id="charter">charter</Term> en nog eens het charter.\n')).toEqual([]);
  });
});
