import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedLocales, rootLocale } from '../../src/site/locales.ts';
import { filesUnder, root } from './load.ts';

const strings = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `content/i18n/${locale}.json`), 'utf8')) as Record<string, string>;
const dutch = strings(rootLocale);
const code = [
  ...filesUnder(join(root, 'components'), /\.(astro|tsx?)$/),
  ...filesUnder(join(root, 'src'), /\.(astro|tsx?)$/),
  join(root, 'astro.config.mjs'),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys that Starlight itself asks for; what it does not ask for any more goes. */
const starlight =
  /^(skipLink|search|themeSelect|languageSelect|menuButton|sidebarNav|tableOfContents|i18n|page|404|builtWithStarlight|heading|expressiveCode)\./;

/** Starlight's own English strings; not a public entry, so it has no types. */
const STARLIGHT_ENGLISH = join(root, 'node_modules/@astrojs/starlight/dist/translations/en.js');

describe('UI strings', () => {
  it('are never empty', () => {
    expect(Object.entries(dutch).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are all used', () => {
    // A key is used whole, without the tool's prefix, or through a template with its beginning: `phase.lead.${…}`.
    const isUsed = (key: string): boolean => {
      const own = key.replace(/^(tool|agenda|assessment|chooser|group(?:\.overview)?|run|decision)\./, '');
      const beginnings = own
        .split('.')
        .map((_, index, parts) => `${parts.slice(0, index + 1).join('.')}.\${`);
      const plural = own.replace(/\.(one|other)$/, '');
      return (
        code.includes(`'${key}'`) ||
        code.includes(`'${own}'`) ||
        (plural !== own && code.includes(`'${plural}'`)) ||
        beginnings.some(
          (beginning) => code.includes(`\`${beginning}`) || code.includes(`\`assessment.${beginning}`),
        )
      );
    };
    expect(Object.keys(dutch).filter((key) => !starlight.test(key) && !isUsed(key))).toEqual([]);
  });

  it('leave no string of Starlight in English', async () => {
    const { default: english } = (await import(STARLIGHT_ENGLISH)) as { default: Record<string, string> };
    const asked = Object.keys(english).filter(
      (key) => !key.startsWith('fileTree.') && !key.startsWith('aside.'),
    );
    const same = ['menuButton.accessibleLabel', 'search.ctrlKey'];
    const wrong = asked.filter(
      (key) => !same.includes(key) && (dutch[key] === undefined || dutch[key] === english[key]),
    );
    expect(wrong).toEqual([]);
  });

  it.each(publishedLocales.map((locale) => [locale]))('are complete in %s', (locale) => {
    const own = strings(locale);
    expect(Object.keys(own).sort()).toEqual(Object.keys(dutch).sort());
    const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    const differing = Object.keys(dutch).filter(
      (key) => names(own[key] ?? '').join() !== names(dutch[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
    // Days are written with these, word by word.
    const words = (key: string): number => (own[key] ?? '').split(' ').length;
    expect({ months: words('tool.months'), weekdays: words('tool.weekdays') }).toEqual({
      months: 12,
      weekdays: 7,
    });
  });
});
