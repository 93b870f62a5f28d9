import { errorsAllowed, errorsBetween, fold, soundOf, stemOf, wordsOf } from './words.ts';

/** What a result is; also the filter of the search dialog, in this order. */
export const KINDS = [
  'phase',
  'technique',
  'sheet',
  'tool',
  'legal-form',
  'case',
  'term',
  'recommendation',
  'page',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be found by its name. */
export interface Entry {
  /** What it is. */
  kind: Kind;
  /** Its name, as shown. */
  title: string;
  /** Its address in the site, with the folder the site is published in. */
  url: string;
  /** What it is about, one or two sentences, shown and searched. */
  gist: string;
  /** Other names, abbreviations, former terms, names in other languages. */
  aliases: string[];
  /** Headings on its page: the text and the anchor. */
  headings: [text: string, anchor: string][];
}

/** What the synonyms and stop words of a language come to in the browser. */
export interface Vocabulary {
  stopWords: string[];
  synonyms: { from: string[]; to: string[] }[];
}

/** An entry that fits a question. */
export interface Hit {
  entry: Entry;
  /** How well it fits: 0 (not at all) to about 1 (all words in its name). */
  score: number;
  /** The heading that fits best, where one fits better than name and gist. */
  heading?: [text: string, anchor: string];
}

/** A set of entries made ready to be searched. */
export interface NameIndex {
  entries: readonly Entry[];
  vocabulary: Vocabulary;
  /** Per word of the entries where it stands. */
  places: Map<string, Place[]>;
  /** Per word, also those that only readers use, its stem and its sound. */
  forms: Map<string, { stem: string; sound: string }>;
}
interface Place {
  /** Position of the entry. */
  at: number;
  /** Which field, and for headings which one (−1 otherwise). */
  weight: number;
  heading: number;
}

const WEIGHT = { title: 1, alias: 0.95, heading: 0.6, gist: 0.42 } as const;
/** How a word of the question meets a word of an entry, best first. */
const FIT = {
  same: 1,
  stem: 0.96,
  start: 0.8,
  part: 0.68,
  contains: 0.5,
  synonym: 0.85,
  error: 0.6,
} as const;
/** What a reader most likely wants when names are equal. */
const LIKELY: Record<Kind, number> = {
  phase: 1,
  technique: 1,
  tool: 1,
  'legal-form': 1,
  sheet: 0.97,
  page: 0.97,
  case: 0.95,
  term: 0.9,
  recommendation: 0.8,
};

/** Makes `entries` searchable. Takes a few milliseconds for some hundreds of entries. */
export function indexNames(entries: readonly Entry[], vocabulary: Vocabulary): NameIndex {
  const places = new Map<string, Place[]>();
  const forms: NameIndex['forms'] = new Map();
  const add = (text: string, at: number, weight: number, heading = -1): void => {
    const words = wordsOf(text);
    const joined = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
    // Two words written as one (“minicluster”) are worth a little less than as they stand.
    for (const [word, share] of [
      ...words.map((w) => [w, 1] as const),
      ...(heading < 0 && weight >= WEIGHT.alias ? joined.map((w) => [w, 0.9] as const) : []),
    ]) {
      const known = places.get(word) ?? [];
      known.push({ at, weight: weight * share, heading });
      places.set(word, known);
      if (!forms.has(word)) forms.set(word, { stem: stemOf(word), sound: soundOf(word) });
    }
  };
  // Words of readers stand nowhere, but they are no typing errors, and what is nearly one is meant to be it.
  for (const word of vocabulary.synonyms.flatMap(({ from }) => from.flatMap(wordsOf)))
    forms.set(word, { stem: stemOf(word), sound: soundOf(word) });
  entries.forEach((entry, at) => {
    add(entry.title, at, WEIGHT.title);
    entry.aliases.forEach((alias) => add(alias, at, WEIGHT.alias));
    entry.headings.forEach(([text], index) => add(text, at, WEIGHT.heading, index));
    add(entry.gist, at, WEIGHT.gist);
  });
  return { entries, vocabulary, places, forms };
}

/** One word of the question, with everything in the index that it may stand for. */
interface Sought {
  word: string;
  /** Words of the index that fit, and how well. */
  fits: Map<string, number>;
  /** Whether it fits only with a typing error. */
  misspelt: boolean;
}

/** The words of a question that carry meaning; all of them when there are only stop words. */
export function meaningfulWords(question: string, { stopWords }: Vocabulary): string[] {
  const words = [...new Set(question.split(/\s+/u).flatMap((piece) => wordsOf(piece).slice(0, 1)))];
  const stop = new Set(stopWords.map(fold));
  const kept = words.filter((word) => !stop.has(word));
  return kept.length > 0 ? kept : words;
}

/**
 * What the handbook may say instead of a question or of some of its words; without the question itself. The words of a
 * phrase may stand apart and in any order: “partners vinden” is also in “hoe vind ik goede partners”.
 */
export function otherWordings(question: string, vocabulary: Vocabulary): string[] {
  const words = wordsOf(question);
  const stems = words.map(stemOf);
  const asked = new Set(stems);
  const found = new Set<string>();
  for (const { from, to } of vocabulary.synonyms) {
    const met = new Set(
      from
        .map((phrase) => meaningfulStems(phrase, vocabulary))
        .filter((phrase) => phrase.every((stem) => asked.has(stem)))
        .flat(),
    );
    if (met.size === 0) continue;
    const kept = words.filter((_, at) => !met.has(stems[at] ?? ''));
    to.forEach((other) => found.add([...kept, fold(other)].join(' ')));
  }
  return [...found].filter((wording) => wording !== words.join(' '));
}

/** The stems of the words that carry meaning in a phrase of the vocabulary; all of them when there are only stop words. */
function meaningfulStems(phrase: string, { stopWords }: Vocabulary): string[] {
  const words = wordsOf(phrase);
  const kept = words.filter((word) => !stopWords.includes(word));
  return (kept.length > 0 ? kept : words).map(stemOf);
}

/** The entries that fit `question`, best first, at most `most`. */
export function searchNames(index: NameIndex, question: string, most = 40): Hit[] {
  const best = new Map<number, Hit>();
  const mended = mendedQuestion(index, question);
  const wordings: [string, number][] = [
    [question, 1],
    ...otherWordings(question, index.vocabulary).map((other): [string, number] => [other, FIT.synonym]),
    ...(mended === undefined ? [] : otherWordings(mended, index.vocabulary)).map(
      (other): [string, number] => [other, FIT.synonym * FIT.error],
    ),
  ];
  for (const [wording, share] of wordings) {
    for (const [at, hit] of rank(index, wording)) {
      const score = hit.score * share;
      if (score > (best.get(at)?.score ?? 0)) best.set(at, { ...hit, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, most);
}

/**
 * The question with its typing errors mended, when a word of it is nowhere in the names but nearly; otherwise
 * `undefined`. For “Bedoelde u …?”.
 */
export function mendedQuestion(index: NameIndex, question: string): string | undefined {
  const meaningful = new Set(meaningfulWords(question, index.vocabulary));
  let changed = false;
  const mended = question.split(/\s+/u).map((piece) => {
    const [word] = wordsOf(piece);
    if (!word || !meaningful.has(word)) return piece;
    const { fits, misspelt } = seek(index, word);
    const times = (candidate: string): number => index.places.get(candidate)?.length ?? 0;
    const [nearest] = [...fits].sort(([a, fitA], [b, fitB]) => fitB - fitA || times(b) - times(a));
    if (!misspelt || !nearest) return piece;
    changed = true;
    return nearest[0];
  });
  return changed ? mended.join(' ') : undefined;
}

function rank(index: NameIndex, question: string): Map<number, Hit> {
  const words = meaningfulWords(question, index.vocabulary);
  const sought = words.map((word) => seek(index, word));
  // Two words of the question that the handbook writes as one: “mini cluster”, “samenwerkings akkoord”.
  const pairs = words.slice(1).map((word, at) => seek(index, `${words[at] ?? ''}${word}`, true));
  const count = index.entries.length;
  const rarity = sought.map(({ fits }) => {
    const holders = new Set([...fits.keys()].flatMap((w) => (index.places.get(w) ?? []).map(({ at }) => at)));
    return holders.size === 0 ? 1.5 : Math.log(1 + count / holders.size);
  });
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const gathered = new Map<number, { perWord: number[]; perHeading: Map<number, number[]> }>();
  const put = (position: number, { fits }: Sought): void => {
    for (const [word, fit] of fits) {
      for (const { at, weight, heading } of index.places.get(word) ?? []) {
        const entry = gathered.get(at) ?? { perWord: words.map(() => 0), perHeading: new Map() };
        gathered.set(at, entry);
        const value = fit * weight;
        entry.perWord[position] = Math.max(entry.perWord[position] ?? 0, value);
        if (heading >= 0) {
          const row = entry.perHeading.get(heading) ?? words.map(() => 0);
          row[position] = Math.max(row[position] ?? 0, fit);
          entry.perHeading.set(heading, row);
        }
      }
    }
  };
  sought.forEach((one, position) => put(position, one));
  pairs.forEach((pair, position) => {
    put(position, pair);
    put(position + 1, pair);
  });
  const hits = new Map<number, Hit>();
  for (const [at, { perWord, perHeading }] of gathered) {
    const entry = index.entries[at];
    if (!entry) continue;
    const weigh = (row: readonly number[]): number =>
      row.reduce((sum, value, position) => sum + value * (rarity[position] ?? 0), 0) / whole;
    const met = perWord.filter((value) => value > 0).length / words.length;
    const base = weigh(perWord) * (0.35 + 0.65 * met);
    const [top] = [...perHeading]
      .map(([number, row]) => ({ number, score: weigh(row) }))
      .sort((a, b) => b.score - a.score);
    const heading = top && top.score > 0.5 ? entry.headings[top.number] : undefined;
    const score = base * LIKELY[entry.kind] * (0.82 + 0.18 * shareOfName(entry, sought, pairs));
    hits.set(at, heading ? { entry, score, heading } : { entry, score });
  }
  return hits;
}

/** How much of the best fitting name of `entry` the question names, 0–1. Prefers “Feedback” to “Feedback geven aan …”. */
function shareOfName({ title, aliases }: Entry, ...seekers: Sought[][]): number {
  const fitting = new Set(
    seekers.flat().flatMap(({ fits }) => [...fits].filter(([, fit]) => fit >= FIT.part).map(([w]) => w)),
  );
  return Math.max(
    ...[title, ...aliases].map((name) => {
      const words = wordsOf(name);
      return words.length === 0 ? 0 : words.filter((word) => fitting.has(word)).length / words.length;
    }),
  );
}

/** Everything in the index that `word` may stand for. `exact`: no parts and no typing errors. */
function seek({ forms }: NameIndex, word: string, exact = false): Sought {
  const fits = new Map<string, number>();
  const stem = stemOf(word);
  for (const [known, form] of forms) {
    const fit = fitOf(word, stem, known, form.stem, exact);
    if (fit > 0) fits.set(known, fit);
  }
  // A word that only holds a known one (“rechtvorm”, “recht”) may still be a mistyped other one.
  if (exact || [...fits.values()].some((fit) => fit > FIT.contains)) return { word, fits, misspelt: false };
  const whole = fits.size;
  const allowed = errorsAllowed(word);
  const sound = soundOf(word);
  for (const [known, form] of forms) {
    if (known.length < 4 || allowed === 0) continue;
    const errors =
      form.sound === sound
        ? 1
        : Math.min(errorsBetween(word, known, allowed), errorsBetween(stem, form.stem, allowed));
    // The first letter is seldom wrong; a word with another one is probably another word.
    const doubt = known[0] === word[0] || form.sound[0] === sound[0] ? 0 : 1;
    if (errors + doubt <= allowed) fits.set(known, FIT.error - 0.1 * (errors - 1) - 0.1 * doubt);
  }
  return { word, fits, misspelt: fits.size > whole };
}

function fitOf(word: string, stem: string, known: string, itsStem: string, exact: boolean): number {
  if (known === word) return FIT.same;
  if (itsStem === stem && stem.length > 2) return FIT.stem;
  if (exact) return 0;
  if (word.length >= 3 && known.startsWith(word)) {
    return FIT.start - 0.15 * (1 - word.length / known.length);
  }
  if (stem.length >= 4 && itsStem.startsWith(stem))
    return FIT.start - 0.1 - 0.15 * (1 - stem.length / itsStem.length);
  // The second half of a compound: “akkoord” in “samenwerkingsakkoord”.
  if (stem.length >= 4 && itsStem.endsWith(stem)) return FIT.part;
  if (stem.length >= 5 && itsStem.includes(stem)) return FIT.part - 0.1;
  // The question is the compound: “samenwerkingscontract” for “samenwerking”.
  if (
    itsStem.length >= 5 &&
    itsStem.length >= stem.length / 2.5 &&
    (stem.startsWith(itsStem) || stem.endsWith(itsStem))
  ) {
    return FIT.contains;
  }
  return 0;
}
