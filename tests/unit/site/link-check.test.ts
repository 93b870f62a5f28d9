import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAll } from '../../../src/site/link-check.ts';
import { externalAddresses, withLinkingPages } from '../../../src/site/external-links.ts';

let server: Server;
let host = '';
let busy = 0;
let busiest = 0;

beforeAll(async () => {
  server = createServer(({ url = '', method = '' }, response) => {
    busy += 1;
    busiest = Math.max(busiest, busy);
    response.on('close', () => (busy -= 1));
    if (url === '/silent') return;
    const status: Record<string, number> = {
      '/gone': 404,
      '/moved': 301,
      '/no-head': method === 'HEAD' ? 405 : 200,
    };
    response.writeHead(status[url] ?? 200, url === '/moved' ? { location: '/new' } : {});
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('asking for links', () => {
  it('tells which pages are there, which are gone and which moved, one at a time per host', async () => {
    const paths = ['/', '/gone', '/no-head', '/moved'];
    const answers = await askAll(paths.map((path) => host + path));
    expect(answers).toEqual([
      { address: `${host}/`, works: true, said: '200' },
      { address: `${host}/gone`, works: false, said: '404' },
      { address: `${host}/no-head`, works: true, said: '200' },
      { address: `${host}/moved`, works: true, said: '200', movedTo: `${host}/new` },
    ]);
    expect(busiest).toBe(1);
  });

  it('waits for no host for ever, and says why there was no answer', async () => {
    const [silent, closed] = await askAll([`${host}/silent`, 'http://127.0.0.1:9/'], { patience: 300 });
    expect(silent).toMatchObject({ works: false, said: expect.stringMatching(/^no answer: .*time/i) });
    expect(closed).toMatchObject({ works: false, said: expect.stringMatching(/^no answer: /) });
  });

  it('writes the day at what answers, and leaves the rest and the remarks as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'links-'));
    const file = join(folder, 'links.yaml');
    writeFileSync(file, `# Uitleg\n- id: ${host}/\n- id: ${host}/gone\n  lastChecked: '2017-09-22'\n`);
    const { code, said } = await new Promise<{ code: number; said: string }>((done) => {
      execFile(
        process.execPath,
        [join(import.meta.dirname, '../../../src/site/check-links.ts')],
        { env: { ...process.env, LINKS_FILE: file } },
        (error, stdout) => done({ code: error ? Number(error.code) : 0, said: stdout }),
      );
    });
    const text = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    const today = new Date().toISOString().slice(0, 10);
    expect(text).toMatch(
      new RegExp(
        `^# Uitleg\n- id: ${host}/\n  lastChecked: ['"]?${today}['"]?\n- id: ${host}/gone\n  lastChecked: ['"]2017-09-22['"]\n$`,
      ),
    );
    expect(said).toContain(`BROKEN 404 ${host}/gone`);
    expect(code).toBe(1);
  });
});

describe('the list of links', () => {
  it('has the addresses of other sites once each, as they are', () => {
    const html =
      '<a href="https://a.be/?x=1&amp;y=2">A</a> <a class="x" href="https://a.be/?x=1&#38;y=2">A</a> <a href="/methode/">M</a> <a href="http://localhost:4321/over/">O</a>';
    expect(externalAddresses(html, 'http://localhost:4321')).toEqual(['https://a.be/?x=1&y=2']);
  });

  it('says on which pages an address stands', () => {
    const pages = new Map([['https://a.be/?x=1&y=2', [{ href: '/bronnen/', title: 'Bronnen' }]]]);
    expect(
      withLinkingPages('<span data-linked-from="https://a.be/?x=1&amp;y=2" class="c"></span>', pages),
    ).toBe(
      '<span data-linked-from="https://a.be/?x=1&amp;y=2" class="c"><a href="/bronnen/">Bronnen</a></span>',
    );
  });
});
