/** Installs a package of the system where its manager lets us; silent where it does not. */
import { spawnSync } from 'node:child_process';
import { env, getuid, platform } from 'node:process';

const INSTALL_MS = 5 * 60_000;

/** Tries to install packages with the first manager found; `packages` gives its arguments by manager. */
export function installPackages(packages) {
  if (platform !== 'linux') return;
  const prefix = getuid?.() === 0 ? [] : ['sudo', '-n'];
  const managers = [
    {
      command: 'apt-get',
      steps: [
        ['update', '-qq'],
        ['install', '-y', '-qq'],
      ],
    },
    { command: 'dnf', steps: [['install', '-y', '-q']] },
    { command: 'apk', steps: [['add', '--quiet']] },
  ];
  const manager = managers.find(
    ({ command }) => packages[command] && spawnSync('sh', ['-c', `command -v ${command}`]).status === 0,
  );
  if (!manager) return;
  console.log(`Trying the system's package manager (${manager.command}) …`);
  manager.steps.forEach((step, index) => {
    const isInstall = index === manager.steps.length - 1;
    run([...prefix, manager.command, ...step, ...(isInstall ? packages[manager.command] : [])]);
  });
}

/** Runs a program in view, without questions. */
export function run([program, ...args]) {
  spawnSync(program, args, {
    timeout: INSTALL_MS,
    stdio: 'inherit',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
