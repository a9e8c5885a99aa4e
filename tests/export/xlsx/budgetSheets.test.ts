/** The budget file as the person who opens it finds it, and what happens when they type into it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import type { SheetModel } from '../../../shared/export/sheetModel';
import { makeWorkbook } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { Recalculation } from './formulaEvaluator';
import { workbooks } from './randomBudgets';
import { differences, formulaCells, modelOf, plain, reopened, sheetOf, shown } from './reopened';
import { changedModel, withChanges } from './typedChanges';

const demo = workbookOfPack('demo-five-provider-saas');
const demoFile = await reopened(modelOf(demo));
const summary = sheetOf(demoFile, 'Summary');

type Worksheet = ReturnType<typeof sheetOf>;

function modelFormulas({ sheets }: SheetModel): string[] {
  return sheets.flatMap(({ name, rows, fills }) => [
    ...rows.flatMap((row, down) =>
      (row?.cells ?? []).flatMap((cell, across) =>
        cell?.kind === 'formula' ? [`${name}!R${String(down)}C${String(across)}: ${cell.formula}`] : [],
      ),
    ),
    ...fills.map(
      ({ formula, rowCount, columnCount }) =>
        `${name}: ${formula} ${String(rowCount)}×${String(columnCount)}`,
    ),
  ]);
}

/** The row whose first cell says this. */
function rowOf(sheet: Worksheet, label: string): number {
  let found = 0;
  sheet.eachRow((line, row) => {
    if (found === 0 && plain(shown(line.getCell(1))) === label) found = row;
  });
  if (found === 0) throw new Error(`${sheet.name} has no row ${label}`);
  return found;
}

const figure = (sheet: Worksheet, label: string, column = 2): number =>
  Number(plain(shown(sheet.getCell(rowOf(sheet, label), column))));

function summaryOf(workbook: Workbook) {
  return budgetSummary(budgetOf(workbook, scheduleOf(workbook, '2027-01-04')));
}

describe('the summary', () => {
  test('shows the totals of the app to the cent', () => {
    const expected = summaryOf(demo);
    const cents = (label: string): number => Math.round(figure(summary, label) * 100);
    expect(cents('External, one-time')).toBe(expected.externalOneTime);
    expect(cents('Recurring')).toBe(expected.recurring);
    expect(cents('Contingency')).toBe(expected.contingency);
    expect(cents('Cash outlay')).toBe(expected.cashOutlay);
    expect(cents('Total cost of ownership')).toBe(299_357_38 + 147_88_00 + 73_710_00);
    expect(cents('Subscription and licenses')).toBe(expected.byCategory['licenses']);
    expect(cents('All categories')).toBe(expected.totalCostOfOwnership);
  });

  test('shows every fiscal year', () => {
    const row = rowOf(summary, 'Kind of cost');
    const years = [4, 5, 6, 7, 8].map((column) => plain(shown(summary.getCell(row, column))));
    expect(years).toEqual([2027, 2028, 2029, 2030, 2031]);
    const amounts = [4, 5, 6, 7, 8].map((column) =>
      Math.round(figure(summary, 'All categories', column) * 100),
    );
    expect(amounts).toEqual(Object.values(summaryOf(demo).byFiscalYear));
  });

  test('has checks that are all fine, and says so on top', () => {
    expect(plain(shown(summary.getCell(rowOf(summary, 'Do the sheets agree?'), 2)))).toBe('OK');
    const first = rowOf(summary, 'Is this the same?') + 1;
    const statuses = [0, 1, 2, 3, 4, 5, 6, 7].map((offset) =>
      plain(shown(summary.getCell(first + offset, 5))),
    );
    expect(statuses).toEqual(Array.from({ length: 8 }, () => 'OK'));
  });
});

describe('a figure typed into the file', () => {
  test('changes every sheet as the same change in the app would', async () => {
    const { model, expected } = changedModel(demo);
    const recalculation = new Recalculation(await reopened(model));
    const cells = formulaCells(await reopened(expected));
    expect(differences(cells, ({ sheet, row, column }) => recalculation.value(sheet, row, column))).toEqual(
      [],
    );
  });

  test('is all the formulas depend on: other figures in a plan of the same size change no formula', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const other = withChanges(workbook, (register) => {
          if (register === 'organisation')
            return { start: '2028-05-01', fiscalYearStartMonth: 4, contingencyPercent: 3 };
          return register === 'costs' ? { driver: 'percent', kind: 'benefit', start: null, quantity: 3 } : {};
        });
        expect(modelFormulas(modelOf(other))).toEqual(modelFormulas(modelOf(workbook)));
      }),
      tries(20),
    );
  });

  test('a new line in an empty row is counted', async () => {
    const model = modelOf(demo);
    const file = await reopened(model);
    const costs = sheetOf(file, 'Cost lines');
    const row = 6 + demo.tables.costs.live.length;
    expect(costs.getCell(row, 1).value).toBeNull();
    ['Consultant', 'Implementation and configuration', 'One-time', 'No', 'fixed', 2, 1000, 'Once'].forEach(
      (value, index) => {
        costs.getCell(row, index + 1).value = value;
      },
    );
    const recalculation = new Recalculation(file);
    const total = recalculation.value('Summary', rowOf(summary, 'External, one-time'), 2);
    const contingency = recalculation.value('Summary', rowOf(summary, 'Contingency'), 2);
    expect(total).toBeCloseTo(figure(summary, 'External, one-time') + 2000, 6);
    expect(contingency).toBeCloseTo(figure(summary, 'Contingency') + 300, 6);
    expect(recalculation.value('Summary', rowOf(summary, 'Do the sheets agree?'), 2)).toBe('OK');
  });

  test('a broken formula turns the status to Check', async () => {
    const file = await reopened(modelOf(demo));
    const monthly = sheetOf(file, 'Monthly');
    monthly.getCell(rowOf(monthly, 'Recurring'), 6).value = 12_345;
    const recalculation = new Recalculation(file);
    expect(recalculation.value('Summary', rowOf(summary, 'Do the sheets agree?'), 2)).toBe('Check');
  });
});

describe('the sheets', () => {
  test('stand in reading order, with the lists hidden', () => {
    expect(demoFile.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ...['Summary', 'Assumptions', 'Cost lines', 'Monthly', 'Yearly', 'Cash flow', 'Risks', 'Schedule'].map(
        (name) => [name, 'visible'],
      ),
      ['Lists', 'hidden'],
    ]);
  });

  test('hold no figure inside a formula but those of the calendar and of rounding', () => {
    const constants = formulaCells(demoFile).flatMap(({ formula }) => {
      const bare = formula.replace(/"[^"]*"/g, '').replace(/'[^']*'!|\$?[A-Z]{1,3}\$?\d+/g, '');
      return [...bare.matchAll(/\d+(\.\d+)?/g)].map(([digits]) => Number(digits));
    });
    // 12 months; 100 per cent and cents; 109 sums visible rows; half a cent and the digits of roundings.
    const known = [0, 0.005, 0.5, 1, 2, 6, 8, 12, 100, 109];
    expect([...new Set(constants)].sort((a, b) => a - b)).toEqual(known);
  });

  test('name every assumption', () => {
    const names = [
      'Currency',
      'Budget_start',
      'Horizon_months',
      'Fiscal_year_start_month',
      'Contingency_rate',
      'Providers',
    ];
    for (const name of names) {
      expect(demoFile.definedNames.getRanges(name).ranges[0], name).toMatch(/^'?Assumptions'?!\$B\$\d+$/);
    }
    expect(demoFile.getWorksheet('Assumptions')?.getCell('B9').value).toBe(0.15);
  });

  test('the cost lines are a table with stable ids, a totals row and choices for whole columns', () => {
    const sheet = sheetOf(demoFile, 'Cost lines');
    const { table } = sheet.getTable('BudgetLines') as unknown as {
      table: {
        tableRef: string;
        totalsRow: boolean;
        columns: { name: string; totalsRowFunction?: string }[];
      };
    };
    const lines = demo.tables.costs.live.length;
    expect(table.tableRef).toBe(`A5:V${String(5 + lines + 5 + 1)}`);
    expect(table.totalsRow).toBe(true);
    expect(table.columns.at(-1)?.name).toBe('Line id');
    expect(
      table.columns.filter(({ totalsRowFunction }) => totalsRowFunction === 'sum').map(({ name }) => name),
    ).toEqual(['Total']);
    const ids = demo.tables.costs.live.map((_, index) => sheet.getCell(6 + index, 22).value);
    expect(ids).toEqual(demo.tables.costs.live.map(({ id }) => id));
    const validations = (sheet as unknown as { dataValidations: { model: Record<string, { type: string }> } })
      .dataValidations.model;
    const last = String(5 + lines + 5);
    expect(validations[`B6`]?.type).toBe('list');
    expect(validations[`B${last}`]?.type).toBe('list');
    expect(validations[`G${last}`]?.type).toBe('decimal');
  });

  test('the totals row of the table carries its sum', () => {
    const sheet = sheetOf(demoFile, 'Cost lines');
    const cell = sheet.getCell(5 + demo.tables.costs.live.length + 6, 18);
    expect(cell.formula).toBe('SUBTOTAL(109,BudgetLines[Total])');
    expect(Number(cell.result)).toBeCloseTo(387_855.38, 2);
  });

  test('keep headings in sight, print in landscape and number their pages', () => {
    const monthly = sheetOf(demoFile, 'Monthly');
    expect(monthly.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 6 });
    expect(monthly.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 5,
      fitToHeight: 0,
    });
    expect(monthly.pageSetup.printTitlesRow).toBe('4:6');
    expect(monthly.pageSetup.printTitlesColumn).toBe('A:B');
    for (const sheet of demoFile.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, paperSize: 1 });
      expect(sheet.headerFooter.oddFooter).toContain('Page &P of &N');
    }
  });

  test('lock formulas and leave inputs open, without a password', () => {
    const costs = sheetOf(demoFile, 'Cost lines') as Worksheet & { sheetProtection: Record<string, unknown> };
    expect(costs.sheetProtection['sheet']).toBe(true);
    expect(costs.sheetProtection['hashValue']).toBeUndefined();
    expect(costs.getCell('F6').protection.locked).toBe(false);
    // Locked is what a cell is unless it says otherwise.
    expect(costs.getCell('R6').protection).toBeUndefined();
  });

  test('write dates as days, percentages as percentages and money by its currency', async () => {
    const costs = sheetOf(demoFile, 'Cost lines');
    expect(costs.getCell('I6').value).toEqual(new Date(Date.UTC(2027, 3, 1)));
    expect(costs.getCell('I6').numFmt).toBe('yyyy-mm-dd');
    expect(costs.getCell('K6').value).toBe(0.05);
    expect(costs.getCell('K6').numFmt).toContain('%');
    const formats = async (currency: string) => {
      const organisation = [{ id: 'org', name: 'P', currency, start: '2027-01-04' }];
      const file = await reopened(
        modelOf(
          makeWorkbook({ organisation, costs: [{ id: 'c', name: 'C', quantity: 1, unitCost: 12_345 }] }),
        ),
      );
      const cell = sheetOf(file, 'Cost lines').getCell('G6');
      return [cell.value, cell.numFmt.split(';')[0]?.trim()];
    };
    expect(await formats('USD')).toEqual([123.45, '#,##0.00_']);
    expect(await formats('JPY')).toEqual([12_345, '#,##0_']);
    expect(await formats('KWD')).toEqual([12.345, '#,##0.000_']);
    expect(costs.getCell('G6').numFmt).toMatch(/;\[Red\]-.*;"–"/);
  });

  test('keep text that looks like a formula as text, in every sheet', async () => {
    const texts = [
      '=1+1',
      '+SUM(A1:A9)',
      '-2+3',
      '@SUM(1)',
      '=HYPERLINK("http://a.example","x")',
      "=cmd|'/c calc'!A0",
    ];
    const organisation = [{ id: 'org', name: texts[4] ?? '', currency: 'USD', start: '2027-01-04' }];
    const workbook = makeWorkbook({
      organisation,
      costs: texts.map((name, index) => ({ id: `c${String(index)}`, name, vendor: name, source: name })),
      risks: texts.map((title, index) => ({
        id: `r${String(index)}`,
        title,
        trigger: title,
        mitigation: title,
      })),
      tasks: texts.map((name, index) => ({ id: `t${String(index)}`, name })),
    });
    const file = await reopened(modelOf(workbook));
    const at = (sheet: string, row: number, column: number) => sheetOf(file, sheet).getCell(row, column);
    texts.forEach((text, index) => {
      for (const cell of [
        at('Cost lines', 6 + index, 1),
        at('Cost lines', 6 + index, 20),
        at('Risks', 7 + index, 2),
        at('Schedule', 6 + index, 2),
      ]) {
        expect(cell.value).toBe(text);
        expect(cell.formula as string | undefined).toBeUndefined();
      }
    });
    const written = formulaCells(file).map(({ formula }) => formula);
    expect(written.filter((formula) => /HYPERLINK|cmd\||SUM\(A1:A9\)/.test(formula))).toEqual([]);
  });

  test('say who wrote them, for whom and when', () => {
    expect(demoFile.title).toBe('Alder Creek Family Medicine');
    expect(demoFile.creator).toBe('Golive Workbook 0.1.0');
    expect(demoFile.created.toISOString()).toBe('2027-01-04T09:30:00.000Z');
  });

  test('leave out lines with impossible figures, and still agree with each other', async () => {
    const line = { name: 'L', quantity: 2, unitCost: 100_00, start: '2027-03-01' };
    const hostile = [
      { quantity: -5 },
      { unitCost: Number.NaN },
      { unitCost: 12.5 },
      { escalatorPercentPerYear: 1e9 },
      { contingencyPercent: -1 },
      { start: '2027-99-99' },
      { end: '2027-01-01' },
      { name: '' },
    ];
    const plan = makeWorkbook({
      costs: [
        ...hostile.map((_, index) => ({ id: `c${String(index)}`, ...line })),
        { id: 'p', name: 'P', driver: 'percent', quantity: 10 },
      ],
    });
    const { costs } = plan.tables;
    const live = costs.live.map((cost, index) => ({ ...cost, ...hostile[index] }));
    const workbook: Workbook = { ...plan, tables: { ...plan.tables, costs: { ...costs, live } } };
    const file = await reopened(modelOf(workbook));
    const recalculation = new Recalculation(file);
    const found = differences(formulaCells(file), ({ sheet, row, column }) =>
      recalculation.value(sheet, row, column),
    );
    expect(found).toEqual([]);
    expect(figure(sheetOf(file, 'Summary'), 'External, one-time')).toBe(2 * 200 + 40);
  });

  test('are there for a plan without a single cost line', async () => {
    const file = await reopened(modelOf(makeWorkbook({})));
    expect(figure(sheetOf(file, 'Summary'), 'Total cost of ownership')).toBe(0);
  });
});
