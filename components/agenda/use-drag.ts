import type { RefObject, TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** What the handle of an item listens to. */
export interface Handle {
  readonly onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Moving the items of a list by pointer: finger, pen or mouse. By keyboard there are buttons. */
export interface Drag {
  readonly list: RefObject<HTMLOListElement>;
  /** The item that is being moved, and the place where it would come. */
  readonly moving: { readonly key: number; readonly to: number } | null;
  readonly handle: (key: number, at: number) => Handle;
}

/** Pixels from the edge of the window where the page scrolls along, and how far at a time. */
const EDGE = 90;
const SCROLL = 14;

/** `onMove` gets the key of the item and its new place. */
export function useDrag(onMove: (key: number, to: number) => void): Drag {
  const list = useRef<HTMLOListElement>(null);
  const [moving, setMoving] = useState<Drag['moving']>(null);

  /** The place among the other items that a height on the screen stands for. */
  function placeAt(y: number, key: number): number {
    const others = [...(list.current?.children ?? [])].filter(
      (item) => (item as HTMLElement).dataset['key'] !== String(key),
    );
    return others.filter((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2 < y;
    }).length;
  }

  return {
    list,
    moving,
    handle: (key, at) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setMoving({ key, to: at });
      },
      onPointerMove: ({ clientY }) => {
        if (moving?.key !== key) return;
        const edge = clientY < EDGE ? -SCROLL : clientY > innerHeight - EDGE ? SCROLL : 0;
        if (edge !== 0) scrollBy(0, edge);
        setMoving({ key, to: placeAt(clientY, key) });
      },
      onPointerUp: () => {
        if (moving?.key === key && moving.to !== at) onMove(key, moving.to);
        setMoving(null);
      },
      onPointerCancel: () => setMoving(null),
    }),
  };
}
