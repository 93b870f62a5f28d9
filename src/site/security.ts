import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { base } from './publishing.ts';

/** What the policy allows beside the hashes; everything not named comes from the site itself or not at all. */
const DIRECTIVES = {
  'default-src': ["'self'"],
  // WebAssembly is Pagefind's; nothing else may be made from text.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  // Starlight and the tools set sizes and positions in style attributes.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
} as const;

/** Headers for every file, beside the policy. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(self), fullscreen=(self), screen-wake-lock=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
} as const;

/** Hashes of the scripts and styles that stand in pages. */
export interface InlineHashes {
  scripts: Set<string>;
  styles: Set<string>;
}

/** The hashes of what stands in `html` between script and style tags; data blocks (JSON) need none. */
export function inlineHashes(html: string): InlineHashes {
  const found: InlineHashes = { scripts: new Set(), styles: new Set() };
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const isData = /\btype="application\/(?:ld\+)?json"/.test(attributes);
    if (!/\bsrc=/.test(attributes) && !isData) found.scripts.add(hashOf(text));
  }
  for (const [, text = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g))
    found.styles.add(hashOf(text));
  return found;
}

/** The Content-Security-Policy that lets run what `hashes` names and nothing else. */
export function policy({ scripts, styles }: InlineHashes): string {
  const extra: Record<string, Iterable<string>> = { 'script-src': scripts, 'style-src': styles };
  return Object.entries(DIRECTIVES)
    .map(([name, values]) => [name, ...values, ...[...(extra[name] ?? [])].sort()].join(' '))
    .join('; ');
}

/** `html` with its own policy as the first thing in its head, for hosts that send no headers. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy(inlineHashes(html))}">`;
  return html.replace(/<head[^>]*>(\s*<meta charset="[^"]*"\s*\/?>)?/, (head) => head + meta);
}

/**
 * Gives every built page a Content-Security-Policy with the hashes of its own inline scripts and styles, and writes
 * the headers for hosts that read `_headers`, and for nginx (`deploy/nginx.conf` includes that file).
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const all: InlineHashes = { scripts: new Set(), styles: new Set() };
        const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
        for (const name of files.sort()) {
          const html = await readFile(join(folder, name), 'utf8');
          const { scripts, styles } = inlineHashes(html);
          scripts.forEach((hash) => all.scripts.add(hash));
          styles.forEach((hash) => all.styles.add(hash));
          await writeFile(join(folder, name), withPolicy(html));
        }
        await writeFile(join(folder, '_headers'), headersFile(policy(all)));
        await writeFile(join(folder, 'nginx-headers.conf'), nginxHeaders(policy(all)));
      },
    },
  };
}

/** The headers in the form that Netlify, Cloudflare Pages and their like read. */
function headersFile(contentSecurityPolicy: string): string {
  const lines = Object.entries({ ...HEADERS, 'Content-Security-Policy': contentSecurityPolicy });
  const cached = [`${base}_astro/*`, `${base}pagefind/*.pf_*`].map(
    (path) => `${path}\n  Cache-Control: public, max-age=31536000, immutable\n`,
  );
  const shared = `${base}api/*\n  Access-Control-Allow-Origin: *\n`;
  const all = `${base}*\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [all, ...cached, shared].join('\n');
}

/**
 * The same for nginx. A page may be framed by another site only in its embedded view (`?inbedden`), which
 * `deploy/nginx.conf` tells apart in `$frame_ancestors`.
 */
function nginxHeaders(contentSecurityPolicy: string): string {
  const value = `${contentSecurityPolicy}; frame-ancestors $frame_ancestors`;
  return Object.entries({ ...HEADERS, 'Content-Security-Policy': value })
    .map(([name, text]) => `add_header ${name} "${text}" always;\n`)
    .join('');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
