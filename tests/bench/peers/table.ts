import type { Visit } from './measure.ts';

/** What was measured of one site. */
export interface Result {
  name: string;
  version: string;
  /** Number of pages with text that it was given. */
  pages: number;
  /** By path of the page. Medians. */
  visits: ReadonlyMap<string, Visit>;
  /** Bytes from opening search to the first result. */
  search: number;
  /** Milliseconds on the clock and of the processor, the HTML files it made, and the bytes of all files. */
  build: { ms: number; cpuMs: number; files: number; bytes: number };
}

/** The number in the middle; of an even count the lower one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const ratio = (value: number, base: number): string => (base > 0 ? (value / base).toFixed(2) : '–');

/** What each site weighs and takes, as Markdown. Times are ratios to the site called `base` in the same run. */
export function toTable(results: readonly Result[], base: string): string {
  const stock = results.find(({ name }) => name === base);
  if (!stock) throw new Error(`${base} was not measured, so there is nothing to compare with.`);
  const paths = [...stock.visits.keys()];
  const perPage = paths.map((path) =>
    lines(
      [
        path,
        'requests',
        'kB',
        'without font',
        'html',
        'css',
        'js',
        'font',
        'other',
        `LCP vs ${base}`,
        'TBT ms',
      ],
      results.flatMap(({ name, version, visits }) => {
        const visit = visits.get(path);
        if (!visit) return [];
        const { html, css, js, font, other } = visit.bytes;
        const sum = html + css + js + font + other;
        const sizes = [sum, sum - font, html, css, js, font, other].map(kB);
        const lcp = ratio(visit.lcp, stock.visits.get(path)?.lcp ?? 0);
        return [[`${name} ${version}`, visit.requests, ...sizes, lcp, visit.tbt.toFixed(0)]];
      }),
    ),
  );
  const whole = lines(
    [
      'whole site',
      'pages of text',
      'HTML files',
      `build, clock vs ${base}`,
      `build, processor vs ${base}`,
      'the same per file',
      'output MB',
      'search kB',
    ],
    results.map(({ name, version, pages, build, search }) => [
      `${name} ${version}`,
      pages,
      build.files,
      ratio(build.ms, stock.build.ms),
      ratio(build.cpuMs, stock.build.cpuMs),
      ratio(build.cpuMs / build.files, stock.build.cpuMs / stock.build.files),
      (build.bytes / 1e6).toFixed(1),
      Number.isNaN(search) ? '–' : kB(search),
    ]),
  );
  return [...perPage, whole].join('\n\n');
}

function lines(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head),
    `|${head.map((_, at) => (at === 0 ? ' --- |' : ' ---: |')).join('')}`,
    ...rows.map(row),
  ].join('\n');
}
