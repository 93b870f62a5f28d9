import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decode, encode } from '../../../src/domain/chooser/codec.ts';
import { evaluate } from '../../../src/domain/chooser/evaluate.ts';
import { forQuestions, localize } from '../../../src/domain/chooser/localize.ts';
import { chooserSchema } from '../../../src/domain/chooser/schema.ts';
import { entryOf } from './models.ts';

const fixture = chooserSchema.parse(
  parse(readFileSync(join(import.meta.dirname, 'fixture.yaml'), 'utf8')) as unknown,
);
const AMOUNTS = { 'ubo-boete-min': '50 euro', 'ubo-boete-max': '5.000 euro' };
const inDutch = localize(fixture, 'nl', AMOUNTS);

/** Every value in `data` that is written in languages, with the keys that lead to it. */
function texts(data: unknown, path: readonly string[] = []): [string, Record<string, string>][] {
  if (typeof data !== 'object' || data === null) return [];
  if ('nl' in data) return [[path.join('.'), data as unknown as Record<string, string>]];
  return Object.entries(data).flatMap(([key, value]) => texts(value, [...path, key]));
}

/** What stands at the end of such keys. */
function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], data);
}

describe('a chooser in one language', () => {
  test('has every text of the file, at the same place, with its amounts', () => {
    const all = texts(fixture);
    expect(all.length).toBeGreaterThan(50);
    for (const [path, { nl = '' }] of all) {
      // A trigger keeps its own text apart, as what is said of it.
      const place = path.replace(/^(stages\.\d+\.triggers\.\d+)\.text$/, '$1.said');
      const written = nl.replace('{ubo-boete-min}', '50 euro').replace('{ubo-boete-max}', '5.000 euro');
      expect(at(inDutch, place), path).toBe(written);
    }
  });

  test('has no amount left to fill in and no text in languages', () => {
    expect(JSON.stringify(inDutch)).not.toMatch(/\{[a-z]|"nl":|"fr":/);
    expect(JSON.stringify(fixture).match(/\{ubo-/g)).toHaveLength(8);
  });

  test('falls back to Dutch text by text', () => {
    const inFrench = localize(fixture, 'fr', AMOUNTS);
    expect(inFrench.notice).toBe('Ceci n’est qu’un exemple.');
    expect(inFrench.questions[0]?.text).toBe('Combien êtes-vous ?');
    expect(inFrench.questions[0]?.title).toBe('Aantal');
    expect(inFrench.questions[0]?.values.map(({ text }) => text)).toEqual([
      'Moins de cinq',
      'Met vijf of meer',
    ]);
    expect(inFrench.options.map(({ name }) => name)).toEqual(['Te voet', 'En bus', 'Hotel', 'Tent']);
    expect(inFrench.grounds[0]?.title).toBe('Règlement de la foire');
    expect(inFrench.rules[0]?.text).toBe('Personne ne marche si loin.');
  });

  test('keeps the name of an amount that it does not get', () => {
    expect(localize(fixture, 'nl').terms[0]?.text).toBe('Heet nu bus; kost {ubo-boete-min}.');
  });

  test('loses nothing of what decides, refers or proves', () => {
    /** The file with every text left out, and what only authors and tests need. */
    const bare = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, inner: unknown) =>
          ['text', 'said', 'name', 'title', 'intro', 'summary', 'help', 'note', 'notice'].includes(key) ||
          inner === null
            ? undefined
            : inner,
        ),
      );
    const { examples: _examples, retired: _retired, ...rest } = fixture;
    // Which topic a rule stands under is told of duties only.
    expect(bare(inDutch)).toEqual(bare(rest));
    expect(inDutch.rules.map(({ topic }) => topic)).toEqual(
      fixture.rules.map((rule) => (rule.kind === 'duty' ? 'vooraf' : null)),
    );
  });

  test('says what a ground does not have', () => {
    const [statute, editors] = inDutch.grounds;
    expect(statute).toMatchObject({ article: 'art. 1', checked: '2026-11-22', lastReviewed: null });
    expect(editors).toMatchObject({ article: null, checked: null, lastReviewed: null, note: null });
    const reviewed = {
      ...fixture,
      grounds: fixture.grounds.map((ground) => ({ ...ground, lastReviewed: '2027-01-31' })),
    };
    expect(localize(reviewed, 'nl').grounds[0]?.lastReviewed).toBe('2027-01-31');
    expect(inDutch.questions.map(({ help }) => help)).toEqual([
      'Tel ook wie later komt. Een bus kost 50 euro.',
      null,
      null,
    ]);
  });

  test('gives the same results and links as the whole chooser', () => {
    fc.assert(
      fc.property(entryOf(fixture), (entry) => {
        expect(evaluate(inDutch, entry.answers, entry.importance)).toEqual(
          evaluate(fixture, entry.answers, entry.importance),
        );
        expect(encode(inDutch, entry)).toBe(encode(fixture, entry));
        expect(decode(inDutch, encode(fixture, entry))).toEqual(decode(fixture, encode(fixture, entry)));
      }),
    );
  });

  test('survives the way to the browser as JSON', () => {
    const there = JSON.parse(JSON.stringify(inDutch)) as typeof inDutch;
    expect(evaluate(there, { haast: 'ja' })).toEqual(evaluate(inDutch, { haast: 'ja' }));
    expect(there.grounds).toEqual(inDutch.grounds);
  });
});

describe('a chooser for its questions', () => {
  const asked = forQuestions(inDutch);

  test('decides as the whole one does, and its links are the same', () => {
    fc.assert(
      fc.property(entryOf(fixture), (entry) => {
        expect(evaluate(asked, entry.answers, entry.importance)).toEqual(
          evaluate(inDutch, entry.answers, entry.importance),
        );
        expect(encode(asked, entry)).toBe(encode(inDutch, entry));
      }),
    );
  });

  test('says why an option is out, and nothing else of its rules', () => {
    const said = inDutch.rules.filter(({ id }) => asked.rules.some((rule) => rule.id === id && rule.text));
    expect(said.map(({ kind }) => kind)).toEqual(said.map(() => 'exclude'));
    expect(said.length).toBeGreaterThan(0);
    const text = JSON.stringify(asked);
    for (const { text: words } of inDutch.grounds) expect(text).not.toContain(words);
    for (const rule of inDutch.rules) {
      if (rule.kind !== 'exclude') expect(text).not.toContain(rule.text);
    }
  });
});
