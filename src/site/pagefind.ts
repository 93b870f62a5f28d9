import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Ready-made interfaces, which the handbook does not use. */
const INTERFACES = /-ui\.|-highlight\./;

/**
 * Makes the index of the full text (Pagefind) of the built pages. Starlight would do that too, but has Pagefind write the files and stops it
 * when it says that it is done, a moment before its last files are whole: on a busy machine they stay cut off.
 */
export function fullTextIndex(): AstroIntegration {
  return {
    name: 'full-text-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const { index } = await createIndex();
          if (!index) throw new Error('Pagefind gave no index.');
          const { errors, page_count } = await index.addDirectory({ path: fileURLToPath(dir) });
          const { errors: more, files } = await index.getFiles();
          if (errors.length + more.length > 0) throw new Error([...errors, ...more].join('\n'));
          for (const { path, content } of files.filter((file) => !INTERFACES.test(file.path))) {
            const to = join(fileURLToPath(dir), 'pagefind', path);
            await mkdir(dirname(to), { recursive: true });
            await writeFile(to, path === 'pagefind-entry.json' ? inOrder(content) : content);
          }
          logger.info(`${page_count} pages in the index of the full text.`);
        } finally {
          await close();
        }
      },
    },
  };
}

/** The list in it comes in random order; in a fixed one, two builds of one commit are the same to the byte. */
function inOrder(content: Uint8Array): string {
  const entry = JSON.parse(new TextDecoder().decode(content)) as { include_characters: string[] };
  return JSON.stringify({ ...entry, include_characters: entry.include_characters.toSorted() });
}
