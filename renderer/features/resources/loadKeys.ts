/** Where an arrow key leads in the table of load, by rows and weeks. */
import { keyFinder, keyTable, type KeyStroke } from '../../../shared/domain/keys/keyTable';

interface Place {
  readonly row: number;
  readonly column: number;
}

type Step = (place: Place) => Place;

const go =
  (rows: number, columns: number): Step =>
  ({ row, column }) => ({ row: row + rows, column: column + columns });

export const LOAD_KEYS = keyTable<Step, string>('In the table of who is busy when', {
  go: {
    label: 'Go to the next week or person',
    keys: { ArrowUp: go(-1, 0), ArrowDown: go(1, 0), ArrowLeft: go(0, -1), ArrowRight: go(0, 1) },
  },
  ends: {
    label: 'Go to the first or last week',
    keys: { Home: go(0, -Infinity), End: go(0, Infinity) },
  },
});

const find = keyFinder(LOAD_KEYS);

/** The next place within the table, stopping at its edges; null for a key that is not its own. */
export function loadStep(
  place: Place,
  size: { readonly rows: number; readonly columns: number },
  stroke: KeyStroke,
): Place | null {
  const next = find(stroke)?.(place);
  if (next === undefined) return null;
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  return { row: within(next.row, size.rows), column: within(next.column, size.columns) };
}
