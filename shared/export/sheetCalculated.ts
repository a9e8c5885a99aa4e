/** What the app calculates about records, as columns of a sheet: dates of tasks, amounts of cost lines, scores of risks. */
import type { Figures } from '../domain/baseline/figures';
import { NEW_SINCE, taskThen } from '../domain/baseline/taskSince';
import type { Budget } from '../domain/budget/budget';
import { COMPUTED_COLUMNS } from '../domain/imports/targets';
import type { AnyRecord } from '../domain/register/record';
import type { RegisterId, Risk } from '../domain/registers/all';
import { residualScore, riskScore } from '../domain/risk/rating';
import type { Schedule } from '../domain/schedule/schedule';
import type { Workbook } from '../domain/workbook';
import { amountColumns } from './amountColumns';
import { majorNumber } from './budgetSheets/amounts';
import { LABEL, look } from './budgetSheets/looks';
import { STREAM_LABELS } from './budgetSheets/options';
import type { ExportStamp } from './budgetSheets/source';
import type { SheetGrid } from './sheetGrid';
import type { Look } from './sheetModel';
import { predecessorTexts } from './waitsFor';

export interface RegisterSheetOptions extends ExportStamp {
  readonly schedule: Schedule;
  readonly budget: Budget;
  /** Of tasks: the baseline they stand beside. */
  readonly baseline?: Figures | null;
}

export const NARROW = 12;

export interface SheetColumn {
  readonly name: string;
  readonly title: string;
  readonly width: number;
  readonly numeric: boolean;
  readonly put: (grid: SheetGrid, row: number, column: number, record: AnyRecord) => void;
}

type Drawn = Omit<SheetColumn, 'name' | 'title'>;

/** Those that every sheet of the register has. */
export function calculatedColumns(
  workbook: Workbook,
  register: RegisterId,
  options: RegisterSheetOptions,
): readonly SheetColumn[] {
  const puts = computedPuts(workbook, register, options);
  return Object.entries(COMPUTED_COLUMNS[register] ?? {}).flatMap(([name, title]): SheetColumn[] => {
    const found = puts[name];
    return found === undefined ? [] : [{ name, title, ...found }];
  });
}

type Puts = Readonly<Partial<Record<string, Drawn>>>;

function computedPuts(workbook: Workbook, register: RegisterId, options: RegisterSheetOptions): Puts {
  switch (register) {
    case 'tasks':
      return { ...taskPuts(workbook, options), ...sincePuts(workbook, options) };
    case 'risks':
      return riskPuts(workbook);
    default:
      return costPuts(options);
  }
}

function riskPuts({ tables }: Workbook): Puts {
  const score = (of: (risk: Risk) => number | null): Drawn =>
    numberColumn(look('calculation', 'integer'), ({ id }) => {
      const risk = tables.risks.byId.get(id);
      return risk === undefined ? null : of(risk);
    });
  return { score: score(riskScore), residualScore: score(residualScore) };
}

/** What the page of costs shows beside its lines; a sheet of the whole register does without them. */
export function yearsAndMonths(
  register: RegisterId,
  { budget }: RegisterSheetOptions,
): readonly SheetColumn[] {
  if (register !== 'costs') return [];
  return amountColumns(budget).map(({ name, label, amountOf }): SheetColumn => {
    const figures = numberColumn(look('calculation', 'money'), ({ id }) => {
      const amount = amountOf(id);
      return amount === undefined ? null : majorNumber(amount, budget.currency);
    });
    return { name, title: label, ...figures };
  });
}

function taskPuts(workbook: Workbook, { schedule }: RegisterSheetOptions): Puts {
  const { outline } = workbook;
  const waitsFor = predecessorTexts(workbook);
  return {
    wbs: textColumn(9, ({ id }) => outline.rows[outline.index.get(id) ?? -1]?.wbs ?? ''),
    start: dateColumn((id) => schedule.task(id)?.start),
    finish: dateColumn((id) => schedule.task(id)?.finish),
    totalFloatDays: numberColumn(
      look('calculation', 'decimal'),
      ({ id }) => schedule.task(id)?.totalFloatDays ?? null,
    ),
    predecessors: textColumn(NARROW, ({ id }) => waitsFor(id)),
  };
}

function sincePuts(workbook: Workbook, { schedule, baseline = null }: RegisterSheetOptions): Puts {
  if (baseline === null) return {};
  const plan = { workbook, schedule };
  return {
    slip: {
      width: NARROW,
      numeric: true,
      put: (grid, row, column, { id }) => {
        const then = taskThen(plan, baseline, id);
        if (then === null)
          grid.text(row, column, NEW_SINCE, look('calculation', undefined, { align: 'right' }));
        else grid.number(row, column, then.slip, look('calculation', 'integer'));
      },
    },
    baselineStart: dateColumn((id) => taskThen(plan, baseline, id)?.baselineStart),
    baselineFinish: dateColumn((id) => taskThen(plan, baseline, id)?.baselineFinish),
  };
}

function costPuts({ budget }: RegisterSheetOptions): Puts {
  return {
    stream: textColumn(24, ({ id }) => {
      const line = budget.line.get(id);
      return line === undefined ? '' : STREAM_LABELS[line.stream];
    }),
    total: numberColumn(look('calculation', 'money'), ({ id }) => {
      const line = budget.line.get(id);
      return line === undefined ? null : majorNumber(line.total, budget.currency);
    }),
  };
}

function dateColumn(of: (id: string) => string | undefined): Drawn {
  return {
    width: NARROW,
    numeric: true,
    put: (grid, row, column, { id }) => grid.date(row, column, of(id) ?? null, look('calculation', 'date')),
  };
}

function textColumn(width: number, of: (record: AnyRecord) => string): Drawn {
  return {
    width,
    numeric: false,
    put: (grid, row, column, record) => grid.text(row, column, of(record), LABEL),
  };
}

function numberColumn(cellLook: Look, of: (record: AnyRecord) => number | null): Drawn {
  return {
    width: NARROW + 2,
    numeric: true,
    put: (grid, row, column, record) => grid.number(row, column, of(record), cellLook),
  };
}
