/**
 * A register as CSV: one row for each record in use, one column for each field under its own name, so that the file
 * can be read back without loss. Calculated columns stand behind and are not read back.
 */
import { majorText } from '../domain/base/currency';
import { roundHalfEven, type Decimal } from '../domain/base/decimal';
import type { Figures } from '../domain/baseline/figures';
import { NEW_SINCE, taskThen, type TaskThen } from '../domain/baseline/taskSince';
import type { Budget } from '../domain/budget/budget';
import { columnsShown, type ShownRecords } from '../domain/records/shownRecords';
import type { AnyRecord } from '../domain/register/record';
import { fieldsOf } from '../domain/register/record';
import { definitionOf, type RegisterId, type Risk } from '../domain/registers/all';
import { residualScore, riskScore } from '../domain/risk/rating';
import type { Schedule } from '../domain/schedule/schedule';
import { tableOf, type Workbook } from '../domain/workbook';
import { guarded } from '../domain/imports/formulaGuard';
import { referencesTo, type References } from '../domain/imports/references';
import { COMPUTED_COLUMNS } from '../domain/imports/targets';
import { amountColumns } from './amountColumns';
import { cellText, type CellContext } from './csvCells';
import { csvText } from './csvText';
import { recordsAsShown } from './recordsAsShown';
import { predecessorTexts } from './waitsFor';

export interface CsvSources {
  readonly schedule?: Schedule;
  readonly budget?: Budget;
  /** Of tasks: the baseline they stand beside. */
  readonly baseline?: Figures | null;
}

export function registerToCsv(workbook: Workbook, register: RegisterId, sources: CsvSources = {}): string {
  const columns = csvColumns(workbook, register, sources);
  return csvOf(
    columns.map(({ name }) => name),
    columns,
    tableOf(workbook, register).live,
  );
}

/** What a page shows, and nothing else: its columns under the words it shows, its records in its order. */
export function shownToCsv(workbook: Workbook, shown: ShownRecords, sources: CsvSources = {}): string {
  const columns = columnsShown(
    [...csvColumns(workbook, shown.register, sources), ...yearsAndMonths(shown.register, sources)],
    shown,
  );
  return csvOf(
    columns.map(({ label }) => label),
    columns,
    recordsAsShown(workbook, shown, sources.schedule),
  );
}

function csvOf(
  heads: readonly string[],
  columns: readonly CsvColumn[],
  records: readonly AnyRecord[],
): string {
  const rows = records.map((record) => columns.map(({ cell }) => cell(record)));
  return csvText([heads, ...rows]);
}

interface CsvColumn {
  readonly name: string;
  readonly label: string;
  readonly cell: (record: AnyRecord) => string;
}

/** The id, the fields, and what the app calculates, in this order. */
function csvColumns(workbook: Workbook, register: RegisterId, sources: CsvSources): readonly CsvColumn[] {
  const context = cellContext(workbook);
  const fields = fieldsOf(definitionOf(register)).map(([name, field]): CsvColumn => {
    return { name, label: field.label, cell: (record) => cellText(field, record[name] ?? null, context) };
  });
  const id: CsvColumn = { name: 'id', label: 'Id', cell: (record) => record.id };
  return [id, ...fields, ...computedColumns(workbook, register, sources)];
}

function cellContext(workbook: Workbook): CellContext {
  const known = new Map<string, References>();
  return {
    currency: workbook.tables.organisation.live[0]?.currency ?? '',
    referenceText: (register, id) => {
      const references = known.get(register) ?? referencesTo(workbook, register);
      known.set(register, references);
      return references.textOf(id);
    },
  };
}

function computedColumns(
  workbook: Workbook,
  register: RegisterId,
  sources: CsvSources,
): readonly CsvColumn[] {
  const cells = computedCells(workbook, register, sources);
  return Object.entries(COMPUTED_COLUMNS[register] ?? {}).flatMap(([name, label]): CsvColumn[] => {
    const cell = cells[name];
    return cell === undefined ? [] : [{ name, label, cell }];
  });
}

type Cells = Readonly<Partial<Record<string, CsvColumn['cell']>>>;

function computedCells(workbook: Workbook, register: RegisterId, sources: CsvSources): Cells {
  switch (register) {
    case 'tasks':
      return { ...taskCells(workbook, sources.schedule), ...sinceCells(workbook, sources) };
    case 'risks':
      return riskCells(workbook);
    default:
      return costCells(sources.budget);
  }
}

function riskCells({ tables }: Workbook): Cells {
  const cell =
    (score: (risk: Risk) => number | null): CsvColumn['cell'] =>
    ({ id }) => {
      const risk = tables.risks.byId.get(id);
      return risk === undefined ? '' : String(score(risk) ?? '');
    };
  return { score: cell(riskScore), residualScore: cell(residualScore) };
}

/** What the page of costs shows beside its lines; a file of the whole register does without them. */
function yearsAndMonths(register: RegisterId, { budget }: CsvSources): readonly CsvColumn[] {
  if (register !== 'costs' || budget === undefined) return [];
  return amountColumns(budget).map(({ name, label, amountOf }): CsvColumn => {
    return { name, label, cell: ({ id }) => amountText(amountOf(id), budget.currency) };
  });
}

function amountText(amount: Decimal | undefined, currency: string): string {
  return amount === undefined ? '' : majorText(roundHalfEven(amount), currency);
}

function taskCells(workbook: Workbook, schedule: Schedule | undefined): Cells {
  const { outline } = workbook;
  const predecessors = predecessorTexts(workbook);
  const scheduled = ({ id }: AnyRecord): ReturnType<Schedule['task']> => schedule?.task(id);
  return {
    wbs: ({ id }) => outline.rows[outline.index.get(id) ?? -1]?.wbs ?? '',
    start: (task) => scheduled(task)?.start ?? '',
    finish: (task) => scheduled(task)?.finish ?? '',
    totalFloatDays: (task) => String(scheduled(task)?.totalFloatDays ?? ''),
    predecessors: ({ id }) => guarded(predecessors(id)),
  };
}

function sinceCells(workbook: Workbook, { schedule, baseline = null }: CsvSources): Cells {
  if (baseline === null || schedule === undefined) return {};
  const plan = { workbook, schedule };
  const thenOf = ({ id }: AnyRecord): TaskThen | null => taskThen(plan, baseline, id);
  return {
    slip: (task) => String(thenOf(task)?.slip ?? NEW_SINCE),
    baselineStart: (task) => thenOf(task)?.baselineStart ?? '',
    baselineFinish: (task) => thenOf(task)?.baselineFinish ?? '',
  };
}

function costCells(budget: Budget | undefined): Cells {
  return {
    stream: ({ id }) => budget?.line.get(id)?.stream ?? '',
    total: ({ id }) => amountText(budget?.line.get(id)?.total, budget?.currency ?? ''),
  };
}
