/**
 * Crockford's 32 symbols, in lower case: no i, l, o and u, so that a code can be read aloud and typed over.
 */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** `text` as people type it, in our symbols: lower case, i and l read as 1, o as 0, without what is no letter or digit. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[il]/g, '1')
    .replaceAll('o', '0')
    .replaceAll(/[^0-9a-z]/g, '');
}

/** Whether `text` is made of our symbols only and has this length. */
export function isSymbols(text: string, length: number): boolean {
  return text.length === length && [...text].every((symbol) => SYMBOLS.includes(symbol));
}

/** `value` (not negative) in at least `length` symbols. */
export function toSymbols(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 32n) text = SYMBOLS.charAt(Number(rest % 32n)) + text;
  return text.padStart(length, '0');
}

/** The value that symbols stand for, or null when one of them is none of ours. */
export function fromSymbols(text: string): bigint | null {
  let value = 0n;
  for (const symbol of text) {
    const digit = SYMBOLS.indexOf(symbol);
    if (digit === -1) return null;
    value = value * 32n + BigInt(digit);
  }
  return value;
}

/** The largest prime below what so many symbols can hold. */
const PRIMES = { 3: 32_749, 6: 1_073_741_789 } as const;
const FACTOR = 1_000_003;

/**
 * `length` symbols that depend on the whole of `text`: an id made from content, or a checksum. No secret. As the modulus
 * is prime, one changed symbol and two that changed places always show; of other slips one in about 32,000 does not,
 * in three symbols.
 */
export function digest(text: string, length: keyof typeof PRIMES): string {
  let hash = 7;
  for (const character of text) hash = ((hash + (character.codePointAt(0) ?? 0)) * FACTOR) % PRIMES[length];
  return toSymbols(BigInt(hash), length);
}
