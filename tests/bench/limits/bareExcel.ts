/**
 * The limit of the Excel export: ExcelJS given a budget's worth of cells by the shortest way there is, with the same
 * shares of text, figures, formulas with results, and styles, and with month formulas kept once as ours are.
 */
import ExcelJS, { type CellValue, type Style } from 'exceljs';

export interface BareSize {
  readonly lines: number;
  readonly months: number;
}

const YEARS = 6;
const money: Partial<Style> = {
  numFmt: '#,##0.00',
  font: { size: 10 },
  border: { bottom: { style: 'hair' } },
};
const input: Partial<Style> = {
  font: { size: 10, color: { argb: 'FF0000C8' } },
  protection: { locked: false },
};

/** The file, and how many cells it has. */
export async function bareExcel({ lines, months }: BareSize): Promise<{ bytes: Uint8Array; cells: number }> {
  const workbook = new ExcelJS.Workbook();
  let cells = 0;
  const put = (row: ExcelJS.Row, column: number, value: CellValue, style: Partial<Style>): void => {
    const cell = row.getCell(column);
    cell.value = value;
    cell.style = style;
    cells += 1;
  };
  const [costs, monthly, yearly] = ['Costs', 'Monthly', 'Yearly'].map((name) => workbook.addWorksheet(name));
  if (costs === undefined || monthly === undefined || yearly === undefined) throw new Error('no sheets');
  for (let line = 1; line <= lines; line++) {
    const row = costs.getRow(line);
    for (let column = 1; column <= 11; column++) put(row, column, `Text ${String(column)}`, input);
    for (let column = 12; column <= 17; column++) put(row, column, line * column, input);
    for (let column = 18; column <= 22; column++)
      put(row, column, { formula: `L${String(line)}*M${String(line)}`, result: line * 156 }, money);
  }
  for (let line = 1; line <= lines; line++) {
    const row = monthly.getRow(line);
    for (let column = 1; column <= 12; column++)
      put(row, column, { formula: `Costs!L${String(line)}`, result: line * 12 }, money);
    for (let month = 0; month < months; month++) {
      const first = line === 1 && month === 0;
      const value = first
        ? { formula: 'IF($C1>M$1,$D1*$E1,0)', shareType: 'shared', ref: `M1:BZ${String(lines)}`, result: 1 }
        : { sharedFormula: 'M1', result: line + month / 4 };
      put(row, 13 + month, value, money);
    }
  }
  for (let line = 1; line <= lines; line++) {
    const row = yearly.getRow(line);
    for (let column = 1; column <= 4 + YEARS + 1 + YEARS; column++) {
      put(
        row,
        column,
        { formula: `ROUND(SUM(Monthly!$M${String(line)}:$X${String(line)}),2)`, result: line / 4 },
        money,
      );
    }
  }
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), cells };
}
