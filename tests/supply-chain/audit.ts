/**
 * Asks the registry for known weaknesses of what we use. `node tests/supply-chain/audit.ts` fails (1) on a high or critical one in
 * what the site is built with, unless `accepted.yaml` says why it may stay; names the others; and gives 75 when the registry does
 * not answer such questions, so that no answer is never taken for "nothing found".
 */
import { spawnSync } from 'node:child_process';
import { exit, platform } from 'node:process';
import { accepted } from './accepted.ts';

/** The exit code for "could not be done now", as mail programs use it; `tests/run.mjs` prints NOT RUN. */
const NOT_RUN = 75;
const SERIOUS = ['high', 'critical'];

interface Advisory {
  name: string;
  title: string;
  url: string;
  severity: string;
}
interface Vulnerability {
  /** What it rests on: advisories, or names of other packages in this list. */
  via: (string | Advisory)[];
}

/** The advisories of the installed packages; null when the registry gave none and did not say that there are none. */
function advisories(...options: string[]): Map<string, Advisory> | null {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...options], {
    encoding: 'utf8',
    shell: platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  let report: { vulnerabilities?: Record<string, Vulnerability> };
  try {
    report = JSON.parse(stdout) as typeof report;
  } catch {
    return null;
  }
  if (!report.vulnerabilities) return null;
  const found = Object.values(report.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one !== 'string');
  return new Map(found.map((advisory) => [advisory.url, advisory]));
}

const line = ({ name, severity, title, url }: Advisory): string => `${severity}: ${name}: ${title} (${url})`;

const all = advisories();
const production = advisories('--omit=dev');
if (!all || !production) {
  console.error('The registry does not answer questions about known weaknesses.');
  exit(NOT_RUN);
}
const today = new Date().toISOString().slice(0, 10);
const allowed = accepted().advisories.filter(({ until }) => until >= today);
const isAllowed = ({ url }: Advisory): boolean => allowed.some(({ id }) => url.endsWith(`/${id}`));
const failing = [...production.values()].filter((one) => SERIOUS.includes(one.severity) && !isAllowed(one));
const others = [...all.values()].filter(({ url }) => !failing.some((one) => one.url === url));
for (const one of others) console.log(`known, does not fail: ${line(one)}`);
for (const one of failing) console.error(`MEND THIS: ${line(one)}`);
console.log(`${failing.length} to mend, ${others.length} other known weaknesses.`);
exit(failing.length > 0 ? 1 : 0);
