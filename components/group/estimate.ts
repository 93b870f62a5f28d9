import { plural } from '../tool/labels.ts';

/** The phase test takes ten minutes for its 43 questions; a round that asks fewer takes as much less. */
const MINUTES_PER_ITEM = 10 / 43;

interface Words {
  readonly labels: Readonly<Record<'minutes.one' | 'minutes.other', string>>;
  readonly lang: string;
}

/** How long it takes to answer so many questions, in words. */
export function durationOf({ labels, lang }: Words, items: number): string {
  return plural(labels, lang, 'minutes', Math.max(1, Math.round(items * MINUTES_PER_ITEM)));
}
