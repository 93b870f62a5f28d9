import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get as httpGet, type IncomingMessage } from 'node:http';

const PORT = 4345;
const SITE = resolve('dist');
const MISSING_ELSEWHERE = '<p>Not there, in another language.</p>';
let folder: string;
let nginx: ChildProcess;
let said = '';

/** The answer of the server as it came, without following redirects or unpacking. */
async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await new Promise<IncomingMessage>((done, fail) =>
    httpGet({ port: PORT, path, headers, host: '127.0.0.1' }, done).on('error', fail),
  );
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  // The built site, and a language with a page of its own for what is not there.
  chmodSync(folder, 0o755);
  const served = join(folder, 'site');
  mkdirSync(join(served, 'xx'), { recursive: true });
  for (const name of readdirSync(SITE)) symlinkSync(join(SITE, name), join(served, name));
  writeFileSync(join(served, 'xx/404.html'), MISSING_ELSEWHERE);
  const server = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('/srv/handboek', served)
    .replace('listen 80;', `listen 127.0.0.1:${PORT};`)
    .replace(/^.*listen \[::\]:80;\n/m, '');
  writeFileSync(join(folder, 'handboek.conf'), server);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  include ${folder}/handboek.conf;
}`,
  );
  nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  nginx.stderr?.on('data', (text) => (said += String(text)));
  for (let tries = 0; tries < 50; tries += 1) {
    if (await get('/').catch(() => null)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nginx did not start:\n${said}`);
}, 20_000);

afterAll(() => {
  nginx.kill();
  rmSync(folder, { recursive: true });
});

describe('nginx with our configuration', () => {
  test('serves a page with every header of trust', async () => {
    const { status, headers } = await get('/methode/4-opbouwen/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['set-cookie']).toBeUndefined();
    const csp = String(headers['content-security-policy']);
    expect(csp).toContain("default-src 'self'");
    expect(csp).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    expect(csp.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
    expect(csp).not.toContain("'unsafe-eval'");
  });

  test.each([
    ['/methode/', "frame-ancestors 'self'"],
    ['/methode/?inbedden', 'frame-ancestors *'],
    ['/methode/?v=1&inbedden=1', 'frame-ancestors *'],
    ['/methode/?x=inbedden', "frame-ancestors 'self'"],
  ])('%s: %s', async (path, directive) => {
    const csp = String((await get(path)).headers['content-security-policy']);
    expect(csp.endsWith(directive)).toBe(true);
  });

  test('lets programs of other sites read the data, and nothing else', async () => {
    const readers = async (path: string) => (await get(path)).headers['access-control-allow-origin'];
    expect(await readers('/api/nl/phases.json')).toBe('*');
    expect(await readers('/api/schema/phases.json')).toBe('*');
    expect(await readers('/methode/4-opbouwen/')).toBeUndefined();
  });

  test('compresses text', async () => {
    const { headers, body } = await get('/', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toContain('Accept-Encoding');
    expect(gunzipSync(body).equals(readFileSync(join(SITE, 'index.html')))).toBe(true);
  });

  test('lets browsers keep files with a fingerprint for good, and ask for all others', async () => {
    const html = readFileSync(join(SITE, 'index.html'), 'utf8');
    const [asset = ''] = /\/_astro\/[^"]+\.css/.exec(html) ?? [];
    expect((await get(asset)).headers['cache-control']).toContain('immutable');
    for (const path of [
      '/',
      '/sw.js',
      '/pagefind/pagefind-entry.json',
      '/zoeken/nl.json',
      '/bestaat-niet/',
    ]) {
      expect((await get(path)).headers['cache-control'], path).toBe('no-cache');
    }
    const { headers } = await get('/');
    expect((await get('/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test.each([
    ['/sw.js', /javascript/],
    ['/manifest.webmanifest', /manifest\+json/],
    ['/pagefind/wasm.nl.pagefind', /octet-stream/],
    ['/favicon.svg', /svg/],
  ])('%s has its type', async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(type);
  });

  test('sends an address without its slash on, staying on the host and port', async () => {
    const { status, headers } = await get('/methode/4-opbouwen');
    expect(status).toBe(301);
    expect(headers.location).toBe('/methode/4-opbouwen/');
  });

  test.each(['/bestaat-niet/', '/nginx-headers.conf', '/_headers', '/../package.json'])(
    'answers %s with the handbook’s own 404, with all headers',
    async (path) => {
      const { status, headers, body } = await get(path);
      if (path.includes('..')) return expect([400, 404]).toContain(status);
      expect(status).toBe(404);
      expect(body.toString()).toContain('Deze pagina bestaat niet');
      expect(headers['content-security-policy']).toBeDefined();
    },
  );

  test.each([
    ['/xx/bestaat-niet/', true],
    ['/xx/methode/niets', true],
    ['/yy/bestaat-niet/', false],
    ['/q/bestaat-niet/', false],
  ])(
    'answers %s in the language of the folder when it has a page for that: %s',
    async (path, isElsewhere) => {
      const { status, headers, body } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-security-policy']).toBeDefined();
      expect(body.toString().includes(MISSING_ELSEWHERE)).toBe(isElsewhere);
      expect(body.toString().includes('Deze pagina bestaat niet')).toBe(!isElsewhere);
    },
  );
});
