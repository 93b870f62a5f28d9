import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../src/domain/assessment/codec.ts';
import { evaluate } from '../../../src/domain/assessment/evaluate.ts';
import { localize, localizeTalk } from '../../../src/domain/assessment/localize.ts';
import type { Assessment } from '../../../src/domain/assessment/schema.ts';
import { START_LIST } from '../../../src/domain/assessment/starts.ts';
import { assessment, entryOf } from './models.ts';

const inDutch = localize(assessment, 'nl');

/** The published assessment with a French text for the question of its first item and its first level name only. */
const partlyFrench: Assessment = {
  ...assessment,
  levelNames: assessment.levelNames.map(({ nl }, level) =>
    level === 0 ? { nl, fr: 'Pas encore commencé' } : { nl },
  ) as Assessment['levelNames'],
  items: assessment.items.map((item, index) => ({
    ...item,
    title: { nl: item.title.nl },
    question: { nl: item.question.nl, ...(index === 0 && { fr: 'Une question ?' }) },
  })),
};

describe('the assessment in one language', () => {
  test('has the Dutch texts for Dutch', () => {
    for (const [index, item] of inDutch.items.entries()) {
      const source = assessment.items[index]!;
      expect(item).toMatchObject({
        title: source.title.nl,
        question: source.question.nl,
        levels: source.levels.map(({ nl }) => nl),
        next: source.next.nl,
      });
    }
    expect(inDutch.levelNames).toEqual(assessment.levelNames.map(({ nl }) => nl));
  });

  test('falls back to Dutch text by text', () => {
    const inFrench = localize(partlyFrench, 'fr');
    expect(inFrench.items[0]?.question).toBe('Une question ?');
    expect(inFrench.items[0]?.title).toBe(assessment.items[0]?.title.nl);
    expect(inFrench.items[1]?.question).toBe(assessment.items[1]?.question.nl);
    expect(inFrench.levelNames).toEqual(['Pas encore commencé', ...inDutch.levelNames.slice(1)]);
  });

  test('keeps apart how a group talks about each item', () => {
    const talk = localizeTalk(assessment, 'nl');
    expect(Object.keys(talk)).toEqual(assessment.items.map(({ id }) => id));
    for (const { id, talk: source } of assessment.items) {
      expect(talk[id]).toEqual({ ...source, question: source.question.nl });
    }
  });

  test('carries nothing that only authors and tests need', () => {
    expect(Object.keys(inDutch).toSorted()).toEqual(['codec', 'items', 'levelNames', 'routes', 'version']);
    const keys = new Set(inDutch.items.flatMap((item) => Object.keys(item)));
    expect([...keys].toSorted()).toEqual(
      Object.keys(assessment.items[0]!)
        .filter((key) => !['origin', 'sources', 'talk'].includes(key))
        .toSorted(),
    );
    expect(JSON.stringify(inDutch)).not.toContain('"nl":');
  });

  test('gives the same results and links as the whole assessment', () => {
    fc.assert(
      fc.property(entryOf(assessment), fc.constantFrom(...START_LIST), (entry, start) => {
        expect(evaluate(inDutch, start, entry.answers)).toEqual(evaluate(assessment, start, entry.answers));
        const link = encode(assessment, entry);
        expect(encode(inDutch, entry)).toBe(link);
        expect(decode(inDutch, link)).toEqual(decode(assessment, link));
      }),
      { numRuns: 30 },
    );
  });

  test('survives the way to the browser as JSON', () => {
    expect(JSON.parse(JSON.stringify(inDutch))).toEqual(inDutch);
  });
});
