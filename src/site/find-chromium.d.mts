/** The path of a browser that starts, or null. */
export function findChromium(): string | null;
/** As `findChromium`, but gets a browser when there is none. Throws with what to install. */
export function ensureChromium(): string;
