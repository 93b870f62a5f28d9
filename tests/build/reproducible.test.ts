import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const AGAIN = '.reports/dist-again';

/** What the tests' own run adds to the environment would make another build. */
const OF_TESTS = /^(?:VITEST|NODE_ENV|MODE|DEV|PROD|SSR|TEST$|BASE_URL)/;

/** Every file of a folder with the hash of its bytes. */
function fingerprints(folder: string): Record<string, string> {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

afterAll(() => rmSync(AGAIN, { recursive: true, force: true }));

test('two builds of one commit are the same to the byte', { timeout: 180_000 }, () => {
  const ordinary = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.test(name)));
  const { status, stderr } = spawnSync('astro', ['build'], {
    env: { ...ordinary, OUT_DIR: AGAIN, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status, stderr).toBe(0);
  // The PDFs are made apart, after the build.
  const built = Object.fromEntries(
    Object.entries(fingerprints('dist')).filter(([name]) => !name.startsWith('pdf/')),
  );
  expect(Object.keys(built).length).toBeGreaterThan(100);
  expect(fingerprints(AGAIN)).toEqual(built);
});
