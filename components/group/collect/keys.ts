import type { Answer } from '../../../src/domain/assessment/index.ts';

/**
 * The answer that a key stands for, or null. Digits by their place on the keyboard too, because on a Belgian one they
 * ask for Shift.
 */
export function answerOfKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): Answer | null {
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(code)?.[1] ?? (/^[0-3]$/.test(key) ? key : null);
  if (digit !== null) return digit as Answer;
  if (key === '?' || key.toLowerCase() === 'u') return 'u';
  return key === '-' || key === '–' || key.toLowerCase() === 'n' ? 'n' : null;
}
