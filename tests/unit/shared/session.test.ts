import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/assessment/codec.ts';
import { ENTRY } from '../../../src/domain/assessment/entry.ts';
import type { Answer } from '../../../src/domain/assessment/evaluate.ts';
import { START_LIST } from '../../../src/domain/assessment/starts.ts';
import {
  isRecord,
  isSameRecord,
  nextSession,
  readSaved,
  type Session,
  type SessionAction,
  withValue,
} from '../../../src/domain/shared/session.ts';
import { assessment, entryOf } from '../assessment/models.ts';

type Action = SessionAction<Entry>;

const entries = entryOf(assessment);
const filled = entries.filter((entry) => !ENTRY.isEmpty(entry));
const items = fc.constantFrom(...assessment.items.map(({ id }) => id));
const answers = fc.constantFrom<Answer | null>('0', '1', '2', '3', 'u', 'n', null);

/** A change of the start, as a tool writes it, with what it does. */
const starting = fc.constantFrom(...START_LIST).map((start) => ({
  start,
  action: { type: 'change', change: (entry) => ({ ...entry, start }) } satisfies Action as Action,
}));
/** A change of one answer, as a tool writes it, with what it does. */
const answering = fc.record({ item: items, answer: answers }).map(({ item, answer }) => ({
  item,
  answer,
  action: {
    type: 'change',
    change: (entry) => ({ ...entry, answers: withValue(entry.answers, item, answer) }),
  } satisfies Action as Action,
}));
const changing = fc.oneof(starting, answering).map(({ action }) => action);

const EMPTY: Session<Entry> = { entry: ENTRY.empty, own: null };
const withOwn = (entry: Entry): Session<Entry> => ({ entry, own: null });
const openLink = (entry: Entry): Action => ({ type: 'open-link', entry });
const after = (session: Session<Entry>, ...actions: Action[]): Session<Entry> =>
  actions.reduce((now, action) => nextSession(ENTRY, now, action), session);

describe('filling in', () => {
  test('changing the start, however often, keeps every answer', () => {
    fc.assert(
      fc.property(entries, fc.array(starting, { minLength: 1 }), (entry, starts) => {
        const { entry: result } = after(withOwn(entry), ...starts.map(({ action }) => action));
        expect(result).toEqual({ start: starts.at(-1)?.start, answers: entry.answers });
      }),
    );
  });

  test('one answer changes that answer only; null takes it away', () => {
    fc.assert(
      fc.property(entries, answering, (entry, { item, answer, action }) => {
        const { entry: result } = after(withOwn(entry), action);
        const expected = new Map(Object.entries(entry.answers));
        if (answer === null) expected.delete(item);
        else expected.set(item, answer);
        expect(result.start).toBe(entry.start);
        expect(new Map(Object.entries(result.answers))).toEqual(expected);
      }),
    );
  });

  test('a change is made in what is shown, also when that came by link', () => {
    fc.assert(
      fc.property(entries, entries, changing, (own, link, action) => {
        const changed = after(withOwn(link), action).entry;
        expect(after({ entry: link, own }, action)).toEqual({ entry: changed, own });
      }),
    );
  });

  test('no action changes the session it starts from', () => {
    fc.assert(
      fc.property(entries, entries, changing, (entry, link, action) => {
        const sessions = [withOwn(entry), { entry: link, own: entry }];
        const before = JSON.stringify(sessions);
        for (const session of sessions) {
          after(session, action, openLink(link), { type: 'keep-link' }, { type: 'reset' });
          after(session, { type: 'leave-link' }, { type: 'load', entry: link });
        }
        expect(JSON.stringify(sessions)).toBe(before);
      }),
    );
  });

  test('a reset leaves nothing, also when a link is open', () => {
    fc.assert(
      fc.property(entries, entries, (entry, link) => {
        expect(after(withOwn(entry), openLink(link), { type: 'reset' })).toEqual(EMPTY);
      }),
    );
  });
});

describe('a link beside own answers', () => {
  test('shows the link and keeps the own answers, whatever is then filled in or opened', () => {
    fc.assert(
      fc.property(
        filled,
        entries,
        fc.array(fc.oneof(changing, filled.map(openLink))),
        (own, link, actions) => {
          const others = [openLink(link), ...actions];
          fc.pre(others.every((action) => action.type !== 'open-link' || !ENTRY.isSame(action.entry, own)));
          const session = after(withOwn(own), ...others);
          expect(session.own).toEqual(own);
          expect(after(session, { type: 'leave-link' })).toEqual(withOwn(own));
          expect(after(session, { type: 'keep-link' })).toEqual(withOwn(session.entry));
        },
      ),
    );
  });

  test('shows the answers of the link that was opened last', () => {
    fc.assert(
      fc.property(filled, entries, entries, (own, first, second) => {
        expect(after(withOwn(own), openLink(first), openLink(second)).entry).toEqual(second);
      }),
    );
  });

  test('asks for no choice when there is nothing of one’s own, or the same', () => {
    fc.assert(
      fc.property(entries, (link) => {
        const reordered = { ...link, answers: Object.fromEntries(Object.entries(link.answers).reverse()) };
        expect(after(EMPTY, openLink(link))).toEqual(withOwn(link));
        expect(after(withOwn(link), openLink(reordered))).toEqual(withOwn(link));
      }),
    );
  });

  test('a link to the own answers, opened while another one is shown, is the end of the choice', () => {
    fc.assert(
      fc.property(filled, entries, (own, link) => {
        expect(after({ entry: link, own }, openLink(own))).toEqual(withOwn(own));
      }),
    );
  });

  test('own answers that are loaded while a link is open wait beside it', () => {
    fc.assert(
      fc.property(filled, filled, entries, (own, link, loaded) => {
        expect(after({ entry: link, own }, { type: 'load', entry: loaded })).toEqual({
          entry: link,
          own: loaded,
        });
        expect(after(withOwn(own), { type: 'load', entry: loaded })).toEqual(withOwn(loaded));
      }),
    );
  });

  test('leaving or keeping a link without one changes nothing', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(after(withOwn(entry), { type: 'leave-link' })).toEqual(withOwn(entry));
        expect(after(withOwn(entry), { type: 'keep-link' })).toEqual(withOwn(entry));
      }),
    );
  });
});

describe('comparing entries of the assessment', () => {
  test('an entry is empty with neither start nor answers', () => {
    expect(ENTRY.isEmpty(ENTRY.empty)).toBe(true);
    expect(ENTRY.isEmpty({ start: 'new', answers: {} })).toBe(false);
    expect(ENTRY.isEmpty({ start: null, answers: { bestaansreden: 'u' } })).toBe(false);
  });

  test('entries are the same with the same start and the same answer to every item', () => {
    fc.assert(
      fc.property(entries, answering, starting, (entry, { item, answer, action }, { start }) => {
        const other = after(withOwn(entry), action).entry;
        expect(ENTRY.isSame(entry, other)).toBe(entry.answers[item] === (answer ?? undefined));
        expect(ENTRY.isSame(other, entry)).toBe(ENTRY.isSame(entry, other));
        expect(ENTRY.isSame(entry, { ...entry, start })).toBe(entry.start === start);
      }),
    );
  });
});

describe('records', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'constructor');
  const records = fc.dictionary(keys, fc.nat(2), { noNullPrototype: true });

  test('are the same with the same keys and values, in any order', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const isSame = Object.keys({ ...a, ...b }).every(
          (key) => Object.hasOwn(a, key) && Object.hasOwn(b, key) && a[key] === b[key],
        );
        expect(isSameRecord(a, b)).toBe(isSame);
        expect(isSameRecord(a, Object.fromEntries(Object.entries(a).reverse()))).toBe(true);
      }),
    );
  });

  test('take or lose one value and keep the others, and the record they come from stays as it was', () => {
    fc.assert(
      fc.property(records, keys, fc.option(fc.nat(2)), (record, key, value) => {
        const before = { ...record };
        const expected = new Map(Object.entries(record));
        if (value === null) expected.delete(key);
        else expected.set(key, value);
        expect(new Map(Object.entries(withValue(record, key, value)))).toEqual(expected);
        expect(record).toEqual(before);
      }),
    );
  });

  test('are objects with keys and nothing else', () => {
    expect([{}, { a: 1 }, JSON.parse('{}')].map(isRecord)).toEqual([true, true, true]);
    expect([null, undefined, [], ['a'], '', 'a', 0, 1, true].filter(isRecord)).toEqual([]);
  });
});

describe('a saved text', () => {
  test.each([
    ['nothing', '', 'unreadable'],
    ['no JSON', '{"kind"', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['null', 'null', 'unreadable'],
    ['a number', '1', 'unreadable'],
    ['an object of another kind', '{"kind":"ander"}', 'foreign'],
    ['an object without a kind', '{}', 'foreign'],
  ])('%s is told apart', (_what, text, reason) => {
    expect(readSaved('ons', text)).toEqual({ ok: false, reason });
  });

  test('of the right kind opens with all it holds', () => {
    expect(readSaved('ons', '{"kind":"ons","a":[1]}')).toEqual({ ok: true, saved: { kind: 'ons', a: [1] } });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()),
        fc.string(),
        (text, kind) => {
          expect(typeof readSaved(kind, text).ok).toBe('boolean');
        },
      ),
    );
  });
});
