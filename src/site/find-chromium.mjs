/**
 * Finds a Chromium or Chrome for the PDFs and the browser tests, and gets one where there is none: Playwright's own
 * download, or the system's package manager where that is blocked and we may use it. As a program it prints the path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { argv, env, exit, getuid, platform } from 'node:process';
import { pathToFileURL } from 'node:url';

const DOWNLOAD_MS = 5 * 60_000;
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of a browser that starts, or null. */
export function findChromium() {
  const onPath = COMMANDS.flatMap((command) =>
    (env.PATH ?? '').split(platform === 'win32' ? ';' : ':').map((folder) => join(folder, command)),
  );
  const candidates = [env.CHROMIUM_PATH, ownDownload(), ...onPath, ...APPLICATIONS];
  return candidates.find((path) => path && existsSync(path) && starts(path)) ?? null;
}

/** As `findChromium`, but gets a browser when there is none. Throws with what to install. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found. Trying Playwright’s own download …');
  run(
    join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js'),
    ['install', 'chromium'],
    true,
  );
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  installPackage();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The PDFs and the browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program.',
  );
}

function ownDownload() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function starts(path) {
  // On Windows a program with --version opens a window; that it exists must do.
  return platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function installPackage() {
  if (platform !== 'linux') return;
  const isRoot = getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  const managers = [
    {
      command: 'apt-get',
      steps: [
        ['update', '-qq'],
        ['install', '-y', '-qq', 'chromium'],
      ],
    },
    { command: 'dnf', steps: [['install', '-y', '-q', 'chromium']] },
    { command: 'apk', steps: [['add', '--quiet', 'chromium']] },
  ];
  const manager = managers.find(
    ({ command }) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0,
  );
  if (!manager) return;
  console.log(`Trying the system's package manager (${manager.command}) …`);
  for (const step of manager.steps) {
    const [program, ...rest] = [...prefix, manager.command, ...step];
    if (program) run(program, rest, false);
  }
}

function run(program, args, withNode) {
  const [command, all] = withNode ? [process.execPath, [program, ...args]] : [program, args];
  spawnSync(command, all, {
    timeout: DOWNLOAD_MS,
    stdio: 'inherit',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    exit(1);
  }
}
