import {
  conceptsFor,
  meaningfulWords,
  otherWordings,
  weightOfWords,
  type TextHit,
  type Vocabulary,
} from '../../src/domain/search/index.ts';

/** The part of Pagefind's browser interface that is used. */
interface Pagefind {
  options(options: { baseUrl: string; bundlePath: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: Match[] }>;
}
interface Match {
  id: string;
  /** How well the page fits, by how often the words stand on it; only comparable within one search. */
  score: number;
  data(): Promise<Found>;
}
interface Found {
  url: string;
  excerpt: string;
}

/** As many pages as are fetched to be shown. */
const MOST = 15;
/** Pages there are, roughly: a word on all of them tells nothing. */
const PAGES = 130;
/** What a word is worth that stands on no page at all, beside a rare one: it weighs down every page alike. */
const NOWHERE = 1.5;
/** What the handbook says instead is worth little beside the question itself: its names were searched for it already. */
const INSTEAD = 0.1;

/** Fetches Pagefind from `bundlePath` and makes it ready. Fails where it cannot be fetched. */
export async function openFullText(bundlePath: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundlePath}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: bundlePath.replace(/pagefind\/$/, ''), bundlePath, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/**
 * The pages whose text holds the question, best first, with how much of it. Pagefind wants all words on one page, which
 * few sentences of readers have; so every word that carries meaning is looked for by itself, and a rare one counts more.
 */
export async function searchText(
  pagefind: Pagefind,
  question: string,
  vocabulary: Vocabulary,
): Promise<TextHit[]> {
  const words = meaningfulWords(question, vocabulary);
  const found = new Map<string, { match: Match; share: number }>();
  const put = (match: Match, share: number): void => {
    const known = found.get(match.id);
    if (known) known.share += share;
    else found.set(match.id, { match, share });
  };
  // Within quotes a word is not cut short until some page has it.
  const perWord = await Promise.all(
    words.map(async (word) => {
      const exact = await pagefind.search(`"${word}"`);
      const [concept] = exact.results.length > 0 ? [] : conceptsFor(word, vocabulary);
      if (concept !== undefined) return pagefind.search(`"${concept}"`);
      return words.length > 1 ? exact : pagefind.search(question);
    }),
  );
  const weightOf = weightOfWords(vocabulary);
  const rarity = perWord.map(
    ({ results }, at) =>
      weightOf(words[at] ?? '') * (results.length === 0 ? NOWHERE : Math.log(1 + PAGES / results.length)),
  );
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  perWord.forEach(({ results }, at) => {
    const best = results[0]?.score ?? 1;
    for (const match of results) put(match, ((rarity[at] ?? 0) / whole) * (0.5 + 0.5 * (match.score / best)));
  });
  for (const other of otherWordings(question, vocabulary).slice(0, 3)) {
    const { results } = await pagefind.search(other);
    const best = results[0]?.score ?? 1;
    for (const match of results.slice(0, MOST)) put(match, (INSTEAD * match.score) / best);
  }
  const best = [...found.values()].sort((a, b) => b.share - a.share).slice(0, MOST);
  const pages = await Promise.all(best.map(({ match }) => match.data()));
  return pages.map(({ url, excerpt }, at) => ({ url, excerpt, share: Math.min(1, best[at]?.share ?? 0) }));
}
