/**
 * Runs the checks stage by stage and closes with one line: how many passed and how many failed.
 * `node tests/run.mjs check` runs the quick ones, without an argument all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { argv, env, exit } from 'node:process';
import { ensureChromium } from '../src/site/find-chromium.mjs';
import { findFirefox, findWebKit } from './engines/find.mjs';

const REPORTS = '.reports';
const vitest = (name, ...folders) => ({
  name,
  command: [
    'vitest',
    'run',
    ...folders,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${name}.json`,
  ],
  count: () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = report(name);
    // A skipped test is a hole in the net; a file that does not load counts as a failure too.
    const holes = numPendingTests + numTodoTests;
    return {
      passed: numPassedTests,
      failed: numFailedTests + holes + (success || numFailedTests > 0 ? 0 : 1),
    };
  },
});
/** Finds or gets a browser when the stage begins, not before. */
const withChromium = () => ({ CHROMIUM_PATH: ensureChromium() });
/** The journeys that matter in another engine. They stop a browser that hangs themselves; the limit is the last resort. */
const engine = (name, needs, isHere) => ({
  ...vitest(`engine-${name}`, `tests/engines/${name}.test.ts`),
  needs,
  isHere,
  without: 'so no journey was made in it',
  minutes: 7,
});
const single = (name, command, more = {}) => ({ name, command, ...more });

const check = [
  single('format', ['prettier', '--check', '--log-level=warn', '.']),
  single('lint', ['eslint', '.', '--max-warnings=0']),
  single('types', ['astro', 'check', '--minimumFailingSeverity=warning']),
  // Pure code and files: nothing to keep apart, and half the time.
  vitest('unit', 'tests/unit', '--pool=threads', '--no-isolate'),
  vitest('content', 'tests/content', '--pool=threads', '--no-isolate'),
];
const all = [
  ...check,
  single('audit', ['node', 'tests/supply-chain/audit.ts'], { notRun: 75 }),
  single('build', ['astro', 'build']),
  single('build-under-a-folder', ['astro', 'build'], {
    env: { BASE_PATH: '/handboek/', OUT_DIR: `${REPORTS}/dist-handboek` },
  }),
  vitest('islands', 'tests/islands'),
  vitest('built-pages', 'tests/build'),
  vitest('supply-chain', 'tests/supply-chain'),
  {
    ...vitest('nu-checker', 'tests/nu'),
    needs: 'java',
    without: 'so no page went through the Nu HTML checker',
  },
  { ...vitest('publishing', 'tests/publishing'), needs: 'nginx' },
  { ...vitest('office', 'tests/office'), needs: 'soffice', without: 'so no Word file was opened' },
  { ...vitest('budgets', 'tests/bench'), env: withChromium },
  {
    name: 'browser',
    command: ['playwright', 'test'],
    env: withChromium,
    count: () => {
      const { stats, suites } = report('browser');
      for (const title of triedTwice(suites)) console.log(`PASSED ONLY AT THE SECOND TRY: ${title}`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
    },
  },
  engine('firefox', 'Firefox', () => findFirefox() !== null),
  engine('webkit', 'WebKitGTK with its driver and Xvfb', () => findWebKit() !== null),
];

const stages = argv[2] === 'check' ? check : all;
mkdirSync(REPORTS, { recursive: true });
let passed = 0;
let failed = 0;
for (const stage of stages) {
  rmSync(`${REPORTS}/${stage.name}.json`, { force: true });
  const from = Date.now();
  if (stage.needs && !(stage.isHere ?? (() => isInstalled(stage.needs)))()) {
    const loss = stage.without ? `, ${stage.without}` : '';
    console.log(`\n── ${stage.name}: NOT RUN, ${stage.needs} is not installed here${loss}\n`);
    continue;
  }
  const result = runStage(stage);
  if (!result) {
    console.log(`\n── ${stage.name}: NOT RUN, see above\n`);
    continue;
  }
  passed += result.passed;
  failed += result.failed;
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(`\n── ${stage.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`);
  // Without a built site the stages after it would only repeat that.
  if (stage.name === 'build' && result.failed > 0) break;
}
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);

/** How many checks of a stage passed and failed; null when the stage says itself that it could not be done here. */
function runStage({ command: [program, ...args], env: more, count, minutes, notRun }) {
  let extra;
  try {
    extra = typeof more === 'function' ? more() : more;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  const { status, error } = spawnSync(program, args, {
    stdio: 'inherit',
    ...(minutes ? { timeout: minutes * 60_000, killSignal: 'SIGKILL' } : {}),
    shell: process.platform === 'win32',
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ...extra },
  });
  if (error?.code === 'ETIMEDOUT') console.error(`Stopped: it had not ended after ${minutes} minutes.`);
  if (notRun !== undefined && status === notRun) return null;
  if (!count) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const counted = count();
    return status === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Whether a program that a stage needs is on this machine. CI installs them all (.ci/run). */
function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** The browser tests that failed once and passed when tried again; each is a fault to look for, in test or page. */
function triedTwice(suites) {
  return suites.flatMap((suite) => [
    ...triedTwice(suite.suites ?? []),
    ...suite.specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${suite.file}: ${title}`),
  ]);
}

function report(name) {
  return JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8'));
}
