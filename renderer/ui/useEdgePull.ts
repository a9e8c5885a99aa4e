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
 * edge scrolls only once it is pulled toward it.
 * @param at where the pointer is and @param from where it was pressed, from the start of the view; all in CSS px
 */
export function edgePull(at: number, from: number, size: number): number {
  const beyond = at - (size - EDGE);
  if (beyond > 0 && at > from) return Math.min(MOST_PER_FRAME, Math.ceil(beyond / 8));
  const before = EDGE - at;
  return before > 0 && at < from ? -Math.min(MOST_PER_FRAME, Math.ceil(before / 8)) : 0;
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
