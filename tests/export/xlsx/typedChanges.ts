/** What a finance officer does to a budget file: types over figures and leaves the rest to the formulas. */
import { WorkbookAssembler } from '../../../shared/domain/assemble';
import { registerIds } from '../../../shared/domain/registers/all';
import type { AnyRecord } from '../../../shared/domain/register/record';
import type { Table, Workbook } from '../../../shared/domain/workbook';
import type { Cell, Sheet, SheetModel } from '../../../shared/export/sheetModel';
import { modelOf } from './reopened';

/** The same workbook with some fields of some records changed. */
export function withChanges(
  workbook: Workbook,
  change: (register: string, record: AnyRecord) => Partial<AnyRecord>,
): Workbook {
  const assembler = new WorkbookAssembler(workbook.id);
  for (const register of registerIds) {
    const table = workbook.tables[register] as unknown as Table<AnyRecord>;
    table.live.forEach((record, index) =>
      assembler.put(register, {
        record: { ...record, ...change(register, record) } as AnyRecord,
        order: String(index).padStart(7, '0'),
        edgeWrittenAt: [index, 0],
        conflicts: [],
        findings: [],
      }),
    );
  }
  return assembler.workbook();
}

/**
 * Two ways to the same plan: `model` is the old file with the new figures typed in, its stored results out of date;
 * `expected` is written by the app from the changed plan.
 */
export function changedModel(workbook: Workbook): { model: SheetModel; expected: SheetModel } {
  const before = modelOf(workbook);
  const expected = modelOf(
    withChanges(workbook, (register, record) => {
      if (register === 'organisation')
        return { contingencyPercent: 12.5, fiscalYearStartMonth: 7, providers: 6 };
      if (register !== 'costs' || typeof record['quantity'] !== 'number') return {};
      return { quantity: record['quantity'] + 1.5, unitCost: Number(record['unitCost'] ?? 0) + 1_37 };
    }),
  );
  return {
    model: { ...before, sheets: before.sheets.map((sheet, index) => retyped(sheet, expected.sheets[index])) },
    expected,
  };
}

/** Everything that is typed comes from the new sheet; formulas and their results stay. */
function retyped(old: Sheet, fresh: Sheet | undefined): Sheet {
  const typed = (cell: Cell | undefined, row: number, column: number): Cell | undefined =>
    cell === undefined || cell.kind === 'formula' ? cell : fresh?.rows[row]?.cells[column];
  return {
    ...old,
    rows: old.rows.map((line, row) =>
      line === undefined
        ? line
        : { ...line, cells: line.cells.map((cell, column) => typed(cell, row, column)) },
    ),
  };
}
