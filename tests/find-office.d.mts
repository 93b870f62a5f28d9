/** The path of a LibreOffice that starts, or null. */
export function findOffice(): string | null;
