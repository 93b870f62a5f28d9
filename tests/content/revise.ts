/**
 * Keeps content/revisions.yaml and the list of published links:
 *
 *     npm run revise                           adds new links to the list and gives new items their first version
 *     npm run revise -- <id> "wat er veranderde"   writes the next version of an item, with today's date
 *     npm run revise -- --same [id …]          keeps the version: only spelling changed, or nobody has it on paper
 */
import { writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { stringify } from 'yaml';
import {
  currentVersion,
  type Revision,
  withFingerprint,
  withVersion,
} from '../../src/domain/revision/index.ts';
import {
  missingVersions,
  permalinks,
  printedFingerprints,
  PUBLISHED,
  publishedPermalinks,
  REVISIONS,
  revisions,
} from './printed.ts';

const HEAD = `# De versies van alles wat gedrukt wordt. Dit bestand schrijft u niet zelf: npm run revise -- <id> "wat er veranderde"
# Wie een oud blad scant, leest hier wat er sindsdien veranderde. Zie CONTRIBUTING.md.
`;

const same = argv[2] === '--same';
const [id, words, ...more] = same ? [] : argv.slice(2);
const stop = (message: string): never => {
  console.error(message);
  exit(1);
};
if (more.length > 0) stop('Zet wat er veranderde tussen aanhalingstekens.');
const today = new Date().toISOString().slice(0, 10);
const known = revisions();
const prints = printedFingerprints();

for (const [fresh, fingerprint] of prints)
  if (!known.has(fresh))
    known.set(fresh, {
      id: fresh,
      versions: [{ version: 1, date: today, fingerprint, words: { nl: 'Eerste versie.' } }],
    });

if (same) {
  const asked = argv.slice(3);
  for (const one of asked) if (!prints.has(one)) stop(`“${one}” heeft geen versies.`);
  for (const [one, fingerprint] of prints) {
    const revision = known.get(one) as Revision;
    if (asked.length > 0 ? asked.includes(one) : currentVersion(revision).fingerprint !== fingerprint)
      known.set(one, withFingerprint(revision, fingerprint));
  }
} else if (id !== undefined) {
  const revision = known.get(id);
  const fingerprint = prints.get(id);
  if (!revision || !fingerprint)
    stop(`“${id}” heeft geen versies: het is geen vaste link, of wordt niet gedrukt.`);
  else if (currentVersion(revision).fingerprint === fingerprint)
    stop(`Aan “${id}” is niets veranderd sinds versie ${currentVersion(revision).version}.`);
  else if (!words?.trim()) stop(`Zeg wat er veranderde: npm run revise -- ${id} "wat er veranderde"`);
  else known.set(id, withVersion(revision, { date: today, fingerprint, words: { nl: words.trim() } }));
}

// In the order of the links; what was once printed keeps its history, also when it is gone.
const links = permalinks();
const inOrder = links.flatMap((link) => known.get(link.id) ?? []);
writeFileSync(REVISIONS, HEAD + stringify(inOrder, { singleQuote: true, lineWidth: 0 }));
const published = {
  ...publishedPermalinks(),
  ...Object.fromEntries(
    links
      .filter((link) => !(link.id in publishedPermalinks()))
      .map((link) => [link.id, `${link.kind} ${link.item}`]),
  ),
};
writeFileSync(PUBLISHED, `${JSON.stringify(published, null, 2)}\n`);

const left = missingVersions();
for (const line of left) console.error(line);
exit(left.length === 0 ? 0 : 1);
