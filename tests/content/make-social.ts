/**
 * Draws the images that social networks show beside a link to the handbook, `public/social/<id>.png`: one per phase, tool
 * and section. `npm run social` makes those whose text or look changed and drops those nothing asks for any more;
 * `npm run social -- --all` makes them all.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { ensureChromium } from '../../src/site/find-chromium.mjs';
import { SOCIAL_SIZE } from '../../src/site/social.ts';
import { cards, FINGERPRINTS, fingerprint, htmlOf, IMAGES } from './social.ts';

/** Flat drawings: so many colours look the same as all of them. */
const COLOURS = 32;

const fileOf = (id: string): string => join(IMAGES, `${id}.png`);
const all = cards();
const known = existsSync(FINGERPRINTS)
  ? (JSON.parse(readFileSync(FINGERPRINTS, 'utf8')) as Record<string, string>)
  : {};
const stale = all.filter(
  (card) => argv.includes('--all') || known[card.id] !== fingerprint(card) || !existsSync(fileOf(card.id)),
);

mkdirSync(IMAGES, { recursive: true });
for (const name of readdirSync(IMAGES))
  if (!all.some(({ id }) => name === `${id}.png`)) rmSync(join(IMAGES, name));

if (stale.length > 0) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: SOCIAL_SIZE });
    for (const card of stale) {
      await page.setContent(htmlOf(card));
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const picture = await sharp(await page.screenshot())
        .png({ palette: true, colours: COLOURS, effort: 10, dither: 0 })
        .toBuffer();
      writeFileSync(fileOf(card.id), picture);
      console.log(`${card.id}: ${(picture.byteLength / 1000).toFixed(1)} kB`);
    }
  } finally {
    await browser.close();
  }
}
writeFileSync(
  FINGERPRINTS,
  `${JSON.stringify(Object.fromEntries(all.map((card) => [card.id, fingerprint(card)])), null, 2)}\n`,
);
console.log(`${stale.length} of ${all.length} social images made.`);
