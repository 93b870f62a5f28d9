import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/styles/theme.css'), 'utf8');

/** Value of a colour token in the light (0) or dark (1) theme. */
function colour(token: string, theme: 0 | 1): string {
  const [, light, dark] =
    new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  const value = theme === 0 ? light : dark;
  if (!value) throw new Error(`theme.css has no colour --${token}`);
  return value;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const AA_TEXT = 4.5;
const AA_GRAPHIC = 3;
const texts = ['ink', 'ink-soft', 'brick', 'moss', 'warn'];
const grounds = ['paper', 'sheet'];
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['brick', 'moss', 'warn'].flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    ['ink', `${tone}-tint`] as const,
  ]),
  ['ink-soft', 'warn-tint'] as const,
  ['ink-soft', 'brick-tint'] as const,
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the %s theme', (_name, theme) => {
  it.each(pairs)('%s on %s is readable (AA)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it.each(grounds.map((ground) => [ground]))('lines of fields stand out from %s', (ground) => {
    expect(contrast(colour('rule-strong', theme), colour(ground, theme))).toBeGreaterThanOrEqual(AA_GRAPHIC);
  });
});

it('the measure of contrast is right at both ends', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
