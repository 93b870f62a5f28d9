import type { Programs } from './webkit.ts';

/** The path of Firefox, or null. */
export function findFirefox(): string | null;
/** The programs to drive WebKitGTK, or null when one of them is missing. */
export function findWebKit(): Programs | null;
