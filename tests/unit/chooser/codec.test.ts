import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, type Entry } from '../../../src/domain/chooser/codec.ts';
import { UNKNOWN } from '../../../src/domain/chooser/condition.ts';
import type { CodecModel } from '../../../src/domain/chooser/model.ts';
import { sealLink } from '../../../src/domain/shared/link-text.ts';
import { entryOf, smallModel } from './models.ts';

const modelAndEntry = smallModel.chain((model) =>
  fc.record({ model: fc.constant(model), entry: entryOf(model) }),
);
const empty: Entry = { answers: {}, importance: {} };

/** A model without rules, with these questions (id: values) and criteria, in their frozen order. */
function modelOf(questions: Record<string, string[]>, criteria: string[], version = 1): CodecModel {
  const order = Object.entries(questions).map(([id, values]) => ({ id, values }));
  return {
    letter: 'k',
    version,
    questions: order.map(({ id, values }) => ({ id, values: values.map((value) => ({ id: value })) })),
    criteria: criteria.map((id) => ({ id })),
    options: [],
    stages: [],
    rules: [],
    codec: { [version]: { questions: order, criteria } },
  };
}

const ten = Array.from({ length: 10 }, (_, index) => `w-${index}`);
/** Thirteen questions of ten values, seven criteria. */
const large = modelOf(
  Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`v-${index}`, ten])),
  Array.from({ length: 7 }, (_, index) => `c-${index}`),
);
/** Every character that an answer and a weight can have. */
const LINK = encode(large, {
  answers: Object.fromEntries([...ten, UNKNOWN].map((value, index) => [`v-${index}`, value])),
  importance: { 'c-0': 1, 'c-1': 4, 'c-3': 4 },
});

function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

describe('a link', () => {
  test('opens with exactly what went in', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          modelAndEntry,
          entryOf(large).map((entry) => ({ model: large, entry })),
        ),
        ({ model, entry }) => {
          expect(decode(model, encode(model, entry))).toEqual({
            ok: true,
            version: 1,
            entry,
            retired: [],
            added: [],
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('holds one character per question and per criterion', () => {
    expect(LINK).toMatch(/^k1\.0123456789u--hdndnnn\.[0-9a-z]{3}$/);
  });

  test('opens with or without the # before it', () => {
    expect(decode(large, `#${LINK}`)).toEqual(decode(large, LINK));
  });

  test('is the same whatever the order in which the answers were given', () => {
    fc.assert(
      fc.property(modelAndEntry, ({ model, entry: { answers, importance } }) => {
        const reversed = {
          answers: Object.fromEntries(Object.entries(answers).reverse()),
          importance: Object.fromEntries(Object.entries(importance).reverse()),
        };
        expect(encode(model, reversed)).toBe(encode(model, { answers, importance }));
      }),
    );
  });

  test('leaves out what the model does not know, and what weighs normally', () => {
    const model = modelOf({ a: ['x', 'y'] }, ['tijd']);
    expect(encode(model, { answers: { a: 'z', b: 'x' }, importance: { geld: 4 } })).toBe(
      encode(model, empty),
    );
    expect(encode(model, { answers: {}, importance: { tijd: 2 } })).toBe(encode(model, empty));
  });

  test('of a model without a list for its version holds nothing and does not throw', () => {
    const model = { ...modelOf({ a: ['x', 'y'] }, ['tijd']), codec: {} };
    expect(encode(model, { answers: { a: 'x' }, importance: {} })).toBe(sealLink('k', 1, ''));
    expect(decode(model, sealLink('k', 1, '0n'))).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('a changed link', () => {
  test('is refused whichever single character is replaced by any other', () => {
    fc.assert(
      fc.property(
        modelAndEntry,
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        ({ model, entry }, at, by) => {
          const link = encode(model, entry);
          const index = at % link.length;
          fc.pre(link[index] !== by);
          expect(decode(model, replaced(link, index, by)).ok).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is refused for every single replacement within the characters of an address', () => {
    const characters = [
      ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&()*+,;=:@/?%#',
    ];
    const passed = [...LINK].flatMap((old, at) =>
      characters.filter((by) => by !== old && decode(large, replaced(LINK, at, by)).ok),
    );
    expect(passed).toEqual([]);
  });

  test('is refused when cut off anywhere, or when a character is lost, doubled or added', () => {
    const passed = [...LINK].flatMap((old, at) =>
      [
        LINK.slice(0, at),
        replaced(LINK, at, ''),
        replaced(LINK, at, old + old),
        ...['0', 'n', '-', '.', ' ', '\n'].map((extra) => LINK.slice(0, at + 1) + extra + LINK.slice(at + 1)),
      ].filter((text) => decode(large, text).ok),
    );
    expect(passed).toEqual([]);
  });

  test('is refused when two neighbours changed places', () => {
    const passed = [...LINK.slice(1)].flatMap((right, at) => {
      const left = LINK[at]!;
      const swapped = LINK.slice(0, at) + right + left + LINK.slice(at + 2);
      return left !== right && decode(large, swapped).ok ? [swapped] : [];
    });
    expect(passed).toEqual([]);
  });
});

describe('a link that the tool never wrote, with a checksum that fits', () => {
  const model = modelOf({ a: ['x', 'y'], b: ['x', 'y', 'z'] }, ['tijd', 'geld']);
  const open = (payload: string) => decode(model, sealLink('k', 1, payload));

  test('opens when every character stands for something', () => {
    expect(open('1uhd')).toMatchObject({
      entry: { answers: { a: 'y', b: UNKNOWN }, importance: { tijd: 1, geld: 4 } },
    });
    expect(open('--nn')).toMatchObject({ entry: empty });
  });

  test.each([
    ['a character too few', '00n'],
    ['a character too many', '00nnn'],
    ['a value that does not exist', '20nn'],
    ['a letter for a value', 'a0nn'],
    ['a weight for a value', 'n0nn'],
    ['a value for a weight', '000n'],
    ['no weight', '00-n'],
    ['a weight that does not exist', '00xn'],
    ['a name that every object has in place of a weight', '00tn'],
  ])('is refused with %s', (_what, payload) => {
    expect(open(payload)).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('any text', () => {
  const links = smallModel.chain((model) => {
    const length = model.questions.length + model.criteria.length;
    const sealed = fc
      .tuple(
        fc.constantFrom('k', 'k', 'k', 'a'),
        fc.constantFrom(1, 1, 1, 2),
        fc.array(fc.constantFrom(...'01u-'), { minLength: length - 1, maxLength: length - 1 }),
        fc.constantFrom(...'nhd0'),
      )
      .map(([letter, version, answers, last]) => {
        const weights = answers.slice(model.questions.length).map((one) => 'nhdn'['01u-'.indexOf(one)]!);
        return sealLink(
          letter,
          version,
          [...answers.slice(0, model.questions.length), ...weights, last].join(''),
        );
      });
    return fc.record({
      model: fc.constant(model),
      text: fc.oneof(sealed, fc.string(), fc.string({ unit: 'binary' }), fc.webFragments()),
    });
  });

  test('never throws, and what opens holds only what the model allows', () => {
    let opened = 0;
    fc.assert(
      fc.property(links, ({ model, text }) => {
        const decoded = decode(model, text);
        if (!decoded.ok) {
          expect(['foreign', 'newer', 'damaged']).toContain(decoded.reason);
          return;
        }
        opened++;
        const { answers, importance } = decoded.entry;
        for (const [id, answer] of Object.entries(answers)) {
          const question = model.questions.find((other) => other.id === id);
          expect([UNKNOWN, ...question!.values.map((value) => value.id)]).toContain(answer);
        }
        for (const [id, weight] of Object.entries(importance)) {
          expect(model.criteria.map((criterion) => criterion.id)).toContain(id);
          expect([1, 4]).toContain(weight);
        }
      }),
      { numRuns: 1000 },
    );
    expect(opened).toBeGreaterThan(50);
  });

  test.each([
    ['an empty fragment', '', 'foreign'],
    ['an ordinary anchor', '#hoe-dit-werkt', 'foreign'],
    ['an anchor of one letter and a number', 'k1', 'foreign'],
    ['a link of another tool', LINK.replace('k1', 'a1'), 'foreign'],
    ['a sound link of another tool', sealLink('a', 1, LINK.slice(3, -4)), 'foreign'],
    ['a link without its end', LINK.slice(0, -5), 'damaged'],
    ['a link in capitals', LINK.toUpperCase(), 'foreign'],
    ['a version that never was', LINK.replace('k1', 'k0'), 'damaged'],
    ['a version still to come', sealLink('k', 2, LINK.slice(3, -4)), 'newer'],
    ['a version still to come, changed on the way', LINK.replace('k1', 'k2'), 'damaged'],
    ['a far longer text', `k1.${'0'.repeat(100_000)}.abc`, 'damaged'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(decode(large, text)).toEqual({ ok: false, reason });
  });
});

describe('a link of an older version', () => {
  /** Version 2 dropped weg, put nieuw in front, took value x from streng and turned its others around. */
  const first = modelOf({ weg: ['x', 'y'], blijft: ['x', 'y'], streng: ['x', 'y', 'z'] }, ['tijd', 'geld']);
  const next = modelOf({ nieuw: ['x', 'y'], streng: ['z', 'y'], blijft: ['x', 'y'] }, ['zorg', 'geld'], 2);
  const second: CodecModel = { ...next, codec: { ...first.codec, ...next.codec } };
  const open = (answers: Record<string, string>, importance: Entry['importance'] = {}) =>
    decode(second, encode(first, { answers, importance }));

  test('keeps answers and weights by id, and tells which questions left and which are new', () => {
    expect(open({ weg: 'y', blijft: 'y', streng: 'z' }, { tijd: 4, geld: 1 })).toEqual({
      ok: true,
      version: 1,
      entry: { answers: { blijft: 'y', streng: 'z' }, importance: { geld: 1 } },
      retired: ['weg'],
      added: ['nieuw'],
    });
  });

  test('does not report a question that left when it was not answered', () => {
    expect(open({ blijft: UNKNOWN })).toMatchObject({ retired: [], entry: { answers: { blijft: UNKNOWN } } });
  });

  test('reports a question that left also when the answer was "don’t know"', () => {
    expect(open({ weg: UNKNOWN })).toMatchObject({ retired: ['weg'], entry: { answers: {} } });
  });

  test('reports an answer that is no longer possible, and does not keep it', () => {
    expect(open({ streng: 'x' })).toMatchObject({ retired: ['streng'], entry: { answers: {} } });
  });

  test('has the newer version write links of its own', () => {
    const entry: Entry = { answers: { nieuw: 'x', streng: 'y' }, importance: { zorg: 4 } };
    expect(encode(second, entry)).toMatch(/^k2\.01-dn\./);
    expect(decode(second, encode(second, entry))).toMatchObject({
      version: 2,
      entry,
      retired: [],
      added: [],
    });
  });

  test('the other way round says "newer"', () => {
    expect(decode(first, encode(second, empty))).toEqual({ ok: false, reason: 'newer' });
  });

  test('a version between that was never published is damaged, not newer', () => {
    const third: CodecModel = { ...second, version: 3, codec: { ...first.codec, 3: next.codec[2]! } };
    expect(decode(third, encode(second, empty))).toEqual({ ok: false, reason: 'damaged' });
  });

  test('loses no answer silently, whatever left or came', () => {
    const upgrade = modelAndEntry.chain(({ model, entry }) =>
      fc.record({
        model: fc.constant(model),
        entry: fc.constant(entry),
        kept: fc.shuffledSubarray([...model.questions]),
        fewer: fc.boolean(),
        fresh: fc.nat(2),
      }),
    );
    fc.assert(
      fc.property(upgrade, ({ model, entry, kept, fewer, fresh }) => {
        const questions = [
          ...kept.map(({ id, values }) => ({ id, values: fewer ? values.slice(1) : values.toReversed() })),
          ...Array.from({ length: fresh }, (_, index) => ({ id: `nieuw-${index}`, values: [{ id: 'x' }] })),
        ];
        const order = questions.map(({ id, values }) => ({ id, values: values.map((value) => value.id) }));
        const newer: CodecModel = {
          ...model,
          version: 2,
          questions,
          codec: { ...model.codec, 2: { questions: order, criteria: [] } },
        };
        const decoded = decode(newer, encode(model, entry));
        if (!decoded.ok) throw new Error(decoded.reason);
        const gone = Object.keys(entry.answers).filter((id) => decoded.entry.answers[id] === undefined);
        expect(decoded.retired.toSorted()).toEqual(gone.toSorted());
        expect(entry.answers).toMatchObject(decoded.entry.answers);
        expect(decoded.added).toEqual(questions.slice(kept.length).map(({ id }) => id));
        expect(decoded.entry.importance).toEqual(entry.importance);
      }),
      { numRuns: 300 },
    );
  });
});
