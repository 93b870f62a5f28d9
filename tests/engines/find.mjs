/** Finds the browsers of the other engines. Chromium is found by src/site/find-chromium.mjs. */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

/** Where WebKitGTK has its browser; it is on nobody's PATH. */
const MINI_BROWSERS = ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser'];

/** The path of a program, or null. */
function onPath(...names) {
  const candidates = names.flatMap((name) => (env.PATH ?? '').split(':').map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** The path of Firefox, or null. */
export function findFirefox() {
  return env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox');
}

/** The programs to drive WebKitGTK, or null when one of them is missing. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const browser = globSync(MINI_BROWSERS).sort().at(-1);
  return driver && display && browser ? { driver, display, browser } : null;
}
