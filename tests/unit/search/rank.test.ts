import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedWords,
  indexNames,
  meaningfulWords,
  mendedQuestion,
  mergeHits,
  otherWordings,
  searchNames,
  thesaurusBeside,
  varied,
  type Entry,
  type Kind,
} from '../../../src/domain/search/index.ts';

const entry = (title: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'page',
  title,
  url: `/${title}/`,
  gist: '',
  aliases: [],
  headings: [],
  ...more,
});
const vocabulary = {
  stopWords: ['de', 'het', 'een', 'van'],
  weakWords: ['vinden', 'groot'],
  synonyms: [{ from: ['vennootschap', 'oprichten'], to: ['rechtsvorm'] }],
  thesaurus: { bezwaar: 'tegenwerping', vennootschap: 'firmavorm', oorzaken: 'bedrijven aanleiding' },
};
const entries = [
  entry('Visgeraamte', {
    kind: 'technique',
    aliases: ['arête de poisson', 'fishbone'],
    asked: 'oorzaken waardoor',
  }),
  entry('Samenwerkingsakkoord', { kind: 'term', gist: 'Wat de bedrijven samen afspreken.' }),
  entry('Wat is een mini-cluster?', { headings: [['Met hoeveel bedrijven', 'hoeveel']] }),
  entry('Rechtsvormen vergelijken'),
  entry('Bezwaar', { kind: 'term' }),
  entry('Feedback', { kind: 'technique', asked: 'kennismaking presentatie' }),
  entry('Feedback in een grote groep van zes bedrijven'),
];
const index = indexNames(entries, vocabulary);
const titles = (question: string) => searchNames(index, question).map((hit) => hit.entry.title);

describe('names are found', () => {
  test.each([
    ['by themselves', 'visgeraamte', 'Visgeraamte'],
    ['by another name, without accents', 'arete de poisson', 'Visgeraamte'],
    ['by the second half of a compound', 'akkoord', 'Samenwerkingsakkoord'],
    ['by a longer compound', 'samenwerkingsakkoordje', 'Samenwerkingsakkoord'],
    ['written as one word', 'minicluster', 'Wat is een mini-cluster?'],
    ['written apart', 'mini cluster', 'Wat is een mini-cluster?'],
    ['by two words of ours written apart', 'samenwerkings akkoord', 'Samenwerkingsakkoord'],
    ['by a plural', 'bezwaren', 'Bezwaar'],
    ['by the beginning, while typing', 'visg', 'Visgeraamte'],
    ['with a typing error', 'visgeramte', 'Visgeraamte'],
    ['by what readers ask of it', 'waardoor komt dat', 'Visgeraamte'],
    ['by another kind of the word', 'feedbackje', 'Feedback'],
    ['by a half of a compound that nobody has', 'kennismakingsvisgeraamte', 'Visgeraamte'],
    ['by a reader’s word for it', 'een vennootschap oprichten', 'Rechtsvormen vergelijken'],
  ])('%s', (_, question, title) => {
    expect(titles(question)[0]).toBe(title);
  });

  test('the name that the question says whole comes before a longer one', () => {
    expect(titles('feedback').slice(0, 2)).toEqual([
      'Feedback',
      'Feedback in een grote groep van zes bedrijven',
    ]);
  });

  test('a heading that fits is given with its anchor', () => {
    expect(searchNames(index, 'hoeveel bedrijven')[0]?.heading).toEqual(['Met hoeveel bedrijven', 'hoeveel']);
  });

  test('nothing is found for a word that is like none', () => {
    expect(titles('xqzvbnm')).toEqual([]);
  });
});

test('any question gives scores between 0 and about 1, best first, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (question) => {
      const scores = searchNames(index, question).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1.001).toBe(true);
      mendedQuestion(index, question);
      otherWordings(question, vocabulary);
    }),
  );
});

test('what is said instead of one word leaves the other words their say', () => {
  const more = indexNames(
    [entry('Bezwaar'), entry('Rechtsvormen vergelijken'), entry('Bezwaar tegen een rechtsvorm')],
    vocabulary,
  );
  expect(searchNames(more, 'bezwaar bij een vennootschap')[0]?.entry.title).toBe(
    'Bezwaar tegen een rechtsvorm',
  );
});

test('a word without meaning is a form of no other word', () => {
  const words = { ...vocabulary, stopWords: [...vocabulary.stopWords, 'met'] };
  const more = indexNames([entry('Vis'), entry('Impact meten'), entry('Feedback met vrienden')], words);
  expect(searchNames(more, 'meten').map((hit) => hit.entry.title)).toEqual(['Impact meten']);
  expect(searchNames(more, 'met')[0]?.entry.title).toBe('Feedback met vrienden');
});

test('a word that says little hardly counts', () => {
  const more = indexNames([entry('Groot vinden'), entry('Bezwaar')], vocabulary);
  expect(searchNames(more, 'groot bezwaar vinden')[0]?.entry.title).toBe('Bezwaar');
});

describe('what a page is about comes before what it has in passing', () => {
  const first = (question: string, words: typeof vocabulary, ...some: Entry[]) =>
    searchNames(indexNames(some, words), question)[0]?.entry.title;

  test('a word of a short list of readers’ words counts more than one of a long list', () => {
    const many = Array.from({ length: 150 }, (_, at) => `woord${at}`).join(' ');
    const long = entry('Lang', { asked: `dakgoot ${many}` });
    const short = entry('Kort', { asked: 'dakgoot regenpijp' });
    expect(first('dakgoot', vocabulary, long, short)).toBe('Kort');
  });

  test('words that readers asked together count more than when they asked them of different things', () => {
    const apart = entry('Apart', { asked: 'dakgoot een twee drie vier regenpijp' });
    const together = entry('Samen', { asked: 'een twee drie vier dakgoot regenpijp' });
    expect(first('regenpijp en dakgoot', vocabulary, apart, together)).toBe('Samen');
  });

  test('a word that stands in a heading and in the gist counts more than in a heading alone', () => {
    const passing = entry('Terloops', { headings: [['De dakgoot', 'dakgoot']] });
    const subject = entry('Onderwerp', { headings: [['De dakgoot', 'dakgoot']], gist: 'Over een dakgoot.' });
    expect(first('dakgoot', vocabulary, passing, subject)).toBe('Onderwerp');
  });

  test('a term that the question calls by its name comes before a page that only says it otherwise', () => {
    const words = { ...vocabulary, synonyms: [{ from: ['vennoot'], to: ['rechtsvormen'] }] };
    const page = entry('Rechtsvormen', {
      kind: 'legal-form',
      asked: 'vennoot',
      gist: 'Wat een vennoot doet.',
    });
    const term = entry('Vennoot', { kind: 'term' });
    expect(first('vennoot', words, page, term)).toBe('Vennoot');
  });
});

describe('a word of the thesaurus', () => {
  test.each([
    ['is read as the word of the handbook', 'tegenwerping', 'Bezwaar'],
    ['also in another form', 'de tegenwerpingen', 'Bezwaar'],
    ['also mistyped', 'tegenwrping', 'Bezwaar'],
    ['also as what is said instead of that word', 'een firmavorm', 'Rechtsvormen vergelijken'],
    ['also as a word that only readers have', 'aanleiding', 'Visgeraamte'],
  ])('%s', (_, question, title) => {
    expect(titles(question)[0]).toBe(title);
  });

  test('is worth less than the word itself, and is no typing error', () => {
    const [named] = searchNames(index, 'bezwaar');
    const [read] = searchNames(index, 'tegenwerping');
    expect(read!.score).toBeLessThan(named!.score);
    expect(mendedQuestion(index, 'tegenwerping')).toBeUndefined();
  });

  test('is not read backwards, and a word that the handbook has means what it says', () => {
    const without = indexNames(entries, { ...vocabulary, thesaurus: {} });
    for (const question of ['bezwaar', 'bedrijven', 'hoeveel bedrijven', 'oorzaken'])
      expect(searchNames(index, question)).toEqual(searchNames(without, question));
  });

  test('goes to the browser only if it stands nowhere', () => {
    expect(
      thesaurusBeside(entries, { oorzaken: ['bedrijven', 'aanleiding', 'reden'], bezwaar: ['presentaties'] }),
    ).toEqual({ oorzaken: 'aanleiding reden' });
  });
});

test('what readers ask goes to the browser word by word, each in one form, without those that say little', () => {
  expect(
    askedWords(['een klant vinden', 'De klanten betáált', 'een werf'], vocabulary, ['Onze werven']),
  ).toBe('klant betaalt');
});

test('a question of stop words alone is still a question', () => {
  expect(meaningfulWords('het van een', vocabulary)).toEqual(['het', 'van', 'een']);
  expect(meaningfulWords('het bezwaar', vocabulary)).toEqual(['bezwaar']);
});

describe('“Bedoelde u”', () => {
  test('finds what a mistyped word of readers stands for', () => {
    expect(titles('venootschap')).toEqual(['Rechtsvormen vergelijken']);
    expect(mendedQuestion(index, 'venootschap')).toBe('vennootschap');
    expect(mendedQuestion(index, 'vennootschap')).toBeUndefined();
  });

  test('takes a word that only holds a known one for a mistyped other one', () => {
    const wider = indexNames([...entries, entry('Recht in het kort')], vocabulary);
    expect(searchNames(wider, 'rechtvorm')[0]?.entry.title).toBe('Rechtsvormen vergelijken');
  });

  test('takes a word that sounds like one and shares its root with another for the first', () => {
    const wider = indexNames([entry('Verkiezing zonder kandidaat'), entry('Hoe we verkiezen')], vocabulary);
    expect(mendedQuestion(wider, 'verkiesing')).toBe('verkiezing');
    expect(mendedQuestion(wider, 'verkiezingen')).toBeUndefined();
  });

  test('mends the misspelt word and leaves the others', () => {
    expect(mendedQuestion(index, 'het visgeraamre')).toBe('het visgeraamte');
  });
  test.each(['visgeraamte', 'vennootschap', 'akkoord', 'xqzvbnm', ''])('is silent about “%s”', (question) => {
    expect(mendedQuestion(index, question)).toBeUndefined();
  });
});

describe('names and texts in one list', () => {
  const byUrl = (url: string) => entries.find((one) => one.url === url);

  test('a page that both found rises; a page only the text found comes too; an unknown address does not', () => {
    const names = searchNames(index, 'bedrijven');
    const last = names.at(-1)!;
    const merged = mergeHits(
      names,
      [
        { url: last.entry.url, excerpt: 'a <mark>b</mark>', share: 0.5 },
        { url: '/Bezwaar/', excerpt: '', share: 1 },
        { url: '/nergens/', excerpt: '', share: 1 },
      ],
      byUrl,
    );
    expect(merged.find(({ entry: { url } }) => url === last.entry.url)!.score).toBeGreaterThan(last.score);
    expect(merged.map(({ entry: { url } }) => url)).toContain('/Bezwaar/');
    expect(merged).toHaveLength(new Set([...names.map((hit) => hit.entry.url), '/Bezwaar/']).size);
  });

  test('a name that fits wholly stays before the best text', () => {
    const merged = mergeHits(
      searchNames(index, 'bezwaar'),
      [{ url: '/Feedback/', excerpt: '', share: 1 }],
      byUrl,
    );
    expect(merged[0]?.entry.title).toBe('Bezwaar');
  });

  test('a word in passing in a text does not lift a page over one with a clearly better name', () => {
    const hits = [0.5, 0.42].map((score, at) => ({ entry: entries[at]!, score }));
    const merged = mergeHits(hits, [{ url: hits[1]!.entry.url, excerpt: '', share: 1 }], byUrl);
    expect(merged.map(({ entry: one }) => one)).toEqual(hits.map(({ entry: one }) => one));
  });
});

describe('the first three results', () => {
  const results = (...kinds: [Kind, number][]) =>
    kinds.map(([kind, score]) => ({ entry: entry(`${kind} ${score}`, { kind }), score }));
  const kinds = (list: readonly { entry: Entry }[]) => list.map(({ entry: { kind } }) => kind);

  test('are not all of one kind when another kind is nearly as good', () => {
    const found = results(['term', 0.9], ['term', 0.8], ['term', 0.7], ['term', 0.69], ['tool', 0.6]);
    expect(kinds(varied(found))).toEqual(['term', 'term', 'tool', 'term', 'term']);
  });

  test.each([
    ['another kind is among them', results(['term', 1], ['tool', 0.9], ['term', 0.8], ['case', 0.8])],
    ['every other kind is much worse', results(['term', 1], ['term', 0.9], ['term', 0.8], ['tool', 0.5])],
    ['there are only two', results(['term', 1], ['term', 0.9])],
  ])('stay as they are when %s', (_, found) => {
    expect(varied(found)).toEqual(found);
  });
});
