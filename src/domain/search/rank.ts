import { errorsAllowed, errorsBetween, fold, rootOf, soundOf, stemOf, wordsOf } from './words.ts';

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
  /** The words in which readers ask for what it answers; searched, never shown. */
  asked?: string;
  /** Headings on its page: the text and the anchor. */
  headings: [text: string, anchor: string][];
}

/** What the synonyms and stop words of a language come to in the browser. */
export interface Vocabulary {
  stopWords: string[];
  /** Words that say little, but more than nothing: they hardly count. */
  weakWords: string[];
  synonyms: { from: string[]; to: string[] }[];
  /** Per word of the handbook the words, in one text, that readers have for the same thing and the handbook has nowhere. */
  thesaurus: Record<string, string>;
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
  forms: Map<string, Form>;
  /** What fits the wordings of the synonyms, once somebody asked for them: they come back at every key press. */
  fitting: Map<string, Map<number, Hit>>;
  /** The words that say little or nothing: only they themselves are meant by them. */
  little: ReadonlySet<string>;
  /** The stems of all words that stand somewhere. */
  known: ReadonlySet<string>;
  /** Per stem of a word of the thesaurus what the handbook says for it. */
  concepts: ReadonlyMap<string, string[]>;
}
interface Form {
  stem: string;
  root: string;
  sound: string;
}
interface Place {
  /** Position of the entry. */
  at: number;
  field: Field;
  /** What a word that fits there is worth. */
  weight: number;
  /** For headings which one (−1 otherwise). */
  heading: number;
  /** The how manieth word it is there. */
  order: number;
}

/** Where a word of the question meets an entry; `instead` is what the handbook says in its place. */
type Field = 'title' | 'alias' | 'asked' | 'heading' | 'gist' | 'instead';
const WEIGHT = { title: 1, alias: 0.95, asked: 0.88, heading: 0.5, gist: 0.36 } as const;
/** What one of many words readers ask with loses per other one, and what it keeps: a long list meets any question. */
const ONE_OF_MANY = 0.00125;
const LEAST_ASKED = 0.5;
/** What it is worth beside another word of the question: readers asked both together. Beside: at most so many words away. */
const ASKED_TOGETHER = 0.95;
const BESIDE = 2;
/** What a word adds that also stands elsewhere in the same entry: it is what the page is about, not a word in passing. */
const ELSEWHERE = 0.35;
/** How a word of the question meets a word of an entry, best first. */
const FIT = {
  same: 1,
  stem: 0.86,
  root: 0.84,
  start: 0.8,
  part: 0.58,
  contains: 0.5,
  synonym: 0.85,
  concept: 0.85,
  error: 0.6,
} as const;
/** What a reader most likely wants when names are equal. */
const LIKELY: Record<Kind, number> = {
  phase: 1,
  technique: 1,
  tool: 1,
  'legal-form': 1,
  sheet: 1.05,
  page: 0.97,
  case: 0.95,
  term: 0.9,
  recommendation: 0.8,
};

/** The same for what the question calls by its name, no more and no less: “vennoot” is the term, not what mentions it. */
const LIKELY_NAMED = 0.96;
const NAMED = 0.9;

/** How rare a word counts that stands nowhere: it weighs down every entry alike. */
const NOWHERE = 1.5;
/** What a word that says little counts, beside another one. */
const LITTLE = 0.35;

/** Makes `entries` searchable. Takes a few milliseconds for some hundreds of entries. */
export function indexNames(entries: readonly Entry[], vocabulary: Vocabulary): NameIndex {
  const places = new Map<string, Place[]>();
  const forms: NameIndex['forms'] = new Map();
  const add = (
    text: string,
    at: number,
    field: Exclude<Field, 'instead'>,
    weight: number = WEIGHT[field],
    heading = -1,
  ): void => {
    const words = wordsOf(text);
    const joined = words.slice(1).map((word, order) => [`${words[order] ?? ''}${word}`, 0.9, order] as const);
    // Two words written as one (“minicluster”) are worth a little less than as they stand.
    for (const [word, share, order] of [
      ...words.map((w, nth) => [w, 1, nth] as const),
      ...(field === 'title' || field === 'alias' ? joined : []),
    ]) {
      const known = places.get(word) ?? [];
      known.push({ at, field, weight: weight * share, heading, order });
      places.set(word, known);
      if (!forms.has(word)) forms.set(word, formOf(word));
    }
  };
  // Words of readers stand nowhere, but they are no typing errors, and what is nearly one is meant to be it.
  for (const word of vocabulary.synonyms.flatMap(({ from }) => from.flatMap(wordsOf)))
    forms.set(word, formOf(word));
  const concepts = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(vocabulary.thesaurus))
    for (const word of wordsOf(words)) {
      forms.set(word, formOf(word));
      concepts.set(stemOf(word), [...(concepts.get(stemOf(word)) ?? []), concept]);
    }
  entries.forEach((entry, at) => {
    add(entry.title, at, 'title');
    entry.aliases.forEach((alias) => add(alias, at, 'alias'));
    add(entry.asked ?? '', at, 'asked', worthOfAsked(entry.asked ?? ''));
    entry.headings.forEach(([text], index) => add(text, at, 'heading', WEIGHT.heading, index));
    add(entry.gist, at, 'gist');
  });
  const known = new Set([...places.keys()].map(stemOf));
  const little = new Set([...vocabulary.stopWords, ...vocabulary.weakWords].map(fold));
  return { entries, vocabulary, places, forms, fitting: new Map(), little, known, concepts };
}

/** What each of the words is worth in which readers ask for an entry. */
function worthOfAsked(asked: string): number {
  return Math.max(LEAST_ASKED, WEIGHT.asked - ONE_OF_MANY * asked.split(' ').length);
}

function formOf(word: string): Form {
  const stem = stemOf(word);
  return { stem, root: rootOf(stem), sound: soundOf(word) };
}

/** One word of the question, with everything in the index that it may stand for. */
interface Sought {
  word: string;
  /** Words of the index that fit, and how well. */
  fits: Map<string, number>;
  /** Whether it fits only with a typing error. */
  misspelt: boolean;
}

/**
 * What readers ask of a page, as it goes to the browser: every word once, in one of its forms (“prijs”, not also
 * “prijzen”), without those that say little and those its own `names` have. Word by word, because the next reader puts the
 * same words otherwise; in the order they were asked, because neighbours go together.
 */
export function askedWords(
  phrases: readonly string[],
  { stopWords, weakWords }: Pick<Vocabulary, 'stopWords' | 'weakWords'>,
  names: readonly string[] = [],
): string {
  const little = new Set([...stopWords, ...weakWords].map(fold));
  const said = new Set(names.flatMap((name) => wordsOf(name)).map(stemOf));
  const perStem = new Map<string, string>();
  for (const word of phrases.flatMap((phrase) => wordsOf(phrase))) {
    const stem = stemOf(word);
    if (!little.has(word) && !said.has(stem) && !perStem.has(stem)) perStem.set(stem, word);
  }
  return [...perStem.values()].join(' ');
}

/** A thesaurus as it goes to the browser: only the words that stand nowhere in `entries`, for it is not asked for others. */
export function thesaurusBeside(
  entries: readonly Entry[],
  thesaurus: Readonly<Record<string, string[]>>,
): Vocabulary['thesaurus'] {
  const texts = entries.flatMap(({ title, aliases, asked = '', headings, gist }) => [
    ...[title, ...aliases, asked, gist],
    ...headings.map(([text]) => text),
  ]);
  const known = new Set(texts.flatMap(wordsOf).map(stemOf));
  const left = Object.entries(thesaurus).map(([concept, words]): [string, string] => [
    concept,
    words.filter((word) => !wordsOf(word).every((part) => known.has(stemOf(part)))).join(' '),
  ]);
  return Object.fromEntries(left.filter(([, words]) => words !== ''));
}

/** What the handbook says for a word that readers have for it, by the thesaurus. */
export function conceptsFor(word: string, { thesaurus }: Vocabulary): string[] {
  const stem = stemOf(word);
  return Object.keys(thesaurus).filter((concept) =>
    wordsOf(thesaurus[concept] ?? '').some((other) => stemOf(other) === stem),
  );
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
  const found = new Set<string>();
  for (const { met, to } of synonymsIn(question, vocabulary)) {
    const kept = words.filter((word) => !met.has(stemOf(word)));
    to.forEach((other) => found.add([...kept, fold(other)].join(' ')));
  }
  return [...found].filter((wording) => wording !== words.join(' '));
}

/** The synonyms that a question meets: the stems of its words that they stand for, and what the handbook says instead. */
function synonymsIn(question: string, vocabulary: Vocabulary): { met: Set<string>; to: string[] }[] {
  const asked = new Set(wordsOf(question).map(stemOf));
  return vocabulary.synonyms.flatMap(({ from, to }) => {
    const met = from
      .map((phrase) => meaningfulStems(phrase, vocabulary))
      .filter((phrase) => phrase.every((stem) => asked.has(stem)))
      .flat();
    return met.length === 0 ? [] : [{ met: new Set(met), to }];
  });
}

/** The stems of the words that carry meaning in a phrase of the vocabulary; all of them when there are only stop words. */
function meaningfulStems(phrase: string, { stopWords }: Vocabulary): string[] {
  const words = wordsOf(phrase);
  const kept = words.filter((word) => !stopWords.includes(word));
  return (kept.length > 0 ? kept : words).map(stemOf);
}

/** What a word of a question counts beside the others: less when it says little. */
export function weightOfWords({ weakWords }: Vocabulary): (word: string) => number {
  const weak = new Set(weakWords.map((word) => formOf(fold(word)).root));
  return (word) => (weak.has(formOf(word).root) ? LITTLE : 1);
}

/** The entries that fit `question`, best first, at most `most`. */
export function searchNames(index: NameIndex, question: string, most = 40): Hit[] {
  const mended = mendedQuestion(index, question);
  const hits = rank(index, question, [
    ...insteadOf(index, question, FIT.synonym),
    ...(mended === undefined ? [] : insteadOf(index, mended, FIT.synonym * FIT.error)),
    ...readings(index, question).flatMap((reading) => insteadOf(index, reading, FIT.synonym * FIT.concept)),
    ...insteadOfCompounds(index, question),
  ]);
  return [...hits.values()].sort((a, b) => b.score - a.score).slice(0, most);
}

/** The question with one word that stands nowhere read as what the handbook says for it, in every way there is. */
function readings(index: NameIndex, question: string): string[] {
  const words = meaningfulWords(question, index.vocabulary);
  return words.flatMap((word, at) =>
    conceptsOf(index, word, seek(index, word)).map(([concept]) =>
      words.map((other, place) => (place === at ? concept : other)).join(' '),
    ),
  );
}

/** Something else that stands for some words of the question: which ones, what fits it, and what that is worth. */
interface Instead {
  /** Positions among the meaningful words of the question. */
  positions: number[];
  hits: Map<number, Hit>;
  share: number;
}

/** What the handbook says instead of words of the question. */
function insteadOf(index: NameIndex, question: string, share: number): Instead[] {
  const words = meaningfulWords(question, index.vocabulary).map(stemOf);
  return synonymsIn(question, index.vocabulary).flatMap(({ met, to }) => {
    const positions = words.flatMap((stem, at) => (met.has(stem) ? [at] : []));
    return to.map((other) => {
      const hits = index.fitting.get(other) ?? rank(index, other);
      index.fitting.set(other, hits);
      return { positions, hits, share };
    });
  });
}

/** The two halves, and what is said instead of them, for compounds that neither the handbook nor its readers have. */
function insteadOfCompounds(index: NameIndex, question: string): Instead[] {
  const known = new Set([...index.forms.values()].map(({ stem }) => stem));
  return meaningfulWords(question, index.vocabulary).flatMap((word, at) => {
    const halves = known.has(stemOf(word)) ? [] : halvesOf(word, known);
    return halves.map((half) => ({
      positions: [at],
      hits: rank(index, half, insteadOf(index, half, FIT.synonym)),
      share: FIT.part,
    }));
  });
}

/** “kennismakings|spel”, “cluster|manager”: both words of a compound and each by itself, if their stems are `known`. */
function halvesOf(word: string, known: ReadonlySet<string>): string[] {
  for (let at = word.length - SHORTEST_HALF; at >= SHORTEST_HALF; at -= 1) {
    const right = word.slice(at);
    // The letters that Dutch puts between: samenwerking-s-akkoord, groep-en-ronde.
    const left = [word.slice(0, at), word.slice(0, at).replace(/(?:s|en|e)$/, '')].find(
      (half) => half.length >= SHORTEST_HALF && known.has(stemOf(half)),
    );
    if (left !== undefined && known.has(stemOf(right))) return [`${left} ${right}`, left, right];
  }
  return [];
}
const SHORTEST_HALF = 4;

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

function rank(index: NameIndex, question: string, instead: readonly Instead[] = []): Map<number, Hit> {
  const words = meaningfulWords(question, index.vocabulary);
  const sought = words.map((word) => read(index, word));
  // Two words of the question that the handbook writes as one: “mini cluster”, “samenwerkings akkoord”.
  const pairs = words.slice(1).map((word, at) => seek(index, `${words[at] ?? ''}${word}`, true));
  const count = index.entries.length;
  const weightOf = weightOfWords(index.vocabulary);
  const rarity = sought.map(({ fits }, at) => {
    const holders = new Set([...fits.keys()].flatMap((w) => (index.places.get(w) ?? []).map(({ at }) => at)));
    const weight = weightOf(words[at] ?? '');
    if (holders.size === 0)
      for (const { positions, hits } of instead)
        if (positions.includes(at))
          for (const [entry, { score }] of hits) if (score > 0.5) holders.add(entry);
    return weight * (holders.size === 0 ? NOWHERE : Math.log(1 + count / holders.size));
  });
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const gathered = new Map<number, Gathered>();
  const gatheredOf = (at: number): Gathered => {
    const known = gathered.get(at) ?? {
      perWord: words.map(() => ({})),
      perHeading: new Map(),
      asked: words.map(() => []),
    };
    gathered.set(at, known);
    return known;
  };
  const put = (position: number, { fits }: Sought): void => {
    for (const [word, fit] of fits) {
      for (const { at, field, weight, heading, order } of index.places.get(word) ?? []) {
        const entry = gatheredOf(at);
        raise(entry.perWord[position], field, fit * weight);
        if (field === 'asked' && fit >= FIT.root) entry.asked[position]?.push({ order, fit });
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
  // What stands for a word of the question is worth what it would be by itself, in the place of that word only.
  const named = new Map<number, number>();
  for (const { positions, hits: others, share } of instead) {
    for (const [at, { score }] of others) {
      const entry = gatheredOf(at);
      for (const position of positions) raise(entry.perWord[position], 'instead', score * share);
      named.set(at, Math.max(named.get(at) ?? 0, (score * positions.length) / words.length));
    }
  }
  const hits = new Map<number, Hit>();
  for (const [at, { perWord, perHeading, asked }] of gathered) {
    const entry = index.entries[at];
    if (!entry) continue;
    const weigh = (row: readonly number[]): number =>
      row.reduce((sum, value, position) => sum + value * (rarity[position] ?? 0), 0) / whole;
    raiseNeighbours(perWord, asked);
    const base = weigh(perWord.map(worthOfWord));
    const [top] = [...perHeading]
      .map(([number, row]) => ({ number, score: weigh(row) }))
      .sort((a, b) => b.score - a.score);
    const heading = top && top.score > 0.5 ? entry.headings[top.number] : undefined;
    const itsName = shareOfName(entry, sought, pairs);
    const isNamed =
      itsName === 1 && perWord.every(({ title = 0, alias = 0 }) => Math.max(title, alias) >= NAMED);
    const likely = Math.max(LIKELY[entry.kind], isNamed ? LIKELY_NAMED : 0);
    const share = Math.max(itsName, named.get(at) ?? 0);
    const score = base * likely * (0.85 + 0.15 * share);
    hits.set(at, heading ? { entry, score, heading } : { entry, score });
  }
  return hits;
}

/** What an entry has of a question. */
interface Gathered {
  /** Per word of the question its best worth in each field. */
  perWord: Worths[];
  /** Per heading how well each word fits. */
  perHeading: Map<number, number[]>;
  /** Per word of the question where it stands among those readers ask with, and how well it fits there. */
  asked: { order: number; fit: number }[][];
}
type Worths = Partial<Record<Field, number>>;

function raise(worths: Worths | undefined, field: Field, worth: number): void {
  if (worths) worths[field] = Math.max(worths[field] ?? 0, worth);
}

/** Two words of the question that readers asked together count as much as if they stood in a short list. */
function raiseNeighbours(perWord: readonly Worths[], asked: Gathered['asked']): void {
  asked.forEach((places, position) => {
    const others = asked.filter((_, other) => other !== position).flat();
    for (const { order, fit } of places)
      if (others.some((other) => other.order !== order && Math.abs(other.order - order) <= BESIDE))
        raise(perWord[position], 'asked', fit * ASKED_TOGETHER);
  });
}

/** What a word of the question is worth for an entry: its best place, and a little for every other one. */
function worthOfWord(worths: Worths): number {
  const [best = 0, ...others] = Object.values(worths).sort((a, b) => b - a);
  return best + (1 - best) * Math.min(1, ELSEWHERE * others.reduce((sum, worth) => sum + worth, 0));
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

/**
 * Everything in the index that a word of the question may stand for. A word that stands nowhere is read as the words of
 * the handbook for the same thing, if the thesaurus has it; one that stands somewhere means what it says.
 */
function read(index: NameIndex, word: string): Sought {
  const asIs = seek(index, word);
  const concepts = conceptsOf(index, word, asIs);
  if (concepts.length === 0) return asIs;
  const fits = new Map(asIs.misspelt ? [] : asIs.fits);
  for (const [concept, share] of concepts)
    for (const [known, fit] of seek(index, concept).fits)
      fits.set(known, Math.max(fits.get(known) ?? 0, fit * share));
  return { word, fits, misspelt: false };
}

/** What the handbook says for a word that stands nowhere, mistyped or not, and how much of that word's worth it has. */
function conceptsOf(
  { known, concepts }: NameIndex,
  word: string,
  { fits, misspelt }: Sought,
): [concept: string, share: number][] {
  if (known.has(stemOf(word))) return [];
  const meant = [...fits].filter(([, fit]) => misspelt || fit >= FIT.root);
  return meant.flatMap(([other, fit]) =>
    (concepts.get(stemOf(other)) ?? []).map((concept): [string, number] => [concept, fit * FIT.concept]),
  );
}

/** Everything in the index that `word` may stand for. `exact`: no parts and no typing errors. */
function seek({ forms, little }: NameIndex, word: string, exact = false): Sought {
  const fits = new Map<string, number>();
  const { stem, root, sound } = formOf(word);
  for (const [known, form] of forms) {
    // “met” is no form of “meten”, and it stands everywhere.
    if (known !== word && little.has(known)) continue;
    const fit = fitOf(word, stem, known, form.stem, exact);
    if (fit > 0) fits.set(known, fit);
    if (!exact && fit < FIT.root && root.length > 2 && form.root === root) fits.set(known, FIT.root);
  }
  // “verkiesing” shares its root with “verkiezen”, but sounds like “verkiezing”: that is what is meant.
  const twins = exact || [...fits.values()].some((fit) => fit > FIT.root) ? [] : twinsOf(word, sound, forms);
  if (twins.length > 0) {
    for (const twin of twins) fits.set(twin, FIT.stem);
    return { word, fits, misspelt: true };
  }
  // A word that only holds a known one (“rechtvorm”, “recht”) may still be a mistyped other one.
  if (exact || [...fits.values()].some((fit) => fit > FIT.contains)) return { word, fits, misspelt: false };
  const whole = fits.size;
  const allowed = errorsAllowed(word);
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

/** Known words that sound like `word` and are spelt otherwise; a last letter alone (“betaald”, “betaalt”) is no error. */
function twinsOf(word: string, sound: string, forms: NameIndex['forms']): string[] {
  if (errorsAllowed(word) === 0) return [];
  return [...forms]
    .filter(([known, form]) => form.sound === sound && known.slice(0, -1) !== word.slice(0, -1))
    .map(([known]) => known);
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
