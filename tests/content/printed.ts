import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isLive, type Permalink, type PermalinkKind } from '../../src/domain/permalink/index.ts';
import { permalinkSchema } from '../../src/domain/permalink/schema.ts';
import {
  currentVersion,
  fingerprintOf,
  printedData,
  printedText,
  type Revision,
} from '../../src/domain/revision/index.ts';
import { revisionSchema } from '../../src/domain/revision/schema.ts';
import { dataFiles, pages, root } from './load.ts';
import { dutchWorksheet, worksheets } from './worksheets.ts';

export const PERMALINKS = join(root, 'content/permalinks.yaml');
export const REVISIONS = join(root, 'content/revisions.yaml');
/** Every permanent link that was ever published: id, kind and item. Only grows. */
export const PUBLISHED = join(root, 'tests/content/published-permalinks.json');

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

/** All entries of content/permalinks.yaml, checked. */
export function permalinks(): Permalink[] {
  return z.array(permalinkSchema).parse(readYaml(PERMALINKS));
}

/** All histories of content/revisions.yaml by id, checked. */
export function revisions(): Map<string, Revision> {
  const list = existsSync(REVISIONS) ? z.array(revisionSchema).parse(readYaml(REVISIONS)) : [];
  return new Map(list.map((revision) => [revision.id, revision]));
}

/** Every link that was ever published, as `kind item`, by id. */
export function publishedPermalinks(): Record<string, string> {
  return existsSync(PUBLISHED) ? (JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Record<string, string>) : {};
}

/** Folders with the data of the kinds that have versions; none: the kind has a page only. */
const FOLDERS: Partial<Record<PermalinkKind, readonly string[]>> = {
  phase: ['phases'],
  technique: ['techniques'],
  case: ['cases'],
  sheet: [],
  tool: ['assessments', 'choosers'],
  worksheet: [],
};

/** Folders of the pages whose text is printed too. */
const PAGES: Partial<Record<PermalinkKind, string>> = {
  phase: 'methode',
  technique: 'fiches',
  case: 'cases',
  sheet: 'fiches',
};

/** The fingerprint of what is printed of each item that has versions, by id of its permanent link. */
export function printedFingerprints(): Map<string, string> {
  const folders = new Set(Object.values(FOLDERS).flat());
  const data = new Map(
    [...folders]
      .filter((folder) => existsSync(join(root, 'content', folder)))
      .flatMap((folder) => dataFiles(folder).map((file) => [`${folder}/${file.id}`, file.data])),
  );
  const texts = new Map(
    pages().map(({ id, front, body }) => {
      // A practical sheet opens with what its page is described by.
      const lead = /^fiches\/fiche-\d$/.test(id) ? front['description'] : undefined;
      return [id, [front['title'], lead, printedText(body)]];
    }),
  );
  const found = new Map<string, string>();
  for (const link of permalinks()) {
    const folders = FOLDERS[link.kind];
    if (!folders || !isLive(link)) continue;
    if (link.kind === 'worksheet') {
      // With the rules and the times that it takes from elsewhere.
      found.set(
        link.id,
        fingerprintOf([printedData(dutchWorksheet(link.item)), worksheets.get(link.item)?.phases]),
      );
      continue;
    }
    const own = folders.map((folder) => data.get(`${folder}/${link.item}`)).filter(Boolean);
    const folder = PAGES[link.kind];
    const text = folder ? [texts.get(`${folder}/${link.item}`)] : [];
    // A tool without a model has no questionnaire to print.
    if (own.length + text.length > 0)
      found.set(link.id, fingerprintOf([...own.map(printedData), ...text, ...borrowed(link, data)]));
  }
  return found;
}

interface Item {
  phase: string;
  kind: string;
  question: unknown;
  levels: unknown[];
}
interface Technique {
  name: unknown;
  minutes: unknown;
  phases: string[];
  sheets: { sheet: number }[];
}

/** What an item prints of others: the techniques and questions of a phase, the techniques of a sheet. */
function borrowed({ kind, item }: Permalink, data: ReadonlyMap<string, unknown>): unknown[] {
  if (kind !== 'phase' && kind !== 'sheet') return [];
  const techniques = [...data]
    .filter(([id]) => id.startsWith('techniques/'))
    .map(([, technique]) => technique as Technique)
    .filter(({ phases, sheets }) =>
      kind === 'phase' ? phases.includes(item) : sheets.some(({ sheet }) => item === `fiche-${sheet}`),
    )
    .map(({ name, minutes }) => printedData([name, minutes]));
  const questions = (data.get('assessments/fasetest') as { items: Item[] }).items
    .filter(({ phase }) => phase === item)
    // What is needed to go on is printed at the level at which it counts as in use.
    .map(({ kind, question, levels }) => printedData([kind, question, levels[2]]));
  return [techniques, questions];
}

/** What an author has to do about versions, as sentences; empty when nothing. */
export function missingVersions(): string[] {
  const known = revisions();
  const prints = printedFingerprints();
  return [...prints].flatMap(([id, fingerprint]) => {
    const revision = known.get(id);
    if (!revision) return [`${id}: heeft nog geen versie. Geef ze een: npm run revise`];
    return currentVersion(revision).fingerprint === fingerprint
      ? []
      : [
          `${id}: wat gedrukt wordt, is veranderd. Zeg wat er veranderde: npm run revise -- ${id} "wat er veranderde" ` +
            `(alleen een tikfout, of nooit gepubliceerd: npm run revise -- --same ${id})`,
        ];
  });
}
