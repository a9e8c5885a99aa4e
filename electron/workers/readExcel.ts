/**
 * The sheets of an Excel file as tables. Only what stands in the cells is read: a formula counts as the result that was
 * saved with it, links are not followed, and pictures, rules and names are not looked at.
 */
import ExcelJS, { type Cell, type CellValue, type Worksheet } from 'exceljs';
import { calendarDate, isCalendarDate } from '../../shared/domain/base/dates';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { isEmptyRow, type FileCell, type FileTable } from '../../shared/domain/imports/fileTable';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES } from '../../shared/domain/imports/limits';
import { judgeZip, type ZipVerdict } from './zipGuard';

/** Parts of a sheet that say nothing about its cells; some of them can name a billion cells in a line. */
const NOT_READ = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
  'cols',
  'autoFilter',
];

const VERDICTS: Readonly<Record<Exclude<ZipVerdict, 'sound' | 'tooLarge'>, string>> = {
  notZip: 'it is no Excel file, or it is protected by a password; save it as .xlsx without one',
  encrypted: 'it is protected by a password; save it without one',
  damaged: 'it is damaged',
};

export async function readExcel(
  bytes: Uint8Array,
  name: string,
): Promise<Result<readonly FileTable[], Problem>> {
  const verdict = judgeZip(bytes);
  if (verdict === 'tooLarge') {
    const limit = `${String(MOST_UNPACKED_BYTES / 1024 / 1024)} MB unpacked`;
    return err(problem('file/tooLarge', { name, size: 'more than that', limit }));
  }
  if (verdict !== 'sound') return err(problem('file/unreadable', { name, reason: VERDICTS[verdict] }));
  const workbook = new ExcelJS.Workbook();
  try {
    // The types of the library want an older kind of buffer than Node has.
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as never,
      {
        ignoreNodes: NOT_READ,
      },
    );
  } catch {
    return err(problem('file/unreadable', { name, reason: 'it is no Excel workbook, or it is damaged' }));
  }
  if (workbook.worksheets.length === 0)
    return err(problem('file/unreadable', { name, reason: 'it is no Excel workbook' }));
  const tables: FileTable[] = [];
  let cells = 0;
  for (const sheet of workbook.worksheets.filter(({ state }) => state === 'visible')) {
    const rows = rowsOf(sheet);
    if (!rows.ok) return err(tooLarge(name, rows.error));
    cells += rows.value.reduce((sum, row) => sum + row.length, 0);
    if (cells > MOST_CELLS) return err(tooLarge(name, { many: cells, limit: MOST_CELLS, what: 'cells' }));
    if (rows.value.length > 0) tables.push({ name: sheet.name, rows: rows.value, firstRow: 1, mark: '.' });
  }
  return tables.length === 0 ? err(problem('file/empty', { name })) : ok(tables);
}

interface Excess {
  readonly many: number;
  readonly limit: number;
  readonly what: string;
}

function tooLarge(name: string, { many, limit, what }: Excess): Problem {
  const words = (count: number): string => `${count.toLocaleString('en-US')} ${what}`;
  return problem('file/tooLarge', { name, size: words(many), limit: words(limit) });
}

/** Up to the last row that holds anything, so that a row's place is its number. */
function rowsOf(sheet: Worksheet): Result<readonly (readonly FileCell[])[], Excess> {
  const rows: (readonly FileCell[])[] = [];
  let excess: Excess | undefined;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (excess !== undefined) return;
    const cells: FileCell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value = cellOf(cell);
      if (value === '' || column > MOST_COLUMNS) return;
      while (cells.length < column - 1) cells.push('');
      cells.push(value);
    });
    if (isEmptyRow(cells)) return;
    if (number > MOST_ROWS) {
      excess = { many: number, limit: MOST_ROWS, what: 'rows' };
      return;
    }
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
  });
  return excess === undefined ? ok(rows) : err(excess);
}

function cellOf(cell: Cell): FileCell {
  const { value } = cell;
  const plain = plainValue(value);
  // 15 % is kept as 0.15; people and fields of percents count it as 15.
  const isPercent = typeof plain === 'number' && cell.style.numFmt?.includes('%') === true;
  return isPercent ? Number((plain * 100).toPrecision(15)) : plain;
}

function plainValue(value: CellValue): FileCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dateOf(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('text' in value) return typeof value.text === 'string' ? value.text : plainValue(value.text);
  // What a formula came to when the file was saved; nothing where no program has calculated it yet.
  return 'result' in value ? plainValue(value.result) : '';
}

/** A day; what has only a time of day is written out. */
function dateOf(moment: Date): FileCell {
  if (Number.isNaN(moment.getTime())) return '';
  const date = calendarDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  return isCalendarDate(date) ? { date } : moment.toISOString().slice(11, 16);
}
