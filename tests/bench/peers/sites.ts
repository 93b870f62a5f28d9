/** Writes a site for each generator, with the same pages and that generator's default configuration and own local search. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PeerPage } from './content.ts';

/** A generator that is compared with. */
export interface Peer {
  name: 'Starlight' | 'VitePress' | 'Docusaurus';
  /** Folder under .reports/peers, and of its package.json here; stock Starlight uses the project's own packages. */
  id: 'starlight' | 'vitepress' | 'docusaurus';
  /** Command that builds it, from its folder. */
  build: readonly string[];
  /** Folder of the built site, in its folder. */
  out: string;
  /** What opens its search, where to type, and what a result is. */
  search: { open: string; input: string; result: string };
  write: (folder: string, pages: readonly PeerPage[]) => void;
}

const SECTIONS = ['start', 'methode', 'fiches', 'rechtsvormen', 'cases', 'achtergrond'];
const sectionOf = ({ path }: PeerPage): string => path.split('/')[1] ?? '';

const text = (value: string): string => JSON.stringify(value);
const frontMatter = (page: PeerPage, more = ''): string =>
  `---\ntitle: ${text(page.title)}\ndescription: ${text(page.description)}\n${more}---\n\n`;

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Every page as a file in `folder`, in the folder of its address; said again for Docusaurus, which drops numbers from it. */
function writePages(folder: string, pages: readonly PeerPage[], withSlug: boolean): void {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) {
    const heading = withSlug ? `# ${page.title}\n\n` : '';
    const slug = withSlug ? `slug: ${page.path}\n` : '';
    writeFiles(folder, {
      [`${page.path.slice(1)}index.md`]: frontMatter(page, slug) + heading + page.markdown,
    });
  }
}

export const PEERS: readonly Peer[] = [
  {
    name: 'Starlight',
    id: 'starlight',
    build: ['astro', 'build'],
    out: 'dist',
    search: {
      open: 'button[data-open-modal]',
      input: '.pagefind-ui__search-input',
      result: '.pagefind-ui__result-link',
    },
    write: (folder, pages) => {
      writePages(join(folder, 'src/content/docs'), pages, false);
      const groups = SECTIONS.map(
        (name) => `{ label: ${text(name)}, items: [{ autogenerate: { directory: ${text(name)} } }] }`,
      );
      writeFiles(folder, {
        'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [starlight({ title: 'Handboek', locales: { root: { label: 'Nederlands', lang: 'nl' } }, sidebar: [${groups.join(', ')}] })],
});
`,
        'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
        // Its packages are the project's own, one folder up; they are named so that Astro takes them for its own kind.
        'package.json':
          '{ "private": true, "type": "module", "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }\n',
        'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n',
      });
    },
  },
  {
    name: 'VitePress',
    id: 'vitepress',
    build: ['vitepress', 'build'],
    out: '.vitepress/dist',
    search: { open: '.DocSearch-Button', input: '.search-input', result: '.results .result' },
    write: (folder, pages) => {
      for (const name of new Set(pages.map(sectionOf)))
        rmSync(join(folder, name || 'index.md'), { recursive: true, force: true });
      for (const page of pages)
        writeFiles(folder, {
          [`${page.path.slice(1)}index.md`]: `${frontMatter(page)}# ${page.title}\n\n${page.markdown}`,
        });
      const sidebar = SECTIONS.map((name) => ({
        text: name,
        items: pages
          .filter((page) => sectionOf(page) === name)
          .map(({ title, path }) => ({ text: title, link: path })),
      }));
      writeFiles(folder, {
        '.vitepress/config.mjs': `import { defineConfig } from 'vitepress';
export default defineConfig({
  lang: 'nl', title: 'Handboek', ignoreDeadLinks: true, srcExclude: ['package.json'],
  themeConfig: { search: { provider: 'local' }, sidebar: ${JSON.stringify(sidebar)} },
});
`,
      });
    },
  },
  {
    name: 'Docusaurus',
    id: 'docusaurus',
    build: ['docusaurus', 'build'],
    out: 'build',
    search: {
      open: '.navbar__search-input',
      input: '.navbar__search-input',
      result: '[class*=hitPath], [class*=hitTitle]',
    },
    write: (folder, pages) => {
      writePages(join(folder, 'docs'), pages, true);
      writeFiles(folder, {
        'docusaurus.config.js': `module.exports = {
  title: 'Handboek', url: 'http://localhost:4321', baseUrl: '/', onBrokenLinks: 'ignore', onBrokenAnchors: 'ignore',
  i18n: { defaultLocale: 'nl', locales: ['nl'] },
  markdown: { format: 'detect' },
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.js' }, blog: false }]],
  themes: [[require.resolve('@easyops-cn/docusaurus-search-local'), { hashed: true, language: ['nl'], docsRouteBasePath: '/', indexBlog: false }]],
};
`,
        'sidebars.js': `module.exports = { docs: [{ type: 'autogenerated', dirName: '.' }] };\n`,
      });
    },
  },
];
