import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import what (docs: CONTRIBUTING, "The parts and who may import whom"). One block per folder, all errors.
 */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const deny = (regex, message) => ({ regex, message });

const contentIsForPages = deny(
  '^astro:content$',
  'Only .astro files, src/routes, src/site and content.config.ts read astro:content.',
);
const zodIsForSchemas = deny(
  '^(zod|astro/zod)(/|$)',
  'zod stays in schema.ts, so that it never ships to a browser.',
);

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.reports/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'location', 'Blob'].map((name) => ({
          name,
          message: 'Storage, address and files are touched in src/browser only.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='window'][property.name=/^(localStorage|sessionStorage|location)$/]",
          message: 'Storage, address and files are touched in src/browser only.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/browser/**', 'tests/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['src/env.d.ts'],
    rules: { '@typescript-eslint/no-namespace': 'off', '@typescript-eslint/no-empty-object-type': 'off' },
  },
  // The theme is set before the first paint, by a script that cannot import.
  {
    files: ['components/overrides/ThemeProvider.astro', 'components/overrides/ThemeProvider.astro/**'],
    rules: { 'no-restricted-globals': 'off' },
  },

  // domain → domain; zod in schema.ts only.
  forbid(
    ['src/domain/**/*.ts'],
    [
      deny('^(?!\\.)', 'src/domain imports nothing but its own files.'),
      deny(
        '(^|/)(components|browser|site|routes|content|tests)/',
        'src/domain knows nothing of the rest of the project.',
      ),
    ],
    ['src/domain/**/schema.ts'],
  ),
  forbid(
    ['src/domain/**/schema.ts'],
    [
      deny('^(?!\\.|zod$)', 'A schema imports zod and other schemas only.'),
      deny(
        '(^|/)(components|browser|site|routes|content|tests)/',
        'src/domain knows nothing of the rest of the project.',
      ),
    ],
  ),
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'navigator',
          'localStorage',
          'sessionStorage',
          'location',
          'history',
          'Blob',
          'fetch',
          'process',
          'crypto',
          'performance',
          'setTimeout',
          'setInterval',
          'Date',
        ].map((name) => ({
          name,
          message: 'src/domain is pure: no browser, network, clock or process.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'src/domain is pure: pass randomness in.' },
      ],
    },
  },

  // browser → nothing of ours but domain.
  forbid(
    ['src/browser/**'],
    [
      deny('^(?!\\.|.*domain/)', 'src/browser imports no package.'),
      deny('(^|/)(components|site|routes|content)/', 'src/browser may import src/domain only.'),
      contentIsForPages,
    ],
  ),

  // site → domain.
  forbid(
    ['src/site/**'],
    [deny('(^|/)(components|browser|routes)/', 'src/site may import src/domain only.'), zodIsForSchemas],
  ),

  // components → browser, domain; their .astro files also astro:content. Addresses and language come from Astro.locals.
  forbid(
    ['components/**/*.{ts,tsx}'],
    [
      contentIsForPages,
      zodIsForSchemas,
      deny('(^|/)(site|routes)/', 'An island gets data, addresses and labels as props.'),
      deny('domain/[a-z-]+/(?!index\\.ts$)', "Import a concept's index.ts, not its files."),
    ],
    ['components/content/phase-entry.ts'],
  ),
  {
    files: ['components/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          ...['DateTimeFormat', 'ListFormat', 'NumberFormat'].map((property) => ({
            object: 'Intl',
            property,
          })),
          { property: 'toLocaleString' },
          { property: 'toLocaleDateString' },
          { property: 'toLocaleTimeString' },
        ].map((what) => ({
          ...what,
          message:
            'The first formatter costs a slow phone 60 ms: dayInWords, listInWords and labels do without.',
        })),
      ],
    },
  },
  forbid(
    ['components/**/*.astro'],
    [
      zodIsForSchemas,
      deny('(^|/)routes/', 'Components do not import routes.'),
      deny('domain/[a-z-]+/(?!index\\.ts$)', "Import a concept's index.ts, not its files."),
    ],
  ),
);
