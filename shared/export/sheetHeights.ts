/** Gives rows whose text wraps the height it needs: programs that open a file do not measure text again. */
import type { Cell, Look, Row, Sheet } from './sheetModel';

const POINTS_PER_LINE = 13.5;
const MARGIN = 3;
/** Column widths count digits; letters of running text are narrower, and the font is smaller than the default. */
const LETTERS_PER_DIGIT = 1.2;
/** Excel refuses higher rows. */
const HIGHEST = 400;
/** Of a column that says none. */
const USUAL_WIDTH = 9;

export function withRowHeights(sheet: Sheet): Sheet {
  const filled = linesOfFills(sheet);
  const last = Math.max(sheet.rows.length, ...filled.keys());
  const rows = Array.from({ length: last }, (_, index) =>
    withHeight(sheet.rows[index], sheet.columns, filled.get(index + 1) ?? 1),
  );
  return { ...sheet, rows };
}

/** By row, counted from 1: the lines of the longest text that a formula filled down comes to. */
function linesOfFills({ fills, columns }: Sheet): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { row, column, results, look } of fills) {
    if (look.wrap !== true || results instanceof Float64Array) continue;
    const width = columns[column - 1] ?? USUAL_WIDTH;
    results.forEach((text, index) => {
      const needed = linesOfText(text, width, look);
      if (needed > 1) lines.set(row + index, Math.max(lines.get(row + index) ?? 1, needed));
    });
  }
  return lines;
}

function withHeight(row: Row | undefined, widths: readonly number[], filled: number): Row | undefined {
  if (row?.height !== undefined) return row;
  const cells = row?.cells ?? [];
  const lines = cells.reduce(
    (most, cell, index) => Math.max(most, linesOf(cell, widths[index] ?? USUAL_WIDTH)),
    filled,
  );
  if (lines === 1) return row;
  return { cells, height: Math.min(HIGHEST, lines * POINTS_PER_LINE + MARGIN) };
}

function linesOf(cell: Cell | undefined, width: number): number {
  if (cell === undefined || cell.look.wrap !== true) return 1;
  const text = cell.kind === 'text' ? cell.text : cell.kind === 'formula' ? String(cell.result) : '';
  return linesOfText(text, width, cell.look);
}

function linesOfText(text: string, width: number, { indent = 0 }: Look): number {
  return text
    .split('\n')
    .reduce((lines, part) => lines + wrapped(part, (width - indent) * LETTERS_PER_DIGIT), 0);
}

/** Lines a text takes when words that do not fit move down. */
function wrapped(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= width || used === 0) used = needed;
    else {
      lines += 1;
      used = word.length;
    }
    if (used > width) {
      lines += Math.floor(used / Math.max(1, width));
      used %= Math.max(1, width);
    }
  }
  return lines;
}
