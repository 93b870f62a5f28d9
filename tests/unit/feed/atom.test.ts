import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed, type FeedEntry } from '../../../src/domain/feed/index.ts';

const FRAME = {
  title: 'Handboek',
  subtitle: 'Wat verandert',
  language: 'nl',
  self: 'https://example.org/feed.xml',
  home: 'https://example.org/',
  author: 'Handboek',
  licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
};
const entry = (more: Partial<FeedEntry>): FeedEntry => ({
  id: 'https://example.org/q/fase-4/?v=2',
  title: 'Fase 4: versie 2',
  url: 'https://example.org/q/fase-4/',
  date: '2027-01-10',
  summary: 'Stap 3 duurt langer.',
  ...more,
});
const parts = (feed: string, tag: string): string[] =>
  [...feed.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text);

describe('the feed of changes', () => {
  it('lists the newest change first and is as new as that', () => {
    const feed = atomFeed(FRAME, [
      entry({ date: '2027-01-10', title: 'oud' }),
      entry({ date: '2027-03-01', title: 'nieuw' }),
      entry({ date: '2027-02-01', title: 'tussenin' }),
    ]);
    expect(parts(feed, 'title')).toEqual(['Handboek', 'nieuw', 'tussenin', 'oud']);
    expect(parts(feed, 'updated')[0]).toBe('2027-03-01T00:00:00Z');
  });

  it('stays one document whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const feed = atomFeed(FRAME, [entry({ title: text, summary: text })]);
        expect(feed.match(/<entry>/g)).toHaveLength(1);
        expect(feed.replaceAll(/&#\d+;/g, '')).not.toContain('&');
        // Characters that no XML document may hold.
        expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
  });

  it('is whole without a change', () => {
    expect(atomFeed(FRAME, [])).toMatch(
      /<feed [\s\S]*<updated>1970-01-01T00:00:00Z<\/updated>[\s\S]*<\/feed>/,
    );
  });
});
