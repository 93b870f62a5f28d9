import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HTMLElement, Node } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument, type Pair, type Scalar, visit, YAMLMap } from 'yaml';
import dutch from '../../content/i18n/nl.json' with { type: 'json' };
import { filesUnder, root } from '../content/load.ts';
import { type BuiltPage, builtPages, fileOf, type Site } from './site.ts';

/** What stands before every text of the language that is made up here, so that what is left in Dutch shows. */
const MARK = 'FR ';
const COPY = join(root, '.reports/second-language');
const site: Site = { name: 'with a second language', dist: join(COPY, 'dist'), base: '/' };
/** Pages that are translated, one of a kind; the others stand in for their translation. */
const TRANSLATED = ['index', '404', 'methode/4-opbouwen', 'fiches/openingsronde', 'hulpmiddelen/agenda'];
/** What the tests' own run adds to the environment would make another build. */
const OF_TESTS = /^(?:VITEST|NODE_ENV|MODE|DEV|PROD|SSR|TEST$|BASE_URL|BASE_PATH|OUT_DIR)/;

/** Follows “Add a translation” of CONTRIBUTING.md in a copy of the project, with a mark before each Dutch text as French. */
function addFrench(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  const left = ['node_modules', 'dist', 'tests', 'docs'];
  for (const name of readdirSync(root).filter((one) => !one.startsWith('.') && !left.includes(one)))
    cpSync(join(root, name), join(COPY, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(COPY, 'node_modules'), 'junction');

  const inFrench = (key: string, text: string): string =>
    /^tool\.(?:months|weekdays)$/.test(key) ? text : MARK + text;
  write(
    'content/i18n/fr.json',
    JSON.stringify(
      Object.fromEntries(Object.entries(dutch).map(([key, text]) => [key, inFrench(key, text)])),
    ),
  );
  write(
    'content/search/fr.yaml',
    'stopWords: [le, la]\nweakWords: []\nsynonyms: []\nthesaurus: {}\nasked: {}\n',
  );
  for (const file of filesUnder(join(COPY, 'content'), /\.yaml$/)) {
    const data = parseDocument(readFileSync(file, 'utf8'));
    visit(data, {
      Map(_, map) {
        const text: unknown = map.get('nl');
        if (typeof text !== 'string' || map.has('fr')) return;
        map.items.push(data.createPair('fr', MARK + text) as Pair<Scalar, Scalar>);
      },
    });
    if (data.contents instanceof YAMLMap) writeFileSync(file, data.toString({ lineWidth: 0 }));
  }
  for (const page of TRANSLATED) {
    const text = readFileSync(join(COPY, `content/docs/${page}.mdx`), 'utf8');
    write(
      `content/docs/fr/${page}.mdx`,
      text.replaceAll(/^(title: |description: |#+ )|(label: ')/gm, `$&${MARK}`),
    );
  }
  const locales = readFileSync(join(COPY, 'src/site/locales.ts'), 'utf8');
  write('src/site/locales.ts', locales.replace("['nl'] as const", "['nl', 'fr'] as const"));
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(COPY, name)), { recursive: true });
  writeFileSync(join(COPY, name), text);
}

/** Every text of a page that is shown or said, with the language it is said to be in. */
function textsOf({ dom }: BuiltPage): { lang: string; text: string }[] {
  const found: { lang: string; text: string }[] = [];
  const walk = (node: Node, lang: string): void => {
    if (node.nodeType === 3) found.push({ lang, text: node.text.trim().replaceAll(/\s+/g, ' ') });
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    if (/^(?:SCRIPT|STYLE)$/.test(element.tagName ?? '')) return;
    const own = element.getAttribute('lang') ?? lang;
    for (const name of ['aria-label', 'alt', 'placeholder'])
      found.push({ lang: own, text: element.getAttribute(name) ?? '' });
    for (const child of element.childNodes) walk(child, own);
  };
  const body = dom.querySelector('body');
  if (body) walk(body, dom.querySelector('html')?.getAttribute('lang') ?? '');
  return found;
}

describe('the handbook with a second language', () => {
  let pages: BuiltPage[] = [];
  let output = '';

  beforeAll(() => {
    addFrench();
    const ordinary = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.test(name)));
    const { status, stderr, stdout } = spawnSync('astro', ['build'], {
      cwd: COPY,
      env: { ...ordinary, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(status, stderr).toBe(0);
    output = stdout;
    pages = builtPages(site).filter(({ path }) => path.startsWith('/fr/'));
  }, 180_000);
  afterAll(() => rmSync(COPY, { recursive: true, force: true }));

  const read = (name: string): string => readFileSync(join(site.dist, name), 'utf8');

  it('is built with a page in its folder for each in the root language', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(output).not.toContain('getStaticPaths');
  });

  it('shows no text of ours in Dutch where it has one in French, and says of every text which language it is in', () => {
    const ours = new Set(Object.values(dutch).filter((text) => text.includes(' ') && !text.includes('{')));
    const wrong = new Set<string>();
    let french = 0;
    for (const page of pages)
      for (const { lang, text } of textsOf(page)) {
        if (lang === 'fr' && ours.has(text)) wrong.add(`${page.path}: in Dutch: ${text}`);
        if (lang === 'nl' && text.startsWith(MARK)) wrong.add(`${page.path}: marked as Dutch: ${text}`);
        if (lang === 'fr' && text.startsWith(MARK)) french += 1;
      }
    expect([...wrong].slice(0, 20)).toEqual([]);
    expect(french).toBeGreaterThan(3000);
  });

  it('leads nowhere where nothing is, nor out of the language', () => {
    const idsOf = new Map<string, Set<string>>();
    const hasId = (file: string, id: string): boolean => {
      let ids = idsOf.get(file);
      if (!ids) {
        ids = new Set([...readFileSync(file, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, one = '']) => one));
        idsOf.set(file, ids);
      }
      return ids.has(decodeURIComponent(id));
    };
    const wrong = pages.flatMap(({ path, dom }) =>
      dom
        .querySelectorAll('a[href^="/"]')
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => {
          const [page = '', id] = href.split('#');
          const file = fileOf(site, page);
          const isOurs = /^\/(?:fr|q|afdrukken)\/|\.\w+$/.test(page.split('?')[0] ?? '');
          return !file || !isOurs || (id && file.endsWith('.html') && !hasId(file, id));
        })
        .map((href) => `${path} → ${href}`),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('has its own page for what is not there, and for who has no network', () => {
    const missing = pages.find(({ path }) => path === '/fr/404.html');
    expect(missing?.dom.querySelector('html')?.getAttribute('lang')).toBe('fr');
    expect(missing?.dom.querySelector('h1')?.textContent).toContain(MARK);
    expect(missing?.dom.querySelector('link[rel="canonical"], link[hreflang]')).toBeNull();
    const offline = pages.find(({ path }) => path === '/fr/offline/');
    expect(offline?.dom.querySelector('main p')?.textContent).toBe(MARK + dutch['offline.text']);
    expect(read('sw.js')).toContain('"/fr/offline/index.html"');
    expect(read('sw.js')).not.toContain('"/fr/methode/');
  });

  it('is kept among the reader’s apps, searched and worked with in its language', () => {
    expect(JSON.parse(read('fr/manifest.webmanifest'))).toMatchObject({
      name: MARK + dutch['site.title'],
      lang: 'fr',
      start_url: '/fr/',
    });
    for (const { path, dom } of pages)
      expect
        .soft(dom.querySelector('link[rel="manifest"]')?.getAttribute('href'), path)
        .toBe('/fr/manifest.webmanifest');
    const names = JSON.parse(read('zoeken/fr.json')) as { entries: { title: string; url: string }[] };
    expect(names.entries.filter(({ url }) => !url.startsWith('/fr/') || url.includes('404'))).toEqual([]);
    const techniques = JSON.parse(read('fr/hulpmiddelen/technieken.json')) as { name: string }[];
    expect(techniques.length).toBeGreaterThan(20);
    expect(techniques.every(({ name }) => name.startsWith(MARK))).toBe(true);
    expect(read('fr/hulpmiddelen/agenda/index.html')).toContain('/fr/hulpmiddelen/technieken.json');
  });
});
