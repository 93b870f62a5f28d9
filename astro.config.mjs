import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import nl from './content/i18n/nl.json' with { type: 'json' };
import { starlightLocales } from './src/site/locales.ts';
import { scrollableTables, siteLinks } from './src/site/markdown.ts';
import { siteTitles } from './src/site/strings.ts';
import { contentSecurityPolicy } from './src/site/security.ts';
import { offline } from './src/site/offline.ts';
import { fullTextIndex } from './src/site/pagefind.ts';
import { externalLinks } from './src/site/external-links.ts';
import { notices } from './src/site/notices.ts';
import { lean } from './src/site/lean/index.ts';
import { withoutMenuState } from './src/site/menu-state.ts';
import { base, editUrl, outDir, site } from './src/site/publishing.ts';
import { injectedRoutes } from './src/site/routes.ts';
import { sidebar } from './src/site/sidebar.ts';
import { translations } from './src/site/translations.ts';

const override = (name) => `./components/overrides/${name}.astro`;

/** What every tool starts with comes in two files: a dozen small ones weigh more and are a dozen answers of the server. */
const sharedScripts = [
  { name: 'preact', test: /node_modules.preact.(?:dist|hooks|jsx-runtime)/ },
  { name: 'tools', test: /src.browser|src.domain.shared|components.tool/, minShareCount: 6 },
];

export default defineConfig({
  site,
  base,
  outDir,
  srcDir: '.',
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  vite: {
    plugins: [withoutMenuState()],
    // Astro's own mark in each MDX file, said again for every page at every build.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: sharedScripts } } } } },
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ hastPlugins: [siteLinks(base), scrollableTables] }),
  },
  integrations: [
    starlight({
      title: siteTitles(),
      description: nl['site.description'],
      favicon: '/favicon.svg',
      defaultLocale: 'root',
      locales: starlightLocales(),
      sidebar,
      customCss: ['./src/styles/theme.css', './src/styles/print.css'],
      routeMiddleware: './src/site/route-data.ts',
      expressiveCode: false,
      credits: false,
      // Made by fullTextIndex.
      pagefind: false,
      lastUpdated: true,
      editLink: editUrl ? { baseUrl: editUrl } : undefined,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      components: {
        FallbackContentNotice: override('FallbackContentNotice'),
        Footer: override('Footer'),
        Head: override('Head'),
        PageSidebar: override('PageSidebar'),
        PageTitle: override('PageTitle'),
        Pagination: override('Pagination'),
        Search: override('Search'),
        Sidebar: override('Sidebar'),
        SiteTitle: override('SiteTitle'),
        ThemeProvider: override('ThemeProvider'),
        ThemeSelect: override('ThemeSelect'),
        TwoColumnContent: override('TwoColumnContent'),
      },
    }),
    preact(),
    injectedRoutes(),
    translations(),
    fullTextIndex(),
    notices(),
    externalLinks(),
    lean(),
    contentSecurityPolicy(),
    offline(),
  ],
});
