import { useEffect, useRef, useState } from 'preact/hooks';
import { canFillScreen, leaveFullscreen, toggleFullscreen } from '../../../src/browser/fullscreen.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { FullScreen } from '../../tool/FullScreen.tsx';
import type { GroupView } from '../view.ts';
import { Distribution, TechniqueNotes } from './parts.tsx';
import { type GroupReading, type ItemReading, planTalk } from './reading.ts';
import { phaseText } from './texts.ts';

/** What can be shown: the points to talk about, what all have, what nobody knows, everything. */
export const DECKS = ['talk', 'shared', 'nobody', 'all'] as const;
export type Deck = (typeof DECKS)[number];

/** The items of a deck, in the order in which they are shown. */
export function deckOf(
  { talk, shared, nobodyKnows, items }: GroupReading,
  deck: Deck,
): readonly ItemReading[] {
  return { talk, shared, nobody: nobodyKnows, all: items }[deck];
}

interface Props {
  view: GroupView;
  reading: GroupReading;
  deck: Deck;
  onClose: () => void;
}

/** Id of the question on the slide. */
const QUESTION = 'beamer-vraag';

/** Each item is told in three steps: the question, the counts, what to do with them. */
const STEPS = 3;

/** One item at a time for a whole room, by keyboard or a presenter's remote. Never names. */
export function Beamer({ view, reading, deck, onClose }: Props) {
  const { labels } = view;
  const slides = deckOf(reading, deck);
  const last = slides.length * STEPS - 1;
  const [at, setAt] = useState(0);
  const screen = useRef<HTMLDivElement>(null);
  const slide = useRef<HTMLDivElement>(null);
  const index = Math.floor(at / STEPS);
  const shown = slides[index];

  useEffect(() => {
    slide.current?.focus();
    return () => void leaveFullscreen();
  }, []);

  // The keys work from the slide; a button that was pressed must not keep them.
  useEffect(() => slide.current?.focus(), [at]);

  const go = (to: number): void => setAt(Math.min(Math.max(to, 0), last));

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    const moves: Record<string, () => void> = {
      ArrowRight: () => go(at + 1),
      ArrowDown: () => go(at + 1),
      PageDown: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      ArrowUp: () => go(at - 1),
      PageUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(last),
      f: full,
      F: full,
      ...(isOnButton ? {} : { ' ': () => go(at + 1) }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  function full(): void {
    if (screen.current) void toggleFullscreen(screen.current);
    slide.current?.focus();
  }

  return (
    <FullScreen labelledBy={QUESTION} onClose={onClose} className="beamer">
      <div class="screen" ref={screen} onKeyDown={press}>
        <div class="slide" ref={slide} tabIndex={-1} aria-live="polite" data-step={at % STEPS}>
          {shown && (
            <Slide view={view} reading={shown} deck={deck} step={at % STEPS} members={reading.members} />
          )}
        </div>
        <div class="bar">
          <p>
            <strong>{fill(labels['beamer.position'], { n: index + 1, m: slides.length })}</strong>{' '}
            <span class="keys">{labels['beamer.keys']}</span>
          </p>
          <p class="buttons">
            <button type="button" onClick={() => go(at - 1)} disabled={at === 0}>
              {labels['beamer.back']}
            </button>
            <button type="button" class="primary" onClick={() => go(at + 1)} disabled={at === last}>
              {labels['beamer.next']}
            </button>
            {canFillScreen() && (
              <button type="button" onClick={full}>
                {labels['beamer.full']}
              </button>
            )}
            <button type="button" onClick={onClose}>
              {labels['beamer.close']}
            </button>
          </p>
        </div>
      </div>
    </FullScreen>
  );
}

interface SlideProps extends Pick<Props, 'view' | 'deck'> {
  reading: ItemReading;
  step: number;
  members: number;
}

function Slide({ view, reading, deck, step, members }: SlideProps) {
  const { labels, techniques } = view;
  const { item, isHidden } = reading;
  const plan = planTalk(view, item.id, members);
  const isTalk = deck === 'talk' || deck === 'all';
  return (
    <>
      <p class="where">
        {phaseText(view, item.phase)} · {item.title}
      </p>
      <h2 id={QUESTION}>{isTalk ? (plan?.question ?? item.question) : item.question}</h2>
      {step >= 1 &&
        (isHidden ? (
          <p class="then">{labels['beamer.hidden']}</p>
        ) : (
          <Distribution view={view} reading={reading} />
        ))}
      {step >= 2 && deck === 'shared' && <p class="then">{labels['beamer.doShared']}</p>}
      {step >= 2 && deck === 'nobody' && <p class="then">{labels['beamer.doNobody']}</p>}
      {step >= 2 && isTalk && plan && (
        <p class="then">
          {techniques[plan.technique]?.name ?? plan.technique},{' '}
          {fill(labels['talk.minutes'], { n: plan.minutes })}
          <TechniqueNotes view={view} plan={plan} />
        </p>
      )}
    </>
  );
}
