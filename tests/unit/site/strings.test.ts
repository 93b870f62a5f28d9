import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import nl from '../../../content/i18n/nl.json' with { type: 'json' };
import { siteTitles, stringsOf } from '../../../src/site/strings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talen-'));
  writeFileSync(
    join(folder, 'fr.json'),
    JSON.stringify({ 'site.title': 'Manuel', 'table.label': 'Tableau' }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));
const from = () => pathToFileURL(`${folder}/`);

test('a language that has a dictionary speaks it, and Dutch where that says nothing', () => {
  expect(stringsOf('fr', from())).toEqual({ ...nl, 'site.title': 'Manuel', 'table.label': 'Tableau' });
});

test('a language without a dictionary speaks Dutch', () => {
  expect(stringsOf('en', from())).toEqual(nl);
});

test('every published language has its title of the site', () => {
  expect(siteTitles()).toMatchObject({ nl: nl['site.title'] });
});
