import { describe, expect, test } from 'vitest';
import { decode, encode, type Entry } from '../../../src/domain/assessment/codec.ts';
import { published as assessment } from './models.ts';
import written from './published-links.json';

/**
 * Links as readers have them, with what they hold. They must open for ever: never change or remove one. A new version
 * of the test adds its own.
 */
const links = written as readonly { what: string; version: number; link: string; entry: Entry }[];

describe.each(links)('$what ($link)', ({ version, link, entry }) => {
  test('opens with the start and the answers it was made with, and names what the test no longer has', () => {
    const decoded = decode(assessment, link);
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(decoded.version).toBe(version);
    expect(decoded.entry.start).toBe(entry.start);
    const kept = Object.entries(entry.answers).filter(([id]) => !decoded.retired.includes(id));
    expect(decoded.entry.answers).toEqual(Object.fromEntries(kept));

    const gone = Object.entries(entry.answers).filter(([id, answer]) => {
      const item = assessment.items.find((other) => other.id === id);
      return !item || (answer === 'n' && !item.naAllowed);
    });
    expect(decoded.retired.toSorted()).toEqual(gone.map(([id]) => id).toSorted());
  });

  test('is what the same version still writes', () => {
    const then = { ...assessment, version };
    expect(encode(then, entry)).toBe(link);
  });
});

/** Links of the newest version that tell all its items apart, ready to be added to the list. */
function linksToAdd(): typeof links {
  const { items, version } = assessment;
  const digits = Math.ceil(Math.log(items.length) / Math.log(4));
  return Array.from({ length: digits }, (_, digit) => {
    const level = (index: number): string => String(Math.floor(index / 4 ** digit) % 4);
    const answers = Object.fromEntries(items.map(({ id }, index) => [id, level(index)]));
    const entry = { start: 'new', answers } as Entry;
    const what = `Version ${version}, digit ${digit + 1} of the place of each item`;
    return { what, version, link: encode(assessment, entry), entry };
  });
}

test('there are links of every published version', () => {
  const missing = Object.keys(assessment.codec).filter(
    (version) => !links.some((link) => link.version === Number(version)),
  );
  const advice = `Add these to tests/unit/assessment/published-links.json:\n${JSON.stringify(linksToAdd())}`;
  expect(missing, missing.length > 0 ? advice : '').toEqual([]);
});

test('together the links of a version tell every item from every other, so that no two can change places', () => {
  for (const [version, order] of Object.entries(assessment.codec)) {
    const own = links.filter((link) => link.version === Number(version));
    const columns = order.map((id) => own.map(({ entry }) => entry.answers[id] ?? '-').join(''));
    expect(new Set(columns).size).toBe(order.length);
  }
});
