import fc from 'fast-check';
import { sealLink } from '../../src/domain/shared/link-text.ts';

/** Sets `window.hit` or opens a dialog where a page takes a text for markup or for code. */
export const POISON =
  '"><img src=x onerror="window.hit=1"><svg onload=window.hit=1></svg><script>window.hit=1;alert(1)</script>\'-alert(1)-\'{{constructor.constructor("window.hit=1")()}}';

/** Runs where a page takes a text for an address. */
export const POISONED_ADDRESS = 'javascript:window.hit=1';

/** What people and programs put into an address to see what breaks. */
export const TEXTS = [
  POISON,
  POISONED_ADDRESS,
  'data:text/html,<script>window.hit=1</script>',
  '//evil.example/x.js',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  '%',
  '%E0%A4%A',
  '%00',
  '\u202Egnissapreh',
  '😀'.repeat(50),
  'a'.repeat(20_000),
  '-1',
  '1e999',
  ' ',
];

/** Names of queries that some page reads, and two that none does. */
const QUERIES = ['techniek', 'inbedden', 'v', 'fase', 'agenda', 'bron', '__proto__', 'q'];

/** Fragments for a tool whose links begin with `letter`: noise, and links that are sound in form but not in content. */
export function hostileFragments(letter: string, seed: number): string[] {
  const payload = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-'),
    minLength: 1,
    maxLength: 300,
  });
  const sealed = fc
    .tuple(fc.constantFrom(1, 2, 3, 9999), payload)
    .map(([version, text]) => sealLink(letter, version, text));
  return [
    ...TEXTS.map(encodeURI),
    // As they are: no text that is percent-encoded.
    ...TEXTS.filter((text) => text.startsWith('%')),
    `${letter}1.`,
    `${letter}1..000`,
    `${letter}99999.aaa.000`,
    ...fc.sample(sealed, { seed, numRuns: 8 }),
  ];
}

/** Queries as they come after `?`. */
export function hostileQueries(seed: number): string[] {
  const pair = fc
    .tuple(fc.constantFrom(...QUERIES), fc.constantFrom(...TEXTS.filter((text) => text.length < 500)))
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return ['', '&&==', '%', '?'.repeat(30), ...fc.sample(pair, { seed, numRuns: 5 })];
}

/** Texts that are no saved data of any tool. */
export const NO_DATA = [
  '',
  'null',
  '[]',
  '0',
  '"tekst"',
  '{"kapot',
  '{}',
  '{"__proto__":{"hit":1},"kind":"__proto__","version":1}',
  `{"kind":"fasetest","version":1,"answers":${'['.repeat(500)}${']'.repeat(500)}}`,
  '\u0000\u0001\uFFFF',
  POISON,
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Change = (value: Json) => Json;

const CHANGES: Change[] = [
  () => POISON,
  () => null,
  () => -1,
  () => 1e308,
  () => 0.5,
  () => [],
  () => ({}),
  () => JSON.parse('{"__proto__":{"hit":1},"toString":1}') as Json,
  () => 'a'.repeat(50_000),
  (value) => (Array.isArray(value) ? [...value, ...value, POISON] : [value]),
  (value) => (typeof value === 'string' ? value + POISON : `${JSON.stringify(value)}`),
];

/** Saved data with one value, somewhere in it, made into something else. */
export function spoil(text: string, seed: number, runs: number): string[] {
  const data = JSON.parse(text) as Json;
  const places = walk(data);
  const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...CHANGES));
  return fc
    .sample(change, { seed, numRuns: runs })
    .map(([place, apply]) => JSON.stringify(replaceAt(data, place, apply)));
}

/** Saved data in which every text that holds `mark` is `bad`. */
export function poison(text: string, mark: string, bad: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    typeof value === 'string' && value.includes(mark) ? bad : value,
  );
}

/** The way to every value in it. */
function walk(value: Json, way: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [way];
  return [way, ...Object.entries(value).flatMap(([key, item]) => walk(item, [...way, key]))].filter(
    (place) => place.length > 0 || way.length > 0,
  );
}

function replaceAt(value: Json, [key, ...rest]: string[], apply: Change): Json {
  if (key === undefined) return apply(value);
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaceAt(item, rest, apply) : item));
  if (value === null || typeof value !== 'object') return value;
  return { ...value, [key]: replaceAt(value[key] ?? null, rest, apply) };
}
