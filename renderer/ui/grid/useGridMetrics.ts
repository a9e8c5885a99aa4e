/** Sizes a grid needs from the page, measured again when window, density or text size change. CSS px. */
import { type RefObject, useLayoutEffect, useState } from 'react';

export interface GridMetrics {
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Inner size of the scroller, without scrollbars. */
  readonly width: number;
  readonly height: number;
}

const UNMEASURED: GridMetrics = { rowHeight: 28, headHeight: 32, width: 0, height: 0 };

function sameMetrics(a: GridMetrics, b: GridMetrics): boolean {
  return (
    a.rowHeight === b.rowHeight &&
    a.headHeight === b.headHeight &&
    a.width === b.width &&
    a.height === b.height
  );
}

/** `probe` holds two children as tall as a row and as a head. */
export function useGridMetrics(
  scroller: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
): GridMetrics {
  const [metrics, setMetrics] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const box = scroller.current;
    const [row, head] = probe.current?.children ?? [];
    if (box === null || row === undefined || head === undefined) return undefined;
    const measure = (): void => {
      const next = {
        rowHeight: row.getBoundingClientRect().height || UNMEASURED.rowHeight,
        headHeight: head.getBoundingClientRect().height || UNMEASURED.headHeight,
        width: box.clientWidth,
        height: box.clientHeight,
      };
      setMetrics((was) => (sameMetrics(was, next) ? was : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [box, row, head]) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, probe]);
  return metrics;
}
