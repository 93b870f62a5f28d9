/**
 * Radios that are checked in the page as it was sent, value by name. A reader may choose before the script of a tool
 * runs, and taking over the page would lose that choice.
 */
export function readChecked(selector: string): Readonly<Record<string, string>> {
  if (typeof document === 'undefined') return {};
  const checked = document.querySelectorAll<HTMLInputElement>(`${selector} input[type="radio"]:checked`);
  return Object.fromEntries([...checked].map(({ name, value }) => [name, value]));
}

/** What stands in a text field of the page as it was sent, for the same reason. */
export function readTyped(selector: string): string {
  if (typeof document === 'undefined') return '';
  return document.querySelector<HTMLInputElement>(selector)?.value ?? '';
}
