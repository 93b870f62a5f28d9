import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeLink, sealLink, unsealLink } from '../../../src/domain/shared/link-text.ts';

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const versions = fc.integer({ min: 1, max: 9999 });
const payloads = fc.stringMatching(/^[a-z0-9-]{1,40}$/);

describe('a sealed link', () => {
  test('opens with what went in, with or without the # before it', () => {
    fc.assert(
      fc.property(letters, versions, payloads, (letter, version, payload) => {
        const link = sealLink(letter, version, payload);
        const opened = { ok: true, version, payload };
        expect(unsealLink(letter, link)).toEqual(opened);
        expect(unsealLink(letter, `#${link}`)).toEqual(opened);
        expect(looksLikeLink(link) && looksLikeLink(`#${link}`)).toBe(true);
      }),
    );
  });

  test('is written the same way for ever', () => {
    // Links as readers keep them; the frame must never change.
    expect(sealLink('a', 1, 'n0123un-')).toBe('a1.n0123un-.26z');
    expect(sealLink('r', 12, '01u-nhd')).toBe('r12.01u-nhd.2pb');
    expect(sealLink('z', 1, '-')).toBe('z1.-.i0t');
  });

  test('needs no escaping in an address', () => {
    fc.assert(
      fc.property(letters, versions, payloads, (letter, version, payload) => {
        const link = sealLink(letter, version, payload);
        expect(encodeURIComponent(link)).toBe(link);
      }),
    );
  });

  test('is foreign to every other tool', () => {
    fc.assert(
      fc.property(letters, letters, versions, payloads, (letter, other, version, payload) => {
        fc.pre(letter !== other);
        expect(unsealLink(other, sealLink(letter, version, payload))).toEqual({
          ok: false,
          reason: 'foreign',
        });
      }),
    );
  });

  test('is refused when any single character of it is another', () => {
    fc.assert(
      fc.property(
        versions,
        payloads,
        fc.nat(),
        fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom(...'abcz019-.#')),
        (version, payload, at, by) => {
          const link = sealLink('k', version, payload);
          const index = at % link.length;
          fc.pre(link[index] !== by);
          expect(unsealLink('k', link.slice(0, index) + by + link.slice(index + 1)).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('holds up to 2400 characters and four digits of version', () => {
    const longest = sealLink('k', 9999, 'x'.repeat(2400));
    expect(unsealLink('k', longest).ok).toBe(true);
    expect(unsealLink('k', sealLink('k', 1, 'x'.repeat(2401)))).toEqual({ ok: false, reason: 'damaged' });
    expect(unsealLink('k', sealLink('k', 10_000, 'x'))).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('what is no sealed link', () => {
  const sound = sealLink('k', 1, '01u-n');

  test.each([
    ['an empty fragment', '', 'foreign'],
    ['an anchor', 'hoe-dit-werkt', 'foreign'],
    ['an anchor with the letter and a number', 'k1', 'foreign'],
    ['the letter and a point', 'k.01u', 'foreign'],
    ['another letter', 'j1.01u', 'foreign'],
    ['something before it', `x${sound}`, 'foreign'],
    ['two # before it', `##${sound}`, 'foreign'],
    ['a # in the middle', sound.replace('01', '0#1'), 'damaged'],
    ['something behind it', `${sound}x`, 'damaged'],
    ['a line end behind it', `${sound}\n`, 'damaged'],
    ['no payload', sealLink('k', 1, ''), 'damaged'],
    ['capitals in the payload', sealLink('k', 1, 'ABC'), 'damaged'],
    ['a version that begins with 0', sealLink('k', 0, '01u').replace('k0', 'k01'), 'damaged'],
    ['a long version', 'k123456.01u.abc', 'damaged'],
    ['a checksum cut off', sound.slice(0, -1), 'damaged'],
    ['no checksum', 'k1.01u-n', 'damaged'],
    ['another checksum', `${sound.slice(0, -3)}${sound.endsWith('000') ? '001' : '000'}`, 'damaged'],
  ])('%s', (_what, text, reason) => {
    expect(unsealLink('k', text)).toEqual({ ok: false, reason });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        letters,
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webFragments()),
        (letter, text) => {
          expect(['foreign', 'damaged']).toContain(
            (unsealLink(letter, text) as { reason?: string }).reason ?? 'damaged',
          );
          expect(typeof looksLikeLink(text)).toBe('boolean');
        },
      ),
    );
  });

  test.each([
    ['an anchor of a heading', '#wat-het-kost', false],
    ['an anchor of one letter and a number', '#a1', false],
    ['an empty fragment', '', false],
    ['a link cut off', '#k1.01', true],
    ['a link of a tool that does not exist', 'x9.', true],
    ['a link with something before it', '-k1.01u.abc', false],
    ['a number without a letter', '1.2', false],
    ['a link in capitals', 'K1.01u.abc', false],
    ['a version of more digits', 'k12.x', true],
  ])('%s looks like a link or not', (_what, text, looks) => {
    expect(looksLikeLink(text)).toBe(looks);
  });
});
