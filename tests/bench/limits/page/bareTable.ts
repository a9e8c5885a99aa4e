/**
 * The limit of a register's page: a table of texts on one canvas, only the rows in sight. No records, no kinds of
 * fields, no focus, no roles; the one cell that is typed in is an input laid over it.
 */
import { mountDrawing, type Drawing } from './bareDrawing';

const ROW = 28;
const HEAD = 28;
const COLUMN = 132;
const COLUMNS = 10;

export interface BareTable extends Drawing {
  /** A letter goes into the input, Enter takes the text into the table. */
  readonly press: (key: string) => void;
  readonly sort: (column: number) => void;
}

/** The same texts in another order in every column. */
export function bareRows(count: number): string[][] {
  return Array.from({ length: count }, (_, row) =>
    Array.from(
      { length: COLUMNS },
      (_unused, column) => `Entry ${String((row * (7919 + 2 * column)) % 100_003)}`,
    ),
  );
}

/** @param rows are put in order in place */
export function mountBareTable(rows: string[][]): BareTable {
  const room = { width: COLUMNS * COLUMN, height: HEAD + rows.length * ROW };
  const drawing = mountDrawing(room, (context, width, height) => (left, top) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.font = '13px sans-serif';
    context.fillStyle = '#0f172a';
    const last = Math.min(rows.length - 1, Math.ceil((top + height) / ROW));
    for (let row = Math.floor(top / ROW); row <= last; row++) {
      drawRow(context, rows[row] ?? [], { left, y: HEAD + row * ROW - top + 18, width });
    }
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, HEAD);
  });
  const input = document.createElement('input');
  input.style.cssText = `position:absolute;left:${String(COLUMN)}px;top:${String(HEAD)}px;width:${String(COLUMN)}px;display:none`;
  drawing.scroller.append(input);
  const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });
  return {
    ...drawing,
    press: (key) => {
      if (key === 'Enter') {
        const [first] = rows;
        if (first !== undefined) first[1] = input.value;
        input.value = '';
        input.style.display = 'none';
        drawing.ask();
      } else {
        input.style.display = 'block';
        input.value += key;
      }
    },
    sort: (column) => {
      rows.sort((a, b) => collator.compare(a[column] ?? '', b[column] ?? ''));
      drawing.ask();
    },
  };
}

function drawRow(
  context: CanvasRenderingContext2D,
  texts: readonly string[],
  { left, y, width }: { readonly left: number; readonly y: number; readonly width: number },
): void {
  for (const [column, text] of texts.entries()) {
    const x = column * COLUMN - left;
    if (x + COLUMN > 0 && x < width) context.fillText(text, x + 8, y);
  }
}
