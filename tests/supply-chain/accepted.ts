import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What we accept of others' work, and why: `accepted.yaml`, where each part is explained. */
export interface Accepted {
  licences: string[];
  exceptions: { package: string; licence: string; because: string }[];
  advisories: { id: string; because: string; until: string }[];
}

/** Reads `accepted.yaml`. */
export function accepted(): Accepted {
  return parse(readFileSync(join(import.meta.dirname, 'accepted.yaml'), 'utf8')) as Accepted;
}
