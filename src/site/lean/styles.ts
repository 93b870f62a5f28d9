import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import { publishedLocales } from '../locales.ts';
import { base } from '../publishing.ts';
import { ASSETS, assetTexts, fileOf, scriptsOf, writeHashed } from './files.ts';
import { pageWithShortProperties, shortProperties, stylesIn, withShortProperties } from './properties.ts';
import { askedOf, scopesByClass, shortScopes, withoutNeedless, withoutUnasked, withShort } from './scopes.ts';

const PRINT_STYLESHEET = /<link rel="stylesheet" href="[^"]+"[^>]*media="print"[^>]*>/;
/** A stylesheet of a page, linked or written in it. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>|<style([^>]*)>([\s\S]*?)<\/style>/g;
/**
 * Rules of Starlight that no page can meet and no purger sees: for Japanese, and for the drawing in a link to a heading, which
 * `lighterMarkup` takes out.
 */
const DEAD = /\[lang\]:where\(\*?:lang\(ja\)\)\{[^}]*\}|\.sl-markdown-content \.sl-anchor-icon>svg\{[^}]*\}/g;
/** How a script gives an element that is there a class; what it makes itself never carries the scope of a component. */
const GIVES_CLASS = /\bclassList\b|["'`]class["'`]/;
/** What stands in the head of every page of the handbook before anything that is fetched. */
const VIEWPORT = /<meta name="viewport"[^>]*>/;
/** Attributes that no script ever sets: a rule that asks for one is dropped where no page has it. */
const FIXED = ['align', 'dir', 'href', 'rel'];
/** Always kept: elements without which there is no page, and what the browser adds by itself. */
const SAFE = { standard: ['html', 'body'], greedy: [/popover-open/, /backdrop/] };

/**
 * Drops rules whose classes, ids, elements or attributes stand in no page and no script, and then the custom properties
 * that nothing uses any more. Gives the bytes dropped.
 */
export async function purgeStyles(folder: string, pages: ReadonlyMap<string, string>): Promise<number> {
  const scripts = [...(await assetTexts(folder, 'js')).values()];
  const sheets = await assetTexts(folder, 'css');
  let dropped = 0;
  for (const [name, text] of sheets) {
    // Starlight's sheets only: of our own parts every rule is there for something, also the nested ones.
    if (!text.includes('@layer starlight')) continue;
    const lean = await purge(text, { htmls: [...pages.values()], scripts, sheets: [...sheets.values()] });
    await writeFile(join(folder, ASSETS, name), lean);
    dropped += text.length - lean.length;
  }
  return dropped;
}

/**
 * Puts all style of a kind of page in one file: what every page of the handbook has, what the parts of most of these pages
 * bring, what they print as, in the order in which it stood, without the rules that this kind cannot meet. What only a few
 * have stays in those pages. Pages with stylesheets of their own, the tools, keep all those apart. Gives how many files
 * were made.
 */
export async function joinStyles(folder: string, pages: Map<string, string>): Promise<number> {
  const framed = [...pages].filter(([, html]) => PRINT_STYLESHEET.test(html));
  const common = commonLinks(framed.map(([, html]) => html));
  const scripts = await assetTexts(folder, 'js');
  const linked = new Set(common.map((tag) => basename(hrefOf(tag))));
  const others = [...(await assetTexts(folder, 'css'))].flatMap(([name, text]) =>
    linked.has(name) ? [] : [text],
  );
  const kinds = Map.groupBy(framed, ([name, html]) => kindOf(name, html, common));
  for (const [kind, members] of kinds) {
    const htmls = members.map(([, html]) => html);
    const used = [...new Set(htmls.flatMap((html) => scriptsOf(html, scripts)))];
    const parts = mostOf(htmls.map((html) => sheetsOf(html, common)));
    const texts = await Promise.all(parts.map((tag) => textOf(folder, tag)));
    const scoped = await purgeByPlace(dropOverruled(texts.join('')), {
      htmls,
      scripts: used,
      sheets: others,
    });
    const byScript = quotedWords(used);
    const isStill = !htmls.some((html) => html.includes('<astro-island'));
    const givenLater =
      isStill && !used.some((script) => GIVES_CLASS.test(script)) ? new Set<string>() : byScript;
    const carried = scopesByClass([...htmls, ...sheetsFetched(htmls, pages)]);
    const whole = withoutNeedless(scoped, carried, byScript);
    const rest = withoutNeedless(htmls.map((html) => withStyle(html, parts)).join(''), carried, byScript);
    const short = shortScopes([whole, ...ownStyles(rest)].join(''), others);
    const properties = shortProperties([whole, stylesIn(rest)].join(''), [...others, ...scripts.values()]);
    const made = await writeHashed(
      folder,
      kind,
      'css',
      withShortProperties(withShort(whole, short), properties),
    );
    // Most pages of a kind have no style but that of the kind.
    const asked = new Map<string, ReturnType<typeof askedOf>>();
    for (const [name, html] of members) {
      const styled = withoutNeedless(withStyle(html, parts, made), carried, byScript);
      const own = ownStyles(styled).join('\n');
      const askedHere = asked.get(own) ?? askedOf([whole, own, ...others].join('\n'));
      asked.set(own, askedHere);
      const lean = withShort(withoutUnasked(styled, askedHere, givenLater), short);
      pages.set(name, pageWithShortProperties(lean, properties));
    }
  }
  return kinds.size;
}

/** A page to print, which stands outside the frame of the handbook. */
const TO_PRINT = /^(?:[a-z]{2}\/)?afdrukken\/(?!index\.html$)./;

/**
 * Puts what stands as style in pages to print into files. The policy that is sent as a header names every style that
 * stands in some page: with those of all sheets it would be longer than servers take, and be sent with each answer.
 */
export async function linkStyles(folder: string, pages: Map<string, string>): Promise<void> {
  for (const [name, html] of pages) {
    if (!TO_PRINT.test(name) || PRINT_STYLESHEET.test(html)) continue;
    const addresses = new Map<string, string>();
    for (const [tag, , attributes = '', text = ''] of html.matchAll(SHEET))
      if (tag.startsWith('<style'))
        addresses.set(
          tag,
          `<link rel="stylesheet" href="${await writeHashed(folder, 'sheet', 'css', text)}"${attributes}>`,
        );
    const links = [...html.matchAll(SHEET)].map(([tag]) => addresses.get(tag) ?? tag);
    // A document of many sheets says the same with each of them: once is enough, in the order in which each was said last,
    // which is the one that counts.
    const once = [...new Set(links.toReversed())].toReversed();
    let isFirst = true;
    const linked = html.replaceAll(SHEET, (tag: string) => {
      if (once.length === links.length) return addresses.get(tag) ?? tag;
      if (!isFirst) return '';
      isFirst = false;
      return once.join('');
    });
    pages.set(name, linked);
  }
}

/** The sheets that these pages fetch when they are printed: their rules meet those of the page then. */
function sheetsFetched(htmls: readonly string[], pages: ReadonlyMap<string, string>): string[] {
  return htmls.flatMap((html) => {
    const address = /<sheet-link>\s*<a href="([^"]+)"/.exec(html)?.[1];
    if (!address) return [];
    const sheet = pages.get(`${address.slice(base.length)}index.html`);
    if (sheet === undefined) throw new Error(`There is no sheet at ${address}.`);
    return [sheet];
  });
}

/** The linked stylesheets that all these pages have. */
function commonLinks(htmls: readonly string[]): string[] {
  const links = htmls.map((html) => [...html.matchAll(SHEET)].filter(([, href]) => href).map(([tag]) => tag));
  return (links[0] ?? []).filter((tag) => links.every((tags) => tags.includes(tag)));
}

/** The kind of a page: its section, whether it prints as a sheet, and whether it has stylesheets of its own. */
function kindOf(name: string, html: string, common: readonly string[]): string {
  const folders = name.split('/').slice(0, -1);
  const inLocale = publishedLocales.some((locale) => locale === folders[0]);
  const [section = 'home', page] = inLocale ? folders.slice(1) : folders;
  const kind = page === undefined && section !== 'home' ? 'page' : section;
  if (hasOwnSheets(html, common)) return `${kind}-tool`;
  return html.includes('<sheet-link>') ? `${kind}-sheet` : kind;
}

function hasOwnSheets(html: string, common: readonly string[]): boolean {
  return [...html.matchAll(SHEET)].some(([tag, href]) => href && !common.includes(tag));
}

/** What of a page's style may go into the file of its kind. With stylesheets of its own, only what all pages have. */
function sheetsOf(html: string, common: readonly string[]): string[] {
  const isTool = hasOwnSheets(html, common);
  return [...html.matchAll(SHEET)].flatMap(([tag, href]) =>
    (href ? common.includes(tag) : !isTool) ? [tag] : [],
  );
}

/** What at least half of the lists hold, in one order. */
function mostOf(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of lists.flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const often = (tag: string): boolean => (counts.get(tag) ?? 0) * 2 >= lists.length;
  return mergeOrders(lists.map((list) => list.filter(often)));
}

/** One order of what stands in several lists, in which each list keeps its own order. */
export function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const after = new Map<string, Set<string>>();
  for (const list of lists)
    list.forEach((one, at) => {
      const later = after.get(one) ?? new Set<string>();
      list.slice(at + 1).forEach((other) => later.add(other));
      after.set(one, later);
    });
  const left = [...after.keys()];
  const merged: string[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => left.every((other) => !after.get(other)?.has(one)));
    if (next < 0) throw new Error('Pages of one kind have their styles in different orders.');
    merged.push(...left.splice(next, 1));
  }
  return merged;
}

function hrefOf(tag: string): string {
  return /href="([^"]+)"/.exec(tag)?.[1] ?? '';
}

async function textOf(folder: string, tag: string): Promise<string> {
  const [, href, attributes = '', text = ''] = new RegExp(SHEET.source).exec(tag) ?? [];
  const css = href ? await readFile(fileOf(folder, href), 'utf8') : text;
  const isPrint = /media="print"/.test(href ? tag : attributes) && !css.startsWith('@media print');
  return isPrint ? `@media print{${css}}` : css;
}

/**
 * Drops custom properties that Starlight sets in a layer, or before us for paper, and that our theme sets on `:root`
 * outside layers: ours always wins.
 */
export function dropOverruled(css: string): string {
  const isTheme = /(?<=[};]|^):root\{color-scheme:light dark;([^{}]*)\}/;
  const theme = isTheme.exec(css);
  if (!theme) return css;
  const ours = new Set([...(theme[1] ?? '').matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const without = (block: string): string =>
    block.replaceAll(/(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) =>
      ours.has(name) ? '' : declaration,
    );
  const earlier = css.slice(0, theme.index).replaceAll(/(?<=[{}])(?::root)\{[^{}]*\}/g, without);
  const later = css
    .slice(theme.index)
    .replaceAll(/@layer starlight\.base\{(?:[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})*\}/g, without);
  return withoutAliases(earlier + later, theme[1] ?? '');
}

/** Names of Starlight that the theme sets to one of its own: the rules use that at once. */
function withoutAliases(css: string, theme: string): string {
  const isSetOnce = (name: string): boolean => css.split(`${name}:`).length === 2;
  return [...theme.matchAll(/(--sl-[\w-]+):(var\(--[\w-]+\))/g)].reduce(
    (text, [, name = '', own = '']) => (isSetOnce(name) ? text.replaceAll(`var(${name})`, own) : text),
    css,
  );
}

/**
 * A page without the styles that went into `made`, with the link to it, and with its other styles in one place. The links
 * stand before everything else that is fetched and before the first script: that waits for them, and the text behind the
 * script is then laid out as it comes in and not all at once; what is linked behind it is asked for a round trip later
 * (docs/adr/0028).
 */
function withStyle(html: string, parts: readonly string[], made?: string): string {
  const lean = html.replaceAll(SHEET, (tag: string) => (parts.includes(tag) ? '' : tag));
  const others: string[] = [];
  const linked = made
    ? lean
        .replaceAll(SHEET, (tag: string, href?: string) => {
          if (!href) return tag;
          others.push(tag);
          return '';
        })
        .replace(VIEWPORT, (tag) => `${tag}<link rel="stylesheet" href="${made}">${others.join('')}`)
    : lean;
  // Neighbours: one element, and one hash in the policy.
  return linked.replaceAll(/<\/style>\s*<style>/g, '');
}

function ownStyles(html: string): string[] {
  return [...html.matchAll(SHEET)].flatMap(([, href, , text = '']) => (href ? [] : [text]));
}

/** Words that stand in quotes or between spaces in scripts: classes that a script may set. */
function quotedWords(scripts: readonly string[]): Set<string> {
  return new Set(scripts.flatMap((script) => script.match(/(?<=["'`\s])[\w-]+(?=["'`\s])/g) ?? []));
}

/**
 * Purges with the part of the pages that rules are for: Starlight's rules for text with the text of the pages.
 */
async function purgeByPlace(css: string, users: Users): Promise<string> {
  const text = users.htmls.map(textOfPage);
  const hasTool = users.htmls.some((html) => html.includes('<astro-island'));
  const lean = topLevel(css).map(async (block) => {
    // Only tools make elements in the text of a page.
    if (isOf('content', block))
      return purgeRules(block, { ...users, htmls: text, scripts: hasTool ? users.scripts : [] });
    return purgeRules(block, users);
  });
  const properties = await purgeProperties((await Promise.all(lean)).join('').replaceAll(DEAD, ''), users);
  const ways = properties.replaceAll(/@page (\w+)\{[^{}]*\}/g, (rule, name: string) =>
    new RegExp(`[{;]page:${name}\\b`).test(properties) ? rule : '',
  );
  // What is left without anything in it; a layer stays, because the first mention of a layer gives it its place.
  return ways.replaceAll(/(?<=[{}])[^{}@]+\{\}/g, '').replaceAll(/\s*\n/g, '');
}

/** Whether a block holds print rules, or Starlight's rules for the text of a page. */
function isOf(kind: 'print' | 'content', block: string): boolean {
  return block.trimStart().startsWith(kind === 'print' ? '@media print{' : '@layer starlight.content{');
}

/** The text of a page, with its sources and foot. */
function textOfPage(html: string): string {
  return html.slice(Math.max(html.indexOf('<div class="sl-markdown-content"'), 0));
}

/** The blocks of a stylesheet; neighbours that are no print rules and no layer of Starlight's text stay together. */
export function topLevel(css: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = css.indexOf(sign, at + 1);
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) {
      blocks.push(css.slice(from, at + 1));
      from = at + 1;
    }
  }
  const isPlain = (block: string | undefined): boolean =>
    block !== undefined && !isOf('print', block) && !isOf('content', block);
  const joined: string[] = [];
  for (const block of [...blocks, css.slice(from)])
    if (isPlain(block) && isPlain(joined.at(-1))) joined.push(`${joined.pop()}${block}`);
    else joined.push(block);
  return joined.filter((block) => block.trim() !== '');
}

/** What a stylesheet is used with: pages, what their scripts may add, and other stylesheets that use its properties. */
interface Users {
  htmls: readonly string[];
  scripts: readonly string[];
  sheets: readonly string[];
}

/** `css` without the rules that its users cannot meet, and without the custom properties that nothing uses then. */
async function purge(css: string, users: Users): Promise<string> {
  return purgeProperties(await purgeRules(css, users), users);
}

async function purgeProperties(css: string, { htmls, scripts, sheets }: Users): Promise<string> {
  const named = [...htmls, ...scripts, ...sheets.filter((sheet) => sheet !== css)].flatMap(
    (text) => text.match(/--[\w-]+/g) ?? [],
  );
  return purgeRules(css, { htmls, scripts, sheets }, [...new Set(named)]);
}

/** `css` with `*` before a state that stands alone (`:focus-visible`): PurgeCSS takes such a rule for one of no element. */
export function withAnyElement(css: string): string {
  return css.replaceAll(/(?<=[{},]\s*|^\s*)(?=:(?!:|root|host|is\(|where\(|not\(|has\()[a-z])/g, '*');
}

async function purgeRules(text: string, { htmls, scripts }: Users, variables?: string[]): Promise<string> {
  const css = withAnyElement(text);
  const dynamic = [...css.matchAll(/\[([\w-]+)/g)].map(([, name = '']) => name);
  const [result] = await new PurgeCSS().purge({
    content: [
      { raw: htmls.join(''), extension: 'html' },
      { raw: scripts.join('\n'), extension: 'js' },
    ],
    css: [{ raw: css }],
    extractors: [
      { extractor: inPages, extensions: ['html'] },
      // Every word of a script could be a class.
      { extractor: (script: string) => script.match(/[\w-]+/g) ?? [], extensions: ['js'] },
    ],
    // Attributes come and go while a page is used (`data-print-all`, `open`); no rule is dropped for one.
    dynamicAttributes: dynamic.filter((name) => !FIXED.includes(name)),
    safelist: {
      ...SAFE,
      standard: [...SAFE.standard, ...excluded(css)],
      ...(variables ? { variables } : {}),
    },
    variables: variables !== undefined,
    keyframes: true,
  });
  return result?.css ?? css;
}

/** Classes that rules name to be left out (`:not(:where(.not-content *))`): such a rule counts most where none is there. */
export function excluded(css: string): string[] {
  const inside = [...css.matchAll(/:not\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].map(
    ([, text = '']) => text,
  );
  return [...new Set(inside.flatMap((text) => text.match(/(?<=\.)[\w-]+/g) ?? []))];
}

/** What PurgeCSS looks for: the elements, classes, ids and attributes of pages. */
interface Found {
  tags: string[];
  classes: string[];
  ids: string[];
  attributes: { names: string[]; values: string[] };
  undetermined: string[];
}

/** What was found in a text, which is asked for again with each block of rules. */
const known = new Map<string, Found>();

/** The elements, classes, ids and attributes of pages. */
function inPages(html: string): Found {
  const before = known.get(html);
  if (before) return before;
  const all = (pattern: RegExp): string[] => [
    ...new Set([...html.matchAll(pattern)].map(([, found = '']) => found)),
  ];
  const words = (texts: string[]): string[] => [...new Set(texts.flatMap((text) => text.split(/\s+/)))];
  const values = FIXED.flatMap((name) => all(new RegExp(`\\s${name}="([^"]*)"`, 'g')));
  const found = {
    tags: all(/<([a-z][\w-]*)/g),
    classes: words(all(/\sclass="([^"]*)"/g)),
    ids: all(/\sid="([^"]*)"/g),
    attributes: { names: all(/\s([a-z][\w-]*)(?==|[\s>])/g), values: words(values) },
    undetermined: [],
  };
  known.set(html, found);
  return found;
}
