import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { base } from '../publishing.ts';
import { ASSETS, assetTexts, fileOf, writeHashed } from './files.ts';

const MODULE = /<script type="module"(?: src="([^"]+)")?[^>]*>([\s\S]*?)<\/script>/g;

/** A script in the page itself, that runs where it stands. */
const CLASSIC = /(<script(?![^>]*\b(?:src|type)=)[^>]*>)([\s\S]*?)<\/script>/g;
/** What Vite has a script fetch other files with. */
const HELPER = /^preload-helper\.[\w-]+\.js$/;

/** A module script of a page: the file that it comes from, or nothing when it stands in the page, and its text. */
interface Script {
  readonly src: string;
  readonly text: string;
}

/** Up to this length (characters) a script stands in the page: it weighs less there than one more answer of a server. */
const LONGEST_IN_PAGE = 2000;
/** What a reader does first on a page, whatever it is. */
const FIRST_USE = ['pointerover', 'touchstart', 'keydown', 'focusin', 'scroll'];

/**
 * Puts the module scripts of each page in one: in the page when that is short, else in a file that pages with the same
 * scripts share. Custom elements of a page only better what is there; their scripts are another file, which a page asks for
 * when its reader does something. Gives how many files were made.
 */
export async function joinScripts(folder: string, pages: Map<string, string>): Promise<number> {
  await shortenHelper(folder);
  const texts = await assetTexts(folder, 'js');
  const bundles = new Map<string, string>();
  const files = new Map<string, string>();
  const bundled = async (scripts: readonly Script[]): Promise<string> => {
    const key = scripts.map(({ src, text }) => src || text).join('\n');
    const text = bundles.get(key) ?? (await bundle(folder, scripts));
    bundles.set(key, text);
    return text;
  };
  const fileWith = async (text: string): Promise<string> => {
    const address = files.get(text) ?? (await writeHashed(folder, 'page', 'js', text));
    files.set(text, address);
    return address;
  };
  for (const [name, whole] of pages) {
    const html = await minifyClassic(whole);
    pages.set(name, html);
    const all = [...html.matchAll(MODULE)].map(([, src = '', text = '']) => ({
      src,
      text: src ? (texts.get(basename(src)) ?? '') : text,
    }));
    if (all.length < 2) continue;
    const asked = all.filter(({ text }) => isAsked(text, html));
    const later = asked.filter(({ text }) => definesElements(text));
    const parts = [await bundled(asked.filter((script) => !later.includes(script)))];
    if (later.length > 0) parts.push(onFirstUse(await fileWith(await bundled(later))));
    const text = parts.filter(Boolean).join(';');
    const tag =
      text.length > LONGEST_IN_PAGE
        ? `<script type="module" src="${await fileWith(text)}"></script>`
        : `<script type="module">${text}</script>`;
    let isFirst = true;
    pages.set(
      name,
      html.replaceAll(MODULE, () => {
        if (!isFirst) return '';
        isFirst = false;
        return tag;
      }),
    );
  }
  return files.size;
}

/** A script that asks for the file at `address` when the reader first does something. */
function onFirstUse(address: string): string {
  const load = `()=>import(${JSON.stringify(address)}).catch(()=>{})`;
  const listen = `for(const e of${JSON.stringify(FIRST_USE)})addEventListener(e,u,{once:true,passive:true})`;
  // A browser may have gone to the heading of a link before anything listens.
  // In braces, so that its name meets none of the scripts that stand before it.
  return `{const u=${load};${listen};location.hash&&u()}`;
}

function definesElements(script: string): boolean {
  return script.includes('customElements.define(');
}

/** Whether a page needs a script: not when all it does is to define elements that the page has not. */
export function isAsked(script: string, html: string): boolean {
  const defined = [...script.matchAll(/customElements\.define\(["'`]([\w-]+)["'`]/g)].map(
    ([, name = '']) => name,
  );
  return defined.length === 0 || defined.some((name) => html.includes(`<${name}`));
}

/** The scripts by which a tool starts, its own and that of its library. */
const STARTS = /\s(?:component|renderer)-url="([^"]+)"/g;
/** What a script needs before it runs. */
const NEEDS = /\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;

/**
 * Asks for all scripts with which the tool of a page starts at once: each names the next, and one after the other they
 * took a quarter longer on a slow network. With less haste than the style, so that the text comes first. Gives how many pages
 * have a tool.
 */
export async function preloadTools(folder: string, pages: Map<string, string>): Promise<number> {
  const texts = await assetTexts(folder, 'js');
  let tools = 0;
  for (const [name, html] of pages) {
    const starts = [...html.matchAll(STARTS)].map(([, src = '']) => basename(src));
    if (starts.length === 0) continue;
    tools += 1;
    const links = neededBy(starts, texts).map(
      (file) => `<link rel="modulepreload" fetchpriority="low" href="${base}${ASSETS}/${file}">`,
    );
    pages.set(
      name,
      html.replace('</head>', () => `${links.join('')}</head>`),
    );
  }
  return tools;
}

/** These scripts and all that they need before they run, each once. */
export function neededBy(starts: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const needed = new Set<string>(starts);
  for (const file of needed)
    for (const [, next = ''] of (texts.get(file) ?? '').matchAll(NEEDS)) needed.add(next);
  return [...needed];
}

const minified = new Map<string, string>();

async function minifyClassic(html: string): Promise<string> {
  for (const [, , text = ''] of html.matchAll(CLASSIC))
    if (!minified.has(text)) minified.set(text, (await transform(text, { minify: true })).code.trim());
  return html.replaceAll(
    CLASSIC,
    (_, tag: string, text: string) => `${tag}${minified.get(text) ?? text}</script>`,
  );
}

/**
 * Puts in the place of Vite's helper one of a fifth of its length, which does the same for scripts that fetch no styles later,
 * and ours do not: asks at once for all files that a part needs, and loads it. It keeps its name, because it keeps its
 * meaning: a browser that has the long one may go on with it.
 */
async function shortenHelper(folder: string): Promise<void> {
  const texts = await assetTexts(folder, 'js');
  const others = [...texts].filter(([file]) => !HELPER.test(file));
  if (others.some(([, text]) => /\.css["'`]/.test(text))) return;
  for (const [file, text] of texts) {
    if (!HELPER.test(file)) continue;
    const name = /export\{\w+ as (\w+)\}/.exec(text)?.[1];
    if (!name) throw new Error(`${file} is not the helper it was: look at src/site/lean/scripts.ts.`);
    const short = `export const ${name} = (load, files = []) => {
      for (const file of files) {
        const link = document.createElement('link');
        link.rel = 'modulepreload';
        link.href = ${JSON.stringify(base)} + file;
        document.head.append(link);
      }
      return load();
    };`;
    await writeFile(join(folder, ASSETS, file), (await transform(short, { minify: true })).code.trim());
  }
}

/** How Vite writes what is fetched later: with its helper, which asks for all that the file needs at once. */
const LATER =
  /\b\w+\((\(\)=>import\([^()]+\)|async\(\)=>\{let\{[^{}]*\}=await import\([^()]+\);return\{[^{}]*\}\}),(?:__vite__mapDeps\(\[[^[\]]*\]\)|\[\])\)/g;

/**
 * A script without the helper and its lists of files, which are longer than all else in a page: what a page fetches later is
 * little, and one file after the other will do.
 */
export function withoutHelper(script: string): string {
  return script.replaceAll(LATER, (whole) => /import\([^()]+\)/.exec(whole)?.[0] ?? whole);
}

/** The scripts as one, which may stand in a file or in a page. */
async function bundle(folder: string, scripts: readonly Script[]): Promise<string> {
  const inPage: Plugin = {
    name: 'in-page',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path, namespace: 'part' }));
      // What a script fetches later stays a file of its own, which other pages may have fetched already.
      onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind === 'dynamic-import'
          ? { path: `${base}${ASSETS}/${basename(path)}`, external: true }
          : { path: fileOf(folder, path) },
      );
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
        contents: withoutHelper(scripts[Number(path.slice(5))]?.text ?? ''),
        resolveDir: join(folder, ASSETS),
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: {
      contents: scripts.map((_, index) => `import 'part:${index}';`).join('\n'),
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
  return (outputFiles[0]?.text ?? '').trim().replace(/;$/, '');
}
