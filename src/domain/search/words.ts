/** What a letter looks like to somebody who searches: without accents, small, `œ` as `oe`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}

/**
 * The words of a text, folded. A word with hyphens gives itself closed up and its parts, because readers write
 * “mini-cluster”, “minicluster” and “mini cluster” for the same thing; `firma’s` gives `firma`.
 */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const [match] of fold(text).matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const word = match.replace(/['’](?:s|tje|tjes)$/u, '');
    const parts = word.split(/['’.-]/u);
    if (parts.length > 1) found.push(parts.join(''));
    found.push(...parts);
  }
  return found.filter((word) => word.length > 0);
}

/**
 * The part of a Dutch word that its plural and its inflected forms share: `bezwaren` and `bezwaar`, `bedrijven` and
 * `bedrijf`. Light on purpose: too little is caught by prefixes, too much would mix up words. French and English
 * words lose at most an ending, on both sides of the comparison.
 */
export function stemOf(word: string): string {
  let stem = word;
  if (stem.length > 6 && stem.endsWith('heden')) stem = `${stem.slice(0, -5)}heid`;
  if (stem.length > 4 && /[^su]s$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('en')) stem = stem.slice(0, -2);
  else if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  stem = stem.replace(/([aeou])\1(?=[^aeiou])/g, '$1').replace(/([bdfgklmnprst])\1$/, '$1');
  return stem.replace(/v$/, 'f').replace(/z$/, 's');
}

/**
 * What a stem shares with other kinds of words: `verzekering`, `verzekeren` and `verzekert`, `groepje` and `groep`,
 * `gestopt` and `stoppen`. Bolder than the stem, so worth less.
 */
export function rootOf(stem: string): string {
  let root = stem;
  if (root.length > 5) root = root.replace(/(?:(?<=m)pj|etj|tj|(?<!i)j)$/, '');
  if (root.length > 6) root = root.replace(/(?:ing|end)$/, '');
  if (root.length > 6 && /^ge.+[dt]$/.test(root)) root = root.slice(2);
  // “haakt” and “haken”: three letters are left of a short verb.
  if (root.length > 3) root = root.replace(/(?<=[^aeiou])t$/, '');
  if (root.length > 4) root = root.replace(/(?<=[^aeiou])[dt]$|(?<=[aeiou][lmnr])t$/, '');
  return root
    .replace(/([aeou])\1/g, '$1')
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

/** How a folded word sounds, roughly: the letters that Dutch writers most often mix up become one. */
export function soundOf(word: string): string {
  return word
    .replace(/ij|y/g, 'ei')
    .replace(/ou/g, 'au')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ch/g, 'g')
    .replace(/[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/dt$|d$/, 't')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/(.)\1/g, '$1');
}

/**
 * How many typing errors lie between two words: letters left out, added, changed, or two neighbours swapped. Stops
 * counting beyond `most` and then gives `most + 1`.
 */
export function errorsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    // A swap looks two rows back, so both must be beyond hope.
    if (Math.min(...row, ...last) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** Typing errors that a word of this length may hold and still be recognised. */
export function errorsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}
