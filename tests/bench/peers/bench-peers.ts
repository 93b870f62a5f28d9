/**
 * Compares this site side by side with stock Starlight, VitePress and Docusaurus on the same content: `npm run build &&
 * npm run bench`. The peers are no dependencies: the first time their packages are fetched into .reports/peers.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { chromium } from '@playwright/test';
import { findChromium } from '../../../src/site/find-chromium.mjs';
import { builtPages, isHandbookPage, SITES } from '../../build/site.ts';
import { root } from '../../content/load.ts';
import { type PeerPage, toPeerPage } from './content.ts';
import { searchBytes, serve, type Served, visit, type Visit } from './measure.ts';
import { type Peer, PEERS } from './sites.ts';
import { median, type Result, toTable } from './table.ts';

const CACHE = join(root, '.reports/peers');
const REPORT = join(root, '.reports/bench.md');
/** The longest phase page and a technique. */
const PAGES = ['/methode/4-opbouwen/', '/fiches/brainstorm/'];
const TIMES = 5;
const QUESTION = 'charter';
const OURS = 'This handbook';
const OUR_SEARCH = {
  open: '.search-open',
  input: '.search-dialog input[type="search"]',
  result: '.search-dialog ol a',
};

/** A site that was built, to be visited. */
interface Built {
  result: Omit<Result, 'visits' | 'search'>;
  folder: string;
  search: Peer['search'];
}

/** Runs the whole comparison, prints its table and keeps it in .reports/bench.md. */
export async function comparePeers(): Promise<void> {
  const [site] = SITES;
  if (!site) throw new Error('There is no site to compare.');
  const pages = builtPages(site).flatMap((page) => {
    const isText = isHandbookPage(page) && !page.html.includes('<astro-island') && page.path.endsWith('/');
    return (isText && toPeerPage(page.path, page.html)) || [];
  });
  const built = PEERS.flatMap((peer) => buildPeer(peer, pages) ?? []);
  if (!built.some(({ result }) => result.name === 'Starlight')) {
    console.log('Stock Starlight could not be built: there is nothing to compare with.');
    return;
  }
  built.unshift(buildOurs(pages.length));
  const results = await measure(built);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  const report = `# Side by side

${new Date().toISOString().slice(0, 10)}, ${pages.length} pages of text of this handbook in each; first visit, empty cache, brotli 11, phone size,
processor ×4 slower, slow 4G; median of ${TIMES}, in turns. Search: from opening it to the first result for “${QUESTION}”. Load of the
machine while measuring: ${load}. Times hold only as ratios.

${toTable(results, 'Starlight')}
`;
  writeFileSync(REPORT, report);
  console.log(`\n${report}\nKept in ${REPORT}.`);
}

/** Builds a peer; says so and gives nothing when its packages cannot be had or it does not build. */
function buildPeer(peer: Peer, pages: readonly PeerPage[]): Built | undefined {
  const folder = join(CACHE, peer.id);
  mkdirSync(folder, { recursive: true });
  const version = install(peer, folder);
  if (!version) return undefined;
  rmSync(join(folder, peer.out), { recursive: true, force: true });
  peer.write(folder, pages);
  const { status, output, ms, cpuMs } = timed(peer.build, folder, buildEnv(folder));
  if (status !== 0) {
    console.log(`${peer.name} did not build:\n${output.slice(-2000)}`);
    return undefined;
  }
  const out = join(folder, peer.out);
  return {
    result: { name: peer.name, version, pages: pages.length, build: { ms, cpuMs, ...sizeOf(out) } },
    folder: out,
    search: peer.search,
  };
}

/** Runs a build and gives its time: on the clock, and of the processor, which does not hang on what else the machine does. */
function timed(
  command: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv,
): { status: number | null; output: string; ms: number; cpuMs: number } {
  console.log(`Building with ${command.join(' ')} in ${cwd} …`);
  const started = performance.now();
  // The shell tells at its end what its children took: "0m12.34s 0m1.50s".
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$@"; s=$?; times; exit $s', 'sh', ...command], {
    cwd,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const times = [...stdout.slice(-200).matchAll(/(\d+)m([\d.]+)s/g)].slice(-2);
  const seconds = times.map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest));
  return {
    status,
    output: stdout + stderr,
    ms: performance.now() - started,
    cpuMs: seconds.reduce((sum, one) => sum + one, 0) * 1000,
  };
}

/** Gets the pinned packages of a peer the first time. Gives the version of the generator, or nothing. */
function install({ id, name }: Peer, folder: string): string | undefined {
  if (id === 'starlight') return versionOf(join(root, 'node_modules/@astrojs/starlight'));
  const main = id === 'vitepress' ? 'vitepress' : '@docusaurus/core';
  const here = join(import.meta.dirname, id);
  const isThere = (): boolean => existsSync(join(folder, 'node_modules', main, 'package.json'));
  const isSame = (): boolean =>
    existsSync(join(folder, 'package-lock.json')) &&
    readFileSync(join(folder, 'package-lock.json'), 'utf8') ===
      readFileSync(join(here, 'package-lock.json'), 'utf8');
  if (!isThere() || !isSame()) {
    console.log(`Getting ${name} into ${folder} …`);
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(here, file), join(folder, file));
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  }
  if (isThere()) return versionOf(join(folder, 'node_modules', main));
  console.log(`${name} could not be fetched: it is left out of the comparison.`);
  return undefined;
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The environment of a reader's own build: no telemetry, and the packages of the peer first. */
function buildEnv(folder: string): NodeJS.ProcessEnv {
  const bins = [join(folder, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const { OUT_DIR: _out, BASE_PATH: _base, ...rest } = env;
  return {
    ...rest,
    PATH: `${bins.join(':')}:${env['PATH']}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
}

function buildOurs(pages: number): Built {
  const folder = join(root, '.reports/dist-bench');
  const { status, output, ms, cpuMs } = timed(['astro', 'build'], root, {
    ...buildEnv(root),
    OUT_DIR: folder,
  });
  if (status !== 0) throw new Error(`The handbook did not build:\n${output.slice(-2000)}`);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    result: { name: OURS, version, pages, build: { ms, cpuMs, ...sizeOf(folder) } },
    folder,
    search: OUR_SEARCH,
  };
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = all.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return {
    files: all.filter(({ name }) => name.endsWith('.html')).length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

async function measure(built: readonly Built[]): Promise<Result[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found; npm test gets one.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const served: Served[] = [];
  try {
    for (const { folder } of built) served.push(await serve(folder));
    const visits = built.map(() => new Map<string, Visit[]>(PAGES.map((path) => [path, []])));
    // In turns, so that what else the machine does meets all of them alike.
    for (let time = 0; time < TIMES; time += 1)
      for (const path of PAGES)
        for (const [at, site] of served.entries())
          visits[at]?.get(path)?.push(await visit(browser, site, path));
    const results: Result[] = [];
    for (const [at, { result, search }] of built.entries()) {
      const site = served[at];
      if (!site) continue;
      const found = await searchBytes(browser, site, PAGES[0] ?? '/', search, QUESTION).catch(
        (error: unknown) => {
          console.log(`The search of ${result.name} gave no result: ${String(error).split('\n')[0]}`);
          return Number.NaN;
        },
      );
      results.push({
        ...result,
        visits: new Map([...(visits[at] ?? [])].map(([path, all]) => [path, middle(all)])),
        search: found,
      });
    }
    return results;
  } finally {
    for (const { close } of served) close();
    await browser.close();
  }
}

/** Of several visits the median of each time; bytes and requests do not change from one to the next. */
function middle(visits: readonly Visit[]): Visit {
  const [first] = visits;
  if (!first) throw new Error('No visit was measured.');
  return { ...first, lcp: median(visits.map(({ lcp }) => lcp)), tbt: median(visits.map(({ tbt }) => tbt)) };
}

if (import.meta.main) await comparePeers();
