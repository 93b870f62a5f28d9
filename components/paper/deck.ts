import { PER_SHEET } from '../../src/domain/cards/index.ts';

/** A card of the deck: about the deck, of a technique, or to fill in. */
export type DeckCard<E> =
  { kind: 'about'; count: number } | { kind: 'technique'; entry: E } | { kind: 'own' };

/** The deck: the card about it first, then the techniques, then cards to fill in until the last sheet is full. */
export function deckOf<E>(entries: readonly E[]): DeckCard<E>[] {
  const cards: DeckCard<E>[] = [
    { kind: 'about', count: entries.length },
    ...entries.map((entry) => ({ kind: 'technique' as const, entry })),
  ];
  while (cards.length % PER_SHEET !== 0) cards.push({ kind: 'own' });
  return cards;
}
