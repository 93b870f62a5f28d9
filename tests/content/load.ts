import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Locale } from '../../src/domain/shared/index.ts';
import { localeOfId, rootLocale } from '../../src/site/locales.ts';

/** Top folder of the project. */
export const root = join(import.meta.dirname, '../..');

/** A data file of a collection, not yet checked against its schema. */
export interface DataFile {
  /** File name without its ending; the id of the entry. */
  id: string;
  /** Path from the project's top folder. */
  path: string;
  data: unknown;
}

/** All YAML files of a collection in `content/`. */
export function dataFiles(collection: string): DataFile[] {
  const folder = join(root, 'content', collection);
  return filesUnder(folder, /\.yaml$/).map((file) => ({
    id: relative(folder, file).replace(/\.yaml$/, ''),
    path: relative(root, file),
    data: parse(readFileSync(file, 'utf8')) as unknown,
  }));
}

/** All entries of a collection by id, checked. Throws on the first wrong file; `faults` lists them all. */
export function entries<Schema extends z.ZodType>(
  collection: string,
  schema: Schema,
): Map<string, z.output<Schema>> {
  return new Map(dataFiles(collection).map(({ id, data }) => [id, schema.parse(data)]));
}

/** What is wrong in the files of a collection, as sentences for an author: file, field, what to write. */
export function faults(files: readonly DataFile[], schema: z.ZodType): string[] {
  return files.flatMap(({ path, data }) => {
    const result = schema.safeParse(data);
    return result.success
      ? []
      : result.error.issues.map(
          (issue) => `${path}: ${issue.path.join('.') || '(bestand)'}: ${issue.message}`,
        );
  });
}

/** A page of `content/docs`. */
export interface Page {
  /** Route id without its language: `methode/4-opbouwen`, `methode` for an index page, `index` for the home page. */
  id: string;
  path: string;
  front: Record<string, unknown>;
  body: string;
}

/** All pages of `content/docs` in a language, drafts included. */
export function pages(locale: Locale = rootLocale): Page[] {
  const folder = join(root, 'content/docs', locale === rootLocale ? '' : locale);
  if (!existsSync(folder)) return [];
  const own = filesUnder(folder, /\.mdx?$/).filter(
    (file) => locale !== rootLocale || localeOfId(relative(folder, file).split(sep).join('/')) === rootLocale,
  );
  return own.map((file) => {
    const text = readFileSync(file, 'utf8');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const slug = relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/\.mdx?$/, '');
    return {
      id: slug.replace(/\/index$/, ''),
      path: relative(root, file),
      front: parse(front) as Record<string, unknown>,
      body,
    };
  });
}

/** All files under a folder whose name fits. */
export function filesUnder(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
