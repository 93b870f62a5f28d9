/**
 * Prints what the built site weighs, what group rounds cost, how long tasks are, how long a build takes per page, and all that
 * side by side with other generators: `npm run build && npm run bench`.
 */
import { type FirstVisit, measureFirstVisits } from './first-visit.ts';
import { printLongTasks } from './long-tasks.ts';
import { comparePeers } from './peers/bench-peers.ts';
import { printRounds } from './rounds.ts';
import { printScreen } from './screen.ts';

const PHASE = '/methode/4-opbouwen/';
const TOOL = '/hulpmiddelen/fasetest/';
const visits = await measureFirstVisits(['/', PHASE, TOOL]);

console.log('First visit, brotli 11, bytes');
console.log(
  'page'.padEnd(28),
  ...['requests', 'html', 'css', 'js', 'font', 'sum', 'sum without font'].map((head) => head.padStart(9)),
);
for (const { path, requests, bytes } of visits) {
  const sum = Object.values(bytes).reduce((total, size) => total + size, 0);
  const row = [requests, bytes.html, bytes.css, bytes.js, bytes.font, sum, sum - bytes.font];
  console.log(path.padEnd(28), ...row.map((value) => String(value).padStart(9)));
}

const [, phase, tool] = visits;
console.log('\nScripts on a phase page');
for (const [address, size] of Object.entries(phase?.scripts ?? {}))
  console.log(`  ${String(size).padStart(6)}  ${address}`);
console.log('Scripts the phase test adds');
const added = addedScripts(phase, tool);
for (const [address, size] of added) console.log(`  ${String(size).padStart(6)}  ${address}`);
console.log(`  ${String(added.reduce((total, [, size]) => total + size, 0)).padStart(6)}  together`);

printRounds();
await printScreen();
await printLongTasks();

await comparePeers();

function addedScripts(without: FirstVisit | undefined, withTool: FirstVisit | undefined): [string, number][] {
  return Object.entries(withTool?.scripts ?? {}).filter(
    ([address]) => !(address in (without?.scripts ?? {})),
  );
}
