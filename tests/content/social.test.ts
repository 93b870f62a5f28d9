import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cards, FINGERPRINTS, fingerprint, htmlOf, IMAGES } from './social.ts';

const made = JSON.parse(readFileSync(FINGERPRINTS, 'utf8')) as Record<string, string>;

describe('the images for social networks', () => {
  it('say what the phases, tools and sections are called now (npm run social)', () => {
    const stale = cards().filter((card) => made[card.id] !== fingerprint(card));
    expect(stale.map(({ id }) => id)).toEqual([]);
  });

  it('are all there, and no others', () => {
    const names = cards().map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((id) => !existsSync(join(IMAGES, `${id}.png`)))).toEqual([]);
    expect(readdirSync(IMAGES).sort()).toEqual(names.map((id) => `${id}.png`).sort());
    expect(Object.keys(made).sort()).toEqual(names.sort());
  });

  it('colour every face of their drawings, as the site does', () => {
    for (const card of cards()) {
      const html = htmlOf(card);
      const faces = new Set([...html.matchAll(/<path class="([^"]*)"/g)].map(([, name = '']) => name));
      expect(faces.size, card.id).toBe(6);
      for (const face of faces)
        expect(html, `${card.id}: ${face}`).toMatch(new RegExp(`\\.${face}\\b[^{}]*\\{`));
    }
  });

  it('are other ones when a name or number changes', () => {
    const [card] = cards().filter(({ phase }) => phase === 4);
    const prints = [card!, { ...card!, title: 'Bouwen' }, { ...card!, phase: 5 }, { ...card!, line: '' }].map(
      fingerprint,
    );
    expect(new Set(prints).size).toBe(4);
  });
});
