/**
 * `value`, which must be there. Stops with a message that names `what` is missing, in the author's words: a page or
 * data file points to something that does not exist.
 */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new Error(`Er is geen ${what}. Kijk na of het id klopt en of het bestand in content/ bestaat.`);
  return value;
}
