/** Everything of an Excel sheet besides its cells: tables, widths, validation, conditional formats, panes, print, lock. */
import type { ConditionalFormattingRule, DataValidation, Style, Worksheet } from 'exceljs';
import { dateSerial } from '../../shared/export/sheetAddress';
import type {
  Condition,
  Look,
  Sheet,
  SheetModel,
  SheetTable,
  Validation,
} from '../../shared/export/sheetModel';
import { barColor, toneOf } from './cellStyles';

type StyleOf = (look: Look) => Partial<Style>;

const paperSizes: { readonly [P in SheetModel['paper']]: number } = { letter: 1, a4: 9 };

export function furnishSheet(worksheet: Worksheet, sheet: Sheet, model: SheetModel, styleOf: StyleOf): void {
  sheet.columns.forEach((width, index) => (worksheet.getColumn(index + 1).width = width));
  sheet.tables.forEach((table) => addTable(worksheet, table, styleOf));
  sheet.validations.forEach((validation) => addValidation(worksheet, validation));
  sheet.conditions.forEach((condition, index) => addCondition(worksheet, condition, index + 1));
  worksheet.state = sheet.hidden === true ? 'hidden' : 'visible';
  const { rows, columns } = sheet.freeze;
  worksheet.views = [
    rows + columns === 0
      ? { state: 'normal', showGridLines: false }
      : { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false },
  ];
  setUpPrint(worksheet, sheet, model);
  if (sheet.locked) lock(worksheet);
}

function addTable(worksheet: Worksheet, table: SheetTable, styleOf: StyleOf): void {
  const { name, row, column, columns, rowCount, totalsRow, totalLook } = table;
  worksheet.addTable({
    name,
    ref: worksheet.getCell(row, column).address,
    headerRow: true,
    totalsRow,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: columns.map((entry, index) => ({
      name: entry.name,
      filterButton: true,
      ...(index === 0 && { totalsRowLabel: 'Total' }),
      // The library writes this result into the totals cell, though its types do not know it.
      ...(entry.sum !== undefined && { totalsRowFunction: 'sum' as const, totalsRowResult: entry.sum }),
    })),
    // The body's cells are written already; the table only needs to know how many rows it has.
    rows: Array.from({ length: rowCount }, () => []),
  });
  const header = worksheet.getRow(row);
  columns.forEach((entry, index) => (header.getCell(column + index).style = styleOf(entry.look)));
  if (!totalsRow) return;
  const line = worksheet.getRow(row + rowCount + 1);
  columns.forEach((entry, index) => {
    const look: Look = entry.sum === undefined ? { role: totalLook.role } : totalLook;
    line.getCell(column + index).style = styleOf(look);
  });
}

/** The library merges validations set cell by cell into overlapping ranges; whole ranges it keeps as they are. */
interface RangeValidations {
  readonly dataValidations: { add(ref: string, validation: DataValidation): void };
}

function addValidation(worksheet: Worksheet, { ref, rule, message }: Validation): void {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Not possible here',
    error: message,
  };
  const ranges = (worksheet as unknown as RangeValidations).dataValidations;
  switch (rule.kind) {
    case 'list':
      ranges.add(ref, { ...common, type: 'list', formulae: [rule.source] });
      return;
    case 'date':
      ranges.add(ref, {
        ...common,
        type: 'decimal',
        operator: 'between',
        formulae: [dateSerial(rule.min), dateSerial(rule.max)],
      });
      return;
    case 'whole':
    case 'decimal':
      ranges.add(ref, { ...common, type: rule.kind, operator: 'between', formulae: [rule.min, rule.max] });
  }
}

function addCondition(worksheet: Worksheet, condition: Condition, priority: number): void {
  const rule =
    condition.kind === 'bar'
      ? {
          type: 'dataBar',
          priority,
          gradient: false,
          color: barColor,
          cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        }
      : { type: 'expression', priority, formulae: [condition.formula], style: toneOf(condition.tone) };
  worksheet.addConditionalFormatting({ ref: condition.ref, rules: [rule as ConditionalFormattingRule] });
}

function setUpPrint(worksheet: Worksheet, { print }: Sheet, model: SheetModel): void {
  worksheet.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: print.pagesWide,
    fitToHeight: print.pagesTall ?? 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.35, footer: 0.35 },
    ...(print.area !== undefined && { printArea: print.area.replace(/\d+/g, '$$$&') }),
    ...(print.titleRows !== undefined && { printTitlesRow: print.titleRows }),
    ...(print.titleColumns !== undefined && { printTitlesColumn: print.titleColumns }),
  };
  // The library's list of papers lacks Letter.
  Object.assign(worksheet.pageSetup, { paperSize: paperSizes[model.paper] });
  // In headers and footers an ampersand starts a code; two stand for one.
  const plain = (text: string): string => text.replaceAll('&', '&&').slice(0, 80);
  const day = model.createdAt.slice(0, 10);
  worksheet.headerFooter = {
    oddHeader: `&L&"-,Bold"${plain(model.title)}&R&A`,
    oddFooter: `&L${plain(model.application)} · ${day}&RPage &P of &N`,
  };
}

/** Resolves at once: without a password there is no hash to compute. */
function lock(worksheet: Worksheet): void {
  void worksheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}
