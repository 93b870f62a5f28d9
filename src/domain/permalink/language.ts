/**
 * The language to open: the first of the reader's preferences (language tags, the dearest first) that is available,
 * or else the first available one. `available` may not be empty.
 */
export function chooseLanguage<Language extends string>(
  available: readonly [Language, ...Language[]],
  preferred: readonly string[],
): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    const found = available.find((one) => one === language);
    if (found) return found;
  }
  return available[0];
}
