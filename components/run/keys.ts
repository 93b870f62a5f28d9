/** What a key asks for. */
export type Command =
  'next' | 'back' | 'down' | 'up' | 'full' | 'help' | 'pause' | 'steps' | 'notes' | 'longer' | 'shorter';

/** Keys of a keyboard and of a presenter's remote, which sends Page Up and Page Down. */
const KEYS: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  ArrowDown: 'down',
  ArrowUp: 'up',
};
const SIGNS: Readonly<Record<string, Command>> = {
  f: 'full',
  p: 'pause',
  s: 'steps',
  n: 'notes',
  '+': 'longer',
  '-': 'shorter',
  '?': 'help',
};

/**
 * What a key pressed in `target` asks for, or null: keys with Ctrl, Alt or the like belong to the browser, keys in a field
 * to the field, and the space bar on a button presses that button.
 */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  target: EventTarget | null,
  hasLetterKeys: boolean,
): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return null;
  if (target.closest('input, textarea, select')) return null;
  if (event.key === ' ') return target.closest('button, a, summary') ? null : 'next';
  return KEYS[event.key] ?? (hasLetterKeys ? (SIGNS[event.key.toLowerCase()] ?? null) : null);
}
