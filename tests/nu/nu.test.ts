import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../content/load.ts';
import { builtPages, SITES } from '../build/site.ts';
import { type Finding, findingsIn } from './checker.ts';

/** What the checker reports and we accept, each with the reason. One that is not met any more has to go. */
const ACCEPTED: { kind: Finding['kind']; message: RegExp; because: string }[] = [
  {
    kind: 'error',
    message:
      /^CSS: (“(container-type|position-area|position-try-fallbacks|paint-order)”: Property “[^”]+” doesn't exist\.|Unrecognized at-rule “@container”)/,
    because:
      'Container queries, anchor positions and the order of painting are CSS that browsers know; its style checker does not yet.',
  },
  {
    kind: 'warning',
    message: /^(Resource|Inline (style|script)) violates Content Security Policy/,
    because:
      'It reads files, which have no origin that could be ‘self’, and does not compute hashes. tests/build/security.test.ts does, on every page.',
  },
];

/** A page with a fault that every version of the checker must see: proof that it read what it was given. */
const BROKEN = join(root, '.reports/nu-broken/index.html');

/** One page of each kind under a folder: they are made by the same code as those at the root. */
const SAMPLE = [
  'index.html',
  '404.html',
  'offline/index.html',
  'methode/4-opbouwen/index.html',
  'fiches/openingsronde/index.html',
  'hulpmiddelen/rechtsvorm/index.html',
  'rechtsvormen/bv/index.html',
  'begrippen/index.html',
  'q/fase-4/index.html',
  'q/fase-4/delen/index.html',
  'afdrukken/techniek/openingsronde/index.html',
];

const [atRoot, underFolder] = SITES;
if (!atRoot || !underFolder) throw new Error('No site to check.');

describe('the Nu HTML checker', () => {
  let findings: Finding[] = [];
  beforeAll(() => {
    mkdirSync(join(BROKEN, '..'), { recursive: true });
    writeFileSync(BROKEN, '<!doctype html><html lang="nl"><title>x</title><ul><p>Geen punt</p></ul></html>');
    const pages = builtPages(atRoot).map(({ file }) => file);
    findings = findingsIn([...pages, ...SAMPLE.map((name) => join(underFolder.dist, name)), BROKEN]);
    // A guard against hanging: half a minute of work, longer on a busy machine.
  }, 900_000);

  it('notices a page with a fault', () => {
    const [fault] = findings.filter(({ file, kind }) => join(root, file) === BROKEN && kind === 'error');
    expect(fault?.message).toContain('Element “p” not allowed as child of element “ul”');
  });

  it('finds no error and no warning in any page', () => {
    const faults = findings.filter(
      ({ file, kind, message }) =>
        join(root, file) !== BROKEN &&
        kind !== 'info' &&
        !ACCEPTED.some((known) => known.kind === kind && known.message.test(message)),
    );
    expect(
      faults.map(({ file, line, message, extract }) => `${file}:${line} ${message}\n    at: ${extract}`),
    ).toEqual([]);
  });

  it.each(ACCEPTED.map((known) => [known.because, known] as const))(
    'is overruled where needed: %s',
    (_why, known) => {
      expect(findings.some(({ kind, message }) => kind === known.kind && known.message.test(message))).toBe(
        true,
      );
    },
  );
});
