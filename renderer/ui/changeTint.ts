/**
 * A changed date or total holds a tint for a moment, so that the eye finds what moved. Nothing moves with it, so it
 * stays where motion is reduced.
 */
import { useEffect, useRef, type RefObject } from 'react';
import type { GridCell, GridColumn } from './grid/gridTypes';

const HOLD_MS = 600;
const TINT: PropertyIndexedKeyframes = { backgroundColor: ['var(--accent-soft)', 'var(--accent-soft)'] };

/** Once the change itself has been painted: nobody waits for the tint. */
function tint(elements: readonly (Element | null | undefined)[]): void {
  requestAnimationFrame(() => {
    for (const element of elements) element?.animate(TINT, HOLD_MS);
  });
}

/** For the element that shows the text. */
export function useChangeTint<E extends Element>(text: string): RefObject<E | null> {
  const element = useRef<E>(null);
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    tint([element.current]);
  }, [text]);
  return element;
}

interface ShownRow {
  readonly rowKey: string;
  readonly columns: readonly GridColumn[];
  readonly cells: readonly GridCell[];
}

/** For the element of a row, whose children are its cells: what is calculated and came out otherwise is tinted. */
export function useCellTints({ rowKey, columns, cells }: ShownRow): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const shown = useRef<ShownRow>({ rowKey, columns, cells });
  useEffect(() => {
    const was = shown.current;
    shown.current = { rowKey, columns, cells };
    // Another row, or other columns, that came to stand here are not changes.
    if (was.cells === cells || was.rowKey !== rowKey || was.columns !== columns) return;
    const changed = cells.flatMap(({ calc, text }, at) =>
      calc === true && was.cells[at] !== undefined && was.cells[at].text !== text ? [at] : [],
    );
    if (changed.length > 0) tint(changed.map((at) => row.current?.children[at]));
  }, [rowKey, columns, cells]);
  return row;
}
