/**
 * Makes source-runs.bin anew from the texts of all sources: `node tests/content/make-source-runs.ts FILE [FILE …]`.
 * Run it with every source text when a source is added.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packRuns } from './source-runs.ts';

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Name the files with the texts of all sources.');
const packed = packRuns(files.map((file) => readFileSync(file, 'utf8')));
writeFileSync(join(import.meta.dirname, 'source-runs.bin'), packed);
console.log(`${packed.length} bytes for ${files.length} sources`);
