import { z } from 'zod';
import { caseSchema } from '../case/schema.ts';
import { termSchema } from '../glossary/schema.ts';
import { phaseSchema } from '../phase/schema.ts';
import { localizedText } from '../shared/schema.ts';
import { techniqueSchema } from '../technique/schema.ts';

/** The collections that are offered as data, by the name of their file, with what is added to their own schema. */
export const apiSchemas = {
  techniques: techniqueSchema,
  phases: phaseSchema,
  cases: caseSchema,
  terms: termSchema.extend({
    /** The term in every language that has one, also in those the handbook is not published in. */
    names: z.strictObject({ nl: z.string(), fr: z.string().optional(), en: z.string().optional() }),
  }),
} as const;
export type ApiCollection = keyof typeof apiSchemas;

/** A source as every item names it. */
const source = z.strictObject({
  /** Id of the source, also its anchor on the page of sources. */
  id: z.string(),
  /** Title as published. */
  title: z.string(),
  /** Where it stands on the page of sources. */
  url: z.url(),
});

/** What every item has besides the fields of its own. */
const frame = {
  /** Permanent id of the item within its collection. */
  id: z.string(),
  /** Permanent link: stays, whatever happens to the page. */
  permalink: z.url(),
  /** The page of the item in this language, today. */
  url: z.url(),
  /** Licence of the texts. */
  licence: z.url(),
  /** Number of the version, one more with each change; terms have none. */
  version: z.int().positive().optional(),
  /** Day of that version (YYYY-MM-DD). */
  date: z.iso.date().optional(),
  /** Sources the item rests on. */
  sources: z.array(source),
};

/** What stands around the items in every file. */
const file = z.strictObject({
  /** Address of the schema of this file. */
  $schema: z.url(),
  /** Name of the handbook, for the credit the licence asks for. */
  title: z.string(),
  /** Licence of the texts. */
  licence: z.url(),
  /** Language of the texts. */
  language: z.enum(['nl', 'fr', 'en']),
  /** The items. */
  items: z.array(z.unknown()),
});

type Json = Record<string, unknown>;

/** JSON Schema of the file of a collection: our own schema of its data, with texts in one language and sources named. */
export function apiJsonSchema(collection: ApiCollection): Json {
  const item = toJson(apiSchemas[collection].extend(frame));
  // Sources deeper in an item are named in the same way.
  const whole = toJson(file);
  const properties = whole['properties'] as Record<string, Json>;
  const named = {
    ...properties,
    items: { ...properties['items'], items: withNamedSources(item, toJson(z.array(source))) },
  };
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...whole, properties: named };
}

function toJson(schema: z.ZodType): Json {
  const { $schema: _version, ...json } = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== localizedText) return;
      delete jsonSchema.properties;
      delete jsonSchema.required;
      delete jsonSchema.additionalProperties;
      jsonSchema.type = 'string';
    },
  });
  return json;
}

function withNamedSources(schema: unknown, named: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => withNamedSources(part, named));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'sources' ? named : withNamedSources(value, named),
    ]),
  );
}
