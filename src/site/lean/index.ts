import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dropUnused } from './files.ts';
import { lighterMarkup } from './markup.ts';
import { joinScripts, preloadTools } from './scripts.ts';
import { joinStyles, linkStyles, purgeStyles } from './styles.ts';

/**
 * Makes a first visit lighter without taking a function away: a page carries the rules that its kind of page can meet, in
 * one stylesheet; the small scripts of a page come as one file, those of a tool are asked for at once; classes that no rule
 * asks for go.
 */
export function lean(): AstroIntegration {
  return {
    name: 'lean',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const names = (await readdir(folder, { recursive: true }))
          .filter((name) => name.endsWith('.html'))
          .sort();
        const pages = new Map<string, string>();
        for (const name of names) {
          const html = await readFile(join(folder, name), 'utf8');
          pages.set(name, lighterMarkup(html));
        }

        const dropped = await purgeStyles(folder, pages);
        const bundles = await joinScripts(folder, pages);
        const sheets = await joinStyles(folder, pages);
        await linkStyles(folder, pages);
        const tools = await preloadTools(folder, pages);

        for (const [name, html] of pages) await writeFile(join(folder, name), html);
        await dropUnused(folder, pages);
        logger.info(
          `${(dropped / 1000).toFixed(1)} kB of unused rules dropped, ${sheets} stylesheets, ${bundles} bundles of page scripts, ${tools} tools.`,
        );
      },
    },
  };
}
