import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './site.ts';

/** Astro puts this style beside an island; that it stands in the body is its own doing. */
const ASTRO_STYLE = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Matters of style that Starlight and Astro decide otherwise.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
    'script-type': 'off',
    // Astro's own island tag, Starlight's custom elements.
    'unknown-element': 'off',
    'element-required-attributes': 'error',
    // Native grouping already says it; axe checks names in the browser.
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'unique-landmark': 'off',
    'valid-id': ['error', { relaxed: true }],
    // Sätteri writes typographic characters as such.
    'no-raw-characters': 'off',
    'require-sri': 'off',
    'svg-focusable': 'off',
  },
});

/** What is wrong with the HTML of the pages: page, line, rule. */
export async function invalidHtml(pages: readonly BuiltPage[]): Promise<string[]> {
  const reports = await Promise.all(
    pages.map(async ({ path, html }) => ({
      path,
      report: await validator.validateString(html.replace(ASTRO_STYLE, '')),
    })),
  );
  return reports.flatMap(({ path, report }) =>
    report.results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
    ),
  );
}
