import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../content/load.ts';

let server: Server | undefined;
let cache = '';
// npm keeps what it learned of an advisory; what we make up stays out of what it keeps for real.
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'audit-'))));
afterEach(() => {
  server?.close();
  rmSync(cache, { recursive: true });
});

/** Runs the audit against a registry of our own that answers questions about weaknesses with `answer`. */
async function audit(answer: { status: number; body: unknown }): Promise<{ code: number; said: string }> {
  const own = (server = createServer(({ url = '' }, response) => {
    const isQuestion = url.includes('/security/');
    response.writeHead(isQuestion ? answer.status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isQuestion ? answer.body : {}));
  }));
  await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
  const { port } = own.address() as AddressInfo;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'tests/supply-chain/audit.ts')],
      {
        cwd: root,
        env: {
          ...process.env,
          npm_config_registry: `http://127.0.0.1:${port}/`,
          npm_config_cache: cache,
          npm_config_fetch_retries: '0',
        },
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

const weakness = (name: string, severity: string) => ({
  status: 200,
  body: {
    [name]: [
      {
        id: 1,
        url: 'https://github.com/advisories/GHSA-test',
        title: 'A made-up fault',
        severity,
        vulnerable_versions: '*',
      },
    ],
  },
});

describe('the audit', () => {
  it('passes when nothing is known', async () => {
    expect((await audit({ status: 200, body: {} })).code).toBe(0);
  });

  it.each(['high', 'critical'])('fails on a %s weakness in what the site is built with', async (severity) => {
    const { code, said } = await audit(weakness('preact', severity));
    expect(said).toContain(`MEND THIS: ${severity}: preact: A made-up fault`);
    expect(code).toBe(1);
  });

  it.each([
    ['preact', 'moderate'],
    ['vitest', 'critical'],
  ])('names a weakness of %s that is %s, and goes on', async (name, severity) => {
    const { code, said } = await audit(weakness(name, severity));
    expect(said).toContain(`known, does not fail: ${severity}: ${name}`);
    expect(code).toBe(0);
  });

  it('says that it was not done when the registry does not answer', async () => {
    const { code, said } = await audit({ status: 405, body: { message: 'Method Not Allowed' } });
    expect(code).toBe(75);
    expect(said).toContain('does not answer');
  });
});
