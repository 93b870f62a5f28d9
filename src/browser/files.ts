/** Files to and from the reader, without a server. */

/** Offers `text` as a download called `name`. `type` is a media type such as `text/csv`. */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  downloadUrl(name, url);
  // Safari starts the download after this task; an address revoked at once would give an empty file.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Offers what stands behind `url` as a download called `name`. */
export function downloadUrl(name: string, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** The text of a file the reader chose, or null when it cannot be read or is larger than `mostBytes`. */
export async function readTextFile(file: File, mostBytes: number): Promise<string | null> {
  if (file.size > mostBytes) return null;
  try {
    return await file.text();
  } catch {
    return null;
  }
}

/** Puts `text` on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
