import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { base } from '../publishing.ts';

/** The folder of scripts and stylesheets in a built site. */
export const ASSETS = '_astro';

/** The file in `folder` that an address in a page stands for. */
export function fileOf(folder: string, href: string): string {
  return join(folder, ASSETS, basename(href));
}

/** Writes a file whose name says what is in it, so that browsers may keep it for good. Gives its address. */
export async function writeHashed(
  folder: string,
  name: string,
  extension: string,
  text: string,
): Promise<string> {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const file = `${name}.${hash}.${extension}`;
  await writeFile(join(folder, ASSETS, file), text);
  return `${base}${ASSETS}/${file}`;
}

/** The text of every stylesheet or script (`extension`) in the built site, by name of the file. */
export async function assetTexts(folder: string, extension: 'css' | 'js'): Promise<Map<string, string>> {
  const names = (await readdir(join(folder, ASSETS))).filter((name) => name.endsWith(`.${extension}`)).sort();
  const texts = names.map(
    async (name) => [name, await readFile(join(folder, ASSETS, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}

/** Removes scripts and stylesheets that no page and no script names any more: what was joined into another. */
export async function dropUnused(folder: string, pages: ReadonlyMap<string, string>): Promise<void> {
  const scripts = await assetTexts(folder, 'js');
  const sheets = await assetTexts(folder, 'css');
  const inPages = new Set<string>();
  for (const html of pages.values())
    for (const [, name = ''] of html.matchAll(/_astro\/([\w.-]+)/g)) inPages.add(name);
  let unused: string[];
  do {
    const inScripts = [...scripts.values()].join('\n');
    unused = [...scripts.keys(), ...sheets.keys()].filter(
      (name) => !inPages.has(name) && !inScripts.includes(name),
    );
    for (const name of unused) {
      scripts.delete(name);
      sheets.delete(name);
      await rm(join(folder, ASSETS, name));
    }
    // A script that went may have been the only one to name another.
  } while (unused.length > 0);
}

/** The scripts of a page, its own and all that these may fetch. */
export function scriptsOf(html: string, scripts: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/([\w.-]+\.js)/g)) {
      const script = scripts.get(name);
      if (script === undefined || found.has(name)) continue;
      found.add(name);
      follow(script);
    }
  };
  follow(html);
  const inline = [...html.matchAll(/<script(?![^>]*\b(?:src|type)=)[^>]*>([\s\S]*?)<\/script>/g)];
  return [...[...found].map((name) => scripts.get(name) ?? ''), ...inline.map(([, text = '']) => text)];
}
