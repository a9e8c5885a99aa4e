/** Scrolling on while a drag is held at the edge of what it is dragged over. */
import { useEffect, useRef } from 'react';

/** So near to the edge of a view, or beyond it, a drag scrolls on; in CSS px, as is the most it scrolls in a frame. */
const EDGE = 24;
const MOST_PER_FRAME = 12;

export interface Pull {
  readonly x: number;
  readonly y: number;
}

/**
 * How far a view scrolls in a frame because a drag is held at its edge; faster the farther out. A drag that began at the
 * edge scrolls only once it is pulled out of the view, or what lies there could not be moved by a little.
 * @param at where the pointer is and @param from where it was pressed, from the start of the view; all in CSS px
 */
export function edgePull(at: number, from: number, size: number): number {
  const start = from < EDGE ? 0 : EDGE;
  const end = from > size - EDGE ? size : size - EDGE;
  if (at > end) return Math.min(MOST_PER_FRAME, Math.ceil((at - end) / 8));
  return at < start ? -Math.min(MOST_PER_FRAME, Math.ceil((start - at) / 8)) : 0;
}

/**
 * @param pull how far to scroll now; nothing ends it
 * @returns what to call after each move of the pointer: it scrolls on, frame by frame, whether the pointer moves or not
 */
export function useEdgePull(pull: () => Pull, scroll: (by: Pull) => void): () => void {
  const frame = useRef(0);
  const latest = useRef({ pull, scroll });
  useEffect(() => {
    latest.current = { pull, scroll };
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return () => {
    const pullOn = (): void => {
      const by = latest.current.pull();
      frame.current = by.x === 0 && by.y === 0 ? 0 : requestAnimationFrame(pullOn);
      if (frame.current !== 0) latest.current.scroll(by);
    };
    if (frame.current === 0) pullOn();
  };
}
