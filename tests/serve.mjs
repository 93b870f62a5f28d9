/**
 * Serves a built site for the browser tests as a plain static host would: `node tests/serve.mjs FOLDER BASE PORT`.
 * With a fourth argument, a script, every page runs that script first.
 * (`astro preview` runs only once per project and would be in the way of a reader's own.)
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { argv } from 'node:process';

const [, , folder = 'dist', base = '/', port = '4322', script] = argv;
/** Where that script is; no page of ours has such an address. */
const SCRIPT = `${base}_first.js`;
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
  const own = script && pathname === SCRIPT ? script : file;
  const found = own && existsSync(own) ? own : null;
  const sent = found ?? join(folder, '404.html');
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[extname(sent)] ?? 'application/octet-stream',
  });
  if (!script || extname(sent) !== '.html') return createReadStream(sent).pipe(response);
  response.end(readFileSync(sent, 'utf8').replace('<head>', `$&<script src="${SCRIPT}"></script>`));
}).listen(Number(port));
