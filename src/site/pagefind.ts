import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Tidies what Pagefind wrote: takes out its ready-made interfaces, which the handbook does not use, and puts a list
 * that comes in random order in a fixed one, so that two builds of one commit are the same to the byte.
 */
export function tidyPagefind(): AstroIntegration {
  return {
    name: 'tidy-pagefind',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'pagefind');
        const names = await readdir(folder);
        await Promise.all(
          names.filter((name) => /-ui\.|-highlight\./.test(name)).map((name) => rm(join(folder, name))),
        );
        const path = join(folder, 'pagefind-entry.json');
        const entry = await readWhole(path);
        entry.include_characters.sort();
        await writeFile(path, JSON.stringify(entry));
      },
    },
  };
}

/** Pagefind says that it is done a moment before its last file is whole; on a busy machine that moment takes longer. */
async function readWhole(path: string, tries = 50): Promise<{ include_characters: string[] }> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as { include_characters: string[] };
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((done) => setTimeout(done, 100));
    return readWhole(path, tries - 1);
  }
}
