/** Budgets written to Excel files and read back, for the tests of this folder. */
import ExcelJS from 'exceljs';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { budgetSheets } from '../../../shared/export/budgetSheets/budgetSheets';
import type { SheetModel } from '../../../shared/export/sheetModel';

export const STAMP = { now: '2027-01-04T09:30:00.000Z', appVersion: '0.1.0' };

export function modelOf(workbook: Workbook): SheetModel {
  const schedule = scheduleOf(workbook, '2027-01-04');
  return budgetSheets(workbook, schedule, budgetOf(workbook, schedule), STAMP);
}

export async function bytesOf(model: SheetModel): Promise<Uint8Array> {
  const written = await writeWorkbook(model);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // The library's own Buffer type is an ArrayBuffer.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

export async function reopened(model: SheetModel): Promise<ExcelJS.Workbook> {
  return opened(await bytesOf(model));
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly formula: string;
  readonly result: number | string | boolean;
}

export function formulaCells(workbook: ExcelJS.Workbook): FormulaCell[] {
  const cells: FormulaCell[] = [];
  workbook.eachSheet((sheet) =>
    sheet.eachRow((line, row) =>
      line.eachCell((cell, column) => {
        // The types of the library forget that a cell may hold no formula.
        const formula = cell.formula as string | undefined;
        if (formula === undefined) return;
        const result = plain(cell.result);
        cells.push({ sheet: sheet.name, row, column, address: cell.address, formula, result });
      }),
    ),
  );
  return cells;
}

/** What a reader that does not calculate shows in a cell. */
export function shown(cell: ExcelJS.Cell): unknown {
  const formula = cell.formula as string | undefined;
  return formula === undefined ? cell.value : cell.result;
}

/** Dates as serial numbers; empty text, which the library reads as nothing, as itself. */
export function plain(value: unknown): number | string | boolean {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new Error(`No plain value: ${JSON.stringify(value)}`);
}

/** What differs between stored results and recalculated ones by more than a hundredth of a cent. */
export function differences(
  cells: readonly FormulaCell[],
  recalculated: (cell: FormulaCell) => unknown,
): { cell: string; formula: string; stored: unknown; recalculated: unknown }[] {
  return cells.flatMap((cell) => {
    const found = plain(recalculated(cell));
    const { result } = cell;
    const same =
      typeof found === 'number' && typeof result === 'number'
        ? Math.abs(found - result) < 0.0001
        : found === result;
    return same
      ? []
      : [
          {
            cell: `${cell.sheet}!${cell.address}`,
            formula: cell.formula,
            stored: result,
            recalculated: found,
          },
        ];
  });
}
