import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodecModel } from '../../../src/domain/assessment/index.ts';
import {
  addSubmission,
  type Collected,
  encodeInvitation,
  encodeSubmission,
  type Outcome,
  readLines,
  type Round,
  type Submission,
  toCode,
} from '../../../src/domain/round/index.ts';
import { plain } from '../../../src/domain/round/symbols.ts';
import { assessment, modelItem } from '../assessment/models.ts';
import {
  anyText,
  byId,
  collection,
  linkOf,
  member,
  modelAndRound,
  replaced,
  ROUND,
  submissionOf,
} from './models.ts';

const ADDRESS = 'https://www.minicluster.be/hulpmiddelen/groep/';
const urlOf = (submission: Submission): string => `${ADDRESS}#${linkOf(submission)}`;
const codeOf = (submission: Submission, round = ROUND): string => toCode(assessment, round, submission);
const OTHER: Round = { ...ROUND, id: 'zzzzzz' };

const read = (text: string, collected: Collected = {}) => readLines(assessment, ROUND, collected, text);
/** Outcomes as `line outcome`. */
const outcomes = (text: string, collected: Collected = {}): string[] =>
  read(text, collected).reports.map(({ line, outcome }) => `${line} ${outcome}`);

const [ann, bob, cas] = [member(1), member(2), member(3)];

describe('a pasted line', () => {
  test.each([
    ['a link', (url: string) => url],
    ['what stands after #', (_url: string, link: string) => link],
    ['it with #', (_url: string, link: string) => `#${link}`],
    ['a sentence', (url: string) => `Dag Piet, hier is mijn antwoord: ${url} groeten, Jan`],
    ['a sentence that ends with it', (url: string) => `Mijn antwoord staat op ${url}.`],
    ['brackets', (url: string) => `(${url})`],
    ['pointed brackets', (url: string) => `Antwoord <${url}>, tot dinsdag`],
    ['quotes', (url: string) => `"${url}"`],
    ['Dutch quotes', (url: string) => `‘${url}’;`],
    ['Markdown', (url: string) => `[mijn antwoord](${url})`],
    ['Markdown that shows the address', (url: string) => `[${url}](${url})`],
    ['HTML', (url: string) => `<a href="${url}">${url}</a>`],
    ['a quoted mail', (url: string) => `> > ${url}`],
    ['an exclamation', (url: string) => `${url}!`],
    ['tracking', (url: string) => `${url}?utm_source=mail&utm_campaign=ronde`],
    ['more tracking', (url: string) => `${url}&fbclid=IwAR0abc.def`],
    ['an exported chat', (url: string) => `[22/11/2026, 10:03:12] Jan Peeters: ${url}`],
    ['another exported chat', (url: string) => `22-11-2026 10:03 - Jan Peeters: ${url}`],
    ['a chat with hidden marks', (url: string) => `\u200e[22/11/2026, 10:03] Jan: \u200e${url}\u200b`],
    ['a cell of a table', (url: string) => `\ufeff3;"Jan";"${url}";x`],
    ['a cell after a tab', (url: string) => `Jan\t${url}\t2026`],
    ['JSON', (url: string) => `{"antwoord":"${url}"}`],
    [
      'an address that a mail program wrapped',
      (url: string) =>
        `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01`,
    ],
    [
      'one that was wrapped twice',
      (url: string) => `https://l.example.com/?u=${encodeURIComponent(encodeURIComponent(url))}&h=AT3x`,
    ],
    ['a host that looks like a link', (url: string) => url.replace('www.minicluster.be', 's1.example.com')],
    [
      'a host that ends like one',
      (url: string) => url.replace('www.minicluster.be', 'groeps1.renovatiewerken.org'),
    ],
    [
      'marks within it that nobody sees',
      (url: string) => url.replace(/.{9}$/, '\u200b$&').replace('hulp', 'h\u00adulp'),
    ],
    ['a link in capitals', (_url: string, link: string) => link.toUpperCase()],
  ])('with a link in or as %s is read', (_what, around) => {
    const line = around(urlOf(ann), linkOf(ann));
    expect(read(line)).toEqual({
      collected: { [ann.id]: ann },
      reports: [{ line: 1, outcome: 'new', id: ann.id }],
    });
  });

  test.each([
    ['a code', (code: string) => code],
    ['a code in small letters', (code: string) => code.toLowerCase()],
    ['a sentence', (code: string) => `Mijn code is ${code} groetjes van Piet`],
    [
      'words of four letters around it',
      (code: string) => `hier mijn code voor onze ronde ${code} veel werk toch`,
    ],
    ['a sentence that ends with it', (code: string) => `De code: ${code}.`],
    ['brackets', (code: string) => `Jan (${code})`],
    ['spaces in place of dashes', (code: string) => `Jan: ${code.replaceAll('-', ' ')}`],
    ['wide spaces', (code: string) => code.replaceAll('-', '\u00a0 - ')],
    ['other dashes', (code: string) => code.replaceAll('-', '–')],
    ['no dashes', (code: string) => `Jan: ${code.replaceAll('-', '')} dank u`],
    ['symbols one by one', (code: string) => `${[...code.replaceAll('-', '')].join(' ')}`],
    ['groups of three', (code: string) => code.replaceAll('-', '').replaceAll(/(.{3})/g, '$1 ')],
    ['look-alikes', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['an exported chat', (code: string) => `[22/11/2026, 10:03:12] Jan Peeters: ${code}`],
    ['a cell of a table', (code: string) => `3;Jan;${code};2026`],
    [
      'marks within it that nobody sees',
      (code: string) => code.replaceAll('-', '-\u2060').replace(/.{2}$/, '\u200d$&'),
    ],
    ['its group before it', (code: string) => `${code.slice(0, 4)} ${code}`],
  ])('with a code in or as %s is read', (_what, around) => {
    expect(read(around(codeOf(ann)))).toEqual({
      collected: { [ann.id]: ann },
      reports: [{ line: 1, outcome: 'new', id: ann.id }],
    });
  });

  test('with several links and codes gives them all', () => {
    expect(outcomes(`${urlOf(ann)} ${urlOf(bob)}, ${codeOf(cas)}`)).toEqual(['1 new', '1 new', '1 new']);
    expect(outcomes(`${codeOf(ann)} ${codeOf(bob)} en ${codeOf(cas)}`)).toEqual(['1 new', '1 new', '1 new']);
  });

  test('with the link and the code of one member counts that member once', () => {
    expect(outcomes(`${urlOf(ann)} of ${codeOf(ann)}`)).toEqual(['1 new', '1 known']);
  });

  test('with something good and something damaged takes the one and tells of the other', () => {
    const torn = linkOf(bob).slice(0, 40);
    const wrong = replaced(linkOf(bob), 25, 'x');
    const slip = replaced(codeOf(bob), 5, codeOf(bob)[5] === '0' ? '1' : '0');
    for (const bad of [torn, `${ADDRESS}#${torn}`, wrong, slip]) {
      const both = read(`${urlOf(ann)} en ${bad}`);
      expect(both.collected).toEqual({ [ann.id]: ann });
      expect(both.reports.map(({ outcome }) => outcome).toSorted()).toEqual(['damaged', 'new']);
    }
    expect(outcomes(`${codeOf(ann)} ${slip}`)).toEqual(['1 new', '1 damaged']);
    expect(outcomes(`${slip} ${codeOf(ann)}`).toSorted()).toEqual(['1 damaged', '1 new']);
  });

  const damagedCode = replaced(codeOf(ann), 10, codeOf(ann)[10] === '2' ? '3' : '2');

  test.each<[string, string, Outcome]>([
    ['a link that was cut off', urlOf(ann).slice(0, -9), 'damaged'],
    ['a link cut off after its first characters', `${ADDRESS}#s1.k3m`, 'damaged'],
    ['the rest of a wrapped address', `?url=x%23${linkOf(ann).slice(0, 30)}`, 'damaged'],
    ['a bare link that was cut off', linkOf(ann).slice(0, 30), 'damaged'],
    ['a link with a letter too many', `${urlOf(ann)}x`, 'damaged'],
    ['a changed link', replaced(urlOf(ann), ADDRESS.length + 20, 'x'), 'damaged'],
    ['a code with a slip', damagedCode, 'damaged'],
    ['a code with a slip in a sentence', `Hier is ze dan: ${damagedCode} groeten`, 'damaged'],
    ['a code with a slip and no dashes', damagedCode.replaceAll('-', ''), 'damaged'],
    ['a code without its last group', codeOf(ann).slice(0, -5), 'damaged'],
    ['a code without dashes that lacks a symbol', codeOf(ann).replaceAll('-', '').slice(1), 'damaged'],
    ['one that lacks three', codeOf(ann).replaceAll('-', '').slice(3), 'damaged'],
    ['one that lacks more', codeOf(ann).replaceAll('-', '').slice(4), 'foreign'],
    ['a word as long as a code', 'burgerlijkeaansprakelijkheidsverzekering'.slice(0, 38), 'foreign'],
    ['a link of a later version', linkOf(ann).replace('s1.', 's2.'), 'damaged'],
    ['words', 'Dag iedereen, tot dinsdag om 14 uur', 'foreign'],
    ['words of four letters', 'Hier mijn code voor onze werf veel werk', 'foreign'],
    ['four-letter words with one number', 'Tour door onze werf 2026', 'foreign'],
    ['one word', 'ok', 'foreign'],
    ['a telephone number', '0470 12 34 56', 'foreign'],
    ['a day and an hour', '2026-11-22 10:03', 'foreign'],
    ['an ordinary address', 'https://www.minicluster.be/hulpmiddelen/groep/', 'foreign'],
    ['a host that ends like a link', 'https://groeps1.vlaanderen.org/rondleiding', 'foreign'],
    ['an invitation', `${ADDRESS}#${encodeInvitation(ROUND)}`, 'foreign'],
    ['a link to a result', `${ADDRESS}#a1.n${'2'.repeat(44)}.abc`, 'foreign'],
    ['signs', '???', 'foreign'],
    ['a link of another round', `${ADDRESS}#${linkOf({ ...ann, round: 'zzzzzz' })}`, 'other-round'],
    ['a link of another start', `${ADDRESS}#${linkOf({ ...ann, start: 'formal' })}`, 'other-start'],
    // Ordinary words may be one by chance, so it is looked for only as it is written.
    [
      'a code of another round in threes',
      codeOf(ann, OTHER)
        .replaceAll('-', '')
        .replaceAll(/(.{3})/g, '$1 '),
      'foreign',
    ],
    [
      'a code of a shorter round in threes',
      toCode(assessment, { ...OTHER, phases: ['1-zich-inspireren'] }, ann)
        .replaceAll('-', '')
        .replaceAll(/(.{3})/g, '$1 '),
      'foreign',
    ],
    ['a code of another round', `Hier is ze: ${codeOf(ann, OTHER)}.`, 'other-round'],
    [
      'a code of a shorter round in a sentence of short words',
      `mijn code ${toCode(assessment, { ...OTHER, phases: ['1-zich-inspireren'] }, ann)} van Jan`,
      'other-round',
    ],
  ])('with %s adds nothing and says which', (_what, line, outcome) => {
    expect(read(line, { [bob.id]: bob })).toEqual({
      collected: { [bob.id]: bob },
      reports: [
        { line: 1, outcome, id: outcome.startsWith('other') && line.includes('s1.') ? ann.id : null },
      ],
    });
  });

  test('with a code of a longer round than this one is told apart too', () => {
    const short: Round = { ...ROUND, phases: ['1-zich-inspireren'] };
    const { reports } = readLines(assessment, short, {}, `mijn code: ${codeOf(ann, OTHER)}`);
    expect(reports).toEqual([{ line: 1, outcome: 'other-round', id: null }]);
  });
});

describe('versions of the assessment', () => {
  const first: CodecModel = {
    version: 1,
    routes: { new: ['1-een'], informal: ['1-een'], formal: ['1-een'] },
    items: [modelItem({ id: 'weg', phase: '1-een' }), modelItem({ id: 'blijft', phase: '1-een' })],
    codec: { 1: ['weg', 'blijft'] },
  };
  const second: CodecModel = {
    ...first,
    version: 2,
    items: [modelItem({ id: 'nieuw', phase: '1-een' }), modelItem({ id: 'blijft', phase: '1-een' })],
    codec: { ...first.codec, 2: ['nieuw', 'blijft'] },
  };
  const round: Round = { ...ROUND, phases: ['1-een'] };
  const old: Submission = { ...ann, version: 1, answers: { weg: '1', blijft: '2' } };
  const fresh: Submission = { ...ann, version: 2, answers: { nieuw: '3', blijft: '2' } };

  test('a link of an older one is read, a code of an older one named', () => {
    expect(readLines(second, round, {}, encodeSubmission(first, old))).toEqual({
      collected: { [old.id]: old },
      reports: [{ line: 1, outcome: 'new', id: old.id }],
    });
    expect(readLines(second, round, {}, toCode(first, round, old)).reports).toEqual([
      { line: 1, outcome: 'older', id: null },
    ]);
  });

  test('what a newer one made is named', () => {
    for (const text of [encodeSubmission(second, fresh), toCode(second, round, fresh)])
      expect(readLines(first, round, {}, text)).toEqual({
        collected: {},
        reports: [{ line: 1, outcome: 'newer', id: null }],
      });
  });
});

describe('pasted lines', () => {
  test.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('are counted from 1 with %s between them, empty ones too', (_name, end) => {
    const text = ['', urlOf(ann), '   ', 'onzin', codeOf(bob), linkOf(cas).slice(0, 20), ''].join(end);
    expect(outcomes(text)).toEqual(['2 new', '4 foreign', '5 new', '6 damaged']);
  });

  test('may mix all line endings', () => {
    expect(outcomes(`${urlOf(ann)}\r\n\nx\r${urlOf(bob)}\n\ry`)).toEqual([
      '1 new',
      '3 foreign',
      '4 new',
      '6 foreign',
    ]);
  });

  test('without anything give nothing', () => {
    expect(read('')).toEqual({ collected: {}, reports: [] });
    expect(read(' \r\n\t\n')).toEqual({ collected: {}, reports: [] });
  });

  test('of one member count once: the later one takes the place of the earlier, in any order', () => {
    const later = { ...ann, revision: 1, answers: bob.answers };
    expect(outcomes(`${urlOf(ann)}\n${urlOf(ann)}\n${urlOf(later)}\n${urlOf(ann)}`)).toEqual([
      '1 new',
      '2 known',
      '3 replaced',
      '4 known',
    ]);
    expect(read(`${urlOf(later)}\n${urlOf(ann)}`).collected).toEqual({ [ann.id]: later });
    expect(outcomes(urlOf(later), { [ann.id]: ann })).toEqual(['1 replaced']);
  });

  test('two hundred of them, good and bad, go in as far as they are good', () => {
    const all = Array.from({ length: 200 }, (_, at) => member(at));
    const ways = [urlOf, linkOf, codeOf, (one: Submission) => `${one.id}: ${codeOf(one)} dank u`];
    const lines = all.flatMap((one, at) => [ways[at % 4]!(one), at % 3 === 0 ? `onzin ${at}` : '']);
    const { collected, reports } = read(lines.join('\r\n'));
    expect(collected).toEqual(byId(all));
    expect(reports.filter(({ outcome }) => outcome === 'new').map(({ line }) => line)).toEqual(
      all.map((_, at) => at * 2 + 1),
    );
    expect(reports.filter(({ outcome }) => outcome === 'foreign')).toHaveLength(67);
    expect(reports).toHaveLength(267);
  });

  /** A line that holds a submission, and lines that hold none. */
  const good = submissionOf(assessment, ROUND).chain((submission) =>
    fc
      .constantFrom(urlOf(submission), linkOf(submission), codeOf(submission))
      .map((text) => ({ text, submission })),
  );
  const junk = fc.oneof(
    anyText,
    fc.lorem(),
    fc.webUrl({ withFragments: true }),
    fc.json(),
    fc.constantFrom(
      's1.',
      '#s1.abc',
      's1.k3m9qz.abc',
      '-',
      'ABCD-EFGH-1234-5678',
      '__proto__',
      'constructor',
    ),
    good.chain(({ text }) => fc.nat(text.length).map((end) => text.slice(0, end))),
  );
  const line = fc.oneof(
    good,
    junk.map((text) => ({ text, submission: null })),
  );

  test('never throw, always let the good ones in, lose nothing that was there, and leave no line unreported', () => {
    const scene = collection.chain(({ collected }) => fc.constant(collected));
    fc.assert(
      fc.property(
        scene,
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (before, lines, end) => {
          // Junk may hold line ends of its own.
          const text = lines.map((one) => one.text).join(end);
          const { collected, reports } = read(text, before);
          const ids = Object.keys(collected);
          for (const id of Object.keys(before)) expect(ids).toContain(id);
          for (const { submission } of lines) {
            if (!submission) continue;
            expect(collected[submission.id]?.revision).toBeGreaterThanOrEqual(submission.revision);
          }
          const filled = text.split(/\r\n|\r|\n/).flatMap((one, at) => (one.trim() === '' ? [] : [at + 1]));
          expect([...new Set(reports.map((report) => report.line))]).toEqual(filled);
          for (const { outcome, id } of reports)
            if (outcome === 'new' || outcome === 'replaced' || outcome === 'known') expect(ids).toContain(id);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('bring in no more than was in them', () => {
    fc.assert(
      fc.property(modelAndRound, fc.array(junk, { maxLength: 5 }), ({ model, round }, texts) => {
        const { collected, reports } = readLines(model, round, {}, texts.join('\n'));
        expect(collected).toEqual({});
        expect(reports.some(({ outcome }) => outcome === 'new')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('do not hang on long lines', () => {
    const long = ['s1.', 'a-', '0123 ', 'ABCD-', 's1', '%25', '"', '9'].map((part) => part.repeat(5000));
    const { collected } = read([...long, urlOf(ann)].join('\n'));
    expect(collected).toEqual({ [ann.id]: ann });
  });
});

describe('one submission', () => {
  test('is refused when it is for another round or start, and what was collected stays the same object', () => {
    const before = { [bob.id]: bob };
    for (const [submission, outcome] of [
      [{ ...ann, round: 'zzzzzz' }, 'other-round'],
      [{ ...ann, start: 'informal' }, 'other-start'],
    ] as const) {
      const added = addSubmission(ROUND, before, submission);
      expect(added.outcome).toBe(outcome);
      expect(added.collected).toBe(before);
    }
  });

  test('that was there already changes nothing', () => {
    expect(addSubmission(ROUND, { [ann.id]: ann }, { ...ann })).toEqual({
      collected: { [ann.id]: ann },
      outcome: 'known',
    });
  });

  test('with the name of what every object has is new like any other', () => {
    for (const id of ['constructor', '__proto__', 'toString']) {
      const { collected, outcome } = addSubmission(ROUND, {}, { ...ann, id });
      expect(outcome).toBe('new');
      expect(Object.getPrototypeOf(collected)).toBe(Object.prototype);
      expect(plain(id)).not.toHaveLength(6);
    }
  });
});
