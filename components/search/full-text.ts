import {
  meaningfulWords,
  otherWordings,
  type TextHit,
  type Vocabulary,
} from '../../src/domain/search/index.ts';

/** The part of Pagefind's browser interface that is used. */
interface Pagefind {
  options(options: { baseUrl: string; bundlePath: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; data(): Promise<Found> }[] }>;
}
interface Found {
  url: string;
  excerpt: string;
}

/** As many pages as are fetched to be shown. */
const MOST = 15;
/** With fewer pages than this, other wordings are tried too. */
const FEW = 4;

/** Fetches Pagefind from `bundlePath` and makes it ready. Fails where it cannot be fetched. */
export async function openFullText(bundlePath: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundlePath}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: bundlePath.replace(/pagefind\/$/, ''), bundlePath, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/**
 * The pages whose text holds the question, best first. Pagefind wants all words on one page; when that gives little,
 * what the handbook says instead is tried, and then the words one by one.
 */
export async function searchText(
  pagefind: Pagefind,
  question: string,
  vocabulary: Vocabulary,
): Promise<TextHit[]> {
  const found = new Map<string, { data(): Promise<Found> }>();
  const add = async (wording: string): Promise<void> => {
    const { results } = await pagefind.search(wording);
    for (const result of results.slice(0, MOST)) if (!found.has(result.id)) found.set(result.id, result);
  };
  const words = meaningfulWords(question, vocabulary);
  await add(question);
  const further = [
    ...(words.length > 1 ? [words.join(' ')] : []),
    ...otherWordings(question, vocabulary).slice(0, 3),
    ...(words.length > 1 ? words.filter((word) => word.length > 3) : []),
  ];
  for (const wording of further) if (found.size < FEW) await add(wording);
  const pages = await Promise.all([...found.values()].slice(0, MOST).map((result) => result.data()));
  return pages.map(({ url, excerpt }) => ({ url, excerpt }));
}
