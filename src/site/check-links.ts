/**
 * Keeps content/external-links.yaml:
 *
 *     npm run links:check            asks for every address in it and writes today's date at those that answer; needs a network
 *     npm run links:check -- --sync  adds the addresses that the built pages link to and drops the others; needs none
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { isMap, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { externalAddresses, LINKS_PAGE } from './external-links.ts';
import { askAll } from './link-check.ts';
import { outDir } from './publishing.ts';

const FILE = env['LINKS_FILE'] ?? join(import.meta.dirname, '../../content/external-links.yaml');
const file = parseDocument(readFileSync(FILE, 'utf8'));
const list = file.contents as YAMLSeq;
const items = (): YAMLMap[] => list.items.filter((item) => isMap(item));
const idOf = (item: YAMLMap): string => String(item.get('id'));
const save = (): void => writeFileSync(FILE, file.toString({ lineWidth: 0 }));

if (argv.includes('--sync')) {
  if (!existsSync(outDir)) {
    console.error(`${outDir} is missing: run "npm run build" first.`);
    exit(1);
  }
  const used = new Set(
    readdirSync(outDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html') && !`/${name}`.endsWith(`${LINKS_PAGE}index.html`))
      .flatMap((name) => externalAddresses(readFileSync(join(outDir, name), 'utf8'))),
  );
  const known = new Set(items().map(idOf));
  const added = [...used].filter((address) => !known.has(address));
  list.items = [
    ...items().filter((item) => used.has(idOf(item))),
    ...added.map((id) => file.createNode({ id }) as YAMLMap),
  ].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  list.flow = false;
  save();
  console.log(
    `${added.length} added, ${known.size + added.length - used.size} dropped, ${used.size} addresses.`,
  );
  exit(0);
}

const today = new Date().toISOString().slice(0, 10);
const answers = await askAll(items().map(idOf));
for (const { address, works, said, movedTo } of answers) {
  if (works)
    items()
      .find((item) => idOf(item) === address)
      ?.set('lastChecked', today);
  console.log(`${works ? 'works ' : 'BROKEN'} ${said} ${address}${movedTo ? ` → ${movedTo}` : ''}`);
}
save();
const broken = answers.filter(({ works }) => !works).length;
console.log(
  `${answers.length - broken} of ${answers.length} addresses answer; ${broken} to look at. Dates written to ${FILE}.`,
);
exit(broken > 0 ? 1 : 0);
