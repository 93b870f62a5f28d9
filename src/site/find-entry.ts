import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';

/** The entry with this id, or undefined. For entries that need not be there: `getEntry` prints a warning for each. */
export async function findEntry<Name extends CollectionKey>(
  collection: Name,
  id: string,
): Promise<CollectionEntry<Name> | undefined> {
  const entries: CollectionEntry<Name>[] = await getCollection(collection);
  return entries.find((entry) => entry.id === id);
}
