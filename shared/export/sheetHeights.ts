/** Gives rows whose text wraps the height it needs: programs that open a file do not measure text again. */
import type { Cell, Row, Sheet } from './sheetModel';

const POINTS_PER_LINE = 13.5;
const MARGIN = 3;
/** Column widths count digits; letters of running text are narrower, and the font is smaller than the default. */
const LETTERS_PER_DIGIT = 1.2;
/** Excel refuses higher rows. */
const HIGHEST = 400;

export function withRowHeights(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => (row === undefined ? row : withHeight(row, sheet.columns))),
  };
}

function withHeight(row: Row, widths: readonly number[]): Row {
  if (row.height !== undefined) return row;
  const lines = row.cells.reduce((most, cell, index) => Math.max(most, linesOf(cell, widths[index] ?? 9)), 1);
  return lines === 1 ? row : { ...row, height: Math.min(HIGHEST, lines * POINTS_PER_LINE + MARGIN) };
}

function linesOf(cell: Cell | undefined, width: number): number {
  if (cell === undefined || cell.look.wrap !== true) return 1;
  const text = cell.kind === 'text' ? cell.text : cell.kind === 'formula' ? String(cell.result) : '';
  return text
    .split('\n')
    .reduce((lines, part) => lines + wrapped(part, (width - (cell.look.indent ?? 0)) * LETTERS_PER_DIGIT), 0);
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
