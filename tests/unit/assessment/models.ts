/** Models and answers that the tests of the assessment share: the published one, and small random ones. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { CodecModel, Entry } from '../../../src/domain/assessment/codec.ts';
import type { Answer, Answers, ModelItem } from '../../../src/domain/assessment/evaluate.ts';
import {
  type Assessment,
  assessmentSchema,
  factor,
  type Start,
} from '../../../src/domain/assessment/schema.ts';
import { START_LIST } from '../../../src/domain/assessment/starts.ts';

const readModel = (file: string): Assessment =>
  assessmentSchema.parse(parse(readFileSync(resolve(import.meta.dirname, file), 'utf8')) as unknown);

/**
 * The phase test as it was in its first version. Tests of code stand on it, with its links and codes, so that an author who
 * adds a question meets only the tests of content.
 */
export const assessment = readModel('fasetest-1.yaml');

/** The published assessment, read and checked as the build does. */
export const published = readModel('../../../content/assessments/fasetest.yaml');

/** An item that matters in no way but for what `part` says. */
export function modelItem(part: Partial<ModelItem> & Pick<ModelItem, 'id' | 'phase'>): ModelItem {
  return {
    kind: 'gate',
    requires: [],
    starts: [...START_LIST],
    naAllowed: false,
    answeredBy: 'everyone',
    effort: 1,
    factor: 'purpose',
    ...part,
  };
}

/** A model of one version with these items; every start walks through all their phases. */
export function modelOf(items: readonly ModelItem[]): CodecModel {
  const route = [...new Set(items.map((item) => item.phase))];
  return {
    version: 1,
    routes: { new: route, informal: route, formal: route },
    items,
    codec: { 1: items.map((item) => item.id) },
  };
}

/** The answers an item can get with which it is no longer unknown. */
export function knownAnswers(item: ModelItem): Answer[] {
  return ['0', '1', '2', '3', ...(item.naAllowed ? (['n'] as const) : [])];
}

export function isUnknown(answer: Answer | undefined): boolean {
  return answer === undefined || answer === 'u';
}

const PHASES = ['1-een', '2-twee', '3-drie', '4-vier'];

/** Up to ten items over up to four phases; what requires what holds no circle but may point forward. */
export const smallModel: fc.Arbitrary<CodecModel> = fc
  .record({
    raw: fc.array(
      fc.record({
        phase: fc.constantFrom(...PHASES),
        kind: fc.constantFrom('gate', 'gate', 'should', 'could'),
        required: fc.array(fc.nat(9), { maxLength: 4 }),
        rank: fc.nat(9),
        starts: fc.subarray([...START_LIST], { minLength: 1 }),
        naAllowed: fc.boolean(),
        answeredBy: fc.constantFrom('everyone', 'coordinator'),
        effort: fc.constantFrom(1, 2, 3),
        factor: fc.constantFrom(...factor.options),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    routes: fc.record({
      new: fc.subarray(PHASES, { minLength: 1 }),
      informal: fc.subarray(PHASES, { minLength: 1 }),
      formal: fc.subarray(PHASES, { minLength: 1 }),
    }),
  })
  .map(({ raw, routes }) => {
    // In the order of asking: by phase, as the authors write them.
    const sorted = raw.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
    const items = sorted.map(({ required, rank, ...rest }, index): ModelItem => {
      const before = required.filter((other) => {
        const otherRank = sorted[other]?.rank ?? Infinity;
        return otherRank < rank || (otherRank === rank && other < index);
      });
      return {
        ...rest,
        id: `vraag-${index}`,
        requires: [...new Set(before)].map((other) => `vraag-${other}`),
      };
    });
    return { version: 1, routes, items, codec: { 1: items.map((item) => item.id) } };
  });

/** Moods in which a form is filled in, so that also the far end of a long model is reached. */
const MOODS: (Answer | undefined)[][] = [
  ['0', '1', '2', '3', 'u', 'n', undefined],
  ['0', 'n', '1', '2', '0', 'n', '1'],
  ['3', '2', 'n', '2', '3'],
  ['2', '3', '2', 'n', '3', '2', 'u', undefined],
  ['3', '2', '3', '2', '3', '2', '3', 'n', '1', 'u', '2', '0'],
];

/** Answers to some of the items of `model`, with "does not apply" only where it is allowed. */
export function answersTo(model: CodecModel): fc.Arbitrary<Answers> {
  return fc
    .record({
      mood: fc.constantFrom(...MOODS),
      picks: fc.array(fc.nat(9999), { minLength: model.items.length, maxLength: model.items.length }),
    })
    .map(({ mood, picks }) => {
      const answers: Record<string, Answer> = {};
      for (const [index, item] of model.items.entries()) {
        const answer = mood[(picks[index] ?? 0) % mood.length];
        if (answer !== undefined && (answer !== 'n' || item.naAllowed)) answers[item.id] = answer;
      }
      return answers;
    });
}

/** Whatever a reader can have filled in. */
export function entryOf(model: CodecModel): fc.Arbitrary<Entry> {
  return fc.record({ start: fc.constantFrom(null, ...START_LIST), answers: answersTo(model) });
}

/** A small random model or the published one. */
export const anyModel: fc.Arbitrary<CodecModel> = fc.oneof(
  { weight: 4, arbitrary: smallModel },
  { weight: 1, arbitrary: fc.constant<CodecModel>(assessment) },
);

export interface Scenario {
  readonly model: CodecModel;
  readonly start: Start;
  readonly answers: Answers;
}

/** A model, a start and answers. */
export const scenario: fc.Arbitrary<Scenario> = anyModel.chain((model) =>
  fc.record({
    model: fc.constant(model),
    start: fc.constantFrom(...START_LIST),
    answers: answersTo(model),
  }),
);
