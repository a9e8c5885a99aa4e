/**
 * A register as CSV: one row for each record in use, one column for each field under its own name, so that the file
 * can be read back without loss. Calculated columns stand behind and are not read back.
 */
/* eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every program that imports this file needs it */
/// <reference path="./csvPapaparse.d.ts" />
import Papa from 'papaparse';
import { majorText } from '../domain/base/currency';
import { roundHalfEven } from '../domain/base/decimal';
import type { Budget } from '../domain/budget/budget';
import type { AnyRecord } from '../domain/register/record';
import { fieldsOf } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import type { Table, Workbook } from '../domain/workbook';
import { guarded } from '../domain/imports/formulaGuard';
import { referencesTo, type References } from '../domain/imports/references';
import { COMPUTED_COLUMNS } from '../domain/imports/targets';
import { cellText, type CellContext } from './csvCells';
import { predecessorTexts } from './waitsFor';

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export interface CsvSources {
  readonly schedule?: Schedule;
  readonly budget?: Budget;
}

export function registerToCsv(workbook: Workbook, register: RegisterId, sources: CsvSources = {}): string {
  const definition = definitionOf(register);
  const fields = fieldsOf(definition);
  const context = cellContext(workbook);
  const computed = computedCells(workbook, register, sources);
  const table = workbook.tables[register] as unknown as Table<AnyRecord>;
  const head = ['id', ...fields.map(([name]) => name), ...(COMPUTED_COLUMNS[register] ?? [])];
  const rows = table.live.map((record) => [
    record.id,
    ...fields.map(([name, field]) => cellText(field, record[name] ?? null, context)),
    ...computed(record),
  ]);
  return `${BYTE_ORDER_MARK}${Papa.unparse([head, ...rows], { newline: '\r\n' })}\r\n`;
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

type ComputedCells = (record: AnyRecord) => readonly string[];

function computedCells(
  workbook: Workbook,
  register: RegisterId,
  { schedule, budget }: CsvSources,
): ComputedCells {
  if (register === 'tasks') return taskCells(workbook, schedule);
  if (register !== 'costs') return () => [];
  return ({ id }) => {
    const line = budget?.line.get(id);
    return line === undefined || budget === undefined
      ? ['', '']
      : [line.stream, majorText(roundHalfEven(line.total), budget.currency)];
  };
}

function taskCells(workbook: Workbook, schedule: Schedule | undefined): ComputedCells {
  const { outline } = workbook;
  const predecessors = predecessorTexts(workbook);
  return ({ id }) => {
    const scheduled = schedule?.task(id);
    return [
      outline.rows[outline.index.get(id) ?? -1]?.wbs ?? '',
      scheduled?.start ?? '',
      scheduled?.finish ?? '',
      scheduled === undefined ? '' : String(scheduled.totalFloatDays),
      guarded(predecessors(id)),
    ];
  };
}
