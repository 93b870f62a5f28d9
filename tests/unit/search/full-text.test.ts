import { expect, test } from 'vitest';
import { searchText } from '../../../components/search/full-text.ts';

const vocabulary = {
  stopWords: ['de'],
  weakWords: ['altijd'],
  synonyms: [{ from: ['chef'], to: ['trekker'] }],
  thesaurus: { zwijgt: 'praat' },
};
/** What the full text holds: per word the pages that have it. */
const searched = (pagesOf: Record<string, string[]>) =>
  searchText(
    {
      options: () => Promise.resolve(),
      init: () => Promise.resolve(),
      search: (term) =>
        Promise.resolve({
          results: (pagesOf[term.replaceAll('"', '')] ?? []).map((url) => ({
            id: url,
            score: 1,
            data: () => Promise.resolve({ url, excerpt: '' }),
          })),
        }),
    },
    'altijd praat de chef',
    vocabulary,
  );

test('a text that has a word with meaning comes before one with a word that says little', async () => {
  const texts = await searched({ altijd: ['/altijd/'], praat: ['/praat/'] });
  expect(texts.map(({ url }) => url)).toEqual(['/praat/', '/altijd/']);
});

test('what the handbook says instead is worth less than the words of the question', async () => {
  const texts = await searched({
    'altijd praat de trekker': ['/anders/'],
    praat: ['/praat/', '/2/', '/3/', '/4/', '/5/'],
  });
  expect(texts.map(({ url }) => url).indexOf('/anders/')).toBe(5);
});

test('a word that no text has is looked for as the word of the handbook; one that a text has is not', async () => {
  const unknown = await searched({ zwijgt: ['/zwijgt/'] });
  expect(unknown.map(({ url }) => url)).toEqual(['/zwijgt/']);
  const known = await searched({ praat: ['/praat/'], zwijgt: ['/zwijgt/'] });
  expect(known.map(({ url }) => url)).toEqual(['/praat/']);
});
