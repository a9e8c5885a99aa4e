/** Moves a formula to another cell the way filling does: references without a dollar sign move along. */
import { columnName } from './sheetAddress';

/** Text in quotes, names of sheets in quotes, and references that are no part of a longer word or a function's name. */
const PARTS = /"[^"]*"|'[^']*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.])/g;

interface Reference {
  readonly fixedColumn: boolean;
  readonly column: string;
  readonly fixedRow: boolean;
  readonly row: number;
}

/** The formula so many rows further down and so many columns further right. */
export function filler(formula: string): (down: number, across: number) => string {
  const texts: string[] = [];
  const references: Reference[] = [];
  let from = 0;
  for (const match of formula.matchAll(PARTS)) {
    const [found, columnSign = '', column, rowSign = '', row] = match;
    if (column === undefined || row === undefined) continue;
    if (columnSign === '$' && rowSign === '$') continue;
    texts.push(formula.slice(from, match.index));
    references.push({ fixedColumn: columnSign === '$', column, fixedRow: rowSign === '$', row: Number(row) });
    from = match.index + found.length;
  }
  texts.push(formula.slice(from));
  return (down, across) => {
    const parts: string[] = [];
    references.forEach((reference, index) => parts.push(texts[index] ?? '', moved(reference, down, across)));
    parts.push(texts.at(-1) ?? '');
    return parts.join('');
  };
}

function moved({ fixedColumn, column, fixedRow, row }: Reference, down: number, across: number): string {
  const newColumn = fixedColumn
    ? `$${column}`
    : across === 0
      ? column
      : columnName(columnNumber(column) + across);
  return newColumn + (fixedRow ? `$${row}` : String(row + down));
}

function columnNumber(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
