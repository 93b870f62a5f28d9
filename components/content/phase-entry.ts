import { getEntry } from 'astro:content';

/** The facts of a phase; stops the build with a clear message when the id is wrong. */
export async function phaseEntry(id: string) {
  const entry = await getEntry('phases', id);
  if (!entry) throw new Error(`Er is geen fase “${id}”: content/phases/${id}.yaml bestaat niet.`);
  return entry;
}
