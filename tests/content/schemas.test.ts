import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { amountsSchema } from '../../src/domain/amount/schema.ts';
import { assessmentSchema } from '../../src/domain/assessment/schema.ts';
import { caseSchema } from '../../src/domain/case/schema.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { termSchema } from '../../src/domain/glossary/schema.ts';
import { externalLinkSchema } from '../../src/domain/external-link/schema.ts';
import { legalFormSchema } from '../../src/domain/legal-form/schema.ts';
import { pageSchema } from '../../src/domain/page/schema.ts';
import { permalinkSchema } from '../../src/domain/permalink/schema.ts';
import { recommendationSchema } from '../../src/domain/recommendation/schema.ts';
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { revisionSchema } from '../../src/domain/revision/schema.ts';
import { agendaSchema } from '../../src/domain/plan/schema.ts';
import { sourceSchema } from '../../src/domain/source/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { worksheetSchema } from '../../src/domain/worksheet/schema.ts';
import { publishedLocales } from '../../src/site/locales.ts';
import { dataFiles, faults, filesUnder, pages, root } from './load.ts';

const schemas: Record<string, z.ZodObject> = {
  phases: phaseSchema,
  techniques: techniqueSchema,
  agendas: agendaSchema,
  cases: caseSchema,
  sources: sourceSchema,
  glossary: termSchema,
  assessments: assessmentSchema,
  choosers: chooserSchema,
  'legal-forms': legalFormSchema,
  amounts: amountsSchema,
  recommendations: recommendationSchema,
  worksheets: worksheetSchema,
};

describe('every data file fits its schema', () => {
  it.each(Object.entries(schemas))('%s', (collection, schema) => {
    expect(faults(dataFiles(collection), schema)).toEqual([]);
  });

  it.each([
    ['permalinks', permalinkSchema],
    ['revisions', revisionSchema],
    ['external-links', externalLinkSchema],
  ])('%s, one entry after the other', (name, schema) => {
    const path = `content/${name}.yaml`;
    const list = parse(readFileSync(join(root, path), 'utf8')) as { id: string }[];
    expect(
      faults(
        list.map((data) => ({ id: data.id, path: `${path} (${data.id})`, data })),
        schema,
      ),
    ).toEqual([]);
  });

  it('front matter of the pages', () => {
    const files = publishedLocales
      .flatMap((locale) => pages(locale))
      .map(({ id, path, front }) => ({ id, path, data: front }));
    expect(faults(files, pageSchema)).toEqual([]);
  });
});

describe('a wrong data file is explained to its author', () => {
  it('names the file, the field and what to write', () => {
    const file = {
      id: 'proef',
      path: 'content/sources/proef.yaml',
      data: { title: 'Zonder auteurs', authors: [] },
    };
    const told = faults([file], sourceSchema);
    expect(told).toContain('content/sources/proef.yaml: authors: Noem minstens één auteur of organisatie.');
    expect(told.some((line) => line.startsWith('content/sources/proef.yaml: usedFor'))).toBe(true);
  });

  it('rejects a field that the schema does not know', () => {
    const data = { name: { nl: 'x', de: 'x' }, definition: { nl: 'x' }, sources: ['ecobuild-2017'] };
    expect(faults([{ id: 'x', path: 'content/glossary/x.yaml', data }], termSchema).join()).toContain('de');
  });
});

/** Every field name in a schema, at any depth; of a schema that holds itself, once. */
function fieldNames(schema: z.ZodType, found = new Set<string>(), seen = new Set<z.ZodType>()): Set<string> {
  if (seen.has(schema)) return found;
  seen.add(schema);
  const def = schema.def as unknown as Record<string, unknown>;
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      found.add(name);
      fieldNames(field, found, seen);
    }
    return found;
  }
  const inner = [
    def['innerType'],
    def['element'],
    def['valueType'],
    def['in'],
    def['out'],
    schema instanceof z.ZodLazy ? schema.unwrap() : undefined,
    ...((def['items'] as unknown[]) ?? []),
  ];
  const options = (def['options'] as unknown[] | undefined) ?? [];
  for (const part of [...inner, ...options]) if (part instanceof z.ZodType) fieldNames(part, found, seen);
  return found;
}

describe('every schema field is rendered or used somewhere', () => {
  const readers = [
    ...filesUnder(join(root, 'components'), /\.(astro|tsx?)$/),
    ...filesUnder(join(root, 'src'), /\.(astro|tsx?)$/).filter((file) => !file.endsWith('schema.ts')),
    // Worked examples and the exceptions to linking are used by tests.
    ...filesUnder(join(root, 'tests/content'), /(assessments|choosers|terms)\.test\.ts$/),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  // A collection without entries has nothing to render yet.
  const filled = Object.entries(schemas).filter(([collection]) => dataFiles(collection).length > 0);

  it.each([
    ...filled,
    ['pages', pageSchema] as const,
    ['permalinks', permalinkSchema] as const,
    ['revisions', revisionSchema] as const,
  ])('%s', (_collection, schema) => {
    const unused = [...fieldNames(schema)].filter((name) => !new RegExp(`\\b${name}\\b`).test(readers));
    expect(unused).toEqual([]);
  });

  it('finds the fields of nested objects, lists and unions', () => {
    const schema = z.object({
      a: z.array(z.object({ b: z.string().optional() })),
      c: z.tuple([z.object({ d: z.int() })]),
    });
    expect([...fieldNames(schema)]).toEqual(['a', 'b', 'c', 'd']);
    expect([...fieldNames(chooserSchema)]).toEqual(
      expect.arrayContaining(['screens', 'when', 'condition', 'weight', 'notDue', 'lastReviewed']),
    );
  });
});
