import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { base } from './publishing.ts';

const ASSETS = '_astro';
const MODULE = /<script type="module"(?: src="([^"]+)")?[^>]*>([\s\S]*?)<\/script>/g;
const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g;
const PRINT_STYLESHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*media="print"[^>]*>/;

/**
 * Makes a first visit lighter without taking a function away: rules of stylesheets that no page and no script of the
 * site can meet are dropped, print rules travel in the stylesheet they belong to, and the small scripts of a page
 * come as one file instead of five to nine.
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
        for (const name of names)
          pages.set(name, withValidScripts(await readFile(join(folder, name), 'utf8')));

        const dropped = await purgeStyles(folder, pages);
        await joinStyles(folder, pages);
        const bundles = await joinScripts(folder, pages);

        for (const [name, html] of pages) await writeFile(join(folder, name), html);
        logger.info(
          `${(dropped / 1000).toFixed(1)} kB of unused rules dropped, ${bundles} bundles of page scripts.`,
        );
      },
    },
  };
}

/** A page without `aria-hidden` on scripts, where Starlight puts it: HTML forbids it, and no program reads scripts aloud. */
export function withValidScripts(html: string): string {
  return html.replaceAll('<script aria-hidden="true">', '<script>');
}

/**
 * Drops rules whose classes, ids, elements or attributes stand in no page and no script, and then the custom properties
 * that nothing uses any more. Gives the bytes dropped.
 */
async function purgeStyles(folder: string, pages: ReadonlyMap<string, string>): Promise<number> {
  const before = await sizeOfStyles(folder);
  await purge(folder, {});
  const assets = (await readdir(join(folder, ASSETS))).filter((name) => /\.(?:js|css)$/.test(name));
  const texts = [
    ...pages.values(),
    ...(await Promise.all(assets.map((name) => readFile(join(folder, ASSETS, name), 'utf8')))),
  ];
  const used = texts.flatMap((text) =>
    [...text.matchAll(/(?:var\(|["'`])\s*(--[\w-]+)|style="[^"]*?(--[\w-]+)/g)].flatMap(
      ([, named, inPage]) => named ?? inPage ?? [],
    ),
  );
  await purge(folder, { variables: [...new Set(used)] });
  return before - (await sizeOfStyles(folder));
}

async function purge(folder: string, { variables }: { variables?: string[] }): Promise<void> {
  const results = await new PurgeCSS().purge({
    content: [join(folder, '**/*.html'), join(folder, ASSETS, '*.js')],
    // Starlight's sheet only: of our own parts every rule is there for something, also the nested ones.
    css: await frameStyles(folder),
    // Every word that could be a class, with and without the colon of `md:sl-hidden`.
    defaultExtractor: (text) => [...(text.match(/[\w-]+/g) ?? []), ...(text.match(/[\w:-]+/g) ?? [])],
    // Attributes come and go while a page is used (`data-print-all`, `open`); no rule is dropped for one.
    dynamicAttributes: await attributesIn(folder),
    safelist: {
      standard: ['html', 'body'],
      greedy: [/popover-open/, /backdrop/],
      ...(variables ? { variables } : {}),
    },
    variables: variables !== undefined,
    keyframes: true,
  });
  for (const { file, css } of results) if (file) await writeFile(file, css);
}

/** The stylesheets that hold Starlight's rules. */
async function frameStyles(folder: string): Promise<string[]> {
  const files = (await readdir(join(folder, ASSETS)))
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, ASSETS, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.filter((_, index) => texts[index]?.includes('@layer starlight'));
}

/** The names of all attributes that stylesheets ask about. */
async function attributesIn(folder: string): Promise<string[]> {
  const names = (await readdir(join(folder, ASSETS))).filter((name) => name.endsWith('.css'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, ASSETS, name), 'utf8')));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\[([\w-]+)/g)].map(([, name = '']) => name))),
  ];
}

async function sizeOfStyles(folder: string): Promise<number> {
  const names = (await readdir(join(folder, ASSETS))).filter((name) => name.endsWith('.css'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, ASSETS, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Puts the stylesheets that every page of the handbook has in one file, print rules among them, in the order in which
 * they stood. What only some pages have stays apart.
 */
async function joinStyles(folder: string, pages: Map<string, string>): Promise<void> {
  const framed = [...pages].filter(([, html]) => PRINT_STYLESHEET.test(html));
  const links = framed.map(([, html]) => [...html.matchAll(STYLESHEET)].map(([tag]) => tag));
  const common = (links[0] ?? []).filter((tag) => links.every((tags) => tags.includes(tag)));
  if (common.length < 2) return;
  const texts = common.map(async (tag) => {
    const text = await readFile(fileOf(folder, /href="([^"]+)"/.exec(tag)?.[1] ?? ''), 'utf8');
    return tag.includes('media="print"') ? `@media print{${text}}` : text;
  });
  const made = await writeHashed(folder, 'main', 'css', (await Promise.all(texts)).join(''));
  for (const [name, html] of framed) {
    const [first = '', ...rest] = common;
    const without = rest.reduce((text, tag) => text.replace(tag, ''), html);
    pages.set(name, without.replace(first, `<link rel="stylesheet" href="${made}">`));
  }
}

/** Puts the module scripts of each page in one file; pages with the same scripts share it. Gives how many were made. */
async function joinScripts(folder: string, pages: Map<string, string>): Promise<number> {
  const bundles = new Map<string, string>();
  for (const [name, html] of pages) {
    const scripts = [...html.matchAll(MODULE)];
    if (scripts.length < 2) continue;
    const key = scripts.map(([, src = '', text = '']) => src || text).join('\n');
    let made = bundles.get(key);
    if (!made) {
      made = await writeHashed(folder, 'page', 'js', await bundle(folder, scripts));
      bundles.set(key, made);
    }
    let isFirst = true;
    const tag = `<script type="module" src="${made}"></script>`;
    pages.set(
      name,
      html.replaceAll(MODULE, () => {
        if (!isFirst) return '';
        isFirst = false;
        return tag;
      }),
    );
  }
  return bundles.size;
}

async function bundle(folder: string, scripts: RegExpExecArray[]): Promise<string> {
  const parts = scripts.map(([, src, text = '']) => (src ? { path: fileOf(folder, src) } : { text }));
  const inPage: Plugin = {
    name: 'in-page',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path }) => {
        const part = parts[Number(path.slice(5))];
        return part?.path ? { path: part.path } : { path, namespace: 'part' };
      });
      // What a script fetches later stays a file of its own, which other pages may have fetched already.
      onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
        contents: parts[Number(path.slice(5))]?.text ?? '',
        resolveDir: join(folder, ASSETS),
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: {
      contents: parts.map((_, index) => `import 'part:${index}';`).join('\n'),
      resolveDir: join(folder, ASSETS),
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    plugins: [inPage],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function fileOf(folder: string, href: string): string {
  return join(folder, ASSETS, basename(href));
}

async function writeHashed(folder: string, name: string, extension: string, text: string): Promise<string> {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const file = `${name}.${hash}.${extension}`;
  await writeFile(join(folder, ASSETS, file), text);
  return `${base}${ASSETS}/${file}`;
}
