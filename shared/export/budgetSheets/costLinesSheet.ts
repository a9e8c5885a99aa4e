/** The cost lines as a table to work in: typed figures first, then what follows from them, then what else is known. */
import { areaOf, inColumn } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Look, Sheet, SheetTable, Validation } from '../sheetModel';
import { majorNumber, share, sumOf } from './amounts';
import { driverCounts, driverLabels } from './assumptionsSheet';
import {
  COST_COLUMNS,
  COST_HEADER_ROW,
  monthlyLineTotal,
  SHEETS,
  type CostColumn,
  type Layout,
} from './layout';
import {
  HEADER,
  LINKED_MONEY,
  look,
  MONEY,
  NOTE,
  NUMBER_HEADER,
  SPACED_HEADER,
  TITLE,
  TOTAL_MONEY,
} from './looks';
import { leftOut, type CellOf } from './billingColumns';
import { listCell, listLabel, listRange, STREAM_LABELS, type ListName } from './options';
import type { BudgetSource, LineRow } from './source';

const HEADERS: { readonly [C in CostColumn]: string } = {
  name: 'Cost line',
  category: 'Category',
  kind: 'Kind',
  own: 'Own staff time',
  driver: 'Driver',
  quantity: 'Quantity',
  unitCost: 'Unit cost',
  billed: 'Billed',
  from: 'From',
  until: 'Until',
  increase: 'Yearly increase',
  contingency: 'Contingency',
  counted: 'Counted',
  quantityUsed: 'Quantity used',
  unitCostUsed: 'Unit cost used',
  perBill: 'Amount per bill',
  goesTo: 'Goes to',
  total: 'Total',
  confidence: 'Confidence',
  vendor: 'Vendor',
  source: 'Source of the figure',
  id: 'Line id',
};

const WIDTHS: { readonly [C in CostColumn]: number } = {
  name: 44,
  category: 30,
  kind: 23,
  own: 10,
  driver: 18,
  quantity: 10,
  unitCost: 13,
  billed: 11,
  from: 12,
  until: 12,
  increase: 11,
  contingency: 13,
  counted: 9,
  quantityUsed: 11,
  unitCostUsed: 13,
  perBill: 13,
  goesTo: 20,
  total: 15,
  confidence: 15,
  vendor: 24,
  source: 44,
  id: 38,
};

const COLUMNS = Object.keys(COST_COLUMNS) as CostColumn[];
const NUMERIC: ReadonlySet<CostColumn> = new Set([
  ...(['quantity', 'unitCost', 'from', 'until', 'increase', 'contingency'] as const),
  ...(['quantityUsed', 'unitCostUsed', 'perBill', 'total'] as const),
]);
const SPACED: ReadonlySet<CostColumn> = new Set(['billed', 'counted', 'goesTo', 'confidence']);
const INPUT = look('input');
/** Text to the right of a number. */
const SPACED_INPUT = look('input', undefined, { indent: 1 });
const WRAPPED_INPUT = look('input', undefined, { wrap: true });
const DATE_INPUT = look('input', 'date', { align: 'right' });
const NUMBER_INPUT = look('input', 'decimal');
const MONEY_INPUT = look('input', 'money');
const PERCENT_INPUT = look('input', 'percent');
const NUMBER = look('calculation', 'decimal');
const SPACED_TEXT = look('calculation', undefined, { indent: 1 });

export function costLinesSheet(source: BudgetSource, layout: Layout): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Cost lines', TITLE);
  grid.text(
    2,
    1,
    `One row for each expected cost, in ${source.budget.currency}. The empty rows at the end take new lines.`,
    NOTE,
  );
  grid.text(
    3,
    1,
    'An empty quantity is taken from Assumptions. An empty contingency follows the contingency line; 0 % leaves the line out of it.',
    NOTE,
  );
  grid.height(COST_HEADER_ROW, 30);
  source.rows.forEach((row, index) => putInputs(grid, layout.costFirst + index, row, source.budget.currency));
  putCalculations(grid, source, layout);
  return {
    name: SHEETS.costs,
    columns: COLUMNS.map((column) => WIDTHS[column]),
    rows: grid.rows(),
    fills: grid.fills,
    tables: [tableOf(source, layout)],
    validations: validationsOf(layout),
    conditions: [
      {
        kind: 'formula',
        ref: areaOf({
          row: layout.costFirst,
          column: COST_COLUMNS.quantityUsed,
          lastRow: layout.costLast,
          lastColumn: COST_COLUMNS.total,
        }),
        formula: `${inColumn(layout.costFirst, COST_COLUMNS.name)}=""`,
        tone: 'hidden',
      },
      {
        kind: 'formula',
        ref: areaOf({
          row: layout.costFirst,
          column: 1,
          lastRow: layout.costLast,
          lastColumn: COST_COLUMNS.total,
        }),
        formula: `${inColumn(layout.costFirst, COST_COLUMNS.counted)}=${listCell('Yes or no', 'no')}`,
        tone: 'warning',
      },
    ],
    freeze: { rows: COST_HEADER_ROW, columns: 1 },
    print: {
      pagesWide: 1,
      area: areaOf({ row: 1, column: 1, lastRow: layout.costLast + 1, lastColumn: COST_COLUMNS.total }),
      titleRows: `${COST_HEADER_ROW}:${COST_HEADER_ROW}`,
      titleColumns: 'A:A',
    },
    locked: true,
  };
}

/** The total has the look of a sum over all lines, as budgets are read by it. */
function tableOf({ budget, money }: BudgetSource, layout: Layout): SheetTable {
  const total = money(sumOf(budget.lines.map((line) => line.total)));
  return {
    name: 'BudgetLines',
    row: COST_HEADER_ROW,
    column: 1,
    columns: COLUMNS.map((column) => ({
      name: HEADERS[column],
      look: NUMERIC.has(column) ? NUMBER_HEADER : SPACED.has(column) ? SPACED_HEADER : HEADER,
      ...(column === 'total' && { sum: total }),
    })),
    rowCount: layout.lineCount,
    totalsRow: true,
    totalLook: TOTAL_MONEY,
  };
}

function putInputs(grid: SheetGrid, row: number, line: LineRow | undefined, currency: string): void {
  const cost = line?.cost;
  const put = (column: CostColumn, text: string, cellLook: Look = INPUT): void =>
    text === ''
      ? grid.blank(row, COST_COLUMNS[column], cellLook)
      : grid.text(row, COST_COLUMNS[column], text, cellLook);
  const unitCost = line?.unitCost ?? null;
  put('name', line?.title ?? '', WRAPPED_INPUT);
  put('category', cost === undefined ? '' : listLabel('Category', cost.category));
  put('kind', cost === undefined ? '' : listLabel('Kind', cost.kind));
  put('own', cost === undefined ? '' : listLabel('Yes or no', cost.internal ? 'yes' : 'no'));
  put('driver', cost === undefined ? '' : listLabel('Driver', cost.driver));
  grid.number(row, COST_COLUMNS.quantity, line?.quantity ?? null, NUMBER_INPUT);
  grid.number(
    row,
    COST_COLUMNS.unitCost,
    unitCost === null ? null : majorNumber({ digits: BigInt(unitCost), scale: 0 }, currency),
    MONEY_INPUT,
  );
  put('billed', cost === undefined ? '' : listLabel('Billed', cost.frequency), SPACED_INPUT);
  grid.date(row, COST_COLUMNS.from, line?.start ?? null, DATE_INPUT);
  grid.date(row, COST_COLUMNS.until, line?.end ?? null, DATE_INPUT);
  grid.number(row, COST_COLUMNS.increase, share(line?.escalatorPercent ?? null), PERCENT_INPUT);
  grid.number(row, COST_COLUMNS.contingency, share(line?.contingencyPercent ?? null), PERCENT_INPUT);
  put('counted', line === undefined ? '' : listLabel('Yes or no', line.counted ? 'yes' : 'no'), SPACED_INPUT);
  put('confidence', cost === undefined ? '' : listLabel('Confidence', cost.confidence), SPACED_INPUT);
  put('vendor', cost?.vendor ?? '');
  put('source', cost?.source ?? '');
  if (cost !== undefined) grid.text(row, COST_COLUMNS.id, cost.id, NOTE);
}

function putCalculations(grid: SheetGrid, { rows, money }: BudgetSource, layout: Layout): void {
  const row = layout.costFirst;
  const cell: CellOf = (column) => inColumn(row, COST_COLUMNS[column]);
  const numbers = (
    column: CostColumn,
    formula: string,
    of: (line: LineRow) => number,
    cellLook: Look,
  ): void =>
    grid.fillDown(
      row,
      COST_COLUMNS[column],
      formula,
      rows.map((line) => (line === undefined ? 0 : of(line))),
      cellLook,
    );

  const ofProfile = `SUMIFS(${driverCounts},${driverLabels},${cell('driver')})`;
  const quantity = `IF(${cell('quantity')}<>"",${cell('quantity')},${ofProfile})`;
  numbers('quantityUsed', quantity, ({ quantityUsed }) => quantityUsed, NUMBER);
  const ofWeek = `IF(${cell('driver')}=${listCell('Driver', 'lost-weeks')},Revenue_per_week,0)`;
  const unitCost = `IF(${cell('unitCost')}<>"",${cell('unitCost')},${ofWeek})`;
  numbers('unitCostUsed', unitCost, ({ unitCostUsed }) => money(unitCostUsed), MONEY);
  numbers('perBill', amountPerBill(cell), (line) => money(line.amountPerBill), MONEY);
  const streams = rows.map((line) => (line === undefined ? '' : STREAM_LABELS[line.line.stream]));
  grid.fillDown(row, COST_COLUMNS.goesTo, streamFormula(cell), streams, SPACED_TEXT);
  numbers('total', monthlyLineTotal(layout), ({ line }) => money(line.total), LINKED_MONEY);
}

function amountPerBill(cell: CellOf): string {
  const percent = `${cell('driver')}=${listCell('Driver', 'percent')}`;
  return `IF(OR(${percent},${leftOut(cell)}),0,${cell('quantityUsed')}*${cell('unitCostUsed')})`;
}

/** Benefits first, then own staff time whatever its kind, then by kind; a line without a kind is paid once. */
function streamFormula(cell: CellOf): string {
  const byKind = `INDEX(${listRange('Kind goes to')},MATCH(${cell('kind')},${listRange('Kind')},0))`;
  const external = `IFERROR(${byKind},${listCell('Goes to', 'externalOneTime')})`;
  const costs = `IF(${cell('own')}=${listCell('Yes or no', 'yes')},${listCell('Goes to', 'internalStaffTime')},${external})`;
  const benefit = `${cell('kind')}=${listCell('Kind', 'benefit')}`;
  return `IF(${cell('name')}="","",IF(${benefit},${listCell('Goes to', 'benefit')},${costs}))`;
}

function validationsOf(layout: Layout): readonly Validation[] {
  const ref = (column: CostColumn): string => {
    const index = COST_COLUMNS[column];
    return areaOf({ row: layout.costFirst, column: index, lastRow: layout.costLast, lastColumn: index });
  };
  const list = (column: CostColumn, name: ListName): Validation => ({
    ref: ref(column),
    rule: { kind: 'list', source: listRange(name) },
    message: 'Choose one from the list.',
  });
  const between = (column: CostColumn, min: number, max: number, message: string): Validation => ({
    ref: ref(column),
    rule: { kind: 'decimal', min, max },
    message,
  });
  const day = (column: CostColumn): Validation => ({
    ref: ref(column),
    rule: { kind: 'date', min: '1950-01-01', max: '2199-12-31' },
    message: 'Type a date, such as 2027-03-01.',
  });
  return [
    list('category', 'Category'),
    list('kind', 'Kind'),
    list('own', 'Yes or no'),
    list('driver', 'Driver'),
    between('quantity', 0, 1_000_000_000, 'Type a quantity of zero or more, or leave the cell empty.'),
    between('unitCost', 0, 10_000_000_000, 'Type a price of zero or more.'),
    list('billed', 'Billed'),
    day('from'),
    day('until'),
    between('increase', -0.5, 1, 'Type a yearly increase from -50 % to 100 %.'),
    between('contingency', 0, 1, 'Type a percentage from 0 % to 100 %.'),
    list('counted', 'Yes or no'),
    list('confidence', 'Confidence'),
  ];
}
