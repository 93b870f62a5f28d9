import { env } from 'node:process';

/**
 * Where the site is published. Set by environment variables, so that one commit can be published anywhere:
 * SITE_URL (https://example.org), BASE_PATH (/handboek/), EDIT_URL (address that a page's file path is added to),
 * OUT_DIR (folder of the built site).
 */
export const site = env['SITE_URL'] ?? 'http://localhost:4321';
export const base = `/${(env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
export const editUrl = env['EDIT_URL'];
export const outDir = env['OUT_DIR'] ?? './dist';
