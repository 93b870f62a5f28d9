import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lighterMarkup } from '../../../src/site/lean/markup.ts';
import {
  pageWithShortProperties,
  shortProperties,
  stylesIn,
  withShortProperties,
} from '../../../src/site/lean/properties.ts';
import {
  askedOf,
  scopesByClass,
  shortScopes,
  withoutNeedless,
  withoutUnasked,
  withShort,
} from '../../../src/site/lean/scopes.ts';
import { isAsked, joinScripts, neededBy, withoutHelper } from '../../../src/site/lean/scripts.ts';
import {
  dropOverruled,
  excluded,
  linkStyles,
  mergeOrders,
  topLevel,
  withAnyElement,
} from '../../../src/site/lean/styles.ts';

const A = 'astro-aaaaaaaa';
const B = 'astro-bbbbbbbb';

describe('classes by which rules find the elements of a component', () => {
  const slim = (html: string, css: string, byScript: string[] = []): string =>
    withoutUnasked(html, askedOf(css), new Set(byScript));

  it('go where no rule asks for that element, and stay where one does', () => {
    const css = `li:where(.${A}){margin:0}.box:where(.${A})>p:where(.${A}){color:red}`;
    expect(
      slim(`<ul class="${A}"><li class="${A}"><b class="box ${A}"><i class="${A}"></i></b></li></ul>`, css),
    ).toBe(`<ul><li class="${A}"><b class="box ${A}"><i></i></b></li></ul>`);
  });

  it('stay where a rule asks for any element, or says more before them than is read', () => {
    for (const css of [
      `:where(.${A})[open]{x:y}`,
      `:is(h1,h2):where(.${A}){x:y}`,
      `a:hover:where(.${A}){x:y}`,
      `.${A}{x:y}`,
    ])
      expect(slim(`<p class="${A}"></p>`, css), css).toBe(`<p class="${A}"></p>`);
  });

  it('stay where a script may give the element the class that the rule asks', () => {
    const css = `.open:where(.${A}){x:y}`;
    expect(slim(`<p class="${A}"></p>`, css)).toBe('<p></p>');
    expect(slim(`<p class="${A}"></p>`, css, ['open'])).toBe(`<p class="${A}"></p>`);
  });

  it('leave other classes and attributes as they are', () => {
    expect(slim(`<a href="/x/" class="large ${A} b" data-x="1 > 0">`, '')).toBe(
      '<a href="/x/" class="large b" data-x="1 > 0">',
    );
  });

  it('are not asked beside a class that only elements with that scope carry', () => {
    const carried = scopesByClass([
      `<p class="box ${A}"><i class="${A} of"></i></p>`,
      `<p class="${B} box ${A}"><b class="of ${B}"></b><u class="bare"></u></p>`,
    ]);
    const css = `.box:where(.${A}):hover>.of:where(.${A}),.bare:where(.${A}),p:where(.${A}),.of.box:where(.${A}){x:y}`;
    expect(withoutNeedless(css, carried, new Set())).toBe(
      `.box:hover>.of:where(.${A}),.bare:where(.${A}),p:where(.${A}),.of.box{x:y}`,
    );
    expect(withoutNeedless(`.box:where(.${A}){x:y}`, carried, new Set(['box']))).toBe(
      `.box:where(.${A}){x:y}`,
    );
  });

  it('get short names, the most frequent first, but not when another stylesheet names them too', () => {
    const css = `p:where(.${A}){x:y}.b:where(.${B}) a:where(.${B}){x:y}`;
    const short = shortScopes(css, []);
    expect(withShort(css, short)).toBe('p:where(._1){x:y}.b:where(._0) a:where(._0){x:y}');
    expect(shortScopes(css, [`td:where(.${B})`]).has(B)).toBe(false);
  });
});

describe('stylesheets of one kind of page', () => {
  it('keep the order that each page has', () => {
    expect(
      mergeOrders([
        ['a', 'c'],
        ['b', 'c'],
        ['a', 'b'],
      ]),
    ).toEqual(['a', 'b', 'c']);
    expect(() =>
      mergeOrders([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toThrow(/different orders/);
  });

  it('are cut at the ends of their blocks, not in texts', () => {
    const print = '@media print{a{content:"}"}}';
    const text = '@layer starlight.content{p{x:y}}';
    expect(topLevel(`a{x:y}b{x:y}${print}${text}c{x:y}`)).toEqual(['a{x:y}b{x:y}', print, text, 'c{x:y}']);
  });

  it('keep rules for what is outside a part that the pages have not', () => {
    expect(excluded('p:not(:where(.a *)),b.x:not(.b):has(.y):not(:is(.c,:where(.d) i)){x:y}')).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('lose what the theme overrules, and use the name of the theme where Starlight has another', () => {
    const css =
      '@media print{:root{--sl-a:1;--sl-b:2}}' +
      ':root{color-scheme:light dark;--ink:#000;--sl-a:var(--ink);--sl-c:4px}' +
      '@layer starlight.base{:root,::backdrop{--sl-c:1px;--sl-d:2px}@media (width>=50em){:root{--sl-c:3px;--sl-d:3px}}}' +
      '@layer starlight.core{p{color:var(--sl-a);--sl-c:5px}}';
    expect(dropOverruled(css)).toBe(
      '@media print{:root{--sl-b:2}}' +
        ':root{color-scheme:light dark;--ink:#000;--sl-a:var(--ink);--sl-c:4px}' +
        '@layer starlight.base{:root,::backdrop{--sl-d:2px}@media (width>=50em){:root{--sl-d:3px}}}' +
        '@layer starlight.core{p{color:var(--ink);--sl-c:5px}}',
    );
  });
});

describe('custom properties', () => {
  const css =
    ':root{--a:1;--wide:2px;--sl-nav-height:3rem}p{margin:var(--wide) var(--wide);top:var(--sl-nav-height)}';

  it('get short names, the most frequent first, where they are set and where they are used', () => {
    const short = shortProperties(css, []);
    expect(withShortProperties(css, short)).toBe(
      ':root{--c:1;--a:2px;--b:3rem}p{margin:var(--a) var(--a);top:var(--b)}',
    );
  });

  it('keep the name by which a script or another stylesheet knows them, and nothing else gets it', () => {
    const short = shortProperties(css, ["style.setProperty('--wide', x)", 'b{color:var(--a)}']);
    expect([...short]).toEqual([['--sl-nav-height', '--b']]);
  });

  it('are renamed in the styles of a page and of its elements, not in its text or links', () => {
    const page =
      '<style>p{top:var(--wide)}</style><p style="--wide: 1px" title="--wide">--wide <a href="/--wide/"></a></p>';
    expect(stylesIn(page)).toBe('<style>p{top:var(--wide)}</style>\n style="--wide: 1px"');
    expect(pageWithShortProperties(page, new Map([['--wide', '--a']]))).toBe(
      '<style>p{top:var(--a)}</style><p style="--a: 1px" title="--wide">--wide <a href="/--wide/"></a></p>',
    );
  });

  it('have names enough', () => {
    const many = Array.from({ length: 60 }, (_, at) => `--property-${at}:0`).join(';');
    const short = shortProperties(`:root{${many}}`, []);
    expect(new Set(short.values()).size).toBe(60);
    expect(short.get('--property-9')).toMatch(/^--[a-z]{1,2}$/i);
  });
});

describe('markup of the frame', () => {
  it('draws the icons with strokes and loses what no reader uses', () => {
    expect(
      lighterMarkup(
        '<sl-sidebar-restore data-index="0"></sl-sidebar-restore><meta name="generator" content="x"><svg viewBox="0 0 24 24" fill="currentColor" style="a"><path d="M17 11H9.41l3.3-3.29Z"/></svg>' +
          '<span aria-hidden="true" class="sl-anchor-icon"><svg><path/></svg></span><script aria-hidden="true">a</script>',
      ),
    ).toBe(
      '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" style="a"><path d="M18 12H6m6-6-6 6 6 6"/></svg>' +
        '<span aria-hidden="true" class="sl-anchor-icon"></span><script>a</script>',
    );
  });

  it('leaves other drawings as they are', () => {
    const other = '<svg fill="currentColor"><path d="M1 1h2"/></svg>';
    expect(lighterMarkup(other)).toBe(other);
  });
});

describe('what stands as style in a page to print', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lean-'));
    mkdirSync(join(folder, '_astro'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The page after its styles were linked, with the text of each file where its address stood. */
  async function linked(name: string, html: string): Promise<string> {
    const pages = new Map([[name, html]]);
    await linkStyles(folder, pages);
    return (pages.get(name) ?? '').replaceAll(/href="\/(_astro\/[^"]+\.css)"/g, (_, file: string) =>
      readFileSync(join(folder, file), 'utf8'),
    );
  }
  const SHEET = 'afdrukken/fase/4-opbouwen/index.html';
  const STYLE = '<style>p{margin:0}</style>';

  it('becomes a file, in its place, for the same media, in every language', async () => {
    const html = `<head><style>p{content:"$&"}</style><meta><style media="print">p{margin:1mm}</style></head>`;
    const expected =
      '<head><link rel="stylesheet" p{content:"$&"}><meta><link rel="stylesheet" p{margin:1mm} media="print"></head>';
    expect(await linked(SHEET, html)).toBe(expected);
    expect(await linked(`fr/${SHEET}`, html)).toBe(expected);
  });

  it('is one file for all pages that have the same, under a name that says what is in it', async () => {
    const pages = new Map([SHEET, 'afdrukken/kaarten/index.html'].map((name) => [name, STYLE]));
    await linkStyles(folder, pages);
    expect(new Set(pages.values()).size).toBe(1);
    expect(readdirSync(join(folder, '_astro'))).toHaveLength(1);
    await linkStyles(folder, new Map([[SHEET, STYLE.replace('0', '1px')]]));
    expect(readdirSync(join(folder, '_astro'))).toHaveLength(2);
  });

  it('is linked once where a document says it again, in the order that counts', async () => {
    const [a, b] = ['<style>p{margin:1mm}</style>', '<style>p{margin:2mm}</style>'];
    expect(await linked(SHEET, `<head>${a}</head>${b}<p></p>${a}`)).toBe(
      '<head><link rel="stylesheet" p{margin:2mm}><link rel="stylesheet" p{margin:1mm}></head><p></p>',
    );
  });

  it('stays where it is in pages within the frame of the handbook, and what is linked stays as it is', async () => {
    const framed = `<link rel="stylesheet" href="/a.css" media="print">${STYLE}`;
    for (const [name, html] of [
      ['methode/4-opbouwen/index.html', STYLE],
      ['q/fase-4/index.html', STYLE],
      ['afdrukken/index.html', STYLE],
      [SHEET, framed],
      [SHEET, '<link rel="stylesheet" href="/a.css">'],
    ] as const)
      expect(await linked(name, html), name).toBe(html);
    expect(readdirSync(join(folder, '_astro'))).toEqual([]);
  });
});

describe('the scripts with which a tool starts', () => {
  it('are all that they need before they run, each once, and not what is fetched later', () => {
    const texts = new Map([
      ['Tool.js', 'import{a}from"./parts.js";import"./side.js";const b=()=>import("./later.js");'],
      ['parts.js', 'import{c}from"./core.js";export{a}from"./side.js"'],
      ['side.js', 'import{d}from"./core.js"'],
      ['core.js', ''],
    ]);
    expect(neededBy(['Tool.js'], texts)).toEqual(['Tool.js', 'parts.js', 'side.js', 'core.js']);
  });
});

describe('the scripts of a page', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lean-'));
    mkdirSync(join(folder, '_astro'));
    writeFileSync(
      join(folder, '_astro/open.js'),
      'import{t as e}from"./helper.js";addEventListener("click",()=>{e(),import("./dialog.js")});',
    );
    writeFileSync(join(folder, '_astro/helper.js'), 'export const t=()=>console.log("helped");');
    writeFileSync(join(folder, '_astro/dialog.js'), 'export const open=1;');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const OPEN = '<script type="module" src="/_astro/open.js"></script>';
  const ELEMENT =
    '<script type="module">class X extends HTMLElement{}customElements.define("x-pane",X)</script>';
  const OTHER = '<script type="module">document.title="seen"</script>';
  const joined = async (html: string): Promise<string> => {
    const pages = new Map([['index.html', html]]);
    await joinScripts(folder, pages);
    return pages.get('index.html') ?? '';
  };
  const file = (html: string, pattern: RegExp): string =>
    readFileSync(join(folder, pattern.exec(html)?.[1] ?? 'none'), 'utf8');

  it('stand in the page as one when they are short, with what they fetch by its address', async () => {
    const html = await joined(`<body>${OPEN}<p></p>${OTHER}</body>`);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/^<body><script type="module">.*helped.*import\("\/_astro\/dialog\.js"\).*seen/);
  });

  it('are a file that pages share when they are long', async () => {
    const long = `<script type="module">console.log("${'long'.repeat(600)}")</script>`;
    const html = await joined(`${OPEN}${long}`);
    expect(html).toMatch(/^<script type="module" src="\/_astro\/page\.[\w-]+\.js"><\/script>$/);
    expect(await joined(`${OPEN}${long}<p></p>`)).toBe(`${html}<p></p>`);
  });

  it('that define elements are fetched when the reader does something, on pages that have such an element', async () => {
    const html = await joined(`<x-pane></x-pane>${OPEN}${ELEMENT}`);
    expect(html).not.toContain('customElements');
    expect(html).toMatch(
      /\{const u=\(\)=>import\("\/_astro\/page\..*"keydown".*"scroll"\]\)addEventListener\(e,u,.*\}<\/script>$/,
    );
    expect(file(html, /import\("\/(_astro\/page\.[^"]+)/)).toContain('customElements.define("x-pane"');
    expect(await joined(`<p></p>${OPEN}${ELEMENT}`)).not.toContain('"scroll"');
  });

  it('lose the lists of files that Vite would ask for beforehand, and keep what they fetch', () => {
    const lists =
      'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/a.js","_astro/b.js"])))=>i.map(i=>d[i]);\n' +
      'import{t as e}from"./preload-helper.Ab-1.js";';
    const script =
      'var n=()=>e(()=>import(`./a.js`),__vite__mapDeps([0,1]));' +
      'e(async()=>{let{go:t}=await import("./b.js");return{go:t}},[]).then(({go:e})=>e());';
    expect(withoutHelper(lists + script)).toBe(
      lists + 'var n=()=>import(`./a.js`);import("./b.js").then(({go:e})=>e());',
    );
  });
});

describe('a script that only defines elements', () => {
  it('comes with pages that have one of them', () => {
    const script = 'class X extends HTMLElement{}customElements.define(`x-pane`,X)';
    expect(isAsked(script, '<x-pane></x-pane>')).toBe(true);
    expect(isAsked(script, '<p></p>')).toBe(false);
    expect(isAsked('addEventListener("load",f)', '<p></p>')).toBe(true);
  });
});

describe('a rule for any element in a state', () => {
  it('names that element, so that it is not taken for a rule of none', () => {
    expect(withAnyElement(':focus-visible{x:y}@media print{:target{x:y}}a{b:c}:disabled,:hover{x:y}')).toBe(
      '*:focus-visible{x:y}@media print{*:target{x:y}}a{b:c}*:disabled,*:hover{x:y}',
    );
  });

  it('leaves other rules as they are', () => {
    for (const css of [
      ':root{--a:b}',
      '::selection{x:y}',
      'a:hover,a :focus{x:y}',
      ':where(p):first-child{x:y}',
    ])
      expect(withAnyElement(css)).toBe(css);
  });
});
