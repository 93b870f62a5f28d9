/**
 * Serves a built site for the browser tests as a plain static host would: `node tests/serve.mjs FOLDER BASE PORT`.
 * (`astro preview` runs only once per project and would be in the way of a reader's own.)
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { argv } from 'node:process';

const [, , folder = 'dist', base = '/', port = '4322'] = argv;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const inside = pathname.startsWith(base)
    ? normalize(decodeURIComponent(pathname.slice(base.length)))
    : null;
  const asked = inside === null || inside.startsWith('..') ? null : join(folder, inside);
  const file =
    asked && existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  const found = file && existsSync(file) ? file : null;
  const sent = found ?? join(folder, '404.html');
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[extname(sent)] ?? 'application/octet-stream',
  });
  createReadStream(sent).pipe(response);
}).listen(Number(port));
