import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CodecModel,
  decode,
  encode,
  type Entry,
  isAnswer,
} from '../../../src/domain/assessment/codec.ts';
import type { Answer } from '../../../src/domain/assessment/evaluate.ts';
import { sealLink } from '../../../src/domain/shared/link-text.ts';
import { answersTo, anyModel, assessment, entryOf, modelItem, smallModel } from './models.ts';

const modelAndEntry = anyModel.chain((model) =>
  fc.record({ model: fc.constant(model), entry: entryOf(model) }),
);

/** Any single character, also one outside the basic plane. */
const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** A link of the published test with a different answer in every four places. */
const LINK = encode(assessment, {
  start: 'new',
  answers: Object.fromEntries(
    assessment.items.map(({ id }, index) => [id, (['0', '1', '2', '3'] as const)[index % 4]!]),
  ),
});
/** Letter and version of a link, `a1`, as they are now and as they come next. */
const [NOW, NEXT] = [`a${assessment.version}`, `a${assessment.version + 1}`];
const HEAD = `${NOW}.n`.length;

function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1);
}

describe('a link', () => {
  test('opens with exactly what went in', () => {
    fc.assert(
      fc.property(modelAndEntry, ({ model, entry }) => {
        expect(decode(model, encode(model, entry))).toEqual({
          ok: true,
          version: model.version,
          entry,
          retired: [],
          added: [],
        });
      }),
      { numRuns: 300 },
    );
  });

  test('opens with or without the # before it', () => {
    expect(decode(assessment, `#${LINK}`)).toEqual(decode(assessment, LINK));
  });

  test('holds one character per item and nothing but answers, in characters that need no escaping', () => {
    fc.assert(
      fc.property(entryOf(assessment), (entry) => {
        expect(encode(assessment, entry)).toMatch(
          new RegExp(`^${NOW}\\.[nif-][0-3un-]{${assessment.items.length}}\\.[0-9a-z]{3}$`),
        );
      }),
    );
  });

  test('is the same whatever the order in which the answers were given', () => {
    fc.assert(
      fc.property(modelAndEntry, ({ model, entry }) => {
        const answers = Object.fromEntries(Object.entries(entry.answers).reverse());
        expect(encode(model, { ...entry, answers })).toBe(encode(model, entry));
      }),
    );
  });
});

describe('a changed link', () => {
  test('is refused whichever single character is replaced by any other', () => {
    fc.assert(
      fc.property(modelAndEntry, fc.nat(), character, ({ model, entry }, at, by) => {
        const link = encode(model, entry);
        const index = at % link.length;
        fc.pre(link[index] !== by);
        expect(decode(model, replaced(link, index, by)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('is refused for every single replacement within the characters of an address', () => {
    const characters = [
      ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&()*+,;=:@/?%#',
    ];
    const passed = [...LINK].flatMap((old, at) =>
      characters.filter((by) => by !== old && decode(assessment, replaced(LINK, at, by)).ok),
    );
    expect(passed).toEqual([]);
  });

  test('is refused when cut off anywhere', () => {
    const passed = [...LINK]
      .map((_, end) => LINK.slice(0, end))
      .filter((part) => decode(assessment, part).ok);
    expect(passed).toEqual([]);
  });

  test('is refused when a character is lost, doubled or added', () => {
    const passed = [...LINK].flatMap((old, at) =>
      [
        replaced(LINK, at, ''),
        replaced(LINK, at, old + old),
        ...['0', 'n', '-', '.', ' ', '\n'].map((extra) => LINK.slice(0, at + 1) + extra + LINK.slice(at + 1)),
      ].filter((text) => decode(assessment, text).ok),
    );
    expect(passed).toEqual([]);
  });

  test('is refused when two neighbours changed places', () => {
    const passed = [...LINK.slice(1)].flatMap((right, at) => {
      const left = LINK[at]!;
      const swapped = LINK.slice(0, at) + right + left + LINK.slice(at + 2);
      return left !== right && decode(assessment, swapped).ok ? [swapped] : [];
    });
    expect(passed).toEqual([]);
  });

  // Three characters are no signature: what changes in two places at once can slip through, and is then only valid answers.
  test('with two other answers slips through in less than one case in a thousand', () => {
    let tried = 0;
    let passed = 0;
    for (let one = HEAD; one < LINK.length - 4; one++) {
      for (let other = one + 1; other < LINK.length - 4; other++) {
        for (const a of '0123un-') {
          for (const b of '0123un-') {
            if (LINK[one] === a || LINK[other] === b) continue;
            tried++;
            if (decode(assessment, replaced(replaced(LINK, one, a), other, b)).ok) passed++;
          }
        }
      }
    }
    expect(passed / tried).toBeLessThan(0.001);
  });
});

describe('a link that was never written by the tool', () => {
  const body = LINK.slice(0, -4);

  test.each([
    ['an answer too few', body.slice(0, -1)],
    ['an answer too many', `${body}0`],
    ['an answer that does not exist', replaced(body, HEAD, '4')],
    ['a start that does not exist', replaced(body, HEAD - 1, 'z')],
  ])('is refused with %s, whatever its checksum', (_what, text) => {
    const passed = Array.from({ length: 36 ** 3 }, (_, check) => check.toString(36).padStart(3, '0')).filter(
      (check) => decode(assessment, `${text}.${check}`).ok,
    );
    expect(passed).toEqual([]);
  });

  test('has exactly one checksum that opens it', () => {
    const passed = Array.from({ length: 36 ** 3 }, (_, check) => check.toString(36).padStart(3, '0')).filter(
      (check) => decode(assessment, `${body}.${check}`).ok,
    );
    expect(passed).toEqual([LINK.slice(-3)]);
  });
});

describe('any text', () => {
  const links = fc.stringMatching(/^#?[a-c][0-9]{1,3}\.[0-3uni-]{0,50}\.[0-9a-z]{0,4}$/);

  test('never throws, and what opens holds only answers that the model allows', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), links, fc.webFragments()),
        (model, text) => {
          const decoded = decode(model, text);
          if (!decoded.ok) {
            expect(['foreign', 'newer', 'damaged']).toContain(decoded.reason);
            return;
          }
          for (const [id, answer] of Object.entries(decoded.entry.answers)) {
            const item = model.items.find((other) => other.id === id);
            expect(isAnswer(answer) && (answer !== 'n' || item?.naAllowed)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an empty fragment', '', 'foreign'],
    ['an ordinary anchor', '#hoe-deze-test-werkt', 'foreign'],
    ['an anchor of one letter and a number', 'a1', 'foreign'],
    ['a link of another tool', 'b1.n012.abc', 'foreign'],
    ['a link without its end', LINK.slice(0, 20), 'damaged'],
    ['a link with something behind it', `${LINK})`, 'damaged'],
    ['a link in capitals', LINK.toUpperCase(), 'foreign'],
    ['a version that never was', LINK.replace(NOW, 'a0'), 'damaged'],
    [
      'a version still to come',
      sealLink('a', assessment.version + 1, LINK.slice(`${NOW}.`.length, -4)),
      'newer',
    ],
    ['a version still to come, changed on the way', LINK.replace(NOW, NEXT), 'damaged'],
    ['a far longer text', `a1.${'0'.repeat(100_000)}.abc`, 'damaged'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(decode(assessment, text)).toEqual({ ok: false, reason });
  });
});

describe('a link of an older version', () => {
  /** Version 1 asked weg, blijft and streng; version 2 dropped weg, put nieuw in front and made streng apply to all. */
  const blijft = modelItem({ id: 'blijft', phase: '1-een' });
  const first: CodecModel = {
    version: 1,
    routes: { new: ['1-een'], informal: ['1-een'], formal: ['1-een'] },
    items: [
      modelItem({ id: 'weg', phase: '1-een' }),
      blijft,
      modelItem({ id: 'streng', phase: '1-een', naAllowed: true }),
    ],
    codec: { 1: ['weg', 'blijft', 'streng'] },
  };
  const second: CodecModel = {
    ...first,
    version: 2,
    items: [modelItem({ id: 'nieuw', phase: '1-een' }), blijft, modelItem({ id: 'streng', phase: '1-een' })],
    codec: { ...first.codec, 2: ['nieuw', 'streng', 'blijft'] },
  };
  const open = (answers: Record<string, Answer>) =>
    decode(second, encode(first, { start: 'informal', answers }));

  test('keeps the answers by item and tells what left and what is new', () => {
    expect(open({ weg: '1', blijft: '2', streng: '3' })).toEqual({
      ok: true,
      version: 1,
      entry: { start: 'informal', answers: { blijft: '2', streng: '3' } },
      retired: ['weg'],
      added: ['nieuw'],
    });
  });

  test('does not report an item that left when it was not answered', () => {
    expect(open({ blijft: 'u' })).toMatchObject({ retired: [], entry: { answers: { blijft: 'u' } } });
  });

  test('reports "does not apply" where that is no longer possible, and does not keep it', () => {
    expect(open({ streng: 'n' })).toMatchObject({ retired: ['streng'], entry: { answers: {} } });
  });

  test('has the newer version write links of its own', () => {
    const entry: Entry = { start: 'new', answers: { nieuw: '0', blijft: '1' } };
    expect(encode(second, entry)).toMatch(/^a2\.n0-1\./);
    expect(decode(second, encode(second, entry))).toMatchObject({
      version: 2,
      entry,
      retired: [],
      added: [],
    });
  });

  test('the other way round says "newer"', () => {
    fc.assert(
      fc.property(entryOf(second), (entry) => {
        expect(decode(first, encode(second, entry))).toEqual({ ok: false, reason: 'newer' });
      }),
    );
  });

  test('a version between that was never published is damaged, not newer', () => {
    const third: CodecModel = { ...second, version: 3, codec: { ...first.codec, 3: ['blijft'] } };
    expect(decode(third, encode(second, { start: 'new', answers: {} }))).toEqual({
      ok: false,
      reason: 'damaged',
    });
  });

  test('loses no answer silently, whatever left, came or became stricter', () => {
    const upgrade = smallModel.chain((old) =>
      fc.record({
        old: fc.constant(old),
        entry: fc.record({ start: fc.constant('new' as const), answers: answersTo(old) }),
        kept: fc.shuffledSubarray([...old.items]),
        strict: fc.boolean(),
        fresh: fc.nat(3),
      }),
    );
    fc.assert(
      fc.property(upgrade, ({ old, entry, kept, strict, fresh }) => {
        const items = [
          ...kept.map((item) => ({ ...item, naAllowed: item.naAllowed && !strict })),
          ...Array.from({ length: fresh }, (_, index) => modelItem({ id: `nieuw-${index}`, phase: '1-een' })),
        ];
        const next: CodecModel = {
          ...old,
          version: 2,
          items,
          codec: { ...old.codec, 2: items.map(({ id }) => id) },
        };
        const decoded = decode(next, encode(old, entry));
        if (!decoded.ok) throw new Error(decoded.reason);
        const gone = Object.keys(entry.answers).filter((id) => decoded.entry.answers[id] === undefined);
        expect(decoded.retired.toSorted()).toEqual(gone.toSorted());
        expect(entry.answers).toMatchObject(decoded.entry.answers);
        expect(decoded.added).toEqual(items.slice(kept.length).map(({ id }) => id));
        const shouldGo = ([id, answer]: [string, Answer]) => {
          const item = items.find((other) => other.id === id);
          return !item || (answer === 'n' && !item.naAllowed);
        };
        expect(gone.toSorted()).toEqual(
          Object.entries(entry.answers)
            .filter(shouldGo)
            .map(([id]) => id)
            .toSorted(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('"does not apply" where it is not allowed', () => {
  test('is reported and not kept, also in a link of this version', () => {
    const item = modelItem({ id: 'streng', phase: '1-een' });
    const model: CodecModel = {
      version: 1,
      routes: { new: ['1-een'], informal: ['1-een'], formal: ['1-een'] },
      items: [item],
      codec: { 1: ['streng'] },
    };
    expect(decode(model, encode(model, { start: 'new', answers: { streng: 'n' } }))).toEqual({
      ok: true,
      version: 1,
      entry: { start: 'new', answers: {} },
      retired: ['streng'],
      added: [],
    });
  });
});
