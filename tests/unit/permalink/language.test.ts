import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../src/domain/permalink/index.ts';

describe('the language a permanent link opens in', () => {
  it.each([
    [['nl', 'fr', 'en'], ['fr-BE', 'nl'], 'fr'],
    [['nl', 'fr', 'en'], ['de', 'EN-us', 'fr'], 'en'],
    [['nl', 'fr', 'en'], ['de', 'pl'], 'nl'],
    [['nl', 'fr', 'en'], [], 'nl'],
    [['nl'], ['fr'], 'nl'],
    [['nl', 'fr'], ['', 'frr', 'fr'], 'fr'],
  ] as const)('of %j for a reader of %j is %s', (available, preferred, language) => {
    expect(chooseLanguage(available, preferred)).toBe(language);
  });
});
