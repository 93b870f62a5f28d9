/**
 * Finds a LibreOffice to open the Word files with. As a program it installs one where there is none and the system's
 * package manager lets us, and prints the path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, platform } from 'node:process';
import { pathToFileURL } from 'node:url';
import { installPackages } from './system-package.mjs';

const APPLICATIONS = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The path of a LibreOffice that starts, or null. */
export function findOffice() {
  const onPath = (env.PATH ?? '')
    .split(platform === 'win32' ? ';' : ':')
    .flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')]);
  return (
    [env.SOFFICE_PATH, ...onPath, ...APPLICATIONS].find((path) => path && existsSync(path) && starts(path)) ??
    null
  );
}

function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  if (!findOffice())
    installPackages({
      'apt-get': ['--no-install-recommends', 'libreoffice-writer-nogui', 'fonts-liberation'],
      dnf: ['libreoffice-writer', 'liberation-sans-fonts'],
      apk: ['libreoffice-writer', 'font-liberation'],
    });
  console.log(
    findOffice() ?? 'No LibreOffice here, and none could be installed: the Word files will not be opened.',
  );
}
