import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/assessment/codec.ts';
import type { Answer } from '../../../src/domain/assessment/evaluate.ts';
import {
  type Action,
  EMPTY_ENTRY,
  EMPTY_SESSION,
  isEmpty,
  isSameEntry,
  reduce,
  type Session,
} from '../../../src/domain/assessment/session.ts';
import { START_LIST } from '../../../src/domain/assessment/starts.ts';
import { assessment, entryOf } from './models.ts';

const entries = entryOf(assessment);
const filled = entries.filter((entry) => !isEmpty(entry));
const items = fc.constantFrom(...assessment.items.map(({ id }) => id));
const answers = fc.constantFrom<Answer | null>('0', '1', '2', '3', 'u', 'n', null);
const starting = fc.record({ type: fc.constant('start' as const), start: fc.constantFrom(...START_LIST) });
const answering = fc.record({ type: fc.constant('answer' as const), item: items, answer: answers });

const withOwn = (entry: Entry): Session => ({ entry, own: null });
const openLink = (entry: Entry): Action => ({ type: 'open-link', entry });
const after = (session: Session, ...actions: Action[]): Session => actions.reduce(reduce, session);

describe('filling in', () => {
  test('changing the start, however often, keeps every answer', () => {
    fc.assert(
      fc.property(entries, fc.array(starting, { minLength: 1 }), (entry, starts) => {
        const { entry: result } = after(withOwn(entry), ...starts);
        expect(result).toEqual({ start: starts.at(-1)?.start, answers: entry.answers });
      }),
    );
  });

  test('one answer changes that answer only; null takes it away', () => {
    fc.assert(
      fc.property(entries, answering, (entry, action) => {
        const { entry: result } = reduce(withOwn(entry), action);
        const expected = new Map(Object.entries(entry.answers));
        if (action.answer === null) expected.delete(action.item);
        else expected.set(action.item, action.answer);
        expect(result.start).toBe(entry.start);
        expect(new Map(Object.entries(result.answers))).toEqual(expected);
      }),
    );
  });

  test('no action changes the session it starts from', () => {
    fc.assert(
      fc.property(entries, entries, fc.oneof(starting, answering), (entry, link, action) => {
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
        expect(after(withOwn(entry), openLink(link), { type: 'reset' })).toEqual(EMPTY_SESSION);
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
        fc.array(fc.oneof(starting, answering, filled.map(openLink))),
        (own, link, actions) => {
          const others = [openLink(link), ...actions];
          fc.pre(others.every((action) => action.type !== 'open-link' || !isSameEntry(action.entry, own)));
          const session = after(withOwn(own), ...others);
          expect(session.own).toEqual(own);
          expect(reduce(session, { type: 'leave-link' })).toEqual(withOwn(own));
          expect(reduce(session, { type: 'keep-link' })).toEqual(withOwn(session.entry));
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
        expect(reduce(EMPTY_SESSION, openLink(link))).toEqual(withOwn(link));
        expect(reduce(withOwn(link), openLink(reordered))).toEqual(withOwn(link));
      }),
    );
  });

  test('own answers that are loaded while a link is open wait beside it', () => {
    fc.assert(
      fc.property(filled, filled, entries, (own, link, loaded) => {
        const session: Session = { entry: link, own };
        expect(reduce(session, { type: 'load', entry: loaded })).toEqual({ entry: link, own: loaded });
        expect(reduce(withOwn(own), { type: 'load', entry: loaded })).toEqual(withOwn(loaded));
      }),
    );
  });

  test('leaving or keeping a link without one changes nothing', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(reduce(withOwn(entry), { type: 'leave-link' })).toEqual(withOwn(entry));
        expect(reduce(withOwn(entry), { type: 'keep-link' })).toEqual(withOwn(entry));
      }),
    );
  });
});

describe('comparing entries', () => {
  test('an entry is empty with neither start nor answers', () => {
    expect(isEmpty(EMPTY_ENTRY)).toBe(true);
    expect(isEmpty({ start: 'new', answers: {} })).toBe(false);
    expect(isEmpty({ start: null, answers: { bestaansreden: 'u' } })).toBe(false);
  });

  test('entries are the same with the same start and the same answer to every item', () => {
    fc.assert(
      fc.property(entries, answering, starting, (entry, { item, answer }, { start }) => {
        const other = reduce(withOwn(entry), { type: 'answer', item, answer }).entry;
        expect(isSameEntry(entry, other)).toBe(entry.answers[item] === (answer ?? undefined));
        expect(isSameEntry(other, entry)).toBe(isSameEntry(entry, other));
        expect(isSameEntry(entry, { ...entry, start })).toBe(entry.start === start);
      }),
    );
  });
});
