import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { fill } from '../domain/shared/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Packages that travel with the site outside the scripts we build: in pages, style, search and the service worker. */
const BESIDE_SCRIPTS = [
  'astro',
  '@astrojs/starlight',
  'pagefind',
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  'idb',
];

/** Work of others that travels with the site: what it is, and the text that its licence asks to send along. */
interface Notice {
  name: string;
  licence: string;
  /** Where its source is. */
  source: string;
  text: string;
}

/**
 * Writes `licenties.txt`: every package whose code goes to the reader's browser, with the text of its licence. Which ones
 * these are follows from the modules that the build put in the scripts.
 */
export function notices(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'notices',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'shipped-packages',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, bundle) {
                  for (const chunk of Object.values(bundle)) {
                    if (chunk.type !== 'chunk') continue;
                    for (const id of Object.keys(chunk.modules)) {
                      const folder = packageFolder(id);
                      if (folder) folders.add(folder);
                    }
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        for (const name of BESIDE_SCRIPTS) folders.add(join(ROOT, 'node_modules', name));
        const all = [...folders].map(noticeOf);
        all.push({
          name: 'Barlow Semi Condensed',
          licence: 'OFL-1.1',
          source: 'https://github.com/jpt/barlow',
          text: readFileSync(join(ROOT, 'src/styles/fonts/LICENSE-barlow.txt'), 'utf8'),
        });
        writeFileSync(new URL('licenties.txt', dir), noticesFile(all));
      },
    },
  };
}

/** The folder of the package that a module is of; nothing for our own modules and those made during the build. */
export function packageFolder(module: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];
}

/** What has to be said of a package. Throws when it comes without the text of its licence: then a person has to look. */
function noticeOf(folder: string): Notice {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license: string; repository?: string | { url: string } };
  // A file LICENSE, or a folder of that name with several.
  const texts = readdirSync(folder)
    .filter((entry) => /^licen[cs]e/i.test(entry))
    .flatMap((entry) => filesIn(join(folder, entry)))
    .map((file) => readFileSync(file, 'utf8').trim());
  if (texts.length === 0)
    throw new Error(`${name} goes to readers without the text of its licence: ${folder}`);
  const address = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return {
    name: `${name} ${version}`,
    licence: license,
    source: address
      .replace(/^git\+|\.git$/g, '')
      .replace(/^git:/, 'https:')
      .replace(/^([\w-]+\/[\w-]+)$/, 'https://github.com/$1'),
    text: texts.join('\n\n'),
  };
}

function filesIn(path: string): string[] {
  return statSync(path).isFile() ? [path] : readdirSync(path).map((name) => join(path, name));
}

function noticesFile(all: readonly Notice[]): string {
  const blocks = all
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, licence, source, text }) => {
      const head = [name, fill(nl['notices.licence'], { licence }), fill(nl['notices.source'], { source })];
      return `${'='.repeat(76)}\n${head.join('\n')}\n\n${text.trim().replaceAll('\r\n', '\n')}\n`;
    });
  return `${fill(nl['notices.intro'], { n: all.length })}\n\n${blocks.join('\n')}`;
}
